import type { Registry } from 'prom-client';
import { type Clock, HOUR_MS, SECOND_MS } from '../clock.ts';
import { sql } from '../db/sql.ts';
import { sqlstateOf } from '../db/sqlstate.ts';
import type { Db, Executor } from '../db/transaction.ts';
import type { Logger } from '../log.ts';
import { type Sample, serverGauge } from '../metrics/definition.ts';
import { measure } from '../metrics/measure.ts';
import { type BackOff, nextAttemptAt } from './back-off.ts';
import type { Claim, Claimed } from './claims.ts';

export type DueContext = {
  db: Db;
  clock: Clock;
  log: Logger;
  /** Aborted when the process is about to end: what is not begun is given back. */
  finishing?: AbortSignal;
};

const BACK_OFF: BackOff = { min_ms: 10 * SECOND_MS, max_ms: HOUR_MS };
/** About half a day. Then it is a dead letter: staff look at it and retry it. */
const FAILURES_MAX = 20;
const PROBLEM_LENGTH_MAX = 200;

/**
 * What a job fails at is tried again after 10 seconds, then twice as long each time up to an hour, and becomes a dead letter
 * in the end. Staff see it from the first failure on. An owner that was overtaken records nothing.
 */
export async function recordFailure(
  { db, clock, log }: DueContext,
  { job, claim_id }: Claim,
  { subject_id, party }: Claimed,
  error: unknown,
): Promise<void> {
  const now = clock();
  const recorded = await sql<{ is_dead: boolean }>`
    insert into failing_work as w (job, subject_id, party, failures, first_failed_at, next_attempt_at, problem)
    select job, subject_id, ${party}, 1, ${now}, ${nextAttemptAt(now, sql`1`, BACK_OFF)}, ${problemOf(error)}
    from job_claims where job = ${job} and subject_id = ${subject_id} and claim_id = ${claim_id}
    on conflict (job, subject_id) do update set failures = w.failures + 1, problem = excluded.problem,
      party = excluded.party, dead_at = case when w.failures + 1 >= ${FAILURES_MAX} then ${now}::timestamptz end,
      next_attempt_at = ${nextAttemptAt(now, sql`(w.failures + 1)`, BACK_OFF)}
    returning dead_at is not null as is_dead`.execute(db);
  const isDead = recorded.rows[0]?.is_dead === true;
  log.error(
    { job, subject_id, err: error },
    isDead ? 'a job gave this up: staff must look at it' : 'a job failed at this and tries it again later',
  );
}

/** What staff are shown. A message of the database may quote a row, so only its SQLSTATE is kept. */
function problemOf(error: unknown): string {
  const sqlstate = sqlstateOf(error);
  if (sqlstate !== undefined) return `SQLSTATE ${sqlstate}`;
  const said = (error instanceof Error ? error.message : String(error)).slice(0, PROBLEM_LENGTH_MAX);
  // A text of the database has neither half a character nor a zero byte, which an answer that the error quotes may have.
  return said.toWellFormed().replaceAll('\0', '\ufffd');
}

/** Lets a subject start afresh with all jobs, or with one, because staff asked for it. Returns whether any had failed at it. */
export async function retryFailing(executor: Executor, subjectId: string, job?: string): Promise<boolean> {
  const retried = await sql`
    delete from failing_work where subject_id = ${subjectId}
      and ${job === undefined ? sql`true` : sql`job = ${job}`} returning 1`.execute(executor);
  return retried.rows.length > 0;
}

export type FailingWork = {
  job: string;
  subject_id: string;
  failures: number;
  first_failed_at: Date;
  next_attempt_at: Date;
  dead_at: Date | null;
  problem: string;
};

/** What jobs fail at: dead letters first, then whatever has been failing longest. */
export async function listFailing(executor: Executor, limit: number): Promise<FailingWork[]> {
  const found = await sql<FailingWork>`
    select job, subject_id, failures, first_failed_at, next_attempt_at, dead_at, problem from failing_work
    order by dead_at is null, first_failed_at, job, subject_id limit ${limit}`.execute(executor);
  return found.rows;
}

export const FAILING_WORK = serverGauge('seonmul_failing_work', 'Subjects that a job failed at, by job.', [
  'job_name',
]);
export const DEAD_LETTERS = serverGauge(
  'seonmul_dead_letters',
  'Subjects that a job gave up, by job: they wait for staff.',
  ['job_name'],
);

export function measureFailingWork(registry: Registry, context: { db: Db }): void {
  measure(registry, context, [FAILING_WORK, DEAD_LETTERS], async (tx) => {
    const found = await sql<{ job_name: string; subjects: bigint; dead: bigint }>`
      select job as job_name, count(*) as subjects, count(dead_at) as dead from failing_work group by job`.execute(
      tx,
    );
    return found.rows.flatMap(({ job_name, subjects, dead }): Sample[] => [
      [FAILING_WORK, subjects, { job_name }],
      [DEAD_LETTERS, dead, { job_name }],
    ]);
  });
}
