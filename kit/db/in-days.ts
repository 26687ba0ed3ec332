import { koreanDay } from '../clock.ts';
import { type Sql, sql } from './sql.ts';

/** A range of Korean calendar days, inclusive; either end may be open. */
export type Days = { from?: string | undefined; until?: string | undefined };

/** Whether a time is within the range. */
export function inDays(at: Sql<unknown>, { from, until }: Days): Sql<boolean> {
  return sql<boolean>`(${at} >= ${from === undefined ? '-infinity' : koreanDay(from).from}
    and ${at} < ${until === undefined ? 'infinity' : koreanDay(until).until})`;
}
