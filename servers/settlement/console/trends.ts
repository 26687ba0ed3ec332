import { addMs, DAY_MS, koreanDay, koreanDayOf } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { minorToJson } from '../../../kit/money.ts';
import type { SettlementContext } from '../context.ts';

/** A Korean day, in minor units. */
export type TrendDay = {
  day: string;
  /** Captured of the payments that were begun on that day… */
  captured_minor: number;
  /** …and given back of them until now. */
  refunded_minor: number;
  paid_out_minor: number;
  /** Sent back by banks on that day. */
  returned_minor: number;
};

export type SettlementTrends = { currencies: { currency: string; days: TrendDay[] }[] };

type Row = { [Name in keyof Omit<TrendDay, 'day'>]: bigint } & { currency: string; day: string };

/** The last days, including today, oldest first. A currency in which nothing moved is left out. */
export async function readTrends(
  { db, clock }: Pick<SettlementContext, 'db' | 'clock'>,
  days: number,
): Promise<SettlementTrends> {
  const { from: todayFrom, until } = koreanDay(koreanDayOf(clock()));
  const from = addMs(todayFrom, -(days - 1) * DAY_MS);
  const found = await sql<Row>`
    with days as (
      select (d at time zone 'Asia/Seoul')::date as day
      from generate_series(${from}::timestamptz, ${until}::timestamptz - interval '1 day', interval '1 day') d),
    paid as (
      select currency, (created_at at time zone 'Asia/Seoul')::date as day, sum(captured_minor) as captured_minor,
        sum(refunded_minor) as refunded_minor
      from payments where created_at >= ${from} and created_at < ${until} and captured_minor > 0 group by 1, 2),
    sent as (
      select currency, (paid_at at time zone 'Asia/Seoul')::date as day, sum(net_minor) as paid_out_minor
      from payouts where paid_at >= ${from} and paid_at < ${until} group by 1, 2),
    back as (
      select currency, (returned_at at time zone 'Asia/Seoul')::date as day, sum(net_minor) as returned_minor
      from payouts where returned_at >= ${from} and returned_at < ${until} and paid_at is not null group by 1, 2),
    currencies as (
      select currency from paid union select currency from sent union select currency from back)
    select k.currency, d.day::text, coalesce(p.captured_minor, 0)::bigint as captured_minor,
      coalesce(p.refunded_minor, 0)::bigint as refunded_minor, coalesce(s.paid_out_minor, 0)::bigint as paid_out_minor,
      coalesce(b.returned_minor, 0)::bigint as returned_minor
    from currencies k cross join days d left join paid p using (currency, day) left join sent s using (currency, day)
    left join back b using (currency, day)
    order by k.currency, d.day`.execute(db);
  return {
    currencies: [...Map.groupBy(found.rows, ({ currency }) => currency)].map(([currency, rows]) => ({
      currency,
      days: rows.map(({ day, captured_minor, refunded_minor, paid_out_minor, returned_minor }) => ({
        day,
        captured_minor: minorToJson(captured_minor),
        refunded_minor: minorToJson(refunded_minor),
        paid_out_minor: minorToJson(paid_out_minor),
        returned_minor: minorToJson(returned_minor),
      })),
    })),
  };
}
