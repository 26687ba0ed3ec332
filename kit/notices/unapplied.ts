import { addMs, HOUR_MS, SECOND_MS } from '../clock.ts';
import { sql } from '../db/sql.ts';
import { isLockTimeout, sqlstateOf } from '../db/sqlstate.ts';
import type { Tx } from '../db/transaction.ts';
import { type BackOff, backOffMs } from '../due/back-off.ts';
import type { Line } from './stored-notices.ts';

/**
 * Why a received notice is not applied: applying it failed; an earlier one about the same subject is not applied; somebody
 * else was working on its subject; only a later version knows its kind; or it has not even what every notice has.
 */
export const UNAPPLIED_REASONS = ['failed', 'behind_another', 'busy', 'unknown_kind', 'unreadable'] as const;
export type UnappliedReason = (typeof UNAPPLIED_REASONS)[number];

export type Unapplied = {
  line: Line;
  subject_id: string | null;
  reason: UnappliedReason;
  problem?: string;
};

const BACK_OFFS: Partial<Record<UnappliedReason, BackOff>> = {
  busy: { min_ms: SECOND_MS / 5, max_ms: 10 * SECOND_MS },
  failed: { min_ms: 10 * SECOND_MS, max_ms: HOUR_MS },
};
const PROBLEM_LENGTH_MAX = 200;

/**
 * Keeps notices that are not applied now. Those behind another one, or of an unknown kind, have no attempt of their own. The
 * lines of a batch that are no notices have one row together, whose `line_no` is 0.
 */
export async function setAside(
  tx: Tx,
  sender: string,
  unapplied: readonly Unapplied[],
  now: Date,
): Promise<void> {
  if (unapplied.length === 0) return;
  const retries = unapplied.map(({ reason }) => nextAttempt(reason, 1, now));
  await sql`
    insert into unapplied_notices as u (sender, batch_no, line_no, lines, notice_id, kind, subject_id, reason, problem,
      attempts, first_seen_at, next_attempt_at)
    select ${sender}, batch_no, line_no, sum(lines), notice_id, kind, subject_id, reason, problem,
      case when reason in ('failed', 'busy') then 1 else 0 end, ${now}, next_attempt_at
    from unnest(${unapplied.map(({ line }) => line.batch_no)}::bigint[],
      ${unapplied.map(({ line, reason }) => (reason === 'unreadable' ? 0 : line.line_no))}::int[],
      ${unapplied.map(({ line }) => line.lines)}::int[],
      ${unapplied.map(({ line }) => line.notice?.notice_id ?? null)}::uuid[],
      ${unapplied.map(({ line }) => line.notice?.kind ?? null)}::text[],
      ${unapplied.map(({ subject_id }) => subject_id)}::uuid[],
      ${unapplied.map(({ reason }) => reason)}::text[],
      ${unapplied.map(({ problem }) => problem ?? null)}::text[],
      ${retries}::timestamptz[])
      as n(batch_no, line_no, lines, notice_id, kind, subject_id, reason, problem, next_attempt_at)
    group by batch_no, line_no, notice_id, kind, subject_id, reason, problem, next_attempt_at
    order by batch_no, line_no
    on conflict on constraint one_row_a_line do update set lines = u.lines + excluded.lines where u.line_no = 0`.execute(
    tx,
  );
}

/** Which of these subjects have a notice that is not applied, so that later ones wait behind it. */
export async function heldUp(tx: Tx, sender: string, subjectIds: readonly string[]): Promise<Set<string>> {
  const found = await sql<{ subject_id: string }>`
    select asked.subject_id from unnest(${subjectIds}::uuid[]) as asked(subject_id)
    where asked.subject_id is not null and exists (
      select 1 from unapplied_notices u
      where u.sender = ${sender} and u.subject_id = asked.subject_id and u.applied_at is null
        and u.reason <> 'unknown_kind')`.execute(tx);
  return new Set(found.rows.map(({ subject_id }) => subject_id));
}

export async function markApplied(tx: Tx, sender: string, lines: readonly Line[], now: Date): Promise<void> {
  await sql`
    update unapplied_notices u set applied_at = ${now}, attempts = u.attempts + 1, next_attempt_at = null
    from unnest(${lines.map(({ batch_no }) => batch_no)}::bigint[], ${lines.map(({ line_no }) => line_no)}::int[])
      as l(batch_no, line_no)
    where u.sender = ${sender} and u.batch_no = l.batch_no and u.line_no = l.line_no`.execute(tx);
}

/**
 * The first of those that waited behind this one is due from now on. It is tried at once; if this process or the database is
 * gone before, it is not forgotten.
 */
export async function makeNextDue(
  tx: Tx,
  sender: string,
  { batch_no, line_no }: Line,
  now: Date,
): Promise<void> {
  await sql`
    update unapplied_notices set next_attempt_at = ${now}
    where unapplied_no = (
      select next.unapplied_no from unapplied_notices applied
      join unapplied_notices next on next.sender = applied.sender and next.subject_id = applied.subject_id
      where applied.sender = ${sender} and applied.batch_no = ${batch_no} and applied.line_no = ${line_no}
        and next.applied_at is null and next.reason <> 'unknown_kind'
      order by next.batch_no, next.line_no limit 1)`.execute(tx);
}

/** Their kind has become known, but an earlier one about the same subject is not applied. */
export async function markBehind(tx: Tx, sender: string, lines: readonly Line[]): Promise<void> {
  if (lines.length === 0) return;
  await sql`
    update unapplied_notices u set reason = 'behind_another'
    from unnest(${lines.map(({ batch_no }) => batch_no)}::bigint[], ${lines.map(({ line_no }) => line_no)}::int[])
      as l(batch_no, line_no)
    where u.sender = ${sender} and u.batch_no = l.batch_no and u.line_no = l.line_no`.execute(tx);
}

/** Another attempt did not succeed: what has failed is tried again after 10 seconds, then twice as long up to an hour. */
export async function markNotApplied(
  tx: Tx,
  sender: string,
  { batch_no, line_no }: Line,
  { reason, problem }: { reason: 'failed' | 'busy'; problem?: string },
  now: Date,
): Promise<void> {
  const known = await sql<{ attempts: number }>`
    select attempts from unapplied_notices
    where sender = ${sender} and batch_no = ${batch_no} and line_no = ${line_no} for update`.execute(tx);
  const attempts = (known.rows[0]?.attempts ?? 0) + 1;
  await sql`
    update unapplied_notices set reason = ${reason}, problem = ${problem ?? null}, attempts = ${attempts},
      next_attempt_at = ${nextAttempt(reason, attempts, now)}
    where sender = ${sender} and batch_no = ${batch_no} and line_no = ${line_no}`.execute(tx);
}

function nextAttempt(reason: UnappliedReason, attempts: number, now: Date): Date | null {
  const backOff = BACK_OFFS[reason];
  return backOff === undefined ? null : addMs(now, backOffMs(attempts, backOff));
}

/** Why one notice alone could not be applied: somebody else was at it, or it can't be. */
export function failureOf(error: unknown): { reason: 'failed' | 'busy'; problem: string } {
  return { reason: isLockTimeout(error) ? 'busy' : 'failed', problem: problemOf(error) };
}

/** What staff are shown. A message of the database may quote a row, so only its SQLSTATE is kept. */
function problemOf(error: unknown): string {
  const sqlstate = sqlstateOf(error);
  if (sqlstate !== undefined) return `SQLSTATE ${sqlstate}`;
  return error instanceof Error ? error.name.slice(0, PROBLEM_LENGTH_MAX) : 'unknown error';
}
