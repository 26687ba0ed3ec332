import { SECOND_MS } from '../../../../kit/clock.ts';
import { sql } from '../../../../kit/db/sql.ts';
import type { ManagementContext } from '../../context.ts';

const POLL_MS = SECOND_MS;

type Watcher = { order_id: string; session_id: string; onChange: () => void; onSessionEnd: () => void };
type Seen = { state: string; events: string; messages: string };

/**
 * Tells watchers of an order when it has changed, whichever process changed it: the database is polled once a second
 * for all orders watched here, and not at all while there are none. Whole states are compared, not positions in a
 * log, so that nothing that commits late is missed.
 */
export class OrderWatch {
  readonly #context: Pick<ManagementContext, 'db' | 'clock' | 'log'>;
  readonly #watchers = new Set<Watcher>();
  readonly #seen = new Map<string, Seen>();
  #timer: NodeJS.Timeout | undefined;

  constructor(context: Pick<ManagementContext, 'db' | 'clock' | 'log'>) {
    this.#context = context;
  }

  get size(): number {
    return this.#watchers.size;
  }

  /** Watches until the returned function is called. */
  watch(watcher: Watcher): () => void {
    this.#watchers.add(watcher);
    this.#timer ??= setTimeout(() => this.#poll(), POLL_MS);
    return () => {
      this.#watchers.delete(watcher);
    };
  }

  async #poll(): Promise<void> {
    try {
      await this.#reportChanges();
      await this.#reportEnded();
    } catch (error) {
      // The database is down: watchers are told once it is back.
      this.#context.log.warn({ err: error }, 'orders could not be watched');
    }
    this.#timer = this.#watchers.size === 0 ? undefined : setTimeout(() => this.#poll(), POLL_MS);
  }

  async #reportChanges(): Promise<void> {
    const ids = [...new Set([...this.#watchers].map(({ order_id }) => order_id))];
    for (const known of this.#seen.keys()) if (!ids.includes(known)) this.#seen.delete(known);
    if (ids.length === 0) return;
    const found = await sql<Seen & { order_id: string }>`
      select o.order_id, o.state,
        (select count(*)::text from order_events e where e.order_id = o.order_id) as events,
        (select coalesce(string_agg(m.state, ',' order by m.message_id), '') from messages m
          where m.subject_id = o.order_id) as messages
      from orders o where o.order_id = any(${ids}::uuid[])`.execute(this.#context.db);
    for (const { order_id, ...now } of found.rows) {
      const before = this.#seen.get(order_id);
      this.#seen.set(order_id, now);
      const isSame =
        before?.state === now.state && before.events === now.events && before.messages === now.messages;
      // On the first poll, too: nobody saw what changed between the watcher's own fetch and this one.
      if (isSame) continue;
      for (const watcher of this.#watchers) if (watcher.order_id === order_id) watcher.onChange();
    }
  }

  async #reportEnded(): Promise<void> {
    const ids = [...new Set([...this.#watchers].map(({ session_id }) => session_id))];
    if (ids.length === 0) return;
    const gone = await sql<{ session_id: string }>`
      select session_id from member_sessions
      where session_id = any(${ids}::uuid[])
        and (ended_at is not null or expires_at <= ${this.#context.clock()})`.execute(this.#context.db);
    const ended = new Set(gone.rows.map(({ session_id }) => session_id));
    for (const watcher of [...this.#watchers]) if (ended.has(watcher.session_id)) watcher.onSessionEnd();
  }
}
