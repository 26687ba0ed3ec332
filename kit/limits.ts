import { addMs, type Clock, systemClock } from './clock.ts';
import { sql } from './db/sql.ts';
import type { Executor } from './db/transaction.ts';
import { keyedDigest } from './keyed-digest.ts';
import type { KeyRing } from './secrets.ts';

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

/** `by` names the limits that refused. */
export type LimitAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly retry_after_s: number; readonly by: readonly string[] };

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

type Counter = {
  readonly executor: Executor;
  readonly name: string;
  readonly key: string;
  /** What one use adds… */
  readonly step_s: number;
  /** …and how far ahead of now the uses of a key may reach. */
  readonly room_s: number;
  readonly own: boolean;
  readonly clock: Clock;
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
    consume: (key) => take([counter(key)]),
    clear: (key) => clearAll([[made, key]]),
    async usage(key) {
      const found = await sql<{ empties_at: Date }>`
        select empties_at from rate_limits where key = ${counter(key).key}`.execute(executor);
      const ahead_s = ((found.rows[0]?.empties_at.getTime() ?? 0) - clock().getTime()) / 1000;
      if (ahead_s <= 0) return { used: 0, reached: false, retry_after_s: 0 };
      const wait_s = ahead_s + step_s - duration_s;
      const reached = wait_s > ROUNDING_S;
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
 * limits count the request; the answer names those that refused, and has the longest wait.
 */
export function consumeAll(uses: readonly LimitUse[]): Promise<LimitAnswer> {
  return take(uses.map(counterOf));
}

/** Takes uses back that turned out not to count, such as those of a right PIN, which was counted before it was compared. */
export async function giveBack(uses: readonly LimitUse[]): Promise<void> {
  const counters = counted(uses.map(counterOf));
  const [first] = counters;
  if (first === undefined) return;
  await sql`
    with given (key, step_s) as (
      select * from unnest(${counters.map(({ key }) => key)}::text[], ${counters.map(({ step_s }) => step_s)}::float8[])),
    locked as materialized (
      select key from rate_limits where key in (select key from given) order by key for no key update)
    update rate_limits r set empties_at = empties_at - make_interval(secs => given.step_s)
    from given where r.key = given.key and r.key in (select key from locked)`.execute(first.executor);
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
  const counters = counted(uses.map(counterOf));
  const [first] = counters;
  if (first === undefined) return;
  await sql`
    delete from rate_limits where key in (
      select key from rate_limits where key = any(${counters.map(({ key }) => key)}::text[])
      order by key for update)`.execute(first.executor);
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
      order by empties_at limit ${BATCH_MAX} for update skip locked)
    returning 1`.execute(context.db);
  return deleted.rows.length;
}

/** Other processes' clocks may be this far behind. */
const SPARE_MS = 60_000;
/** Times are kept in microseconds. */
const ROUNDING_S = 0.001;

async function take(asked: readonly Counter[]): Promise<LimitAnswer> {
  const counters = counted(asked);
  const [first] = counters;
  if (first === undefined) return { ok: true };
  for (;;) {
    const waits = await takeKnown(first, counters);
    if (waits.length === counters.length) return answerOf(counters, waits);
    await sql`
      insert into rate_limits (key, empties_at)
      select key, ${first.clock()} from unnest(${counters.map(({ key }) => key)}::text[]) k (key) order by key
      on conflict (key) do nothing`.execute(first.executor);
  }
}

/**
 * Locks the counters, always in one order, and moves all of them on, or only the caller's own. Returns how long each
 * refuses for; fewer rows than counters, of which none was moved, if some have no row yet.
 */
async function takeKnown(
  { executor, clock }: Counter,
  counters: readonly Counter[],
): Promise<{ key: string; wait_s: number }[]> {
  const now = clock();
  const found = await sql<{ key: string; wait_s: number }>`
    with asked (key, step_s, room_s, own) as (
      select * from unnest(${counters.map(({ key }) => key)}::text[], ${counters.map(({ step_s }) => step_s)}::float8[],
        ${counters.map(({ room_s }) => room_s)}::float8[], ${counters.map(({ own }) => own)}::boolean[])),
    locked as materialized (
      select key, empties_at from rate_limits where key in (select key from asked) order by key for no key update),
    looked_at as materialized (
      select key, own, greatest(empties_at, ${now}::timestamptz) + make_interval(secs => step_s) as moved_to,
        extract(epoch from greatest(empties_at, ${now}::timestamptz) - ${now}::timestamptz)::float8 + step_s - room_s as wait_s
      from asked join locked using (key)),
    decided as materialized (
      select count(*) = ${counters.length} as complete, bool_and(wait_s <= ${ROUNDING_S}) as allowed from looked_at),
    taken as (
      update rate_limits r set empties_at = moved_to from looked_at l, decided d
      where r.key = l.key and d.complete and l.wait_s <= ${ROUNDING_S} and (d.allowed or l.own))
    select key, wait_s from looked_at where key is not null and wait_s is not null`.execute(executor);
  return found.rows;
}

function answerOf(
  counters: readonly Counter[],
  waits: readonly { key: string; wait_s: number }[],
): LimitAnswer {
  const refused = waits.filter(({ wait_s }) => wait_s > ROUNDING_S);
  if (refused.length === 0) return { ok: true };
  const keys = new Set(refused.map(({ key }) => key));
  return {
    ok: false,
    retry_after_s: waitOf(Math.max(...refused.map(({ wait_s }) => wait_s))),
    by: counters.flatMap(({ key, name }) => (keys.has(key) ? [name] : [])),
  };
}

function counterOf([limit, key]: LimitUse): Counter {
  return limit.counter(key);
}

function counted(counters: readonly Counter[]): Counter[] {
  return counters.filter(({ step_s }) => step_s > 0);
}

function waitOf(wait_s: number): number {
  return Math.max(1, Math.ceil(wait_s));
}
