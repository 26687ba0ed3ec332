import { type RefusalOf, refusals } from '../../../kit/result.ts';
import { isLate, type OrderRow } from './orders.ts';

export const WAITING_REFUSALS = refusals(
  'certificate_frozen', // its payment is disputed
  'offer_expired',
);

/** Why there is nothing to wait for with a gift that nobody has accepted, or null: its recipient couldn't accept it. */
export function whyNotWaiting(
  order: Pick<OrderRow, 'state' | 'dispute' | 'answer_by'>,
  now: Date,
): RefusalOf<typeof WAITING_REFUSALS> | null {
  if (order.dispute !== null) return 'certificate_frozen';
  return isLate(order, now) ? 'offer_expired' : null;
}
