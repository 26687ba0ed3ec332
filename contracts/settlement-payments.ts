import Type, { type Static } from 'typebox';
import { refusals } from '../kit/result.ts';
import { CARD_PARTS } from '../kit/sealed-card.ts';
import { AmountMinor, AmountMinorOrZero, Currency, closed, Id, open, Timestamp } from './common.ts';

/**
 * Management → settlement, and shop → settlement when a shop takes the payment itself (Purchase 4–5 and 12).
 * All are signed; all POSTs carry an Idempotency-Key. The payer of a payment is the party that signed.
 */
export const PAYMENT_PATHS = {
  setups: '/v1/peer/payment-method-setups',
  methods: '/v1/peer/payment-methods',
  keyedCards: '/v1/peer/keyed-cards',
  payments: '/v1/peer/payments',
  payouts: '/v1/peer/payouts',
} as const;

/** Where the payer's browser goes after a page of settlement. It is part of a signed request, so nobody else can set it. */
const ReturnUrl = Type.String({ pattern: '^https?://[^\\s"\';]+$', maxLength: 500 });

/** The party that money is ultimately for, e.g. `shop:haneul`. */
const Payee = Type.String({ minLength: 1, maxLength: 64 });

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
  payment_method_id: Type.String({ pattern: '^pm_[A-Za-z0-9_]{4,60}$' }),
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

const paymentRequest = {
  order_id: Id,
  payer_reference: Id,
  payment_method_id: Type.String({ pattern: '^pm_[A-Za-z0-9_]{4,60}$' }),
  payee: Payee,
  amount_minor: AmountMinor,
  currency: Currency,
};

/**
 * A party's consent to another party charging its customer's card: for exactly this payment, by that party, at this
 * settlement server, until then. Signed as a compact JWS (`kit/signing/statement.ts`) with `typ` CONSENT_TYP.
 */
export const CONSENT_TYP = 'seonmul-payment-consent';
export const PaymentConsent = closed({
  ...paymentRequest,
  settlement: Type.String({ minLength: 1, maxLength: 64 }),
  /** The party that may charge the card, once, under this order id. */
  taken_by: Type.String({ minLength: 1, maxLength: 64 }),
  valid_until: Timestamp,
});
export type PaymentConsent = Static<typeof PaymentConsent>;

/**
 * POST payments: authorises. A decline is an answer (status `declined`), not a problem. `order_id` is the caller's own id, of
 * one order or of several that are paid for together. A payment method belongs to the party that set it up. Another party
 * may charge it only with the owner's consent to exactly this payment; without one, or with one that has expired or is for
 * anything else, the answer is `payment_method_not_found`, as if it did not exist.
 */
export const AUTHORISE_REFUSALS = refusals(
  'wrong_state', // the order already has a payment
  'payment_method_not_found',
  'payment_method_expired',
  'currency_unsupported',
  'payment_method_elsewhere', // its acquirer doesn't take payments for this payee, or in this currency
);
export const AuthorisePayment = closed({
  ...paymentRequest,
  /** The signed PaymentConsent of the payment method's owner, if that is not the caller. */
  consent: Type.Optional(Type.String({ minLength: 1, maxLength: 4096 })),
  /** Where the payer's browser goes after the page at `action_url`. */
  return_url: Type.Optional(ReturnUrl),
});
export type AuthorisePayment = Static<typeof AuthorisePayment>;

export const DECLINE_REASONS = [
  'insufficient_funds',
  'do_not_honor',
  'lost_card',
  'stolen_card',
  'expired_card',
  'incorrect_cvc',
  'processing_error',
  'limit_exceeded',
  'authentication_failed',
  'cancelled_by_caller',
] as const;

export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** Why a capture was refused as `payment_declined`, as far as the problem document says. */
export function declineReasonOf(problem: unknown): DeclineReason | undefined {
  const said =
    typeof problem === 'object' && problem !== null && 'decline_reason' in problem
      ? problem.decline_reason
      : undefined;
  return DECLINE_REASONS.find((known) => known === said);
}

export const PAYMENT_STATUSES = [
  'processing', // the card's bank has not answered yet: look it up later
  'requires_action', // the payer must take a second step at action_url
  'authorised',
  'declined',
  'captured',
  'voided',
  'expired', // the authorisation ran out uncaptured
  'refunded', // in full
] as const;

