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
};

/** Totals redeemed and reversed at a terminal since a time (and before another), for its report, and by clerk. */
export async function readDayReport(
  context: ShopContext,
  till: Till,
  { since, until }: { since: Date; until: Date | null },
): Promise<{ totals: DayTotal[]; clerks: ClerkTotal[] }> {
  const within = sql`at >= ${since} and at < coalesce(${until}::timestamptz, 'infinity')`;
  const found = await sql<Row>`
    with uses as (
      select clerk_id, currency, 1 as uses, amount_minor as used_minor, 0 as reversals, 0 as reversed_minor
      from redemptions
      where store_id = ${till.store_id} and terminal_id = ${till.terminal_id} and ${within}
      union all
      select clerk_id, currency, 0, 0, 1, amount_minor from reversals
      where store_id = ${till.store_id} and terminal_id = ${till.terminal_id} and ${within})
    select grouping(u.clerk_id) = 1 as is_total, k.name as clerk_name, currency, coalesce(sum(uses), 0)::bigint as uses,
      coalesce(sum(used_minor), 0)::bigint as used_minor, coalesce(sum(reversals), 0)::bigint as reversals,
      coalesce(sum(reversed_minor), 0)::bigint as reversed_minor
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
    },
  }));
  return {
    totals: rows.flatMap(({ is_total, total }) => (is_total ? [total] : [])),
    clerks: rows.flatMap(({ is_total, clerk_name, total }) => (is_total ? [] : [{ clerk_name, ...total }])),
  };
}
