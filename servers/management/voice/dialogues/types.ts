import type { GiftState } from '../../../../kit/gift-state.ts';
import type { MainLocale } from '../../../../kit/words/index.ts';
import type { CallsWanted } from '../../messages/plan-dial.ts';
import type { Listen, Utterance } from '../turn.ts';
import type { AccountEffect, AccountFact, AccountResult } from './account-types.ts';
import type { CardEffect, CardFact, CardResult, MethodFact } from './card-types.ts';

/** What a call needs of a shop. `party` is the shop's server, which knows the PINs. */
export type ShopFact = {
  shop_id: string;
  party: string;
  /** Whose payment methods it takes. */
  settlement: string;
  name_ko: string;
  name_en: string;
  currency: string;
  amount_min_minor: number;
  amount_max_minor: number;
  suggested_minor: number[];
};
/** The shop of a certificate's holder. */
export type HolderShop = Pick<ShopFact, 'party' | 'name_ko' | 'name_en'>;
export type AmountFact = { amount_minor: number; currency: string };
/** The name behind a number, as read back. */
export type NamedFact = {
  phone: string;
  masked_name: string;
  read_back_id: string;
  recycled: boolean;
};
export type OfferFact = AmountFact & {
  order_id: string;
  /** The recipient's number, which later opens the certificate. */
  phone: string;
  sender_name: string;
  shop_name_ko: string;
  shop_name_en: string;
  message: string;
  answer_by: string;
  /** The masked name that whoever accepts confirms as theirs. */
  name_to_confirm?: string;
};
export type GiftFact = AmountFact & {
  shop_name_ko: string;
  shop_name_en: string;
  recipient_name: string;
  /** Missing if a process of before has listed it. */
  gift_state?: GiftState;
  /** The order's state, for a process of before. */
  state: string;
  /** Of an accepted gift. */
  remaining_minor: number | null;
};
export type BalanceFact = AmountFact & { last4: string; expires_at: string };
export type StoreFact = { name: string; address?: string; opening_hours?: string; phone?: string };

/** Something to tell, as a person says it. */
export type NewsFact = { message_id: string; locale: MainLocale; text: string };

/** What a turn says: a text, or the digits of a code, which are opened only when they are spoken. */
export type Said = Utterance | { readonly locale: MainLocale; readonly digits_sealed: string };

/** What a call knows so far. Nothing secret: a PIN only as a keyed digest or sealed, a code only sealed. */
export type Facts = {
  /** What a member logs in for, or what a holder's PIN or code is for. */
  purpose?: 'buy' | 'gifts' | 'balance' | 'unlock' | 'take_hand_over' | 'confirm_hand_over' | 'change_pin';
  member_number?: string;
  member_id?: string;
  /** The member's name, until they have been greeted; then empty. */
  greet_by?: string;
  methods?: MethodFact[];
  shops?: ShopFact[];
  /** Index of the list entry that the current page starts with. */
  first?: number;
  shop?: ShopFact;
  amount?: AmountFact;
  order_id?: string;
  named?: NamedFact;
  /** How often the payment was checked. */
  checks?: number;
  /** Refused answers so far. */
  failures?: number;
  offer?: OfferFact;
  /** Another gift waiting for the same phone. */
  next_offer?: OfferFact | null;
  valid_until?: string;
  pin_digest?: string;
  holder_phone?: string;
  holder_shop?: HolderShop;
  /** The PIN that opened the holder's certificates; kept until the call leaves them. */
  pin_sealed?: string;
  code_sealed?: string;
  gifts?: GiftFact[];
  /** Cursor of the next gifts; null if there are no more. */
  gifts_before?: string | null;
  news?: NewsFact[];
  /** A code to say, and how it is introduced. */
  code?: { about: NewsFact; code_sealed: string };
  balances?: BalanceFact[];
  /** The certificate to hand over, and to whom. */
  handing_over?: BalanceFact;
  to_phone?: string;
  districts?: string[];
  stores?: StoreFact[];
  /** What the number is called about. */
  calls?: CallsWanted;
  account?: AccountFact;
  card?: CardFact;
};

export type CallState = {
  at: NodeName;
  locale: MainLocale;
  /** The other party's number (E.164) as the network reports it: saves keying it, but proves nothing. */
  phone: string | null;
  has_operator: boolean;
  /** Invalid and missing answers in a row. */
  tries: number;
  facts: Facts;
};

export type Effect =
  | { kind: 'choose_locale'; phone: string | null; locale: MainLocale }
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
  | { kind: 'call_back'; phone: string; about: 'gift' | 'account' }
  | { kind: 'accept'; order_id: string; phone: string; pin: string }
  | { kind: 'refuse'; order_id: string; phone: string }
  | { kind: 'look_at_calls'; phone: string }
  | { kind: 'choose_calls'; phone: string; calls: CallsWanted }
  /** These were heard to their end. */
  | { kind: 'told'; message_ids: readonly string[] }
  | { kind: 'ask_balance'; party: string; phone: string; pin: string }
  | { kind: 'send_unlock_code'; party: string; phone: string; locale: MainLocale; by_call: boolean }
  | { kind: 'unlock'; party: string; phone: string; code_sealed: string; new_pin: string }
  | { kind: 'take_hand_over'; party: string; phone: string; code_sealed: string; new_pin: string }
  | { kind: 'change_pin'; party: string; phone: string; pin_sealed: string; new_pin: string }
  | {
      kind: 'hand_over';
      party: string;
      phone: string;
      pin_sealed: string;
      to_phone: string;
      last4: string;
      locale: MainLocale;
      by_call: boolean;
    }
  | {
      kind: 'confirm_hand_over';
      party: string;
      phone: string;
      pin_sealed: string;
      code_sealed: string;
      locale: MainLocale;
    }
  | { kind: 'list_districts'; party: string; locale: MainLocale }
  | { kind: 'list_stores'; party: string; locale: MainLocale; district: string }
  | AccountEffect
  | CardEffect;

