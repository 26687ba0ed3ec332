import { setTimeout as pause } from 'node:timers/promises';
import { SECOND_MS } from './clock.ts';
import { ConfigError, count, countOrNone, type SettingValues } from './config.ts';
import type { App } from './http/app.ts';
import { type Job, startJobs } from './jobs.ts';
import type { Logger } from './log.ts';
import type { Mailer } from './mail/smtp.ts';
import { aborted, type Ending, pauseUnless } from './process.ts';

/** How a server ends (docs/production/start-stop.md). */
export const ENDING_SETTINGS = {
  drainSeconds: countOrNone(
    'DRAIN_SECONDS',
    'how many seconds /readyz says 503 at the end while everything is still served, so that load balancers notice; 0 where none asks',
    '0',
  ),
  finishSeconds: count(
    'FINISH_SECONDS',
    'how many seconds what has begun is given to finish after that; with DRAIN_SECONDS it stays below the time after which the process is killed',
    '20',
  ),
};

/** A server that is built and listens nowhere yet. */
export type Running = {
  app: App;
  jobs: readonly Job[];
  /** The server's own, if it sends mail anyway. */
  mail?: Mailer;
  stop?: () => Promise<void>;
};

export type Address = { host: string; port: number; settings: string };

/** Throws a ConfigError that names the settings. */
export async function listen(app: App, { host, port, settings }: Address): Promise<void> {
  await app.listen({ host, port }).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no reason given';
    throw new ConfigError(`Can't listen on ${settings} (${code}).`);
  });
}

/** What is left to do when hurried, and after the time is over. */
const HURRIED_MS = 2 * SECOND_MS;
const LAST_MS = 2 * SECOND_MS;

/** Runs its jobs until the process is asked to end, and then ends it in order. True if all that had begun was finished. */
export async function runUntilEnd(
  { app, jobs, stop }: Running,
  ending: Ending,
  settings: SettingValues<typeof ENDING_SETTINGS>,
  { log, finishing, close }: { log: Logger; finishing: AbortController; close: () => Promise<void> },
): Promise<boolean> {
  const working = startJobs(jobs, log);
  await aborted(ending.asked);
  log.info('ending: what has begun is finished');
  app.draining.begin();
  await pauseUnless(ending.hurried, settings.drainSeconds * SECOND_MS);
  // Jobs take up nothing more and give back what they had claimed; whoever connects is refused.
  finishing.abort();
  const over = performance.now() + settings.finishSeconds * SECOND_MS;
  const finished = Promise.all([app.close(), working.stop()]);
  const inTime = await within(finished, settings.finishSeconds * SECOND_MS, ending.hurried, () =>
    app.draining.refuse(),
  );
  if (!inTime) {
    app.draining.refuse();
    const unanswered = app.draining.answerRest();
    log.warn({ unanswered }, 'ending before all was finished; whoever waited was told to ask again');
    await settled(finished, LAST_MS);
  }
  await settled(Promise.resolve(stop?.()), Math.max(over - performance.now(), LAST_MS));
  await settled(close(), LAST_MS);
  return inTime;
}

/** Whether `work` ends in time: `ms`, or a moment after it was hurried. */
async function within(
  work: Promise<unknown>,
  ms: number,
  hurried: AbortSignal,
  onHurry: () => void,
): Promise<boolean> {
  const ended = work.then(() => true);
  const first = await Promise.race([ended, pauseUnless(hurried, ms).then(() => 'over' as const)]);
  if (first !== 'over') return first;
  if (!hurried.aborted) return false;
  onHurry();
  return Promise.race([ended, pause(HURRIED_MS, false, { ref: false })]);
}

/** Waits for it, but no longer. */
function settled(work: Promise<unknown>, ms: number): Promise<unknown> {
  return Promise.race([work.catch(() => {}), pause(ms, undefined, { ref: false })]);
}
