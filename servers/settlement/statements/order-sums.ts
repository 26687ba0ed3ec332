import type { OrderSum } from '../../../contracts/order-sums.ts';
import { madeIn, orderSumsOf, type Span, sumsByHour } from '../../../kit/books/order-sums.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';

/** What a payer's orders of a time have paid and not got back. Of disputed ones the acquirer decides, not these books. */
export async function orderSums(executor: Executor, payer: string, span: Span): Promise<OrderSum[]> {
  const found = await sumsByHour(
    sql`select p.order_id as id, 'payments' as of, p.currency, p.captured_minor - p.refunded_minor as amount_minor
      from payments p
      where p.payer_party = ${payer} and p.captured_minor > p.refunded_minor and ${madeIn(span, sql`p.order_id`)}
        and not exists (select 1 from disputes d where d.payment_id = p.payment_id)`,
  ).execute(executor);
  return orderSumsOf(found);
}
