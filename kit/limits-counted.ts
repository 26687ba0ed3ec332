import type { Clock } from './clock.ts';
import { sql } from './db/sql.ts';
import type { Executor } from './db/transaction.ts';
import { AGAIN, gathered } from './gatherer.ts';
import { count, ofThisProcess } from './metrics/count.ts';
import { counter } from './metrics/definition.ts';

/** `by` names the limits that refused. */
export type LimitAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly retry_after_s: number; readonly by: readonly string[] };

export const LIMIT_REFUSALS = ofThisProcess(
  counter(
    'seonmul_limit_refusals_total',
    'Requests that a limit refused (429, or what stands for it), by the limit (docs/operations/limits.md).',
    ['limit'],
  ),
);

/** Where the uses of a limit by one key are counted. */
export type Counter = {
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

/** Times are kept in microseconds. */
export const ROUNDING_S = 0.001;
/** What is asked later may be counted earlier, by another process or connection: by so much its clock may be behind. */
const CLOCKS_APART_S = 0.5;

/** A use that comes so little early is taken; it shifts those after it, so none is gained. */
export function slackOf(step_s: number): number {
  return Math.min(step_s / 2, CLOCKS_APART_S);
}

export function waitOf(wait_s: number): number {
  return Math.max(1, Math.ceil(wait_s));
}

/** Counts one use against all counters or, except for the caller's own, against none. */
export const take = gathered<Executor, readonly Counter[], LimitAnswer>({
  fromOf: (counters) => (counters.find(({ own }) => own) ?? counters[0])?.key ?? '',
  run: takeEach,
});

/** Takes one use of each counter back. */
export const giveBackCounted = gathered<Executor, readonly Counter[], undefined>({
  fromOf: ([first]) => first?.key ?? '',
  // Whoever gives back was counted, and is refused nothing here.
  waiting_max: Number.POSITIVE_INFINITY,
  run: giveBackEach,
});

async function giveBackEach(
  executor: Executor,
  asked: readonly (readonly Counter[])[],
): Promise<undefined[]> {
  const counters = asked.flat();
  const keys = counters.map(({ key }) => key);
  await sql`
    with given as materialized (
      select key, sum(step_s) as given_s
      from unnest(${keys}::text[], ${counters.map(({ step_s }) => step_s)}::float8[]) g (key, step_s) group by key),
    locked as materialized (
      select key from rate_limits where key = any(${keys}::text[]) order by key for no key update)
    update rate_limits r set empties_at = empties_at - make_interval(secs => given.given_s)
    from given join locked using (key) where r.key = given.key`.execute(executor);
  return asked.map(() => undefined);
}

type Counted = {
  ask_no: number;
  /** By how much the longest of the counters that refuse refuses, and which they are. */
  wait_s: number | null;
  refused_by: number[] | null;
  /** What others asked at the same time may have stood in its way, and was refused itself. */
  again: boolean;
  /** Another process made one of its counters at the same time. */
  raced: boolean;
  /** Those that were moved on, if anything was raced. */
  moved: number[] | null;
};

async function takeEach(
  executor: Executor,
  asked: readonly (readonly Counter[])[],
): Promise<(LimitAnswer | typeof AGAIN)[]> {
  const counters = asked.flatMap((each, ask_no) => each.map((counter) => ({ ...counter, ask_no })));
  for (;;) {
    const counted = await countEach(executor, counters);
    if (!counted.some(({ raced }) => raced)) {
      const answers = new Map(counted.map((each) => [each.ask_no, answerOf(counters, each)] as const));
      return asked.map((_, ask_no): LimitAnswer | typeof AGAIN => answers.get(ask_no) ?? { ok: true });
    }
    const moved = counted.flatMap((each) => each.moved ?? []).map((no) => counters.slice(no - 1, no));
    await giveBackEach(executor, moved);
  }
}

function answerOf(
  counters: readonly Counter[],
  { again, wait_s, refused_by }: Counted,
): LimitAnswer | typeof AGAIN {
  if (again) return AGAIN;
  if (wait_s === null) return { ok: true };
  const by = (refused_by ?? []).flatMap((no) => counters[no - 1]?.name ?? []);
  for (const limit of by) count(LIMIT_REFUSALS, { limit });
  return { ok: false, retry_after_s: waitOf(wait_s), by };
}

/**
 * Locks the counters, always in one order, and decides on each ask as if they came one after the other: those that are
 * refused anyway take nothing from the others, except from the caller's own. Counters that have no row yet get one; if
 * another process makes it first, nobody is told anything yet.
 */
async function countEach(
  executor: Executor,
  counters: readonly (Counter & { ask_no: number })[],
): Promise<Counted[]> {
  const keys = counters.map(({ key }) => key);
  const counted = await sql<Counted>`
    with asked as materialized (
      select * from unnest(${counters.map(({ ask_no }) => ask_no)}::int[], ${keys}::text[],
          ${counters.map(({ step_s }) => step_s)}::float8[], ${counters.map(({ room_s }) => room_s)}::float8[],
          ${counters.map(({ step_s }) => slackOf(step_s))}::float8[], ${counters.map(({ own }) => own)}::boolean[], ${counters.map(({ clock }) => clock())}::timestamptz[])
        with ordinality a (ask_no, key, step_s, room_s, slack_s, own, now, no)),
    locked as materialized (
      select key, empties_at from rate_limits where key = any(${keys}::text[]) order by key for no key update),
    looked_at as (
      select a.*, l.key is not null as known, greatest(l.empties_at, a.now) as begins,
        extract(epoch from greatest(l.empties_at, a.now) - a.now)::float8 + a.step_s - a.room_s as alone_s
      from asked a left join locked l using (key)),
    alone as (
      select *, bool_or(alone_s > slack_s) over (partition by ask_no) as refused_alone from looked_at),
    ranked as (
      select *, alone_s + case when refused_alone and not own then 0
        else step_s * (row_number() over (partition by key, refused_alone and not own order by ask_no) - 1) end as wait_s
      from alone),
    decided as (
      select *, bool_or(wait_s > slack_s) over (partition by ask_no) as refused from ranked),
    shifted as (
      select *, refused and not refused_alone and wait_s > slack_s and bool_or(refused and not refused_alone)
        over (partition by key order by ask_no rows between unbounded preceding and 1 preceding) as shifted
      from decided),
    final as materialized (
      select *, coalesce(bool_or(shifted) over (partition by ask_no), false) as again from shifted),
    moved as materialized (
      select key, known, max(begins) + make_interval(secs => sum(step_s)) as moved_to from final
      where not again and wait_s <= slack_s and (own or not refused) group by key, known),
    updated as (
      update rate_limits r set empties_at = m.moved_to from moved m where r.key = m.key and m.known),
    made as (
      insert into rate_limits (key, empties_at) select key, moved_to from moved where not known order by key
      on conflict (key) do nothing returning key),
    raced as materialized (
      select key from moved where not known and key not in (select key from made))
    select f.ask_no, bool_or(f.again) as again, bool_or(r.key is not null) as raced,
      max(f.wait_s) filter (where f.wait_s > slack_s) as wait_s,
      array_agg(f.no::int order by f.no) filter (where f.wait_s > slack_s) as refused_by,
      array_agg(f.no::int) filter (where m.key is not null and r.key is null and not f.again
        and f.wait_s <= slack_s and (f.own or not f.refused) and exists (select from raced)) as moved
    from final f left join moved m using (key) left join raced r using (key)
    where f.ask_no is not null
    group by f.ask_no`.execute(executor);
  return counted.rows;
}
