import { addMs, DAY_MS, koreanDay, koreanDayOf } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { minorToJson } from '../../../kit/money.ts';
import type { ManagementContext } from '../context.ts';

/** What was booked on a Korean day, in minor units. */
export type TrendDay = {
  day: string;
  sold_minor: number;
  /** Negative if reversals of earlier redemptions outweigh the day's. */
  used_minor: number;
  refunded_minor: number;
};

/** The last days, including today, oldest first. A currency in which nothing moved is left out. */
export type OperatorTrends = {
  orders: { day: string; count: number }[];
  currencies: { currency: string; days: TrendDay[] }[];
};

type MoneyRow = {
  currency: string;
  day: string;
  sold_minor: bigint;
  used_minor: bigint;
  refunded_minor: bigint;
};

export async function readTrends({ db, clock }: ManagementContext, days: number): Promise<OperatorTrends> {
  const today = koreanDay(koreanDayOf(clock()));
  const from = addMs(today.from, -(days - 1) * DAY_MS);
  const { until } = today;
  const each = sql`
    select (d at time zone 'Asia/Seoul')::date as day
    from generate_series(${from}::timestamptz, ${until}::timestamptz - interval '1 day', interval '1 day') d`;
  const orders = await sql<{ day: string; count: bigint }>`
    with days as (${each}),
    placed as (
      select (created_at at time zone 'Asia/Seoul')::date as day, count(*) as placed
      from orders where created_at >= ${from} and created_at < ${until} group by 1)
    select d.day::text, coalesce(p.placed, 0)::bigint as count
    from days d left join placed p using (day) order by d.day`.execute(db);
  const money = await sql<MoneyRow>`
    with days as (${each}),
    moved as (
      select currency, (created_at at time zone 'Asia/Seoul')::date as day,
        coalesce(sum(amount_minor) filter (where code = 'capture'), 0) as sold_minor,
        coalesce(sum(amount_minor) filter (where code = 'redeem'), 0)
          - coalesce(sum(amount_minor) filter (where code = 'reverse'), 0) as used_minor,
        coalesce(sum(amount_minor) filter (where code = 'refund'), 0) as refunded_minor
      from ledger_transfers where created_at >= ${from} and created_at < ${until} group by 1, 2)
    select k.currency, d.day::text, coalesce(m.sold_minor, 0)::bigint as sold_minor,
      coalesce(m.used_minor, 0)::bigint as used_minor, coalesce(m.refunded_minor, 0)::bigint as refunded_minor
    from (select distinct currency from moved) k cross join days d left join moved m using (currency, day)
    order by k.currency, d.day`.execute(db);
  return {
    orders: orders.rows.map(({ day, count }) => ({ day, count: Number(count) })),
    currencies: [...Map.groupBy(money.rows, ({ currency }) => currency)].map(([currency, rows]) => ({
      currency,
      days: rows.map(({ day, sold_minor, used_minor, refunded_minor }) => ({
        day,
        sold_minor: minorToJson(sold_minor),
        used_minor: minorToJson(used_minor),
        refunded_minor: minorToJson(refunded_minor),
      })),
    })),
  };
}
