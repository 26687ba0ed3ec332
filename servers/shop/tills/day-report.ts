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

/** Totals redeemed and reversed at a terminal since a given time, for its end-of-day report. */
export async function readDayReport(context: ShopContext, till: Till, since: Date): Promise<DayTotal[]> {
  const found = await sql<{
    currency: string;
    uses: bigint;
    used_minor: bigint;
    reversals: bigint;
    reversed_minor: bigint;
  }>`
    with uses as (
      select currency, 1 as uses, amount_minor as used_minor, 0 as reversals, 0 as reversed_minor
      from redemptions where terminal_id = ${till.terminal_id} and at >= ${since}
      union all
      select r.currency, 0, 0, 1, v.amount_minor from reversals v join redemptions r using (redemption_id)
      where v.terminal_id = ${till.terminal_id} and v.at >= ${since})
    select currency, sum(uses) as uses, sum(used_minor)::bigint as used_minor, sum(reversals) as reversals,
      sum(reversed_minor)::bigint as reversed_minor
    from uses group by currency order by currency`.execute(context.db);
  return found.rows.map((total) => ({
    currency: total.currency,
    uses: minorToJson(total.uses),
    used_minor: minorToJson(total.used_minor),
    reversals: minorToJson(total.reversals),
    reversed_minor: minorToJson(total.reversed_minor),
  }));
}
