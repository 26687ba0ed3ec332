import { addMs, DAY_MS, HOUR_MS, koreanDay, koreanDayOf } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { derivedId } from '../../../kit/journal/derived-id.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { SettlementContext } from '../context.ts';
import { listReconciliations, type ReconciliationView } from './list.ts';

/** Acquirers list some things a day late, so the day before is read again. */
const READ_AGAIN_MS = DAY_MS;
/** What we booked just before midnight they may list just after. */
const READ_ON_MS = HOUR_MS;

/**
 * Each night, from the operator's hour on, the day before is to be compared, of every acquirer that has a list; and what days were
 * missed since the last one. Returns how many were begun.
 */
export async function startNightly({ db, clock, acquirers, settings }: SettlementContext): Promise<number> {
  const now = clock();
  const until = koreanDayOf(addMs(now, -Number(settings.reconcileHour) * HOUR_MS));
  const yesterday = koreanDayOf(addMs(koreanDay(until).from, -1));
  let begun = 0;
  for (const { name } of acquirers.all().filter(({ list }) => list !== undefined)) {
    const last = await lastNight(db, name);
    let day = last === undefined ? yesterday : dayAfter(last);
    for (; day <= yesterday; day = dayAfter(day)) {
      const id = derivedId('nightly_reconciliation', name, day);
      if (await begin(db, { id, acquirer: name, day, staff_id: null }, now)) begun += 1;
    }
  }
  return begun;
}

export const START_RECONCILIATION_REFUSALS = refusals(
  'not_found', // no acquirer of this name, or one that has no list
  'date_invalid', // the day is still to come
);

/** Has one day compared at once, because staff asked for it. */
export async function startReconciliation(
  { clock, acquirers }: SettlementContext,
  tx: Tx,
  { acquirer, day, staff_id }: { acquirer: string; day: string; staff_id: string },
): Promise<Result<ReconciliationView, RefusalOf<typeof START_RECONCILIATION_REFUSALS>>> {
  if (acquirers.find(acquirer)?.list === undefined) return refuse('not_found');
  const now = clock();
  if (day > koreanDayOf(now)) return refuse('date_invalid');
  const id = newId();
  await begin(tx, { id, acquirer, day, staff_id }, now);
  const [view] = await listReconciliations(tx, { reconciliation_id: id, limit: 1 });
  if (view === undefined) throw new Error(`Reconciliation ${id} was not begun.`);
  return done(view);
}

async function begin(
  executor: Executor,
  run: { id: string; acquirer: string; day: string; staff_id: string | null },
  now: Date,
): Promise<boolean> {
  const { from, until } = koreanDay(run.day);
  const end = addMs(until, READ_ON_MS);
  const inserted = await sql`
    insert into reconciliations (reconciliation_id, acquirer, day, from_at, until_at, staff_id, due_at, created_at)
    values (${run.id}, ${run.acquirer}, ${run.day}, ${addMs(from, -READ_AGAIN_MS)}, ${end < now ? end : now}, ${run.staff_id}, ${now},
      ${now})
    on conflict do nothing returning 1`.execute(executor);
  return inserted.rows.length > 0;
}

async function lastNight(executor: Executor, acquirer: string): Promise<string | undefined> {
  const found = await sql<{ day: string }>`
    select day from reconciliations where acquirer = ${acquirer} and staff_id is null
    order by day desc limit 1`.execute(executor);
  return found.rows[0]?.day;
}

const dayAfter = (day: string) => koreanDayOf(koreanDay(day).until);
