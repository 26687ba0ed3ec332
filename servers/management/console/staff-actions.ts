import type { Executor } from '../../../kit/db/transaction.ts';
import { reportedByShop } from '../orders/end-order.ts';
import { isAccepted, type OrderRow } from '../orders/orders.ts';

/** What staff can do with a gift from its page, beside noting something. */
export const STAFF_ACTIONS = ['resend', 'correct', 'cancel', 'refund'] as const;
export type StaffAction = (typeof STAFF_ACTIONS)[number];

/**
 * What works now, by the rules that hold for its buyer, too. The shop has the last word on a refund: it may know of a use
 * or a hand-over that was not reported yet.
 */
export async function staffActions(executor: Executor, order: OrderRow, now: Date): Promise<StaffAction[]> {
  if (order.state === 'scheduled') return ['correct', 'cancel'];
  if (order.state === 'offered') {
    const isLate = order.answer_by !== null && order.answer_by <= now;
    return isLate ? ['resend', 'cancel'] : ['resend', 'correct', 'cancel'];
  }
  const { dispute, refund_until } = order;
  if (!isAccepted(order) || dispute !== null || refund_until === null || refund_until <= now) return [];
  const { used, expired } = await reportedByShop(executor, order.order_id);
  return used || expired ? [] : ['refund'];
}
