import { sql } from 'kysely';
import type { Executor } from '../../../kit/db/transaction.ts';

export type Books = {
  currency: string;
  issued_minor: bigint;
  outstanding_minor: bigint;
  redeemed_minor: bigint;
  refunded_minor: bigint;
};

/**
 * Invariant 1 by management's own books, per currency: what was captured for gifts is outstanding, redeemed (as shops
 * told) or refunded. `outstanding` is counted by itself, from the balance that each shop told last.
 */
export async function conservation(executor: Executor): Promise<(Books & { holds: boolean })[]> {
  const found = await sql<Books & { holds: boolean }>`
    with last_use as (
      select distinct on (order_id) order_id, balance_minor from certificate_uses order by order_id, entry_no desc),
    used as (
      select order_id, sum(case kind when 'redeemed' then amount_minor else -amount_minor end)::bigint as redeemed_minor
      from certificate_uses group by order_id),
    gifts as (
      select o.currency, o.amount_minor, o.state = 'refunded' as refunded, coalesce(u.redeemed_minor, 0) as redeemed_minor,
        case when o.state = 'refunded' then 0 else coalesce(l.balance_minor, o.amount_minor) end as outstanding_minor
      from orders o left join used u using (order_id) left join last_use l using (order_id)
      where exists (select 1 from order_events e where e.order_id = o.order_id and e.kind = 'payment_captured'))
    select currency, sum(amount_minor)::bigint as issued_minor, sum(outstanding_minor)::bigint as outstanding_minor,
      sum(redeemed_minor)::bigint as redeemed_minor,
      coalesce(sum(amount_minor) filter (where refunded), 0)::bigint as refunded_minor,
      sum(amount_minor) = sum(outstanding_minor) + sum(redeemed_minor)
        + coalesce(sum(amount_minor) filter (where refunded), 0) as holds
    from gifts group by currency order by 1`.execute(executor);
  return found.rows;
}
