import { createHash } from 'node:crypto';
import { sql } from '../db/sql.ts';
import type { Executor } from '../db/transaction.ts';

/** Stores a nonce until its signature is too old to be accepted. False if the nonce was used before. */
export async function claimNonce(
  executor: Executor,
  keyid: string,
  nonce: string,
  expires: Date,
): Promise<boolean> {
  const claimed = await sql`
    insert into peer_nonces (keyid, nonce, expires_at) values (${keyid}, ${nonce}, ${expires})
    on conflict do nothing returning nonce`.execute(executor);
  return claimed.rows.length === 1;
}

/** Deletes nonces whose signatures would be refused for their age. */
export async function deleteExpiredNonces(executor: Executor, now: Date): Promise<void> {
  await sql`delete from peer_nonces where expires_at < ${now}`.execute(executor);
}

/** True for one nonce in 128, whose request then cleans up. It goes by the digest, because senders choose their nonces. */
export function isCleanupTurn(nonce: string): boolean {
  return (createHash('sha256').update(nonce).digest()[0] ?? 0) < 2;
}
