import { sql } from '../../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { retryFailing } from '../../../kit/due/failing-work.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { ManagementContext } from '../context.ts';
import { retryCover } from '../disputes/gift-states.ts';
import { checkGroupPayment } from '../groups/check-group-payment.ts';
import { driveGroup } from '../groups/drive-group.ts';
import { driveOrder } from '../orders/drive-order.ts';
import { refundCall } from '../orders/order-calls.ts';
import { lockOrder, moveOrder, type OrderRow, readOrder, recordEvent } from '../orders/orders.ts';
import { checkPayment } from '../orders/payment/check-payment.ts';
import { tellRecipient } from '../orders/tell.ts';
import { readTimeline } from '../orders/timeline.ts';
import { shopOf } from '../shops/shops.ts';
import { findStuck } from './stuck-orders.ts';

export const RETRY_ORDER_REFUSALS = refusals(
  'order_not_found',
  'rate_limited', // the recipient was messaged often enough today
);

/**
 * Retries right away whatever an order waits for: another server's response, a payment pending at the bank, a refused
 * refund, messages that failed. The jobs would do the same later, except for what staff must decide; nothing is done twice.
 */
export async function retryOrder(
  context: ManagementContext,
  orderId: string,
): Promise<Result<Awaited<ReturnType<typeof readTimeline>>, RefusalOf<typeof RETRY_ORDER_REFUSALS>>> {
  const notReached = await isRecipientNotReached(context, orderId);
  if (notReached) {
    const allowed = await context.limits.resendByOrder.consume(orderId);
    if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  }
  const started = await inTransaction(
    context.db,
    async (tx): Promise<Result<OrderRow, RefusalOf<typeof RETRY_ORDER_REFUSALS>>> => {
      const order = await lockOrder(tx, orderId);
      if (order === undefined) return refuse('order_not_found');
      await retryFailing(tx, order.group_id ?? orderId);
      await sql`
      update messages set due_at = ${context.clock()}
      where subject_id = ${orderId} and state = 'due' and attempts > 0`.execute(tx);
      await retryCover(tx, orderId, context.clock());
      if (order.state === 'refund_failed') return done(await retryRefund(context, tx, order));
      if (order.state === 'offered' && notReached) await resendOffer(context, tx, order);
      return done(order);
    },
  );
  if (!started.ok) return started;
  const { state, group_id } = started.value;
  if (group_id !== null) await driveGroup(context, group_id);
  if (state === 'authorising' || state === 'requires_action')
    await (group_id === null ? checkPayment(context, orderId) : checkGroupPayment(context, group_id));
  await driveOrder(context, orderId);
  return done(await readTimeline(context, orderId));
}

/** A new refund call, since the refusal of the previous one is final. Settlement never refunds more than it captured. */
async function retryRefund(context: ManagementContext, tx: Tx, order: OrderRow): Promise<OrderRow> {
  const call = refundCall(context, order, await shopOf(tx, order), order.end_reason);
  return moveOrder(tx, order, 'refunding', context.clock(), { kind: 'refund_tried_again', call });
}

/** Whether the offer is open and the recipient was not reached, by message or by phone. */
async function isRecipientNotReached(context: ManagementContext, orderId: string): Promise<boolean> {
  const stuck = await findStuck(context, orderId);
  const isNotReached = stuck?.reason === 'message_failed' || stuck?.reason === 'letter_needed';
  if (!isNotReached || !stuck.step.startsWith('recipient.')) return false;
  return (await readOrder(context.db, orderId)).state === 'offered';
}

/** A failed message's content has been deleted, so the recipient gets a new message with a new link, or is called. */
async function resendOffer(context: ManagementContext, tx: Tx, order: OrderRow): Promise<void> {
  await tellRecipient(context, tx, order, 'recipient.gift_arrived');
  await recordEvent(tx, order.order_id, order.state, order.state, context.clock(), { kind: 'resent' });
}
