import { sql } from 'kysely';
import { minorToJson } from '../../../kit/money.ts';
import type { ShopContext } from '../context.ts';
import type { Till } from './redeem.ts';

export type DayTotal = {
  currency: string;
  uses: number;
  used_minor: number;
  reversals: number;
  reversed_minor: number;
};

/** What was used and reversed at a terminal since a time, for its end-of-day report. */
export async function dayReport(context: ShopContext, till: Till, since: string): Promise<DayTotal[]> {
  const found = await sql<{
    currency: string;
    uses: bigint;
    used_minor: bigint;
    reversals: bigint;
    reversed_minor: bigint;
  }>`
    select r.currency, count(*) as uses, sum(r.amount_minor)::bigint as used_minor, count(v.reversal_id) as reversals,
      coalesce(sum(r.amount_minor) filter (where v.reversal_id is not null), 0)::bigint as reversed_minor
    from redemptions r left join reversals v using (redemption_id)
    where r.terminal_id = ${till.terminal_id} and r.at >= ${since} group by r.currency order by 1`.execute(
    context.db,
  );
  return found.rows.map((total) => ({
    currency: total.currency,
    uses: minorToJson(total.uses),
    used_minor: minorToJson(total.used_minor),
    reversals: minorToJson(total.reversals),
    reversed_minor: minorToJson(total.reversed_minor),
  }));
}
