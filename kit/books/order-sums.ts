import type { Sql } from '../db/sql.ts';
import { sql } from '../db/sql.ts';
import { firstIdAt } from '../ids.ts';
import { minorToJson } from '../money.ts';
import type { OrderSum } from './order-sums-shape.ts';

/** A time whose orders are summed. */
export type Span = { readonly from: Date; readonly until: Date };

/** Which ids were made in it, as a condition on a column. */
export function madeIn({ from, until }: Span, column: Sql): Sql {
  return sql`${column} >= ${firstIdAt(from)}::uuid and ${column} < ${firstIdAt(until)}::uuid`;
}

/** One sum, as `sumsByHour` selects it. */
export type SumRow = { hour: Date; of: string; currency: string; count: bigint; amount_minor: bigint };

/** Sums by the hour, for the server whose tables they are of. `counted` selects `id` (uuid), `of`, `currency`, `amount_minor`. */
export function sumsByHour(counted: Sql): Sql<SumRow> {
  return sql<SumRow>`
    select date_trunc('hour', made_at, 'UTC') as hour, m.of, m.currency, count(distinct id) as count,
      sum(amount_minor)::bigint as amount_minor
    from (select c.*, uuid_extract_timestamp(c.id) as made_at from (${counted}) c) m
    where made_at is not null group by 1, 2, 3 order by 1, 2, 3`;
}

export function orderSumsOf({ rows }: { rows: readonly SumRow[] }): OrderSum[] {
  return rows.map((row) => ({
    ...row,
    hour: row.hour.toISOString(),
    count: Number(row.count),
    amount_minor: minorToJson(row.amount_minor),
  }));
}
