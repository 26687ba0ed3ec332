import { Gauge, type Registry } from 'prom-client';
import { addMs, type Clock, HOUR_MS, SECOND_MS } from './clock.ts';
import { type Sql, sql } from './db/sql.ts';
import { sqlstateOf } from './db/sqlstate.ts';
import type { Db, Executor } from './db/transaction.ts';
import { isDatabaseUnavailable } from './db/unavailable.ts';
import type { Logger } from './log.ts';

type WorkContext = { db: Db; clock: Clock; log: Logger };

const RETRY_MS_MIN = 10 * SECOND_MS;
const PROBLEM_LENGTH_MAX = 200;

/** The condition under which a due row is taken: it isn't waiting after a failure. `id` is its column. */
export function isNotWaiting(job: string, id: Sql, now: Date): Sql {
  return sql`not exists (
    select 1 from failing_work w where w.job = ${job} and w.subject_id = ${id}::text and w.next_attempt_at > ${now})`;
}

/**
 * Does a job's work for each due subject, so that one it fails at holds up no other: that one is tried again after 10
 * seconds, then twice as long each time up to an hour, and staff see it meanwhile. Select the subjects with `isNotWaiting`.
 * Returns how many it did, without those it failed at or for which `work` returns false. Throws while the database is unavailable, which is no subject's fault.
 */
export async function workThrough<Row>(
  context: WorkContext,
  job: string,
  due: readonly Row[],
  idOf: (row: Row) => string,
  work: (row: Row) => Promise<unknown>,
): Promise<number> {
  const succeeded: string[] = [];
  let did = 0;
  for (const row of due) {
    try {
      if ((await work(row)) !== false) did += 1;
      succeeded.push(idOf(row));
    } catch (error) {
      if (isDatabaseUnavailable(error)) throw error;
      await recordFailure(context, job, idOf(row), error);
    }
  }
  if (succeeded.length > 0)
    await sql`
      delete from failing_work where job = ${job} and subject_id = any(${succeeded}::text[])`.execute(
      context.db,
    );
  return did;
}

async function recordFailure(
  { db, clock, log }: WorkContext,
  job: string,
  subjectId: string,
  error: unknown,
): Promise<void> {
  log.error({ job, subject_id: subjectId, err: error }, 'a job failed at this and tries it again later');
  const now = clock();
  await sql`
    insert into failing_work as w (job, subject_id, failures, first_failed_at, next_attempt_at, problem)
    values (${job}, ${subjectId}, 1, ${now}, ${addMs(now, RETRY_MS_MIN)}, ${problemOf(error)})
    on conflict (job, subject_id) do update set failures = w.failures + 1, problem = excluded.problem,
      next_attempt_at = ${now}::timestamptz + least(${RETRY_MS_MIN}::float8 * 2 ^ least(w.failures, 20), ${HOUR_MS})
        * interval '1 millisecond'`.execute(db);
}

/** What staff are shown. A message of the database may quote a row, so only its SQLSTATE is kept. */
function problemOf(error: unknown): string {
  const sqlstate = sqlstateOf(error);
  if (sqlstate !== undefined) return `SQLSTATE ${sqlstate}`;
  return (error instanceof Error ? error.message : String(error)).slice(0, PROBLEM_LENGTH_MAX);
}

/** Lets a subject be tried at once, because staff asked for it. */
export async function tryAtOnce(executor: Executor, subjectId: string, now: Date): Promise<void> {
  await sql`
    update failing_work set next_attempt_at = ${now} where subject_id = ${subjectId}`.execute(executor);
}

/** The metric to raise an alarm by: above 0, staff have something to look at. */
export function measureFailingWork(registry: Registry, { db }: Pick<WorkContext, 'db'>): void {
  new Gauge({
    name: 'failing_work',
    help: 'Subjects that a job failed at and tries again later, by job.',
    labelNames: ['job'],
    registers: [registry],
    async collect() {
      const found = await sql<{ job: string; subjects: bigint }>`
        select job, count(*) as subjects from failing_work group by job`.execute(db);
      this.reset();
      for (const { job, subjects } of found.rows) this.set({ job }, Number(subjects));
    },
  });
}
