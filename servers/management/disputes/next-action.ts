import type { OrderState } from '../orders/order-states.ts';
import { isAccepted, type OrderRow } from '../orders/orders.ts';
import type { DisputedGift } from './gift-states.ts';

/** How a payment stands: whether a dispute about it is open, and how much was lost and is covered by no gift yet. */
export type PaymentStanding = {
  is_open: boolean;
  uncovered_minor: bigint;
  /** A gift that was paid for together with others is being charged back at this moment. */
  is_busy: boolean;
};

/** `wait`: looked at again soon; `rest`: only when something happens. */
export type Action =
  | 'freeze'
  | 'unfreeze'
  | 'charge_back'
  | 'refund'
  | 'end'
  | 'close'
  | 'free'
  | 'wait'
  | 'rest';

/** On its way to where it can be frozen or ended, or past that. */
const ON_THE_WAY: ReadonlySet<OrderState> = new Set(['registering', 'correcting', 'accepting', 'cancelling']);
const NOT_ACCEPTED: ReadonlySet<OrderState> = new Set(['offered', 'scheduled']);

/**
 * What is next for a gift whose payment is or was disputed. One that nobody has accepted is held here, and an accepted one is
 * frozen at its shop. After a dispute that was lost what is left is cancelled, as far as that is no more than what was lost;
 * after one that was won it is free again.
 */
export function nextAction(
  order: Pick<OrderRow, 'state' | 'amount_minor'>,
  { state, cancelled_minor }: Pick<DisputedGift, 'state' | 'cancelled_minor'>,
  { is_open, uncovered_minor, is_busy, booked_minor }: PaymentStanding & { booked_minor: bigint },
): Action {
  if (state === 'charged_back') {
    // The uses before that are booked first, so that both books have the same left.
    if (booked_minor !== cancelled_minor) return 'wait';
    return cancelled_minor === 0n ? 'close' : 'refund';
  }
  if (state !== 'held' && state !== 'frozen') return 'rest';
  const isAtShop = state === 'frozen' || isAccepted(order);
  if (!isAtShop && ON_THE_WAY.has(order.state)) return 'wait';
  if (is_open) {
    if (state === 'frozen') return 'rest';
    if (isAtShop) return 'freeze';
    return NOT_ACCEPTED.has(order.state) ? 'rest' : 'free';
  }
  if (uncovered_minor > 0n) {
    if (is_busy) return 'wait';
    if (isAtShop) return 'charge_back';
    if (NOT_ACCEPTED.has(order.state)) return order.amount_minor <= uncovered_minor ? 'end' : 'free';
    return 'free';
  }
  return state === 'frozen' ? 'unfreeze' : 'free';
}
