import { expect, vi } from 'vitest';
import type { Clock } from '../../kit/clock.ts';
import { sql } from '../../kit/db/sql.ts';
import type { Db } from '../../kit/db/transaction.ts';
import { dropMonthsJob } from '../../kit/journal/drop-months.ts';
import { Sequencer } from '../../kit/journal/sequencer.ts';
import { createLogger } from '../../kit/log.ts';

type Own = { db: Db; clock: Clock; party: string };

/** How long transactions of other databases in the cluster may keep the floor down. */
const FLOOR_MS = 30_000;

/** Puts a server's journal in order, until nothing is looked for any more, and has everybody acknowledge it. */
async function tellAll({ db, clock, party }: Own): Promise<void> {
  const sequencer = new Sequencer({ db, clock, party, entriesMax: 50, bytesMax: 100_000 });
  await vi.waitFor(async () => {
    await sequencer.fixOrder();
    const found = await sql<{ is_done: boolean }>`
      select floor_seq >= coalesce(pg_sequence_last_value('journal_seq'), 0) as is_done
      from journal_sequencer`.execute(db);
    expect(found.rows).toEqual([{ is_done: true }]);
  }, FLOOR_MS);
  await sql`update journal_ranges set acknowledged_at = ${clock()} where acknowledged_at is null`.execute(db);
}

/** Drops the months that are older than so many days, and returns which; what stays is a failure. */
export async function dropMonths(own: Own, journalKeptDays: number): Promise<string[]> {
  await tellAll(own);
  const log = createLogger('drop-months', 'fatal');
  const job = dropMonthsJob({ ...own, log, settings: { journalKeptDays } });
  while ((await job.round()) > 0);
  const failing = await sql<{ problem: string }>`
    select problem from failing_work where job = 'drop_months'`.execute(own.db);
  expect(failing.rows).toEqual([]);
  const dropped = await sql<{ month: string }>`
    select month::text from journal_dropped_months order by month`.execute(own.db);
  return dropped.rows.map(({ month }) => month.slice(0, 7));
}
