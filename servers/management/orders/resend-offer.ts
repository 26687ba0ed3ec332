import { type Executor, inTransaction } from '../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { ManagementContext } from '../context.ts';
import { type AskedBy, askedIn, lockAsked, noteAct, type ShopAsking } from './asked-by.ts';
import { type OrderView, orderView } from './order-view.ts';
import { type OrderRow, recordEvent } from './orders.ts';
import { tellRecipient } from './tell.ts';
import { WAITING_REFUSALS, whyNotWaiting } from './waiting.ts';

export const RESEND_OFFER_REFUSALS = refusals(
  'order_not_found',
  'wrong_state',
  ...WAITING_REFUSALS,
  'rate_limited',
);

/** Sends the offer to the recipient again, for the buyer, for staff, or for its shop. */
export async function resendOffer(
  context: ManagementContext,
  orderId: string,
  by: AskedBy | ShopAsking,
): Promise<Result<OrderView, RefusalOf<typeof RESEND_OFFER_REFUSALS>>> {
  const offered = await lockOffered(context, context.db, { orderId, by });
  if (!offered.ok) return offered;
  const allowed = await context.limits.resendByOrder.consume(orderId);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  return inTransaction(context.db, async (tx) => {
    const locked = await lockOffered(context, tx, { orderId, by });
    if (!locked.ok) return locked;
    const order = locked.value;
    await tellRecipient(context, tx, order, 'recipient.gift_arrived');
    const now = context.clock();
    await recordEvent(tx, orderId, order.state, order.state, now, { kind: 'resent', ...askedIn(by) });
    await noteAct(tx, by, { subject_id: orderId, action: 'resend', at: now });
    return done(await orderView(tx, order, now));
  });
}

async function lockOffered(
  context: ManagementContext,
  executor: Executor,
  { orderId, by }: { orderId: string; by: AskedBy | ShopAsking },
): Promise<Result<OrderRow, 'order_not_found' | 'wrong_state' | RefusalOf<typeof WAITING_REFUSALS>>> {
  const order = await lockAsked(executor, orderId, by);
  if (order === undefined) return refuse('order_not_found');
  if (order.state !== 'offered') return refuse('wrong_state', { state_now: order.state });
  const closed = whyNotWaiting(order, context.clock());
  return closed === null ? done(order) : refuse(closed);
}
