import type { Bell } from './bell.ts';
import type { Logger } from './log.ts';
import { count, note, ofThisProcess } from './metrics/count.ts';
import { counter, processGauge } from './metrics/definition.ts';
import { openSpan, traceContext } from './trace.ts';

/** Does what is due and returns how much it did. After more than 0 it runs again at once. */
export type JobRound = () => Promise<number>;

export type Job = {
  name: string;
  every_ms: number;
  round: JobRound;
  /** A round that waits for somebody's answer holds up no other: meanwhile more begin, and claims keep them apart. */
  overlaps?: true;
  /** Rung when there is something to do: it looks at once. */
  bell?: Bell;
};

const OVERLAPPING_MAX = 4;

export const JOB_ROUNDS = ofThisProcess(
  counter('seonmul_job_rounds_total', 'Rounds of jobs, by job and by whether it failed altogether.', [
    'job_name',
    'outcome',
  ]),
);
export const JOB_ROUND_AT = ofThisProcess(
  processGauge(
    'seonmul_job_round_timestamp_seconds',
    'When a job last began to look for something to do, in Unix time.',
    ['job_name'],
  ),
);

/**
 * Runs jobs until `stop`. Timers are due rows in tables, so a job only polls: it claims due rows (`kit/due/`), and any number
 * of processes may poll. A round that fails is logged and tried again at the next poll.
 */
export function startJobs(jobs: readonly Job[], log: Logger): { stop(): Promise<void> } {
  let stopping = false;
  const wakers = new Set<() => void>();

  async function run(job: Job): Promise<void> {
    const rounds = new Set<Promise<number>>();
    while (!stopping) {
      job.bell?.silence();
      const round = roundOf(job).finally(() => rounds.delete(round));
      rounds.add(round);
      const did = job.overlaps === true ? await firstOf(round, job.every_ms) : await round;
      if (did === 0 && !stopping) await untilNext(job);
      if (rounds.size >= OVERLAPPING_MAX) await Promise.race(rounds);
    }
    await Promise.all(rounds);
  }

  async function untilNext({ every_ms, bell }: Job): Promise<void> {
    const rest = pause(every_ms);
    bell?.listen(rest.end);
    await rest.over;
  }

  function roundOf(job: Job): Promise<number> {
    note(JOB_ROUND_AT, { job_name: job.name }, Date.now() / 1_000);
    const attributes = { 'seonmul.job': job.name };
    const span = openSpan(undefined, { name: `job ${job.name}`, kind: 'internal', attributes });
    return traceContext.with(span.context, async () => {
      try {
        const did = await job.round();
        // Rounds that find nothing are many, and tell nothing.
        if (did > 0) span.end({ 'seonmul.done': did });
        count(JOB_ROUNDS, { job_name: job.name, outcome: 'done' });
        return did;
      } catch (error) {
        count(JOB_ROUNDS, { job_name: job.name, outcome: 'failed' });
        span.end({}, true);
        log.error({ job: job.name, err: error }, 'job round failed');
        return 0;
      }
    });
  }

  /** What a round did, or undefined if it takes longer than `ms`. */
  async function firstOf(round: Promise<number>, ms: number): Promise<number | undefined> {
    const late = pause(ms);
    const did = await Promise.race([round, late.over]);
    late.end();
    return did;
  }

  function pause(ms: number): { over: Promise<undefined>; end: () => void } {
    let end = () => {};
    const over = new Promise<undefined>((resolve) => {
      end = () => {
        clearTimeout(timer);
        wakers.delete(end);
        resolve(undefined);
      };
      const timer = setTimeout(end, ms);
      wakers.add(end);
    });
    return { over, end };
  }

  const running = jobs.map(run);
  return {
    async stop() {
      stopping = true;
      for (const wake of [...wakers]) wake();
      await Promise.all(running);
    },
  };
}
