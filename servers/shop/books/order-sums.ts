import type { OrderSum } from '../../../contracts/order-sums.ts';
import { madeIn, orderSumsOf, type Span, sumsByHour } from '../../../kit/books/order-sums.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';

/** What an operator's orders of a time are worth here, what is left of them, and what was paid for them in cash. */
export async function orderSums(executor: Executor, operator: string, span: Span): Promise<OrderSum[]> {
  const found = await sumsByHour(
    sql`with those as (
        select order_id, certificate_id, currency, state, amount_minor from certificates
        where operator = ${operator} and ${madeIn(span, sql`order_id`)})
      select order_id as id, 'certificates' as of, currency, amount_minor from those where state <> 'cancelled'
      union all
      select order_id, 'balances', currency, b.balance_minor
      from those join certificate_balances b using (certificate_id) where b.balance_minor > 0
      union all
      select order_id, 'payments', currency, amount_minor from cash_payments
      where operator = ${operator} and ${madeIn(span, sql`order_id`)} and state = 'captured'`,
  ).execute(executor);
  return orderSumsOf(found);
}