export type EffectResult =
  | { kind: 'locale_chosen'; locale: MainLocale }
  | { kind: 'logged_in'; member_id: string; masked_name: string; methods: MethodFact[] }
  | { kind: 'shops_listed'; shops: ShopFact[] }
  | { kind: 'order_seen'; order_id: string; state: string }
  | { kind: 'named'; named: NamedFact }
  | { kind: 'gifts_listed'; gifts: GiftFact[]; before: string | null }
  | { kind: 'call_back_planned' }
  | { kind: 'accepted'; valid_until: string; next_offer: OfferFact | null }
  | { kind: 'acceptance_pending' }
  | { kind: 'refused_gift'; next_offer: OfferFact | null }
  | { kind: 'calls_seen'; calls: CallsWanted }
  | { kind: 'noted' }
  | { kind: 'balances'; balances: BalanceFact[] }
  | { kind: 'code_sent'; by: 'text' | 'call' }
  | { kind: 'pin_set' }
  | { kind: 'taken'; balances: BalanceFact[] }
  /** The holder's own phone is told a code. */
  | { kind: 'hand_over_begun'; by: 'text' | 'call' }
  | { kind: 'handed_over'; by: 'text' | 'call'; until: string }
  /** Stores that name no district are in the district with the empty name. */
  | { kind: 'districts_listed'; districts: string[] }
  | { kind: 'stores_listed'; stores: StoreFact[] }
  | AccountResult
  | CardResult
  /** The operation's refusal code. */
  | { kind: 'refused'; code: string; expired_on?: string };

/** Protect a secret between turns, under keys that are not stored with the state. */
export type Tools = {
  digestOf: (about: string, pin: string) => string;
  seal: (text: string) => string;
};

/** Where an answer leads. `say` comes before the next node's prompt. */
export type Move =
  | { go: NodeName; facts?: Facts; locale?: MainLocale; say?: readonly Said[] }
  /** Not a valid answer: counts as a try, and the prompt is repeated. */
  | { retry: readonly Said[] }
  | { effect: Effect; facts?: Facts }
  | { end: 'hang_up' | 'operator'; say: readonly Said[] };

/**
 * The keys that a node takes: one key, a number finished by `#`, or a secret number. `must_hear`: no key counts before the
 * end of the speech, since nobody can agree to what they have not heard.
 */
export type Keys = { kind: 'choice' | 'number' | 'secret'; digits_max: number; must_hear?: boolean };

/** One node of a dialogue. */
export type Node = {
  prompt: (state: CallState) => readonly Said[];
  /** Without keys the turn is only spoken, then `afterSpeech` continues or the call ends. */
  keys?: Keys;
  onDigits?: (state: CallState, digits: string, tools: Tools) => Move;
  afterSpeech?: (state: CallState) => Move;
  onResult?: (state: CallState, result: EffectResult) => Move;
  /** The node that `*` leads to. */
  back: (state: CallState) => NodeName;
  /** Nothing is left to ask, so silence ends the call. */
  ends_on_silence?: boolean;
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
  'holder_menu',
  'calls',
  'which_to_hand_over',
  'hand_over_phone',
  'hand_over_sure',
  'hand_over_code',
  'hand_over_pin',
  'district',
  'stores',
  'forgotten',
  'unlock_code',
  'new_pin',
  'new_pin_again',
  'pin_set',
  'taken',
  'news',
  'news_told',
  'no_news',
  'news_voicemail',
  'code',
  'code_told',
  'code_over',
  'account_phone',
  'account',
  'account_name',
  'account_terms',
  'join_elsewhere',
  'account_pin',
  'account_pin_again',
  'joined',
  'known_member',
  'own_number',
  'number_told',
  'mail_code',
  'phone_pin_chosen',
  'no_card',
  'card_elsewhere',
  'card_number',
  'card_last4',
  'card_expiry',
  'card_code',
  'card_unsure',
  'card_added',
] as const;
export type NodeName = (typeof NODE_NAMES)[number];

export type DialogueTurn =
  | { effect: Effect }
  | { say: readonly Said[]; listen?: Listen; end?: 'hang_up' | 'operator' };

export type DialogueInput =
  | { kind: 'begin' }
  | { kind: 'digits'; digits: string }
  | { kind: 'silence' }
  | { kind: 'said' }
  | { kind: 'result'; result: EffectResult };

export type Step = { state: CallState; turn: DialogueTurn };
