import type { Registry } from 'prom-client';
import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { gathered } from '../../../kit/gatherer.ts';
import { newId } from '../../../kit/ids.ts';
import { type Sample, serverGauge } from '../../../kit/metrics/definition.ts';
import { measure } from '../../../kit/metrics/measure.ts';
import type { ShopContext } from '../context.ts';

/** Where a PIN is entered: at a till, by an unknown caller on the web, or on the phone line. */
export type Origin = 'till' | 'afar' | 'line';
/** `one_pin`: strangers tried one PIN on many phones. */
export const ALARM_ORIGINS = ['till', 'afar', 'line', 'one_pin'] as const;
export type AlarmOrigin = (typeof ALARM_ORIGINS)[number];

export type SprayingAlarm = {
  alarm_id: string;
  origin: AlarmOrigin;
  compared: number;
  wrong: number;
  raised_at: string;
  ended_at: string | null;
};

export const WINDOW_MINUTES = 10;
const SLOTS = 16;
/** Honest people mistype perhaps one PIN in ten. */
const WRONG_RATIO = 0.5;
/** Fewer say nothing. */
const COMPARED_MIN: Readonly<Record<Origin, bigint>> = { till: 400n, afar: 60n, line: 40n };
const KEEP_MINUTES = 24 * 60;

/** Counts a comparison where it was made, whoever made it. */
export const tally = gathered<ShopContext, { origin: Origin; wasWrong: boolean }, undefined>({
  fromOf: ({ origin }) => origin,
  waiting_max: Number.POSITIVE_INFINITY,
  async run(context, compared) {
    const minute = new Date(Math.floor(context.clock().getTime() / MINUTE_MS) * MINUTE_MS);
    const slot = (context.random(1)[0] ?? 0) % SLOTS;
    await sql`
      insert into opening_tallies (origin, minute, slot, compared, wrong)
      select origin, ${minute}, ${slot}::smallint, count(*), count(*) filter (where wrong)
      from unnest(${compared.map(({ origin }) => origin)}::text[], ${compared.map(({ wasWrong }) => wasWrong)}::boolean[])
        c (origin, wrong)
      group by origin order by origin
      on conflict (origin, minute, slot) do update
      set compared = opening_tallies.compared + excluded.compared, wrong = opening_tallies.wrong + excluded.wrong`.execute(
      context.db,
    );
    return compared.map(() => undefined);
  },
});

/** Whether somebody is trying PINs on many phones. */
export async function isSprayed(context: ShopContext, origin: AlarmOrigin): Promise<boolean> {
  const open = await sql`
    select 1 from spraying_alarms where origin = ${origin} and ended_at is null`.execute(context.db);
  return open.rows.length > 0;
}

/** Whether most of the latest comparisons were wrong. Absolute numbers say nothing; a busy shop has many mistypes. */
export function looksSprayed(
  origin: Origin,
  { compared, wrong }: { compared: bigint; wrong: bigint },
): boolean {
  return compared >= COMPARED_MIN[origin] && Number(wrong) >= WRONG_RATIO * Number(compared);
}

async function talliesSince(
  executor: Executor,
  from: Date,
): Promise<{ origin: Origin; compared: bigint; wrong: bigint }[]> {
  const found = await sql<{ origin: Origin; compared: bigint; wrong: bigint }>`
    select o.origin, coalesce(sum(t.compared), 0)::bigint as compared, coalesce(sum(t.wrong), 0)::bigint as wrong
    from unnest(array['till', 'afar', 'line']) o (origin)
    left join opening_tallies t on t.origin = o.origin and t.minute > ${from}
    where o.origin is not null
    group by o.origin`.execute(executor);
  return found.rows;
}

