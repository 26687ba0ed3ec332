import { type Sql, sql } from '../db/sql.ts';

/** How long to wait after a failure: `min_ms` after the first, then twice as long each time, up to `max_ms`. */
export type BackOff = { readonly min_ms: number; readonly max_ms: number };

/** Doubling further would only overflow. */
const DOUBLED_MAX = 20;

export function backOffMs(failures: number, { min_ms, max_ms }: BackOff): number {
  return Math.min(max_ms, min_ms * 2 ** Math.min(Math.max(failures - 1, 0), DOUBLED_MAX));
}

/** The same in a statement: the next time after `failures`, an expression. */
export function nextAttemptAt(now: Date, failures: Sql, { min_ms, max_ms }: BackOff): Sql {
  return sql`${now}::timestamptz
    + least(${min_ms}::float8 * 2 ^ least(greatest(${failures} - 1, 0), ${DOUBLED_MAX}), ${max_ms}::float8)
      * interval '1 millisecond'`;
}
