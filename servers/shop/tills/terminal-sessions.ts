import { addMs } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { CLERK_IDLE_MS } from '../clerks/sign-in.ts';
import type { ShopBase } from '../context.ts';
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

type Waiting = {
  digest: Buffer;
  resolve(session: TerminalSession | undefined): void;
  reject(error: unknown): void;
};

const BATCH_MAX = 256;

/**
 * Finds terminal sessions by token digest. Every request of a terminal needs one, so look-ups that arrive while a query
 * runs are batched into the next: this query was a third of the cost of a sale. Nothing is cached, so a blocked terminal
 * is rejected from its next request on.
 */
export class TerminalSessions {
  readonly #db: ShopBase['db'];
  readonly #clock: ShopBase['clock'];
  #waiting: Waiting[] = [];
  #running = false;

  constructor({ db, clock }: Pick<ShopBase, 'db' | 'clock'>) {
    this.#db = db;
    this.#clock = clock;
  }

  find(digest: Buffer): Promise<TerminalSession | undefined> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ digest, resolve, reject });
      if (!this.#running) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, BATCH_MAX);
      try {
        const sessions = await this.#read(batch.map(({ digest }) => digest));
        for (const { digest, resolve } of batch) resolve(sessions.get(digest.toString('hex')));
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#running = false;
  }

  async #read(digests: readonly Buffer[]): Promise<Map<string, TerminalSession>> {
    const found = await sql<Row>`
      select x.token_digest, t.terminal_id, t.store_id, s.name_ko as store_name, x.expires_at,
        c.session_id, c.clerk_id, c.used_at
      from terminal_sessions x join terminals t using (terminal_id) join stores s using (store_id)
      left join clerk_sessions c on c.terminal_id = t.terminal_id and c.ended_at is null
        and c.used_at > ${addMs(this.#clock(), -CLERK_IDLE_MS)}
      where x.token_digest = any(${digests}) and x.ended_at is null and t.blocked_at is null`.execute(
      this.#db,
    );
    return new Map(found.rows.map((row) => [row.token_digest.toString('hex'), sessionOf(row)]));
  }
}

function sessionOf({ terminal_id, store_id, store_name, expires_at, ...row }: Row): TerminalSession {
  const { session_id, clerk_id, used_at } = row;
  const isSignedIn = session_id !== null && clerk_id !== null && used_at !== null;
  const signedIn = isSignedIn ? { session_id, clerk_id, used_at } : null;
  return { terminal_id, store_id, store_name, expires_at, signedIn };
}
