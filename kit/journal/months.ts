import { type Clock, HOUR_MS } from '../clock.ts';
import { sql } from '../db/sql.ts';
import type { Db } from '../db/transaction.ts';
import type { Job } from '../jobs.ts';

const MONTHS_AHEAD = 2;

/** Makes the journal's partitions of this month and the next two, at the start and then every hour. */
export function journalMonthsJob({ db, clock }: { db: Db; clock: Clock }): Job {
  return {
    name: 'journal_months',
    every_ms: HOUR_MS,
    round: async () => {
      const made = await sql<{ made: number }>`
        select coalesce(make_journal_months(${clock()}::timestamptz, ${MONTHS_AHEAD}), 0) as made`.execute(
        db,
      );
      return made.rows[0]?.made ?? 0;
    },
  };
}
