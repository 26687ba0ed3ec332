import type { OrderSum } from '../../contracts/order-sums.ts';
import type { Sql } from '../db/sql.ts';
import { sql } from '../db/sql.ts';
import type { Executor } from '../db/transaction.ts';
import { firstIdAt } from '../ids.ts';
import { minorToJson } from '../money.ts';

/** A time whose orders are summed. */
export type Span = { readonly from: Date; readonly until: Date };

/** Which ids were made in it, as a condition on a column. */
export function madeIn({ from, until }: Span, column: Sql): Sql {
  return sql`${column} >= ${firstIdAt(from)}::uuid and ${column} < ${firstIdAt(until)}::uuid`;
}

/** Sums by the hour. `counted` selects `id` (uuid), `of`, `currency` and `amount_minor`, a row for each order. */
export async function sumByHour(executor: Executor, counted: Sql): Promise<OrderSum[]> {
  const found = await sql<{ hour: Date; of: string; currency: string; count: bigint; amount_minor: bigint }>`
    select date_trunc('hour', uuid_extract_timestamp(id), 'UTC') as hour, c.of, c.currency, count(distinct id) as count,
      sum(amount_minor)::bigint as amount_minor
    from (${counted}) c group by 1, 2, 3 order by 1, 2, 3`.execute(executor);
  return found.rows.map((row) => ({
    ...row,
    hour: row.hour.toISOString(),
    count: Number(row.count),
    amount_minor: minorToJson(row.amount_minor),
  }));
}
