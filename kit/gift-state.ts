/**
 * What a gift is, from its payment to its end: one list of states for every page, text, call and API. Their words are in
 * `kit/words/everyone/gift-state.*`, under `gift_state_of.`.
 */
export const GIFT_STATES = [
  'paying',
  'needs_bank', // the payer's bank wants a second step
  'declined',
  'not_bought', // ended before anything was charged
  'scheduled',
  'waiting', // for the recipient to accept
  'correcting', // the shop is being told of another recipient
  'ready',
  'partly_used',
  'used_up',
  'on_hold', // all that is left is held for a sale that is not certain yet
  'frozen', // its payment is disputed
  'expired', // with something left on its last day
  'handed_over', // to another phone; so only for whoever held it before
  'refused',
  'lapsed', // nobody accepted it in time
  'cancelled',
  'refunding',
  'refunded',
  'refund_delayed',
] as const;
export type GiftState = (typeof GIFT_STATES)[number];

/** What is known of a certificate that was accepted; amounts in minor units. */
export type HeldFacts = {
  amount_minor: bigint;
  /** Holds included. */
  balance_minor: bigint;
  held_minor: bigint;
  is_frozen: boolean;
  /** Its last day is over, and something was left. */
  is_expired: boolean;
};

/** The state of an accepted certificate. What was spent to the last won before its last day is used up, not expired. */
export function heldState({
  amount_minor,
  balance_minor,
  held_minor,
  is_frozen,
  is_expired,
}: HeldFacts): GiftState {
  if (is_expired) return 'expired';
  if (is_frozen) return 'frozen';
  if (balance_minor === 0n) return 'used_up';
  if (balance_minor === held_minor) return 'on_hold';
  return balance_minor < amount_minor ? 'partly_used' : 'ready';
}

/** What a holder can do with a certificate in its state. */
export const HOLDER_ACTIONS = ['show_code', 'extend', 'hand_over'] as const;
export type HolderAction = (typeof HOLDER_ACTIONS)[number];

export function holderActions(state: GiftState, { can_extend }: { can_extend: boolean }): HolderAction[] {
  if (state !== 'ready' && state !== 'partly_used') return [];
  return ['show_code', ...(can_extend ? (['extend'] as const) : []), 'hand_over'];
}

/** What a buyer can do with a gift in its state. */
export const BUYER_ACTIONS = ['continue', 'resend', 'correct', 'cancel', 'refund', 'receipt'] as const;
export type BuyerAction = (typeof BUYER_ACTIONS)[number];

const OF_BUYER: Readonly<Record<GiftState, readonly BuyerAction[]>> = {
  paying: ['continue'],
  needs_bank: ['continue'],
  declined: [],
  not_bought: [],
  scheduled: ['correct', 'cancel', 'receipt'],
  waiting: ['resend', 'correct', 'cancel', 'receipt'],
  correcting: ['receipt'],
  ready: ['refund', 'receipt'],
  partly_used: ['receipt'],
  used_up: ['receipt'],
  on_hold: ['receipt'],
  frozen: ['receipt'],
  expired: ['receipt'],
  handed_over: ['receipt'],
  refused: ['receipt'],
  lapsed: ['receipt'],
  cancelled: ['receipt'],
  refunding: ['receipt'],
  refunded: ['receipt'],
  refund_delayed: ['receipt'],
};

/** @param can_refund Whether nothing was ever used, and the shop's period for withdrawals is not over. */
export function buyerActions(state: GiftState, { can_refund }: { can_refund: boolean }): BuyerAction[] {
  return OF_BUYER[state].filter((action) => action !== 'refund' || can_refund);
}
