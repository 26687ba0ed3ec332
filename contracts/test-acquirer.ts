import Type, { type Static } from 'typebox';
import { AmountMinor, Currency, closed, Id, open, Timestamp } from './common.ts';
import { ApprovalNumber, DECLINE_REASONS } from './settlement-payments.ts';

/** Settlement → the sandbox's test acquirer, which stands in for a card network. What it answers may say more than is asked. */
export const TEST_ACQUIRER_PATHS = {
  cards: '/v1/acquirer/cards',
  payments: '/v1/acquirer/payments',
  movements: '/v1/acquirer/movements',
} as const;

/** POST cards: exchanges a card for a token. */
export const TestCard = closed({
  card_number: Type.String({ pattern: '^[0-9]{12,19}$' }),
  expiry_month: Type.Integer({ minimum: 1, maximum: 12 }),
  expiry_year: Type.Integer({ minimum: 2000, maximum: 2100 }),
  security_code: Type.String({ pattern: '^[0-9]{3,4}$' }),
});
export const TestCardToken = open({ token: Type.String(), brand: Type.String(), last4: Type.String() });

/** PUT payments/:payment_id authorises, idempotently. GET looks an authorisation up, or answers 404. */
export const TestAuthorisation = closed({
  token: Type.String(),
  amount_minor: AmountMinor,
  currency: Currency,
});
export type TestAuthorisation = Static<typeof TestAuthorisation>;
export const TestPayment = open({
  payment_id: Id,
  status: Type.Enum(['processing', 'second_step', 'authorised', 'declined', 'captured', 'voided']),
  decline_reason: Type.Optional(Type.Enum([...DECLINE_REASONS])),
  /** Of what was captured. */
  approval_number: Type.Optional(ApprovalNumber),
});
export type TestPayment = Static<typeof TestPayment>;

/** POST payments/:payment_id/second-step: submits the payer's code. Only the first one counts. */
export const TestSecondStep = closed({ code: Type.String({ minLength: 1, maxLength: 20 }) });

/**
 * PUT payments/:payment_id/captures/:request_id, …/voids/:request_id and …/refunds/:request_id, idempotently. A void takes no
 * notice of the amount.
 */
export const TestChange = closed({ amount_minor: AmountMinor, currency: Currency });
export type TestChange = Static<typeof TestChange>;
export const TEST_CHANGES = ['captures', 'voids', 'refunds'] as const;

/** GET movements: one page of what was captured and refunded in a time, oldest first. `after` is the page before's `next`. */
export const TestMovementsQuery = closed({
  from: Timestamp,
  until: Timestamp,
  after: Type.Optional(Type.String({ pattern: '^[0-9]{1,9}$' })),
});
export const TestMovement = open({
  reference: Id,
  kind: Type.Enum(['charge', 'refund']),
  payment_id: Id,
  amount_minor: AmountMinor,
  currency: Currency,
  at: Timestamp,
});
export type TestMovement = Static<typeof TestMovement>;
export const TestMovements = open({
  movements: Type.Array(TestMovement),
  next: Type.Union([Type.String(), Type.Null()]),
});
export type TestMovements = Static<typeof TestMovements>;
