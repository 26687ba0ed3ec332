import Type, { type Static } from 'typebox';
import { refusals } from '../kit/result.ts';
import { CARD_PARTS } from '../kit/sealed-card.ts';
import { Currency, closed, Id, Payee, PaymentMethodId, ReturnUrl, Timestamp } from './common.ts';

/** Management → settlement, all signed: a payer's cards. All POSTs carry an Idempotency-Key. */
export const PAYMENT_METHOD_PATHS = {
  setups: '/v1/peer/payment-method-setups',
  methods: '/v1/peer/payment-methods',
  keyedCards: '/v1/peer/keyed-cards',
} as const;

/** POST setups: the payer submits the card to settlement directly, at the one-time URL in the answer; management never sees it. */
export const SetupPaymentMethod = closed({
  payer_reference: Id,
  return_url: Type.Optional(ReturnUrl),
  /**
   * Others use the device after the payer, such as a terminal in a store: what is typed is hidden, the browser offers to
   * keep none of it, and a page that is left alone goes back to `return_url` with `timed_out=yes` in its query. Only with a
   * `return_url`.
   */
  shared_device: Type.Optional(Type.Boolean()),
  /** What the card is to pay for, if that is known. A card can be used only where its acquirer takes payments. */
  payee: Type.Optional(Payee),
  currency: Type.Optional(Currency),
});
export const SET_UP_REFUSALS = refusals('currency_unsupported'); // no acquirer takes payments for this payee and currency
export type SetupPaymentMethod = Static<typeof SetupPaymentMethod>;
export const PaymentMethodSetup = closed({
  setup_id: Id,
  /**
   * For a browser, a form that redirects to `return_url` with `payment_method_id` in its query. For a program: POST
   * {card_number, expiry_month, expiry_year, security_code} to it, without a log-in; answers {payment_method_id}. Where the
   * acquirer has a page of its own, the browser is sent there and comes back, and a program can't enter a card.
   */
  card_entry_url: Type.String(),
  expires_at: Timestamp,
});
export type PaymentMethodSetup = Static<typeof PaymentMethodSetup>;

/** GET methods/:payment_method_id */
export const READ_PAYMENT_METHOD_REFUSALS = refusals('payment_method_not_found');
export const PaymentMethod = closed({
  payment_method_id: PaymentMethodId,
  payer_reference: Id,
  brand: Type.String(),
  /** A digit that the acquirer doesn't tell is `*`. */
  last4: Type.String({ pattern: '^[0-9*]{4}$' }),
  /** Both missing if the acquirer doesn't tell when the card expires. */
  expiry_month: Type.Optional(Type.Integer({ minimum: 1, maximum: 12 })),
  expiry_year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100 })),
  /** The same for one card, whoever entered it: a keyed digest of its number. Missing for cards of before. */
  card_fingerprint: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_-]{20,64}$' })),
  /** An authorisation of it holds nothing: the card is charged, and may be declined, only at capture. */
  charged_at_capture: Type.Optional(Type.Literal(true)),
});
export type PaymentMethod = Static<typeof PaymentMethod>;

/**
 * GET methods?ids=&currencies=, both separated by commas: where the caller's payment methods can be used, as their acquirers
 * are set up now. Those that the caller does not have are left out. Without `payees` it is all of them.
 */
export const PaymentMethodUses = closed({
  payment_methods: Type.Array(
    closed({
      payment_method_id: Type.String(),
      acquirer: Type.Optional(Type.String()),
      payees: Type.Optional(Type.Array(Payee)),
      /** Those asked about in which it can be used. */
      currencies: Type.Array(Currency),
    }),
  ),
});
export type PaymentMethodUses = Static<typeof PaymentMethodUses>;

/** GET keyed-cards: whether cards keyed in on a phone are taken, and which parts to ask for, in this order. */
export const KeyedCards = closed({ taken: Type.Boolean(), parts: Type.Array(Type.Enum([...CARD_PARTS])) });
export type KeyedCards = Static<typeof KeyedCards>;

/**
 * POST keyed-cards → PaymentMethod: a card that the payer keyed in on the caller's phone line. Each part was sealed for
 * settlement when it was keyed (`kit/sealed-card.ts`), so the caller can't read it. `card_entry_id` makes it idempotent,
 * whatever the Idempotency-Key: an entry that became a payment method gives that one again, and the sealed parts are not
 * opened. So a card that is keyed in anew is a new entry.
 */
export const ADD_KEYED_CARD_REFUSALS = refusals(
  'payment_method_not_found', // the entry is another payer's
  'rate_limited', // tries per payer, against testing of cards
  'keyed_cards_not_taken',
  'sealed_card_unreadable', // or a part that the acquirer needs is missing
  'payment_method_expired', // the card
  'payment_declined', // not a card number, or the acquirer refuses the card; with decline_reason
  'service_unavailable', // the acquirer can't be reached
);
const SealedPart = Type.String({ minLength: 1, maxLength: 4096 });
export const AddKeyedCard = closed({
  card_entry_id: Id,
  payer_reference: Id,
  sealed_number: SealedPart,
  sealed_expiry: SealedPart,
  sealed_security_code: Type.Optional(SealedPart),
});
export type AddKeyedCard = Static<typeof AddKeyedCard>;
