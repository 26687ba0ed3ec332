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
  'accepting', // the recipient has accepted, and the shop is being told
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
export const BUYER_ACTIONS = [
  'continue',
  'resend',
  'correct',
  'change_day',
  'cancel',
  'refund',
  'receipt',
  'send_again',
] as const;
export type BuyerAction = (typeof BUYER_ACTIONS)[number];

const PAID = ['receipt', 'send_again'] as const;
const OF_BUYER: Readonly<Record<GiftState, readonly BuyerAction[]>> = {
  paying: ['continue'],
  needs_bank: ['continue'],
  declined: [],
  not_bought: [],
  scheduled: ['correct', 'change_day', 'cancel', ...PAID],
  waiting: ['resend', 'correct', 'cancel', ...PAID],
  correcting: PAID,
  accepting: PAID,
  ready: ['refund', ...PAID],
  partly_used: PAID,
  used_up: PAID,
  on_hold: PAID,
  frozen: ['cancel', ...PAID],
  expired: PAID,
  handed_over: PAID,
  refused: PAID,
  lapsed: PAID,
  cancelled: PAID,
  refunding: PAID,
  refunded: PAID,
  refund_delayed: PAID,
};

/** What depends on more than the gift's state. */
export type BuyerFacts = {
  /** Nothing is confirmed yet, and it is no share of a group, which is continued as a whole. */
  can_continue: boolean;
  /** Nobody has accepted it. */
  can_cancel: boolean;
  /** Its recipient can still accept it. */
  can_be_accepted: boolean;
  /** Nothing was ever used, and the shop's period for withdrawals is not over. */
  can_refund: boolean;
  /** Its recipient was named, and is not erased. */
  can_send_again: boolean;
};

export function buyerActions(state: GiftState, facts: BuyerFacts): BuyerAction[] {
  const needs: Partial<Record<BuyerAction, boolean>> = {
    continue: facts.can_continue,
    cancel: facts.can_cancel,
    resend: facts.can_be_accepted,
    correct: facts.can_be_accepted,
    refund: facts.can_refund,
    send_again: facts.can_send_again,
  };
  return OF_BUYER[state].filter((action) => needs[action] !== false);
}

/** What staff of a gift's shop have the operator do with it, while its buyer could have the same. */
export const SHOP_ACTIONS = ['resend', 'cancel', 'refund'] as const satisfies BuyerAction[];
export type ShopAction = (typeof SHOP_ACTIONS)[number];
