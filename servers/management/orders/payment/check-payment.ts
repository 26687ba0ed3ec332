import { inTransaction } from '../../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../../kit/result.ts';
import { storeEvidence } from '../../../../kit/signing/evidence.ts';
import type { ManagementContext } from '../../context.ts';
import { type OrderView, orderView } from '../order-view.ts';
import { lockOrder } from '../orders.ts';
import { ASK_PAYMENT_REFUSALS, askPayment } from './ask-payment.ts';
import { takePayment } from './take-payment-answer.ts';

export const CHECK_PAYMENT_REFUSALS = refusals('order_not_found', 'share_of_group', ...ASK_PAYMENT_REFUSALS);

/**
 * Asks settlement about a payment that waits for its bank or for the buyer's second step, and moves the order
 * accordingly. A group's payment is checked through its group.
 */
export async function checkPayment(
  context: ManagementContext,
  orderId: string,
  memberId?: string,
): Promise<Result<OrderView, RefusalOf<typeof CHECK_PAYMENT_REFUSALS>>> {
  const order = await inTransaction(context.db, (tx) => lockOrder(tx, orderId, memberId));
  if (order === undefined) return refuse('order_not_found');
  const now = context.clock();
  if (order.state !== 'authorising' && order.state !== 'requires_action')
    return done(await orderView(context.db, order, now));
  if (order.group_id !== null) return refuse('share_of_group', { group_id: order.group_id });
  const asked = await askPayment(context, order, orderId);
  if (!asked.ok) return asked;
  const { payment, evidence } = asked.value;
  const checked = await inTransaction(context.db, async (tx) => {
    const locked = await lockOrder(tx, orderId);
    if (locked?.state !== 'authorising' && locked?.state !== 'requires_action') return locked ?? order;
    const evidenceId = await storeEvidence(tx, evidence);
    return takePayment(tx, locked, payment, context.clock(), { evidenceId });
  });
  return done(await orderView(context.db, checked, now));
}
