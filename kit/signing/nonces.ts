import { createHash } from 'node:crypto';
import { sql } from '../db/sql.ts';
import type { Executor } from '../db/transaction.ts';

/** Remembers a nonce until its signature is too old to be taken; false when it was used before. */
export async function claimNonce(
  executor: Executor,
  keyid: string,
  nonce: string,
  expires: Date,
): Promise<boolean> {
  const kept = await sql`
    insert into peer_nonces (keyid, nonce, expires_at) values (${keyid}, ${nonce}, ${expires})
    on conflict do nothing returning nonce`.execute(executor);
  return kept.rows.length === 1;
}

/** Forgets nonces whose signatures would be refused for their age. */
export async function deleteExpiredNonces(executor: Executor, now: Date): Promise<void> {
  await sql`delete from peer_nonces where expires_at < ${now}`.execute(executor);
}

/** About one nonce in 128, so that requests tidy up by turns; by digest, for the senders choose how nonces look. */
export function isCleanupTurn(nonce: string): boolean {
  return (createHash('sha256').update(nonce).digest()[0] ?? 0) < 2;
}
