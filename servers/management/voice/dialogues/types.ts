import type { Locale } from '../../../../kit/words/index.ts';
import type { Listen, Utterance } from '../turn.ts';

/** A shop as far as a caller hears of it. `party` is the shop server, which knows the PINs. */
export type ShopFact = {
  shop_id: string;
  party: string;
  name_ko: string;
  name_en: string;
  currency: string;
  amount_min_minor: number;
  amount_max_minor: number;
  suggested_minor: number[];
};
export type MethodFact = { payment_method_id: string; brand: string; last4: string };
export type AmountFact = { amount_minor: number; currency: string };
/** The name behind a number, as it is read back. */
export type NamedFact = {
  phone: string;
  masked_name: string;
  read_back_id: string;
  recycled: boolean;
};
export type OfferFact = AmountFact & {
  order_id: string;
  /** The number that the gift is for, and that opens it later. */
  phone: string;
  sender_name: string;
  shop_name_ko: string;
  shop_name_en: string;
  message: string;
  answer_by: string;
};
export type GiftFact = AmountFact & {
  shop_name_ko: string;
  shop_name_en: string;
  recipient_name: string;
  state: string;
  remaining_minor: number | null;
};
export type BalanceFact = AmountFact & { expires_at: string };

/** What a call has learnt so far, and nothing secret: of a PIN a keyed digest, of a code its sealed form. */
export type Facts = {
  purpose?: 'buy' | 'gifts' | 'balance' | 'unlock';
  member_number?: string;
  member_id?: string;
  /** Until it was said once. */
  greet_by?: string;
  methods?: MethodFact[];
  shops?: ShopFact[];
  /** From which of several things on the list is read. */
  first?: number;
  shop?: ShopFact;
  amount?: AmountFact;
  order_id?: string;
  named?: NamedFact;
  /** How often the outcome of a payment was asked about. */
  checks?: number;
  /** How often something was tried that must not be tried without end. */
  failures?: number;
  offer?: OfferFact;
  /** Another gift that waits for the same phone. */
  next_offer?: OfferFact | null;
  valid_until?: string;
  pin_digest?: string;
  holder_phone?: string;
  code_sealed?: string;
  gifts?: GiftFact[];
  /** The order before which the next gifts are listed; null when there are no more. */
  gifts_before?: string | null;
  balances?: BalanceFact[];
};

export type CallState = {
  at: NodeName;
  locale: Locale;
  /** Who calls or is called (E.164), as the network says: it saves keying, and proves nothing. */
  phone: string | null;
  has_operator: boolean;
  /** Wrong and missing answers in a row. */
  tries: number;
  facts: Facts;
};

export type Effect =
  | { kind: 'choose_locale'; phone: string | null; locale: Locale }
  | { kind: 'log_in'; member_number: string; phone_pin: string }
  | { kind: 'list_shops' }
  | {
      kind: 'place_order';
      member_id: string;
      shop_id: string;
      amount_minor: number;
      currency: string;
      payment_method_id: string;
    }
  | { kind: 'look_at_order'; member_id: string; order_id: string }
  | { kind: 'name_recipient'; member_id: string; order_id: string; phone: string }
  | { kind: 'confirm'; member_id: string; order_id: string; read_back_id: string }
  | { kind: 'abandon'; member_id: string; order_id: string }
  | { kind: 'list_gifts'; member_id: string; before: string | null }
  | { kind: 'call_back'; phone: string }
  | { kind: 'accept'; order_id: string; phone: string; pin: string }
  | { kind: 'refuse'; order_id: string; phone: string }
  | { kind: 'stop_calls'; phone: string }
  | { kind: 'ask_balance'; party: string; phone: string; pin: string }
  | { kind: 'send_unlock_code'; party: string; phone: string; locale: Locale }
  | { kind: 'unlock'; party: string; phone: string; code_sealed: string; new_pin: string };

export type EffectResult =
  | { kind: 'locale_chosen'; locale: Locale }
  | { kind: 'logged_in'; member_id: string; masked_name: string; methods: MethodFact[] }
  | { kind: 'shops_listed'; shops: ShopFact[] }
  | { kind: 'order_seen'; order_id: string; state: string }
  | { kind: 'named'; named: NamedFact }
  | { kind: 'gifts_listed'; gifts: GiftFact[]; before: string | null }
  | { kind: 'call_back_planned' }
  | { kind: 'accepted'; valid_until: string; next_offer: OfferFact | null }
  | { kind: 'acceptance_pending' }
  | { kind: 'refused_gift'; next_offer: OfferFact | null }
  | { kind: 'calls_stopped' }
  | { kind: 'balances'; balances: BalanceFact[] }
  | { kind: 'code_sent' }
  | { kind: 'unlocked' }
  /** The operation's own refusal. */
  | { kind: 'refused'; code: string };

/** What makes a secret keepable between two turns, under keys that the state is not kept with. */
export type Tools = {
  digestOf: (about: string, pin: string) => string;
  seal: (text: string) => string;
};

/** What an answer leads to. `say` comes before what the next node asks. */
export type Move =
  | { go: NodeName; facts?: Facts; locale?: Locale; say?: readonly Utterance[] }
  /** Not an answer: counted, and asked again. */
  | { again: readonly Utterance[] }
  | { effect: Effect; facts?: Facts }
  | { end: 'hang_up' | 'operator'; say: readonly Utterance[] };

/**
 * How a node takes keys: one key, a number that `#` ends, or a secret number. `must_hear`: no key counts before all was
 * said, where agreeing unheard would be no agreement.
 */
export type Keys = { kind: 'choice' | 'number' | 'secret'; digits_max: number; must_hear?: boolean };

/** One place of a dialogue. */
export type Node = {
  ask: (state: CallState) => readonly Utterance[];
  /** Without keys the turn is only said: `said` goes on, or the call ends. */
  keys?: Keys;
  heard?: (state: CallState, digits: string, tools: Tools) => Move;
  said?: (state: CallState) => Move;
  answered?: (state: CallState, result: EffectResult) => Move;
  /** Where `*` leads. */
  back: (state: CallState) => NodeName;
  /** Nothing is left to ask, so silence is an answer and ends the call. */
  may_end?: boolean;
};

export const NODE_NAMES = [
  'language',
  'menu',
  'member_number',
  'phone_pin',
  'shop',
  'amount',
  'method',
  'paying',
  'recipient',
  'read_back',
  'bought',
  'gifts',
  'receive_phone',
  'offer',
  'pin',
  'pin_again',
  'received',
  'refuse_sure',
  'gift_refused',
  'voicemail',
  'holder_phone',
  'holder_shop',
  'holder_pin',
  'balance',
  'forgotten',
  'unlock_code',
  'new_pin',
  'new_pin_again',
  'unlocked',
] as const;
export type NodeName = (typeof NODE_NAMES)[number];

export type DialogueTurn =
  | { effect: Effect }
  | { say: readonly Utterance[]; listen?: Listen; end?: 'hang_up' | 'operator' };

export type DialogueInput =
  | { kind: 'begin' }
  | { kind: 'digits'; digits: string }
  | { kind: 'silence' }
  | { kind: 'said' }
  | { kind: 'result'; result: EffectResult };

export type Step = { state: CallState; turn: DialogueTurn };
