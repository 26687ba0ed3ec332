import { type RawBuilder, sql } from 'kysely';
import { koreanDay } from '../clock.ts';

/** Korean calendar days, both included; either may be open. */
export type Days = { from?: string | undefined; until?: string | undefined };

/** Whether a time is within the days. */
export function inDays(at: RawBuilder<unknown>, { from, until }: Days): RawBuilder<boolean> {
  return sql<boolean>`(${at} >= ${from === undefined ? '-infinity' : koreanDay(from).from}
    and ${at} < ${until === undefined ? 'infinity' : koreanDay(until).until})`;
}
