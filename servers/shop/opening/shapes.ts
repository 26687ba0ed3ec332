import Type from 'typebox';
import {
  AmountMinor,
  AmountMinorOrZero,
  Currency,
  closed,
  Id,
  Timestamp,
} from '../../../contracts/common.ts';
import { GIFT_STATES } from '../../../kit/gift-state.ts';

const State = Type.Enum([...GIFT_STATES]);

export const OpenedCertificateShape = closed({
  certificate_id: Id,
  buyer_name: Type.String(),
  recipient_name: Type.String(),
  amount_minor: AmountMinor,
  balance_minor: AmountMinorOrZero,
  currency: Currency,
  last4: Type.String(),
  issued: Type.Boolean(),
  expires_at: Timestamp,
  /** In the words that its holder and its buyer read, too. A process of an older version says none. */
  state: Type.Optional(State),
});

export const VerificationShape = closed({
  verification_token: Type.String(),
  expires_at: Timestamp,
  certificates: Type.Array(OpenedCertificateShape),
  /** The last four digits of those that the PIN is right for, too, but that are frozen. */
  frozen: Type.Optional(Type.Array(Type.String())),
  /** The same with those that have expired, each with its state. */
  shut: Type.Optional(Type.Array(closed({ last4: Type.String(), state: State }))),
});
