import { type Clock, MINUTE_MS } from './clock.ts';
import type { Executor } from './db/transaction.ts';
import { type Erased, KIT_ERASED, type Terms } from './erase.ts';
import { type Forgotten, KIT_FORGOTTEN } from './forget.ts';
import type { Job } from './jobs.ts';
import { deleteEmptyCounters } from './limits.ts';

/**
 * A server's job that forgets: rows of no use, people in rows that stay, and the counters of limits that have all their
 * uses again; what every server forgets, and its own. As long as there is more, it goes on at once.
 */
export function forgetJob(
  { db, clock, settings }: { db: Executor; clock: Clock; settings: Terms },
  own: { forgotten?: readonly Forgotten[]; erased?: readonly Erased[] } = {},
): Job {
  const forgotten = [...KIT_FORGOTTEN, ...(own.forgotten ?? [])];
  const erased = [...KIT_ERASED, ...(own.erased ?? [])];
  const round = async () => {
    let rows = await deleteEmptyCounters({ db });
    for (const { forget } of forgotten) rows += await forget(db, clock());
    for (const { erase } of erased) rows += await erase(db, clock(), settings);
    return rows;
  };
  return { name: 'forget', every_ms: MINUTE_MS, round };
}
