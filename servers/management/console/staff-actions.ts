import type { OrderView } from '../orders/order-view.ts';
import type { OrderRow } from '../orders/orders.ts';

/** What staff can do with a gift from its page, beside noting something. */
export const STAFF_ACTIONS = ['resend', 'correct', 'cancel', 'refund'] as const;
export type StaffAction = (typeof STAFF_ACTIONS)[number];

/**
 * What works now, by the rules that hold for its buyer, too. The shop has the last word on a refund: it may know of a use
 * or a hand-over that was not reported yet. While a payment is disputed, staff can do more with an offer than its buyer is shown.
 */
export function staffActions(
  { state, answer_by }: Pick<OrderRow, 'state' | 'answer_by'>,
  { actions }: Pick<OrderView, 'actions'>,
  now: Date,
): StaffAction[] {
  if (state === 'scheduled') return ['correct', 'cancel'];
  if (state !== 'offered') return actions.includes('refund') ? ['refund'] : [];
  const isLate = answer_by !== null && answer_by <= now;
  return isLate ? ['resend', 'cancel'] : ['resend', 'correct', 'cancel'];
}
