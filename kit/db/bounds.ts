import { type Sql, sql } from './sql.ts';
import type { Executor } from './transaction.ts';

const IDLE_MS = 2_000;
const LOCK_WAIT_MS = 100;

/**
 * A setting, for a statement's `select`: whoever holds a lock that all other processes wait for loses its connection, and with
 * it the lock, if it does nothing for this long, because its process was stopped, say.
 */
export function shortIdle(): Sql {
  return sql`set_config('idle_in_transaction_session_timeout', ${String(IDLE_MS)}, true)`;
}

/** Bounds what a transaction that applies a set holds up, and what holds it up: it gives way rather than wait. */
export async function boundSet(tx: Executor): Promise<void> {
  await sql`select ${shortIdle()}, set_config('lock_timeout', ${String(LOCK_WAIT_MS)}, true)`.execute(tx);
}
