import type { OrderSum } from '../../../contracts/order-sums.ts';
import { madeIn, orderSumsOf, type Span, sumsByHour } from '../../../kit/books/order-sums.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { PAID_IN_CASH } from '../books/cash.ts';

/** Of these the buyer's money is taken and not given back, and a certificate stands for it. */
const LIVE = sql`o.state in ('offered', 'scheduled', 'accepted', 'issued')`;

/**
 * What we think that a settlement server says of orders. `is_first`: it has those of shops that name none, too. Payments of a
 * shop that takes payment itself are not ours, and of disputed ones the acquirer decides.
 */
export async function ownPayments(
  executor: Executor,
  { party, is_first }: { party: string; is_first: boolean },
  span: Span,
): Promise<OrderSum[]> {
  const found = await sumsByHour(
    sql`select coalesce(o.group_id, o.order_id) as id, 'payments' as of, o.currency, o.amount_minor
      from (
        select order_id from orders where group_id is null and ${madeIn(span, sql`order_id`)}
        union all
        select m.order_id from orders m join order_groups g using (group_id) where ${madeIn(span, sql`g.group_id`)}) made
      join orders o using (order_id) join shops s using (shop_id)
      where ${LIVE} and o.payment_route <> 'through_shop'
        and (s.settlement = ${party} or (s.settlement is null and ${is_first}))
        and not exists (select 1 from disputes d where d.payment_id = coalesce(o.group_id, o.order_id))`,
  ).execute(executor);
  return orderSumsOf(found);
}

/** What we think that a shop says of orders; it is the books of those that were paid for in cash. */
export async function ownCertificates(executor: Executor, party: string, span: Span): Promise<OrderSum[]> {
  const found = await sumsByHour(
    sql`with those as (
        select o.order_id, o.state, o.currency, o.amount_minor, ${PAID_IN_CASH} as paid_in_cash from orders o join shops s using (shop_id)
        where s.party = ${party} and ${madeIn(span, sql`o.order_id`)})
      select order_id as id, 'certificates' as of, currency, amount_minor from those o where ${LIVE}
      union all
      select order_id, 'payments', currency, amount_minor from those o where ${LIVE} and paid_in_cash
      union all
      select t.order_id, 'balances', t.currency, b.balance_minor
      from those t join ledger_accounts a on a.code = 'certificate' and a.subject_id = t.order_id::text
        join ledger_balances b using (account_id) where b.balance_minor > 0`,
  ).execute(executor);
  return orderSumsOf(found);
}
