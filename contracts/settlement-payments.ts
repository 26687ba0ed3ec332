import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { refusals } from '../kit/result.ts';
import {
  AmountMinor,
  AmountMinorOrZero,
  Currency,
  closed,
  Id,
  Payee,
  PaymentMethodId,
  ReturnUrl,
  Timestamp,
} from './common.ts';

/**
 * Management → settlement, and shop → settlement when a shop takes the payment itself (Purchase 4–5 and 12).
 * All are signed; all POSTs carry an Idempotency-Key. The payer of a payment is the party that signed.
 */
export const PAYMENTS_PATH = '/v1/peer/payments';

const paymentRequest = {
  order_id: Id,
  payer_reference: Id,
  payment_method_id: PaymentMethodId,
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

/** By which the card's bank approved what was captured; the card's owner finds the charge by it. */
export const ApprovalNumber = Type.String({ pattern: '^[0-9A-Za-z]{1,20}$', examples: ['30012345'] });

/** The number in what is said of a capture; null if there is none, or none to print. */
export function approvalNumberOf(answer: unknown): string | null {
  const said =
    typeof answer === 'object' && answer !== null && 'approval_number' in answer
      ? answer.approval_number
      : undefined;
  return Value.Check(ApprovalNumber, said) ? said : null;
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
  approval_number: Type.Optional(ApprovalNumber),
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
