import { addMs, MINUTE_MS } from '../clock.ts';
import { sql } from '../db/sql.ts';
import type { Executor } from '../db/transaction.ts';
import type { Alarm } from './definition.ts';
import type { Holding } from './holding.ts';

/** A row of `alarms`. */
export type Stored = {
  alarm: Alarm['name'];
  subject: string;
  value: number;
  holds_since: Date;
  told_at: Date | null;
  reminded_at: Date | null;
  ended_at: Date | null;
};

/** What nobody has seen for so long is over. */
const OVER_AFTER_MS = 5 * MINUTE_MS;
/** Of one alarm, no more are told apart. */
const SUBJECTS_MAX = 20;
const SUBJECT_LENGTH_MAX = 300;
/** Many more than there can be. */
const ROWS_MAX = 1_000;

/** Writes down what holds now, as this process sees it. Of what it can't see, it says nothing: that goes on as it was. */
export async function noteHolding(
  executor: Executor,
  holding: readonly Holding[],
  unknown: ReadonlySet<Alarm['name']>,
  now: Date,
): Promise<void> {
  const of = Map.groupBy(holding, ({ alarm }) => alarm);
  const noted = [...of.values()].flatMap((each) =>
    each.sort((a, b) => a.subject.localeCompare(b.subject)).slice(0, SUBJECTS_MAX),
  );
  await sql`
    insert into alarms as a (alarm, subject, value, holds_since, seen_at)
    select alarm, subject, value, ${now}, ${now}
    from unnest(${noted.map(({ alarm }) => alarm)}::text[],
      ${noted.map(({ subject }) => subject.slice(0, SUBJECT_LENGTH_MAX))}::text[],
      ${noted.map(({ value }) => value)}::float8[]) n (alarm, subject, value)
    order by alarm, subject
    on conflict (alarm, subject) do update set value = excluded.value, seen_at = excluded.seen_at,
      holds_since = case when a.ended_at is null then a.holds_since else excluded.holds_since end,
      told_at = case when a.ended_at is null then a.told_at end,
      reminded_at = case when a.ended_at is null then a.reminded_at end, ended_at = null`.execute(executor);
  if (unknown.size > 0)
    await sql`
      update alarms set seen_at = ${now} where alarm = any(${[...unknown]}::text[]) and ended_at is null`.execute(
      executor,
    );
}

/** Ends what nobody sees any more, and forgets what nobody was told of, or no version knows. */
export async function endUnseen(
  executor: Executor,
  known: readonly Alarm['name'][],
  now: Date,
): Promise<void> {
  await sql`
    update alarms set ended_at = seen_at where ended_at is null and seen_at < ${addMs(now, -OVER_AFTER_MS)}`.execute(
    executor,
  );
  await sql`
    delete from alarms where (ended_at is not null and told_at is null) or alarm <> all (${[...known]}::text[])`.execute(
    executor,
  );
}

export async function readAlarms(executor: Executor): Promise<Stored[]> {
  const found = await sql<Stored>`
    select alarm, subject, value, holds_since, told_at, reminded_at, ended_at from alarms
    order by holds_since, alarm, subject limit ${ROWS_MAX}`.execute(executor);
  return found.rows;
}

/** Staff have been told. What is over is forgotten with that. */
export async function markTold(
  executor: Executor,
  { began, still, ended }: { began: readonly Stored[]; still: readonly Stored[]; ended: readonly Stored[] },
  now: Date,
): Promise<void> {
  const told = [...began, ...still];
  await sql`
    update alarms a set told_at = coalesce(a.told_at, ${now}), reminded_at = ${now}
    from unnest(${told.map(({ alarm }) => alarm)}::text[], ${told.map(({ subject }) => subject)}::text[]) t (alarm, subject)
    where a.alarm = t.alarm and a.subject = t.subject`.execute(executor);
  await sql`
    delete from alarms a
    using unnest(${ended.map(({ alarm }) => alarm)}::text[], ${ended.map(({ subject }) => subject)}::text[]) t (alarm, subject)
    where a.alarm = t.alarm and a.subject = t.subject and a.ended_at is not null`.execute(executor);
}
