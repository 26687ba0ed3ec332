import { addMs, DAY_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import type { ManagementContext } from '../context.ts';
import { shopOf } from '../shops/shops.ts';
import { moveOrder, type OrderChange, type OrderRow } from './orders.ts';
import { tellRecipient } from './tell.ts';
import { refundUntil } from './terms.ts';

/**
 * Receipt 1: tells the recipient and starts the deadline. The days to withdraw the gift count from here if it is later
 * than was foreseen, as after a correction.
 */
export async function openOffer(
  context: ManagementContext,
  tx: Executor,
  order: OrderRow,
  change: OrderChange,
): Promise<OrderRow> {
  const now = context.clock();
  const shop = await shopOf(tx, order);
  const answerBy = addMs(now, shop.answer_days * DAY_MS);
  const remindAt = addMs(now, shop.remind_days * DAY_MS);
  await sql`
    update orders set answer_by = ${answerBy}, remind_at = ${remindAt},
      refund_until = greatest(refund_until, ${refundUntil(order, shop, now)}::timestamptz)
    where order_id = ${order.order_id}`.execute(tx);
  const offered = { ...(await moveOrder(tx, order, 'offered', now, change)), answer_by: answerBy };
  await tellRecipient(context, tx, offered, 'recipient.gift_arrived');
  return offered;
}
