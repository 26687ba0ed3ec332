import { sql } from '../db/sql.ts';
import type { Db } from '../db/transaction.ts';
import { gathered } from '../gatherer.ts';

/** `expires`: when the signature is too old to be accepted anyway. */
type Nonce = { keyid: string; nonce: string; expires: Date };

/** Stores a nonce until it expires. False if it was used before. Those that come at the same time share a commit. */
export const claimNonce = gathered<Db, Nonce, boolean>({
  fromOf: ({ keyid }) => keyid,
  async run(db, nonces) {
    // In one order, so that processes that are sent the same nonces wait for each other and don't deadlock.
    const claimed = await sql<{ keyid: string; nonce: string }>`
      insert into peer_nonces (keyid, nonce, expires_at)
      select keyid, nonce, max(expires_at)
      from unnest(${nonces.map(({ keyid }) => keyid)}::text[], ${nonces.map(({ nonce }) => nonce)}::text[],
        ${nonces.map(({ expires }) => expires)}::timestamptz[]) as claimed (keyid, nonce, expires_at)
      where keyid is not null and nonce is not null
      group by keyid, nonce order by keyid, nonce
      on conflict do nothing returning keyid, nonce`.execute(db);
    const idOf = ({ keyid, nonce }: Pick<Nonce, 'keyid' | 'nonce'>) => `${keyid} ${nonce}`;
    const fresh = new Set(claimed.rows.map(idOf));
    // Of two with the same nonce in one set, only the first one is new.
    return nonces.map((nonce) => fresh.delete(idOf(nonce)));
  },
});
