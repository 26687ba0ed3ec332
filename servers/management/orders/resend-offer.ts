import { inTransaction } from '../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { ManagementContext } from '../context.ts';
import { lockOrder, type OrderView, orderView, recordEvent } from './orders.ts';
import { tellRecipient } from './tell.ts';

export const RESEND_OFFER_REFUSALS = refusals('order_not_found', 'wrong_state', 'rate_limited');

/** Tells the recipient once more. */
export async function resendOffer(
  context: ManagementContext,
  orderId: string,
  memberId: string,
): Promise<Result<OrderView, RefusalOf<typeof RESEND_OFFER_REFUSALS>>> {
  return inTransaction(context.db, async (tx) => {
    const order = await lockOrder(tx, orderId, memberId);
    if (order === undefined) return refuse('order_not_found');
    if (order.state !== 'offered') return refuse('wrong_state', { state_now: order.state });
    const allowed = await context.limits.resendByOrder.consume(orderId);
    if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
    await tellRecipient(context, tx, order, 'recipient.gift_arrived');
    await recordEvent(tx, orderId, order.state, order.state, context.clock(), { kind: 'resent' });
    return done(orderView(order));
  });
}
