import { addMs } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { gathered } from '../../../kit/gatherer.ts';
import { CLERK_IDLE_MS } from '../clerks/sign-in.ts';
import type { ShopContext } from '../context.ts';
import type { Till } from '../stores/places.ts';

export type TerminalSession = Till & { expires_at: Date; signedIn: SignedInClerk | null };

/** The clerk who is signed in at a terminal. */
export type SignedInClerk = { session_id: string; clerk_id: string; used_at: Date };

type Row = Till & {
  token_digest: Buffer;
  expires_at: Date;
  session_id: string | null;
  clerk_id: string | null;
  used_at: Date | null;
};

/**
 * Finds a terminal's session by its token's digest, which every request of a terminal needs. Nothing is cached, so a
 * blocked terminal is rejected from its next request on.
 */
export const findTerminalSession = gathered<ShopContext, Buffer, TerminalSession | undefined>({
  fromOf: (digest) => digest.toString('hex'),
  batch_max: 256,
  async run({ db, clock }, digests) {
    const found = await sql<Row>`
      select x.token_digest, t.terminal_id, t.store_id, s.name_ko as store_name, x.expires_at,
        c.session_id, c.clerk_id, c.used_at
      from unnest(${digests}::bytea[]) asked (token_digest) join terminal_sessions x using (token_digest)
        join terminals t using (terminal_id) join stores s using (store_id)
      left join clerk_sessions c on c.terminal_id = t.terminal_id and c.ended_at is null
        and c.used_at > ${addMs(clock(), -CLERK_IDLE_MS)}
      where x.ended_at is null and t.blocked_at is null`.execute(db);
    const sessions = new Map(found.rows.map((row) => [row.token_digest.toString('hex'), sessionOf(row)]));
    return digests.map((digest) => sessions.get(digest.toString('hex')));
  },
});

function sessionOf({ terminal_id, store_id, store_name, expires_at, ...row }: Row): TerminalSession {
  const { session_id, clerk_id, used_at } = row;
  const isSignedIn = session_id !== null && clerk_id !== null && used_at !== null;
  const signedIn = isSignedIn ? { session_id, clerk_id, used_at } : null;
  return { terminal_id, store_id, store_name, expires_at, signedIn };
}
