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
