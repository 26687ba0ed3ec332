import { addMs, DAY_MS, HOUR_MS } from '../clock.ts';
import { boundNoStatement } from '../db/bounds.ts';
import { sql } from '../db/sql.ts';
import { type Db, inTransaction } from '../db/transaction.ts';
import { type Claim, claimUnparted } from '../due/claims.ts';
import { eachDue } from '../due/each-due.ts';
import type { DueContext } from '../due/failing-work.ts';
import type { Job } from '../jobs.ts';
import { renderAgain } from './render.ts';

/** `journalKeptDays`: for how long the operator keeps facts of which nothing is open any more; null: for ever. */
export type DropContext = DueContext & { settings: { readonly journalKeptDays: number | null } };

/** How many ranges are looked at in one statement. */
const RANGES_MAX = 500;

/**
 * Drops the journal's months that are older than the operator keeps them, the oldest first: it proves that every range still
 * has its bytes, and the owner's function carries the sums forward, keeps what is still needed and drops the rest
 * (`drop_journal_month`). A month that can't be dropped is tried again later, and staff see why.
 */
export function dropMonthsJob(context: DropContext): Job {
  return { name: 'drop_months', every_ms: HOUR_MS, round: () => dropOldMonth(context) };
}

async function dropOldMonth(context: DropContext): Promise<number> {
  const { journalKeptDays } = context.settings;
  if (journalKeptDays === null) return 0;
  const before = addMs(context.clock(), -journalKeptDays * DAY_MS);
  const due = sql`
    select to_char(month, 'YYYY-MM-DD') as subject_id, month::timestamptz as due_at
    from oldest_journal_month(${before}) month where month is not null`;
  const find = (claim: Claim) => claimUnparted(claim, due, 1).execute(context.db);
  return eachDue(context, 'drop_months', find, async ({ db, clock }, { subject_id: month }) => {
    await proveRanges(db, month);
    await inTransaction(
      db,
      async (tx) => {
        await boundNoStatement(tx);
        const dropped = await sql<{ problem: string | null }>`
        select drop_journal_month(${month}::date, ${clock()}, ${before}) as problem`.execute(tx);
        const problem = dropped.rows[0]?.problem ?? null;
        if (problem !== null) throw new Error(`The journal's month ${month} stays: ${problem}.`);
      },
      'gives_way',
    );
  });
}

/** Throws unless every range with facts of the month still has the bytes that its party was told, as far as no fact of it went before. */
async function proveRanges(db: Db, month: string): Promise<void> {
  let last = { party: '', range_no: 0n };
  for (;;) {
    const found = await sql<{ party: string; range_no: bigint }>`
      select party, range_no from journal_ranges
      where (party, range_no) > (${last.party}, ${last.range_no})
        and until_at > ${month}::date::timestamp at time zone 'UTC'
        and from_at < (${month}::date + interval '1 month') at time zone 'UTC'
      order by party, range_no limit ${RANGES_MAX}`.execute(db);
    for (const { party, range_no } of found.rows) {
      const { problem } = await renderAgain(db, party, range_no);
      if (problem === 'bytes_differ')
        throw new Error(`The journal's month ${month} stays: range ${range_no} of ${party} has other bytes.`);
    }
    const end = found.rows.at(-1);
    if (end === undefined) return;
    last = end;
  }
}
