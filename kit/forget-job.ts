import { MINUTE_MS } from './clock.ts';
import { sql } from './db/sql.ts';
import { type Claim, claimUnparted } from './due/claims.ts';
import { eachDue } from './due/each-due.ts';
import type { DueContext } from './due/failing-work.ts';
import { type Erased, KIT_ERASED, type Terms } from './erase.ts';
import { type Forgotten, KIT_FORGOTTEN } from './forget.ts';
import type { Job } from './jobs.ts';
import { deleteEmptyCounters } from './limits.ts';

/** One thing to forget, such as the old rows of a table. Returns in how many rows it was. */
type Forget = () => Promise<number>;

/**
 * A server's job that forgets: rows of no use, people in rows that stay, and the counters of limits that have all their
 * uses again; what every server forgets, and its own. As long as there is more, it goes on at once. What can't be forgotten
 * in one table holds up no other, and staff see it.
 */
export function forgetJob(
  context: DueContext & { settings: Terms },
  own: { forgotten?: readonly Forgotten[]; erased?: readonly Erased[] } = {},
): Job {
  const { db, clock, settings } = context;
  const things = new Map<string, Forget>([
    ['counters of limits', () => deleteEmptyCounters({ db })],
    ...[...KIT_FORGOTTEN, ...(own.forgotten ?? [])].map(({ table, forget }): [string, Forget] => [
      `rows of ${table}`,
      () => forget(db, clock()),
    ]),
    ...[...KIT_ERASED, ...(own.erased ?? [])].map(({ tables, erase }): [string, Forget] => [
      `people in ${tables.join(', ')}`,
      () => erase(db, clock(), settings),
    ]),
  ]);
  const find = (claim: Claim) =>
    claimUnparted(
      claim,
      sql`select subject_id, ${claim.now}::timestamptz as due_at from unnest(${[...things.keys()]}::text[]) as u (subject_id)`,
      things.size,
    ).execute(db);
  return {
    name: 'forget',
    every_ms: MINUTE_MS,
    round() {
      const inTurn = oneByOne();
      return eachDue(context, 'forget', find, async (_, { subject_id }) => {
        const forget = things.get(subject_id);
        return forget !== undefined && (await inTurn(forget)) > 0;
      });
    },
  };
}

/** Nothing of this is urgent, so it takes one connection at a time. */
function oneByOne(): (work: Forget) => Promise<number> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => {});
    return next;
  };
}
