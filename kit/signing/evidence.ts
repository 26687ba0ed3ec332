import { sql } from '../db/sql.ts';
import type { Executor } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import { partyKeyOf, type StoredKey } from './keys.ts';
import { requestBodyMatches, requiredOfRequest } from './request.ts';
import { requiredOfResponse, responseBodyMatches } from './response.ts';
import { checkSignature, isValidAt } from './signature.ts';
import { packBody } from './stored-body.ts';
import type { Evidence } from './types.ts';

/** Stores the message in the transaction of the entry that it caused. Returns the id for the entry to refer to. */
export async function storeEvidence(tx: Executor, evidence: Evidence): Promise<string> {
  const messageId = newId();
  const { body, encoding } = packBody(evidence.body);
  await sql`
    insert into signed_messages (message_id, direction, party, keyid, method, target_uri, status, headers,
      request_headers, body, encoding, received_at)
    values (${messageId}, ${evidence.direction}, ${evidence.party}, ${evidence.keyid}, ${evidence.method},
      ${evidence.target_uri}, ${evidence.status}, ${JSON.stringify(evidence.headers)}::jsonb,
      ${evidence.request_headers === null ? null : JSON.stringify(evidence.request_headers)}::jsonb,
      ${body}, ${encoding}, ${evidence.received_at})`.execute(tx);
  return messageId;
}

/**
 * Whether a stored message (a row of `signed_messages`, read with `evidenceOf`) is what its party signed, by the stored keys (rows of
 * `party_keys`). These are the checks of its arrival, except for its age, and they work at any later time.
 */
export async function verifyEvidence(evidence: Evidence, keys: readonly StoredKey[]): Promise<boolean> {
  const { method, target_uri: url, headers, body, status, request_headers } = evidence;
  const request = { method, url, headers: request_headers ?? {} };
  const checked = await checkSignature({
    message: status === null ? { method, url, headers } : { status, headers },
    request: status === null ? undefined : request,
    required:
      status === null ? requiredOfRequest(headers, body.length > 0) : requiredOfResponse(request.headers),
    keyOf: (keyid) => {
      const stored = keys.find((key) => key.keyid === keyid);
      return stored?.party === evidence.party && keyid === evidence.keyid ? partyKeyOf(stored) : undefined;
    },
  });
  if (!checked.ok || !isValidAt(checked.key, checked.stated.created)) return false;
  return status === null ? requestBodyMatches(headers, body) : responseBodyMatches(headers, body);
}
