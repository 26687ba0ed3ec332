import { sql } from '../../../kit/db/sql.ts';
import { minorToJson } from '../../../kit/money.ts';
import type { ShopContext } from '../context.ts';
import type { Till } from '../stores/places.ts';

export type DayTotal = {
  currency: string;
  uses: number;
  used_minor: number;
  reversals: number;
  reversed_minor: number;
  /** Cash taken for gifts, and given back. */
  cash_taken: number;
  cash_taken_minor: number;
  cash_returned: number;
  cash_returned_minor: number;
};

/** What one clerk did; without a name, what was sold while nobody was signed in. */
export type ClerkTotal = DayTotal & { clerk_name: string | null };

type Row = {
  clerk_name: string | null;
  is_total: boolean;
  currency: string;
  uses: bigint;
  used_minor: bigint;
  reversals: bigint;
  reversed_minor: bigint;
  cash_taken: bigint;
  cash_taken_minor: bigint;
  cash_returned: bigint;
  cash_returned_minor: bigint;
};

/** Totals redeemed, reversed and handled in cash at a terminal since a time (and before another), for its report, and by clerk. */
export async function readDayReport(
  context: ShopContext,
  till: Till,
  { since, until }: { since: Date; until: Date | null },
): Promise<{ totals: DayTotal[]; clerks: ClerkTotal[] }> {
  const within = sql`at >= ${since} and at < coalesce(${until}::timestamptz, 'infinity')`;
  const found = await sql<Row>`
    with uses as (
      select clerk_id, currency, 1 as uses, amount_minor as used_minor, 0 as reversals, 0 as reversed_minor,
        0 as cash_taken, 0 as cash_taken_minor, 0 as cash_returned, 0 as cash_returned_minor
      from redemptions
      where store_id = ${till.store_id} and terminal_id = ${till.terminal_id} and ${within}
      union all
      select clerk_id, currency, 0, 0, 1, amount_minor, 0, 0, 0, 0 from reversals
      where store_id = ${till.store_id} and terminal_id = ${till.terminal_id} and ${within}
      union all
      select e.clerk_id, p.currency, 0, 0, 0, 0,
        case e.kind when 'taken' then 1 else 0 end, case e.kind when 'taken' then p.amount_minor else 0 end,
        case e.kind when 'returned' then 1 else 0 end, case e.kind when 'returned' then p.amount_minor else 0 end
      from cash_events e join cash_payments p using (order_id)
      where e.terminal_id = ${till.terminal_id} and e.kind in ('taken', 'returned') and ${within})
    select grouping(u.clerk_id) = 1 as is_total, k.name as clerk_name, currency, coalesce(sum(uses), 0)::bigint as uses,
      coalesce(sum(used_minor), 0)::bigint as used_minor, coalesce(sum(reversals), 0)::bigint as reversals,
      coalesce(sum(reversed_minor), 0)::bigint as reversed_minor,
      coalesce(sum(cash_taken), 0)::bigint as cash_taken, coalesce(sum(cash_taken_minor), 0)::bigint as cash_taken_minor,
      coalesce(sum(cash_returned), 0)::bigint as cash_returned,
      coalesce(sum(cash_returned_minor), 0)::bigint as cash_returned_minor
    from uses u left join clerks k using (clerk_id)
    group by grouping sets ((currency), (currency, u.clerk_id, k.name))
    order by currency, clerk_name nulls last`.execute(context.db);
  const rows = found.rows.map(({ is_total, clerk_name, ...total }) => ({
    is_total,
    clerk_name,
    total: {
      currency: total.currency,
      uses: minorToJson(total.uses),
      used_minor: minorToJson(total.used_minor),
      reversals: minorToJson(total.reversals),
      reversed_minor: minorToJson(total.reversed_minor),
      cash_taken: minorToJson(total.cash_taken),
      cash_taken_minor: minorToJson(total.cash_taken_minor),
      cash_returned: minorToJson(total.cash_returned),
      cash_returned_minor: minorToJson(total.cash_returned_minor),
    },
  }));
  return {
    totals: rows.flatMap(({ is_total, total }) => (is_total ? [total] : [])),
    clerks: rows.flatMap(({ is_total, clerk_name, total }) => (is_total ? [] : [{ clerk_name, ...total }])),
  };
}
