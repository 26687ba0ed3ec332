import { addMs, type Clock, systemClock } from './clock.ts';
import { sql } from './db/sql.ts';
import type { Executor } from './db/transaction.ts';
import { keyedDigest } from './keyed-digest.ts';
import {
  type Counter,
  giveBackCounted,
  type LimitAnswer,
  ROUNDING_S,
  slackOf,
  take,
  waitOf,
} from './limits-counted.ts';
import type { KeyRing } from './secrets.ts';

export type { LimitAnswer } from './limits-counted.ts';

export type LimitSettings = {
  /** The prefix of its keys in the table, such as `pin_by_phone`. */
  readonly name: string;
  /** How many uses are allowed at once. Infinity counts nothing. */
  readonly points: number;
  /** In how many seconds all of them come back: one use after each `duration_s / points`. */
  readonly duration_s: number;
  /** Keys are stored as digests under this ring: a plain hash of a phone number could be reversed by trying them all. */
  readonly ring: KeyRing;
  /**
   * Whether it is the caller's own, such as one by address: it alone counts requests that another limit refuses, so that
   * nobody uses up what belongs to somebody else.
   */
  readonly own?: boolean;
  /** The machine's clock unless a test passes another. The business clock neither fills nor empties a limit. */
  readonly clock?: Clock;
};

/** How much of a limit a key has used. */
export type LimitUsage = { readonly used: number; readonly reached: boolean; readonly retry_after_s: number };

export type Limiter = {
  readonly name: string;
  readonly points: number;
  readonly duration_s: number;
  /** Where a key is counted. */
  counter(key: string): Counter;
  /** Counts one use and returns whether it was within the limit. The count is committed before it is compared. */
  consume(key: string): Promise<LimitAnswer>;
  /** Resets a key, after a success that clears earlier failures. */
  clear(key: string): Promise<void>;
  /** Reads without counting. `reached` means that the next use is refused. */
  usage(key: string): Promise<LimitUsage>;
};

/** A use of a limit, counted under a key. */
export type LimitUse = readonly [limit: Limiter, key: string];

/** A limit shared by all processes of a server, counted in its table `rate_limits`. Its uses come back steadily. */
export function limiter(
  executor: Executor,
  { name, points, duration_s, ring, own = false, clock = systemClock }: LimitSettings,
): Limiter {
  const step_s = duration_s / points;
  const counter = (key: string): Counter => ({
    ...{ executor, name, own, clock, step_s, room_s: duration_s },
    key: `${name}:${keyedDigest(ring, `rate_limit:${name}`, key).digest.toString('base64url')}`,
  });
  const made: Limiter = {
    name,
    points,
    duration_s,
    counter,
    consume: (key) => consumeAll([[made, key]]),
    clear: (key) => clearAll([[made, key]]),
    async usage(key) {
      const found = await sql<{ empties_at: Date }>`
        select empties_at from rate_limits where key = ${counter(key).key}`.execute(executor);
      const ahead_s = ((found.rows[0]?.empties_at.getTime() ?? 0) - clock().getTime()) / 1000;
      if (ahead_s <= 0) return { used: 0, reached: false, retry_after_s: 0 };
      const wait_s = ahead_s + step_s - duration_s;
      const reached = wait_s > slackOf(step_s);
      return {
        used: Math.ceil(ahead_s / step_s - ROUNDING_S),
        reached,
        retry_after_s: reached ? waitOf(wait_s) : 0,
      };
    },
  };
  return made;
}

/**
 * Looks at every limit, and counts one use against all of them or against none. If one refuses, only the caller's own
 * limits count the request; the answer names those that refused, and has the longest wait. What is asked at the same time
 * is counted in one statement.
 */
export async function consumeAll(uses: readonly LimitUse[]): Promise<LimitAnswer> {
  const counters = counted(uses);
  const [first] = counters;
  return first === undefined ? { ok: true } : take(first.executor, counters);
}

/** Takes uses back that turned out not to count, such as those of a right PIN, which was counted before it was compared. */
export async function giveBack(uses: readonly LimitUse[]): Promise<void> {
  const counters = counted(uses);
  const [first] = counters;
  if (first !== undefined) await giveBackCounted(first.executor, counters);
}

/**
 * Compares a secret for which uses were taken beforehand, and gives them back if it is right, or if it could not be compared
 * at all (in a flood, `verifySecret` throws): only wrong ones count.
 */
export async function compareCounted(
  uses: readonly LimitUse[],
  isRight: () => Promise<boolean>,
): Promise<boolean> {
  let isWrong = false;
  try {
    isWrong = !(await isRight());
    return !isWrong;
  } finally {
    if (!isWrong) await giveBack(uses);
  }
}

/** Lets keys start afresh, after a success that clears earlier failures. */
export async function clearAll(uses: readonly LimitUse[]): Promise<void> {
  const counters = counted(uses);
  const [first] = counters;
  if (first === undefined) return;
  await sql`
    delete from rate_limits where key in (
      select key from rate_limits where key = any(${counters.map(({ key }) => key)}::text[])
      order by key for update)`.execute(first.executor);
}

/** How many more uses all of these limits allow now; reads without counting. */
export async function usesLeft(uses: readonly LimitUse[]): Promise<number> {
  const left = await Promise.all(
    uses.map(async ([limit, key]) => Math.max(0, limit.points - (await limit.usage(key)).used)),
  );
  return Math.min(...left);
}

const BATCH_MAX = 1_000;

/** Deletes the counters of keys that have all their uses again. Returns how many. */
export async function deleteEmptyCounters(
  context: { db: Executor },
  clock: Clock = systemClock,
): Promise<number> {
  const deleted = await sql`
    delete from rate_limits where key in (
      select key from rate_limits where empties_at < ${addMs(clock(), -SPARE_MS)}
      limit ${BATCH_MAX} for update skip locked)
    returning 1`.execute(context.db);
  return deleted.rows.length;
}

/** Other processes' clocks may be this far behind. */
const SPARE_MS = 60_000;

/** Where uses are counted. Those that are given back were counted before, so their keys are not digested again. */
const counterOfUse = new WeakMap<LimitUse, Counter>();

function counted(uses: readonly LimitUse[]): Counter[] {
  return uses.map(counterOf).filter(({ step_s }) => step_s > 0);
}

function counterOf(use: LimitUse): Counter {
  const known = counterOfUse.get(use);
  if (known !== undefined) return known;
  const [limit, key] = use;
  const counter = limit.counter(key);
  counterOfUse.set(use, counter);
  return counter;
}
