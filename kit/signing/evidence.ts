import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import { httpbis } from 'http-message-signatures';
import { sql } from 'kysely';
import type { Executor } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import { digestMatches } from './digest.ts';

/** A message that another server signed, whole enough to be checked alone, years later. */
export type Evidence = {
  direction: 'received_request' | 'received_response';
  party: string;
  keyid: string;
  method: string;
  target_uri: string;
  status: number | null;
  headers: Record<string, string>;
  request_headers: Record<string, string> | null;
  body: Buffer;
  received_at: Date;
};

/** Stores the message in the transaction of the entry that it caused; answers the id that the entry refers to. */
export async function storeEvidence(tx: Executor, evidence: Evidence): Promise<string> {
  const messageId = newId();
  await sql`
    insert into signed_messages (message_id, direction, party, keyid, method, target_uri, status, headers,
      request_headers, body, received_at)
    values (${messageId}, ${evidence.direction}, ${evidence.party}, ${evidence.keyid}, ${evidence.method},
      ${evidence.target_uri}, ${evidence.status}, ${JSON.stringify(evidence.headers)}::jsonb,
      ${evidence.request_headers === null ? null : JSON.stringify(evidence.request_headers)}::jsonb,
      ${evidence.body}, ${evidence.received_at})`.execute(tx);
  return messageId;
}

/** Whether a stored message is what its party signed, by the public key that was kept. */
export async function verifyEvidence(evidence: Evidence, publicJwk: JsonWebKey): Promise<boolean> {
  const publicKey = createPublicKey({ key: publicJwk, format: 'jwk' });
  const config = {
    notAfter: Number.MAX_SAFE_INTEGER,
    keyLookup: async ({ keyid }: { keyid?: string }) =>
      keyid === evidence.keyid
        ? {
            algs: ['ed25519'],
            verify: async (base: Buffer, signature: Buffer) => verify(null, base, publicKey, signature),
          }
        : null,
  };
  const { method, target_uri: url, headers, body, status } = evidence;
  const bodyHolds = body.length === 0 || digestMatches(headers['content-digest'] ?? '', body);
  try {
    const signed =
      status === null
        ? await httpbis.verifyMessage(config, { method, url, headers })
        : await httpbis.verifyMessage(
            config,
            { status, headers },
            { method, url, headers: evidence.request_headers ?? {} },
          );
    return signed === true && bodyHolds;
  } catch {
    return false;
  }
}

/** Remembers a nonce; false when it was used before. Forgets nonces whose signatures are too old to be taken. */
export async function rememberNonce(
  executor: Executor,
  keyid: string,
  nonce: string,
  expires: Date,
  now: Date,
): Promise<boolean> {
  const kept = await sql`
    insert into peer_nonces (keyid, nonce, expires_at) values (${keyid}, ${nonce}, ${expires})
    on conflict do nothing returning nonce`.execute(executor);
  // One in about a hundred requests tidies up, so that none has to wait for it.
  if (nonce.endsWith('A')) await sql`delete from peer_nonces where expires_at < ${now}`.execute(executor);
  return kept.rows.length === 1;
}
