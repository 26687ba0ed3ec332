import type { Logger } from './log.ts';
import { inTrace } from './trace.ts';

/** Does what is due and returns how much it did. After more than 0 it runs again at once. */
export type JobRound = () => Promise<number>;

export type Job = { name: string; every_ms: number; round: JobRound };

/**
 * Runs jobs until `stop`. Timers are due rows in tables, so a job only polls: it claims due rows with FOR UPDATE SKIP
 * LOCKED, and any number of processes may poll. A round that fails is logged and tried again at the next poll.
 */
export function startJobs(jobs: readonly Job[], log: Logger): { stop(): Promise<void> } {
  let stopping = false;
  const wakers = new Set<() => void>();

  async function run(job: Job): Promise<void> {
    while (!stopping) {
      const did = await inTrace(null, `job ${job.name}`, async () => {
        try {
          return await job.round();
        } catch (error) {
          log.error({ job: job.name, err: error }, 'job round failed');
          return 0;
        }
      });
      if (did === 0 && !stopping) await pause(job.every_ms);
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        wakers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      wakers.add(wake);
    });
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
