import { sql } from './sql.ts';
import type { Executor, Tx } from './transaction.ts';

const IDLE_MS = 2_000;
const LOCK_WAIT_MS = 100;
const unbound = new WeakSet<Executor>();

/**
 * For a transaction that holds a lock which all other processes wait for: it loses its connection, and with it the lock, if
 * it does nothing for this long, because its process was stopped, say.
 */
export async function boundIdle(tx: Tx): Promise<void> {
  await sql`select set_config('idle_in_transaction_session_timeout', ${String(IDLE_MS)}, true)`.execute(tx);
}

/** For one that applies a set: it also gives way rather than wait for what somebody else has locked. */
export async function boundSet(tx: Tx): Promise<void> {
  await sql`
    select set_config('idle_in_transaction_session_timeout', ${String(IDLE_MS)}, true),
      set_config('lock_timeout', ${String(LOCK_WAIT_MS)}, true)`.execute(tx);
}

/** For one that works through a month of facts: a statement may take as long as it takes. */
export async function boundNoStatement(tx: Tx): Promise<void> {
  unbound.add(tx);
  await sql`select set_config('statement_timeout', '0', true)`.execute(tx);
}

const READING_MS = 2_000;

/** For one that only looks, such as at what is measured: it takes no longer than this, whatever the database is busy with. */
export async function boundReading(tx: Tx): Promise<void> {
  await sql`select set_config('statement_timeout', ${String(READING_MS)}, true)`.execute(tx);
}

const LONG_READING_MS = 10 * 60_000;

/** For one that adds up all the books. */
export async function boundLongReading(tx: Tx): Promise<void> {
  unbound.add(tx);
  await sql`select set_config('statement_timeout', ${String(LONG_READING_MS)}, true)`.execute(tx);
}

/** Whether its answers may take as long as they take. */
export function isUnbound(executor: Executor): boolean {
  return unbound.has(executor);
}
