import Type, { type Static } from 'typebox';
import { PIN_REFUSALS } from '../kit/pin-policy.ts';
import { refusals } from '../kit/result.ts';
import {
  AmountMinor,
  AmountMinorOrZero,
  Currency,
  closed,
  Day,
  E164,
  Email,
  Id,
  PersonName,
  Timestamp,
} from './common.ts';

/** Management → shop. All requests are signed by management; all POSTs have an Idempotency-Key. */
export const SHOP_PATHS = {
  memberLookups: '/v1/peer/member-lookups',
  certificates: '/v1/peer/certificates',
  /** Payments through the shop: the same bodies and answers as at settlement, passed on with the shop's own signature. */
  payments: '/v1/peer/payments',
} as const;

/** Purchase 8–9: looks a name up among the shop's members. The shop logs each look-up with its order. */
export const LookUpMember = closed({ order_id: Id, phone: E164 });
export type LookUpMember = Static<typeof LookUpMember>;
export const MemberLookup = Type.Union([
  // The shop may know members by names from before it had this rule.
  closed({ found: Type.Literal(true), name: Type.String({ minLength: 1, maxLength: 200 }) }),
  closed({ found: Type.Literal(false) }),
]);
export type MemberLookup = Static<typeof MemberLookup>;

/** Purchase 13: POST certificates. */
export const REGISTER_CERTIFICATE_REFUSALS = refusals(
  'certificate_exists', // the id or the order is known with different content
  'amount_out_of_range',
  'currency_unsupported',
  'expiry_mismatch', // not the end of the last day of `term` in this shop's time zone
);
export const RegisterCertificate = closed({
  certificate_id: Id,
  order_id: Id,
  buyer_name: PersonName,
  buyer_member_number: Type.String({ pattern: '^[0-9]{10}$' }),
  amount_minor: AmountMinor,
  currency: Currency,
  recipient_name: PersonName,
  recipient_phone: Type.Optional(E164),
  recipient_email: Type.Optional(Email),
  /** The last moment of the last day. */
  expires_at: Timestamp,
  /** What `expires_at` was reckoned from; missing from an older management server. */
  term: Type.Optional(closed({ delivered_on: Day, months: Type.Integer({ minimum: 1, maximum: 1_200 }) })),
});
export type RegisterCertificate = Static<typeof RegisterCertificate>;

export const CERTIFICATE_STATES = ['registered', 'active', 'frozen', 'cancelled', 'expired'] as const;
export const CertificateState = closed({
  certificate_id: Id,
  state: Type.Enum([...CERTIFICATE_STATES]),
  balance_minor: AmountMinorOrZero,
  currency: Currency,
});
export type CertificateState = Static<typeof CertificateState>;

/** GET certificates/:certificate_id → CertificateState. */
export const READ_CERTIFICATE_REFUSALS = refusals('certificate_not_found');

/**
 * Receipt 3: POST certificates/:certificate_id/acceptance → CertificateState. The sealed content is
 * {certificate_id, certificate_number, pin, phone, sealed_at}. A store finds the certificate by `phone`, so recipients by
 * email provide one when they accept.
 */
export const ACCEPT_CERTIFICATE_REFUSALS = refusals(
  'certificate_not_found',
  'wrong_state', // accepted, cancelled or expired
  'sealed_pin_unreadable', // also if the certificate number is invalid or another's, or the phone number is invalid
  ...PIN_REFUSALS,
);
export const AcceptCertificate = closed({ sealed_pin: Type.String({ minLength: 1, maxLength: 4096 }) });
export type AcceptCertificate = Static<typeof AcceptCertificate>;

/**
 * POST certificates/:certificate_id/recipient → CertificateState: the buyer corrects the recipient; only before
 * acceptance.
 */
export const CORRECT_RECIPIENT_REFUSALS = refusals('certificate_not_found', 'wrong_state');
export const CorrectRecipient = closed({
  recipient_name: PersonName,
  recipient_phone: Type.Optional(E164),
  recipient_email: Type.Optional(Email),
});
export type CorrectRecipient = Static<typeof CorrectRecipient>;

/**
 * POST certificates/:certificate_id/cancellation → CertificateState. Before acceptance; afterwards only with
 * `withdrawn_by_buyer`, and only if nothing was ever redeemed and it has not been handed over.
 */
export const CANCEL_CERTIFICATE_REFUSALS = refusals(
  'certificate_not_found',
  'wrong_state',
  'certificate_handed_over',
  'certificate_used', // or on hold for a sale
);
export const CancelCertificate = closed({
  reason: Type.Enum(['refused', 'not_answered', 'cancelled_by_buyer', 'withdrawn_by_buyer', 'charged_back']),
});
export type CancelCertificate = Static<typeof CancelCertificate>;

/**
 * POST certificates/:certificate_id/freeze → CertificateState, with what is left: its payment is disputed. Until the dispute
 * ends nothing of it is used, handed over or expires, and whatever had opened it ends. Freezing it again changes nothing.
 */
export const FREEZE_CERTIFICATE_REFUSALS = refusals(
  'certificate_not_found',
  'wrong_state', // not accepted yet, or nothing is left: cancelled or expired
);
export const FreezeCertificate = closed({ reason: Type.Enum(['payment_disputed']) });
export type FreezeCertificate = Static<typeof FreezeCertificate>;

/**
 * POST certificates/:certificate_id/unfreezing → CertificateState: the dispute was won. The days that it was frozen are given
 * back. One that is not frozen stays as it is.
 */
export const UNFREEZE_CERTIFICATE_REFUSALS = refusals(
  'certificate_not_found',
  'wrong_state', // not accepted yet, cancelled or expired
);
export const UnfreezeCertificate = closed({});

/**
 * POST certificates/:certificate_id/charge-back → ChargedBack: the dispute was lost, and this much is not covered yet. What is
 * left is cancelled if that is no more; otherwise the certificate is unfrozen as if the dispute had been won.
 */
export const CHARGE_BACK_REFUSALS = refusals(
  'certificate_not_found',
  'wrong_state', // not accepted yet, cancelled or expired
);
export const ChargeBack = closed({ uncovered_minor: AmountMinorOrZero });
export type ChargeBack = Static<typeof ChargeBack>;
export const ChargedBack = closed({
  ...CertificateState.properties,
  /** What was left and is cancelled; the refund of it covers the loss. */
  cancelled_minor: AmountMinorOrZero,
});
export type ChargedBack = Static<typeof ChargedBack>;
