import { sql } from '../../../kit/db/sql.ts';
import { type Executor, inTransaction } from '../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { ManagementContext } from '../context.ts';
import { checkGroupPayment } from '../groups/check-group-payment.ts';
import { driveGroup } from '../groups/drive-group.ts';
import { driveOrder } from '../orders/drive-order.ts';
import { planRefund } from '../orders/order-calls.ts';
import { lockOrder, moveOrder, type OrderRow, readOrder, recordEvent } from '../orders/orders.ts';
import { checkPayment } from '../orders/payment/check-payment.ts';
import { tellRecipient } from '../orders/tell.ts';
import { readTimeline } from '../orders/timeline.ts';
import { shopOf } from '../shops/shops.ts';
import { whyStuck } from './stuck-orders.ts';

export const RETRY_ORDER_REFUSALS = refusals(
  'order_not_found',
  'rate_limited', // the recipient was told often enough today
);

/**
 * Tries at once what an order waits for: the answer of another server, the payment that its bank thinks about, a refund
 * that was refused, the messages that did not get through. Each is what would be done later anyway, or what somebody
 * must decide to do again; nothing is done twice.
 */
export async function retryOrder(
  context: ManagementContext,
  orderId: string,
): Promise<Result<Awaited<ReturnType<typeof readTimeline>>, RefusalOf<typeof RETRY_ORDER_REFUSALS>>> {
  const untold = await isUntold(context, orderId);
  if (untold) {
    const allowed = await context.limits.resendByOrder.consume(orderId);
    if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  }
  const begun = await inTransaction(
    context.db,
    async (tx): Promise<Result<OrderRow, RefusalOf<typeof RETRY_ORDER_REFUSALS>>> => {
      const order = await lockOrder(tx, orderId);
      if (order === undefined) return refuse('order_not_found');
      await sql`
      update messages set due_at = ${context.clock()}
      where subject_id = ${orderId} and state = 'due' and attempts > 0`.execute(tx);
      if (order.state === 'refund_failed') return done(await refundAgain(context, tx, order));
      if (order.state === 'offered' && untold) await tellAgain(context, tx, order);
      return done(order);
    },
  );
  if (!begun.ok) return begun;
  const { state, group_id } = begun.value;
  if (group_id !== null) await driveGroup(context, group_id);
  if (state === 'authorising' || state === 'requires_action')
    await (group_id === null ? checkPayment(context, orderId) : checkGroupPayment(context, group_id));
  await driveOrder(context, orderId);
  return done(await readTimeline(context, orderId));
}

/** Settlement is asked anew, since it has answered the refund before for good. It never gives back more than it took. */
async function refundAgain(context: ManagementContext, tx: Executor, order: OrderRow): Promise<OrderRow> {
  const change = { kind: 'refund_tried_again' };
  const moved = await moveOrder(tx, order, 'refunding', context.clock(), change);
  await planRefund(context, tx, moved, await shopOf(tx, moved));
  return moved;
}

/** Whether a message to the recipient failed while the offer is open. */
async function isUntold(context: ManagementContext, orderId: string): Promise<boolean> {
  const stuck = await whyStuck(context, orderId);
  if (stuck?.reason !== 'message_failed' || !stuck.step.startsWith('recipient.')) return false;
  return (await readOrder(context.db, orderId)).state === 'offered';
}

/** What a message said is forgotten once it has failed, so the recipient gets a new one with a link of its own. */
async function tellAgain(context: ManagementContext, tx: Executor, order: OrderRow): Promise<void> {
  await tellRecipient(context, tx, order, 'recipient.gift_arrived');
  await recordEvent(tx, order.order_id, order.state, order.state, context.clock(), { kind: 'resent' });
}
