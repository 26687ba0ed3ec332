import { type Sql, sql } from '../db/sql.ts';
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
  const stored = await sql<{ message_id: string }>`
    ${insertEvidence(evidence)}`.execute(tx);
  const message = stored.rows[0];
  if (message === undefined) throw new Error('A message was not stored.');
  return message.message_id;
}

/** The source of a message that is stored once. */
export const ONCE = sql`(values (1)) once (n)`;

/**
 * Stores a message, or none, once for each row of `source`: part of a statement that returns its `message_id`. The id may
 * be given by whoever writes it into a fact.
 */
export function insertEvidence(
  evidence: Evidence | null,
  source: Sql = ONCE,
  messageId = newId(),
): Sql<{ message_id: string }> {
  const { headers, request_headers } = evidence ?? { headers: null, request_headers: null };
  const stored = evidence === null ? null : packBody(evidence.body);
  return sql<{ message_id: string }>`
    insert into signed_messages (message_id, direction, party, keyid, method, target_uri, status, headers,
      request_headers, body, encoding, received_at)
    select ${messageId}::uuid, ${evidence?.direction ?? null}::text, ${evidence?.party ?? null}::text,
      ${evidence?.keyid ?? null}::text, ${evidence?.method ?? null}::text, ${evidence?.target_uri ?? null}::text,
      ${evidence?.status ?? null}::integer, ${headers === null ? null : JSON.stringify(headers)}::jsonb,
      ${request_headers === null ? null : JSON.stringify(request_headers)}::jsonb, ${stored?.body ?? null}::bytea,
      ${stored?.encoding ?? null}::text, ${evidence?.received_at ?? null}::timestamptz
    from ${source} where ${evidence?.direction ?? null}::text is not null
    returning message_id`;
}

/**
 * Whether a stored message (a row of `signed_messages`, read with `evidenceOf`) is what its party signed, by the stored keys (rows of
 * `party_keys`). These are the checks of its arrival, except for its age, and they work at any later time.
 */
export async function verifyEvidence(evidence: Evidence, keys: readonly StoredKey[]): Promise<boolean> {
  const { headers, body, status } = evidence;
  if (!(await verifySignature(evidence, keys, body.length > 0))) return false;
  return status === null ? requestBodyMatches(headers, body) : responseBodyMatches(headers, body);
}

/** As `verifyEvidence` once the body was forgotten: whether its party signed the digest that is among the headers. */
export function verifyForgotten(evidence: Evidence, keys: readonly StoredKey[]): Promise<boolean> {
  return verifySignature(evidence, keys, evidence.headers['content-digest'] !== undefined);
}

async function verifySignature(
  evidence: Evidence,
  keys: readonly StoredKey[],
  hasBody: boolean,
): Promise<boolean> {
  const { method, target_uri: url, headers, status, request_headers } = evidence;
  const request = { method, url, headers: request_headers ?? {} };
  const checked = await checkSignature({
    message: status === null ? { method, url, headers } : { status, headers },
    request: status === null ? undefined : request,
    required: status === null ? requiredOfRequest(headers, hasBody) : requiredOfResponse(request.headers),
    keyOf: (keyid) => {
      const stored = keys.find((key) => key.keyid === keyid);
      return stored?.party === evidence.party && keyid === evidence.keyid ? partyKeyOf(stored) : undefined;
    },
  });
  return checked.ok && isValidAt(checked.key, checked.stated.created);
}
