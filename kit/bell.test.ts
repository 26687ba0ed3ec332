import { expect, test } from 'vitest';
import { Bell } from './bell.ts';
import { HOUR_MS } from './clock.ts';
import { startJobs } from './jobs.ts';
import type { Logger } from './log.ts';

/** A job that looks only once an hour by itself, and what waits for its looks. */
function aJob() {
  const bell = new Bell();
  const looked: (() => void)[] = [];
  const looks = { count: 0, during: () => {} };
  const round = async () => {
    looks.count += 1;
    looks.during();
    looked.shift()?.();
    return 0;
  };
  const next = () => new Promise<void>((resolve) => looked.push(resolve));
  const start = () => startJobs([{ name: 'job', every_ms: HOUR_MS, round, bell }], {} as Logger);
  return { bell, looks, next, start };
}

test('a job that waits looks at once when its bell rings', async () => {
  const { bell, looks, next, start } = aJob();
  const first = next();
  const jobs = start();
  await first;
  const second = next();
  bell.ring();
  await second;
  await jobs.stop();
  expect(looks.count).toBe(2);
});

test('what rings while a job looks is not missed, and is heard once', async () => {
  const { bell, looks, next, start } = aJob();
  looks.during = () => {
    if (looks.count === 1) bell.ring();
  };
  const [first, second] = [next(), next()];
  const jobs = start();
  await first;
  await second;
  await jobs.stop();
  expect(looks.count).toBe(2);
});