/** Raises and ends alarms by the ratio of wrong PINs. A job. Returns how many changed. */
export async function watchSpraying(context: ShopContext): Promise<number> {
  const now = context.clock();
  const from = addMs(now, -WINDOW_MINUTES * MINUTE_MS);
  let changed = 0;
  for (const { origin, compared, wrong } of await talliesSince(context.db, from)) {
    changed += looksSprayed(origin, { compared, wrong })
      ? await raiseAlarm(context, origin, { compared, wrong })
      : await endAlarm(context, origin, now);
  }
  changed += await endAlarm(context, 'one_pin', from);
  const old = addMs(now, -KEEP_MINUTES * MINUTE_MS);
  await sql`delete from opening_tallies where minute < ${old}`.execute(context.db);
  return changed;
}

/** Returns 1 if it was not raised already. */
export async function raiseAlarm(
  context: ShopContext,
  origin: AlarmOrigin,
  { compared, wrong }: { compared: bigint; wrong: bigint } = { compared: 0n, wrong: 0n },
): Promise<number> {
  const raised = await sql`
    insert into spraying_alarms (alarm_id, origin, compared, wrong, raised_at)
    values (${newId()}, ${origin}, ${compared}, ${wrong}, ${context.clock()})
    on conflict (origin) where ended_at is null do nothing returning 1`.execute(context.db);
  if (raised.rows.length === 0) return 0;
  context.log.warn({ origin, compared: Number(compared), wrong: Number(wrong) }, 'PINs are being guessed');
  return 1;
}

async function endAlarm(context: ShopContext, origin: AlarmOrigin, raisedBefore: Date): Promise<number> {
  const ended = await sql`
    update spraying_alarms set ended_at = ${context.clock()}
    where origin = ${origin} and ended_at is null and raised_at <= ${raisedBefore} returning 1`.execute(
    context.db,
  );
  if (ended.rows.length > 0) context.log.info({ origin }, 'PINs are no longer being guessed');
  return ended.rows.length;
}

export const PINS_GUESSED = serverGauge(
  'seonmul_pins_being_guessed',
  '1 while most of the PINs entered there are wrong, or one PIN is tried at many phones.',
  ['origin'],
);
export const PINS_COMPARED = serverGauge(
  'seonmul_pins_compared',
  `PINs that were compared in the last ${WINDOW_MINUTES} minutes, by where they were entered.`,
  ['origin'],
);
export const PINS_WRONG_RATIO = serverGauge(
  'seonmul_pins_wrong_ratio',
  'Which share of these was wrong, from 0 to 1.',
  ['origin'],
);

/** Where PINs are being guessed at the moment, and how many are wrong. */
export function measureSpraying(registry: Registry, context: Pick<ShopContext, 'db' | 'clock'>): void {
  measure(registry, context, [PINS_GUESSED], async (tx) => {
    const open = await sql<{ origin: string }>`
      select origin from spraying_alarms where ended_at is null`.execute(tx);
    const now = new Set(open.rows.map(({ origin }) => origin));
    return ALARM_ORIGINS.map((origin) => [PINS_GUESSED, now.has(origin) ? 1 : 0, { origin }]);
  });
  measure(registry, context, [PINS_COMPARED, PINS_WRONG_RATIO], async (tx) => {
    const tallies = await talliesSince(tx, addMs(context.clock(), -WINDOW_MINUTES * MINUTE_MS));
    return tallies.flatMap(({ origin, compared, wrong }): Sample[] => [
      [PINS_COMPARED, compared, { origin }],
      [PINS_WRONG_RATIO, compared === 0n ? 0 : Number(wrong) / Number(compared), { origin }],
    ]);
  });
}

/** The latest alarms, newest first. */
export async function listAlarms(context: ShopContext, limit: number): Promise<SprayingAlarm[]> {
  const found = await sql<{
    alarm_id: string;
    origin: AlarmOrigin;
    compared: bigint;
    wrong: bigint;
    raised_at: Date;
    ended_at: Date | null;
  }>`
    select alarm_id, origin, compared, wrong, raised_at, ended_at from spraying_alarms
    order by raised_at desc limit ${limit}`.execute(context.db);
  return found.rows.map(({ compared, wrong, raised_at, ended_at, ...alarm }) => ({
    ...alarm,
    compared: Number(compared),
    wrong: Number(wrong),
    raised_at: raised_at.toISOString(),
    ended_at: ended_at?.toISOString() ?? null,
  }));
}
