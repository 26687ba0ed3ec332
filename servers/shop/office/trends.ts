import { addMs, DAY_MS, koreanDay, koreanDayOf } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inSnapshot, type Tx } from '../../../kit/db/transaction.ts';
import { minorToJson } from '../../../kit/money.ts';
import type { ShopContext } from '../context.ts';

/** Totals of a day or a period. */
export type Totals = {
  issued_minor: number;
  used_minor: number;
  reversed_minor: number;
  refunded_minor: number;
  expired_minor: number;
};

export type Trends = {
  /** Korean days, inclusive. */
  from: string;
  until: string;
  currencies: {
    currency: string;
    outstanding_minor: number;
    period: Totals;
    /** Each day of the period, with what was outstanding at the end of it. */
    days: (Totals & { day: string; outstanding_minor: number })[];
    stores: StoreTrend[];
  }[];
};

type StoreTrend = {
  store_id: string;
  name_ko: string;
  name_en: string;
  uses: number;
  used_minor: number;
  reversed_minor: number;
};

type DayRow = { [Name in keyof Totals | 'outstanding_minor']: bigint } & { currency: string; day: string };
type StoreRow = Pick<StoreTrend, 'store_id' | 'name_ko' | 'name_en'> & {
  currency: string;
  uses: bigint;
  used_minor: bigint;
  reversed_minor: bigint;
};

/** Amounts issued, redeemed, reversed, refunded and expired over the last days, including today, by day and by store. */
export async function readTrends({ db, clock }: ShopContext, days: number): Promise<Trends> {
  const until = koreanDayOf(clock());
  const from = koreanDayOf(addMs(koreanDay(until).from, -(days - 1) * DAY_MS));
  const period = { from: koreanDay(from).from, until: koreanDay(until).until };
  // One snapshot for both, so that stores and days add up to the same.
  const { byDay, byStore } = await inSnapshot(db, async (tx) => ({
    byDay: await readDays(tx, period),
    byStore: await readStores(tx, period),
  }));
  const currencies = [...Map.groupBy(byDay, ({ currency }) => currency)].map(([currency, rows]) => ({
    currency,
    outstanding_minor: minorToJson(rows.at(-1)?.outstanding_minor ?? 0n),
    period: totalsOf((name) => rows.reduce((sum, row) => sum + row[name], 0n)),
    days: rows.map((row) => ({
      day: row.day,
      ...totalsOf((name) => row[name]),
      outstanding_minor: minorToJson(row.outstanding_minor),
    })),
    stores: byStore
      .filter((row) => row.currency === currency)
      .map(({ currency: _known, ...row }) => ({
        ...row,
        uses: minorToJson(row.uses),
        used_minor: minorToJson(row.used_minor),
        reversed_minor: minorToJson(row.reversed_minor),
      })),
  }));
  return { from, until, currencies };
}

type Period = { from: Date; until: Date };

/** What was outstanding at the end of a day is today's balance less what has moved since. */
async function readDays(tx: Tx, { from, until }: Period): Promise<DayRow[]> {
  const found = await sql<DayRow>`
    with days as (
      select generate_series(${from}::timestamptz, ${until}::timestamptz - interval '1 day', interval '1 day') as starts_at),
    standing as (
      select c.currency, sum(b.balance_minor) as now_minor
      from certificates c join certificate_balances b using (certificate_id) group by c.currency),
    moved as (
      select c.currency, (e.at at time zone 'Asia/Seoul')::date as day, e.kind, sum(e.delta_minor) as delta_minor
      from certificate_entries e join certificates c using (certificate_id)
      where e.at >= ${from} and e.at < ${until} and e.delta_minor <> 0 group by 1, 2, 3),
    summed as (
      select s.currency, s.now_minor, (d.starts_at at time zone 'Asia/Seoul')::date as day,
        coalesce(sum(m.delta_minor), 0) as delta_minor,
        coalesce(sum(m.delta_minor) filter (where m.kind = 'registered'), 0) as issued_minor,
        coalesce(-sum(m.delta_minor) filter (where m.kind = 'redeemed'), 0) as used_minor,
        coalesce(sum(m.delta_minor) filter (where m.kind = 'reversed'), 0) as reversed_minor,
        coalesce(-sum(m.delta_minor) filter (where m.kind = 'refunded'), 0) as refunded_minor,
        coalesce(-sum(m.delta_minor) filter (where m.kind = 'expired'), 0) as expired_minor
      from standing s cross join days d
      left join moved m on m.currency = s.currency and m.day = (d.starts_at at time zone 'Asia/Seoul')::date
      group by 1, 2, 3)
    select currency, day::text, issued_minor::bigint, used_minor::bigint, reversed_minor::bigint,
      refunded_minor::bigint, expired_minor::bigint,
      (now_minor - coalesce(sum(delta_minor) over (
        partition by currency order by day desc rows between unbounded preceding and 1 preceding), 0))::bigint
        as outstanding_minor
    from summed order by currency, day`.execute(tx);
  return found.rows;
}

/** Every store in every currency, the one with the highest redemptions first. */
async function readStores(tx: Tx, { from, until }: Period): Promise<StoreRow[]> {
  const found = await sql<StoreRow>`
    with currencies as (select distinct currency from certificates),
    uses as (
      select store_id, currency, 1 as uses, amount_minor as used_minor, 0 as reversed_minor
      from stores join redemptions using (store_id) where at >= ${from} and at < ${until}
      union all
      select store_id, currency, 0, 0, amount_minor
      from stores join reversals using (store_id) where at >= ${from} and at < ${until})
    select s.store_id, s.name_ko, s.name_en, k.currency, coalesce(sum(u.uses), 0)::bigint as uses,
      coalesce(sum(u.used_minor), 0)::bigint as used_minor, coalesce(sum(u.reversed_minor), 0)::bigint as reversed_minor
    from stores s cross join currencies k left join uses u using (store_id, currency)
    group by s.store_id, k.currency order by used_minor desc, s.store_id limit 1000`.execute(tx);
  return found.rows;
}

function totalsOf(amountOf: (name: keyof Totals) => bigint): Totals {
  const amount = (name: keyof Totals) => minorToJson(amountOf(name));
  return {
    issued_minor: amount('issued_minor'),
    used_minor: amount('used_minor'),
    reversed_minor: amount('reversed_minor'),
    refunded_minor: amount('refunded_minor'),
    expired_minor: amount('expired_minor'),
  };
}
