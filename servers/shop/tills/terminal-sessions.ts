import { sql } from '../../../kit/db/sql.ts';
import type { ShopBase } from '../context.ts';
import type { Till } from '../stores/places.ts';

export type TerminalSession = Till & { expires_at: Date };

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
  #waiting: Waiting[] = [];
  #running = false;

  constructor({ db }: Pick<ShopBase, 'db'>) {
    this.#db = db;
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
    const found = await sql<TerminalSession & { token_digest: Buffer }>`
      select x.token_digest, t.terminal_id, t.store_id, s.name_ko as store_name, x.expires_at
      from terminal_sessions x join terminals t using (terminal_id) join stores s using (store_id)
      where x.token_digest = any(${digests}) and x.ended_at is null and t.blocked_at is null`.execute(
      this.#db,
    );
    return new Map(found.rows.map(({ token_digest, ...session }) => [token_digest.toString('hex'), session]));
  }
}