export const Payment = closed({
  payment_id: Id,
  order_id: Id,
  status: Type.Enum([...PAYMENT_STATUSES]),
  decline_reason: Type.Optional(Type.Enum([...DECLINE_REASONS])),
  action_url: Type.Optional(Type.String()),
  amount_minor: AmountMinor,
  captured_minor: AmountMinorOrZero,
  refunded_minor: AmountMinorOrZero,
  currency: Currency,
  authorisation_expires_at: Type.Optional(Timestamp),
});
export type Payment = Static<typeof Payment>;

/** GET payments/by-order/:order_id → Payment. */
export const READ_PAYMENT_REFUSALS = refusals('payment_not_found');

/** POST payments/by-order/:order_id/captures → Payment. */
export const CAPTURE_REFUSALS = refusals(
  'payment_not_found',
  'wrong_state',
  'authorisation_expired',
  'capture_exceeds_authorisation',
  'payment_declined', // of a card that is charged at capture: its bank says no, with decline_reason; the payment is `declined`
  'request_in_progress', // another capture: retry with the same key
  'payment_unknown', // the acquirer has not answered: retry with the same key
);
export const CapturePayment = closed({ amount_minor: AmountMinor });
export type CapturePayment = Static<typeof CapturePayment>;

/**
 * POST payments/by-order/:order_id/voids → Payment. A void for an order that is not known yet is recorded, and an
 * authorisation that arrives later is declined with `cancelled_by_caller`.
 */
export const VOID_REFUSALS = refusals(
  'request_in_progress', // it is being captured: retry with the same key
  'wrong_state', // it was captured
);
export const VoidPayment = closed({});
export type VoidPayment = Static<typeof VoidPayment>;

/** POST payments/by-order/:order_id/refunds → Payment. */
export const REFUND_REFUSALS = refusals(
  'payment_not_found',
  'wrong_state', // nothing was captured
  'refund_exceeds_payment', // more than is left
  'insufficient_balance', // the payee was already paid out
  'payment_unknown', // the acquirer has not answered: retry with the same key
);
export const RefundPayment = closed({
  amount_minor: AmountMinor,
  reason: Type.String({ minLength: 1, maxLength: 64 }),
});
export type RefundPayment = Static<typeof RefundPayment>;

/**
 * GET payments/disputes?after=position → Disputes: those about the caller's own payments that have changed since that position,
 * each as it stands now, in the order of their last changes. Whoever asks again from a position that they had reached misses
 * nothing.
 */
export const DISPUTES_PATH = `${PAYMENT_PATHS.payments}/disputes`;
export const DISPUTES_MAX = 100;
/** What `after` can say. */
const POSITION_MAX = 999_999_999_999_999;
export const ReadDisputes = closed({ after: Type.String({ pattern: '^[0-9]{1,15}$' }) });
export const Dispute = open({
  dispute_id: Id,
  /** The caller's own id of the payment, as in `AuthorisePayment`. */
  order_id: Id,
  /** `lost`: the card's owner has this much back. */
  state: Type.Enum(['open', 'won', 'lost']),
  amount_minor: AmountMinor,
  currency: Currency,
  /** The bank's or acquirer's code, for staff. */
  reason: Type.String({ maxLength: 200 }),
  /** Until when the acquirer takes what speaks against it. */
  respond_by: Type.Optional(Timestamp),
  position: Type.Integer({ minimum: 1 }),
});
export type Dispute = Static<typeof Dispute>;
export const Disputes = open({
  disputes: Type.Array(Dispute, { maxItems: DISPUTES_MAX }),
  /** What to ask after next. */
  read_up_to: Type.Integer({ minimum: 0, maximum: POSITION_MAX }),
  /** Of the caller's newest change; what was asked after may be beyond it only if the server has lost some of its data. */
  last_position: Type.Integer({ minimum: 0, maximum: POSITION_MAX }),
});
export type Disputes = Static<typeof Disputes>;

/**
 * POST payouts (from management only): pays a shop for the redemptions in its stores in a period, less commission, out of the
 * buyers' money held in trust. It is planned then, and sent to a bank once the payee's account is confirmed and, above a limit,
 * two people have approved it; GET payouts/:payout_id → Payout says what became of it.
 */
