import { sql } from './sql.ts';

/**
 * A column of a `select`, true in every row, by which the transaction that reads waits at its end until a standby has all
 * that it read. What somebody committed whose wait was cancelled is seen by everybody, and a failover undoes it. PostgreSQL
 * waits only for a transaction that has written something, an id alone (`pg_current_xact_id`) is not enough: this writes a
 * few bytes that nobody reads.
 */
export const ONCE_CONFIRMED = sql`pg_logical_emit_message(true, 'seonmul', '') is not null`;
