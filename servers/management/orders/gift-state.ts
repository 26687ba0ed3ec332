import { type BuyerAction, buyerActions, type GiftState, heldState } from '../../../kit/gift-state.ts';
import type { GiftFacts } from './gift-facts.ts';
import { isBeforeAcceptance, isBeforeCapture, type OrderState } from './order-states.ts';
import { isAccepted, isLate, type OrderRow } from './orders.ts';

/** The row's part in the state of a gift. */
export type StatedOrder = Pick<
  OrderRow,
  | 'state'
  | 'group_id'
  | 'amount_minor'
  | 'recipient_name'
  | 'end_reason'
  | 'dispute'
  | 'answer_by'
  | 'refund_until'
>;

/** What an order's state is to its buyer, who is told where the money is. */
const OF_ORDER: Readonly<Record<Exclude<OrderState, 'accepted' | 'issued'>, GiftState>> = {
  authorising: 'paying',
  requires_action: 'needs_bank',
  authorised: 'paying',
  awaiting_confirmation: 'paying',
  capturing: 'paying',
  registering: 'paying',
  scheduled: 'scheduled',
  offered: 'waiting',
  correcting: 'correcting',
  accepting: 'accepting',
  cancelling: 'refunding',
  refunding: 'refunding',
  voiding: 'not_bought',
  refunded: 'refunded',
  abandoned: 'not_bought',
  declined: 'declined',
  refund_failed: 'refund_delayed',
};

/** A gift's state as its buyer sees it. `facts` are those of an accepted one. */
export function buyerState(order: StatedOrder, facts: GiftFacts | undefined): GiftState {
  const { state, dispute } = order;
  if (dispute === 'lost') return 'cancelled';
  if (state === 'accepted' || state === 'issued') return acceptedState(order, facts);
  return dispute === 'open' && isBeforeAcceptance(state) ? 'frozen' : OF_ORDER[state];
}

/** What the buyer can do with it now. The operations refuse whatever isn't among this. */
export function actionsOfBuyer(
  order: StatedOrder,
  facts: GiftFacts | undefined,
  now: Date,
): { gift_state: GiftState; actions: BuyerAction[] } {
  const { state, group_id, refund_until, recipient_name } = order;
  const gift_state = buyerState(order, facts);
  const actions = buyerActions(gift_state, {
    can_continue: isBeforeCapture(state) && group_id === null,
    can_cancel: isBeforeAcceptance(state),
    can_be_accepted: !isLate(order, now),
    can_refund: facts?.was_used === false && refund_until !== null && refund_until > now,
    can_send_again: recipient_name !== null && recipient_name !== '',
  });
  return { gift_state, actions };
}

/** Why a gift came to nothing, or null if it hasn't. */
export function endedAs({
  state,
  end_reason,
}: Pick<OrderRow, 'state' | 'end_reason'>): 'refused' | 'lapsed' | 'cancelled' | null {
  if (end_reason === null || isAccepted({ state })) return null;
  if (end_reason === 'refused') return 'refused';
  return end_reason === 'not_answered' ? 'lapsed' : 'cancelled';
}

/**
 * The same of a gift that its recipient was told of, as the recipient sees it: what came of it, not where the money is. What
 * others do with a gift that was handed over to them is not the recipient's business; undefined where management doesn't know
 * who has used it.
 */
export function recipientState(
  order: StatedOrder,
  facts: GiftFacts | undefined,
  now: Date,
): GiftState | undefined {
  if (isAccepted(order)) {
    if (facts?.was_used !== true) return buyerState(order, facts);
    if (facts.handed_over === null) return undefined;
    return facts.handed_over ? 'handed_over' : buyerState(order, facts);
  }
  const ended = endedAs(order);
  if (ended !== null) return ended;
  return isLate(order, now) ? 'lapsed' : buyerState(order, facts);
}

/** What is left of it, as far as the shop has reported. Holds at tills are the shop's own business. */
function acceptedState({ amount_minor, dispute }: StatedOrder, facts: GiftFacts | undefined): GiftState {
  const balance_minor = facts?.left_minor ?? amount_minor;
  return heldState({
    amount_minor,
    balance_minor,
    held_minor: 0n,
    // With nothing left there is nothing to freeze.
    is_frozen: dispute === 'open' && balance_minor > 0n,
    is_expired: facts?.is_expired ?? false,
  });
}