export const PAYOUT_REFUSALS = refusals(
  'amount_out_of_range', // the commission is above the gross
  'wrong_state', // the payout was already made
  'payout_exceeds_funds',
);
export const RequestPayout = closed({
  payout_id: Id,
  payee: Type.String({ minLength: 1, maxLength: 64 }),
  gross_minor: AmountMinor,
  commission_minor: AmountMinorOrZero,
  currency: Currency,
  used_from: Timestamp,
  used_until: Timestamp,
  /**
   * The caller asks what became of it. Without it, as earlier versions send it, the answer is `request_in_progress` until the
   * payout was paid.
   */
  reads_states: Type.Optional(Type.Boolean()),
});
export type RequestPayout = Static<typeof RequestPayout>;

export const PAYOUT_STATES = [
  'planned', // its money is held
  'sent', // the bank has it
  'paid', // also `returned` later, if the payee's bank sends the money back
  'returned', // not paid: its money is in trust again
] as const;
export type PayoutState = (typeof PAYOUT_STATES)[number];

/** What a planned payout waits for. */
export const PAYOUT_WAITS = [
  'account', // a confirmed account of the payee
  'approval', // of two people, above a limit
  'bank', // one that takes this currency
] as const;
export type PayoutWait = (typeof PAYOUT_WAITS)[number];

/** GET payouts/:payout_id (from whoever asked for it) */
export const READ_PAYOUT_REFUSALS = refusals('payout_not_found');
export const Payout = closed({
  payout_id: Id,
  payee: Type.String(),
  status: Type.Enum([...PAYOUT_STATES]),
  gross_minor: AmountMinor,
  commission_minor: AmountMinorOrZero,
  net_minor: AmountMinorOrZero,
  currency: Currency,
  /** Also of one that was returned after it had been paid. */
  paid_at: Type.Optional(Timestamp),
  returned_at: Type.Optional(Timestamp),
  /** The bank's code (ISO 20022, such as `AC04`), or `refused` by settlement's staff. */
  return_reason: Type.Optional(Type.String()),
});
export type Payout = Static<typeof Payout>;

/** GET statements?payee=&from=&until= (callers: management, and a shop for itself). */
export const STATEMENTS_PATH = '/v1/peer/statements';
export const STATEMENT_REFUSALS = refusals(
  'forbidden', // a shop requested another payee's
  'period_not_kept', // facts from its beginning were dropped
);
export const Statement = closed({
  payee: Type.String(),
  from: Timestamp,
  until: Timestamp,
  lines: Type.Array(
    closed({
      at: Timestamp,
      /** With `payout_returned` and `commission_returned`, what was paid and came back is in trust again. */
      kind: Type.Enum([
        'capture',
        'refund',
        'payout',
        'commission',
        'payout_returned',
        'commission_returned',
      ]),
      reference: Id,
      amount_minor: AmountMinor,
      currency: Currency,
    }),
  ),
  totals: Type.Array(
    closed({
      currency: Currency,
      captured_minor: AmountMinorOrZero,
      refunded_minor: AmountMinorOrZero,
      paid_out_minor: AmountMinorOrZero,
      commission_minor: AmountMinorOrZero,
      in_trust_minor: AmountMinorOrZero,
    }),
  ),
  /** Those asked for in the period and those that are on their way, newest first. Earlier versions have none. */
  payouts: Type.Optional(
    Type.Array(
      closed({
        ...Payout.properties,
        requested_at: Timestamp,
        sent_at: Type.Optional(Timestamp),
        /** Why it is not sent yet. */
        waits_for: Type.Optional(Type.Enum([...PAYOUT_WAITS])),
      }),
    ),
  ),
  /** The accounts that the payee is or was paid to, newest first: so it sees who changed them. */
  accounts: Type.Optional(
    Type.Array(
      closed({
        currency: Currency,
        bank_code: Type.Optional(Type.String()),
        last4: Type.String(),
        paid_to_from: Timestamp,
        paid_to_until: Type.Optional(Timestamp),
      }),
    ),
  ),
});
export type Statement = Static<typeof Statement>;
