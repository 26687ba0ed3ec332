import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import {
  AmountMinor,
  AmountMinorOrZero,
  Currency,
  closed,
  Id,
  Timestamp,
} from '../../../contracts/common.ts';
import { ProblemError } from '../../../kit/http/problem.ts';

/** Loose on purpose: a PIN that can't be one is answered as a wrong one. */
export const Pin = Type.String({ minLength: 1, maxLength: 24 });

/** As people write it. */
export const Phone = Type.String({ minLength: 3, maxLength: 40 });
export const Locale = Type.Enum(['ko', 'en']);
export const Code = Type.String({ pattern: '^[0-9]{6}$' });

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
});

export const VerificationShape = closed({
  verification_token: Type.String(),
  expires_at: Timestamp,
  certificates: Type.Array(OpenedCertificateShape),
});

/** A time that was sent. The schema lets through what no calendar or database has, such as a 60th second. */
export function instantOf(text: string, path: string): Date {
  const instant = new Date(text);
  const year = instant.getUTCFullYear();
  if (Number.isNaN(year) || year < 1900 || year > 9999) {
    throw new ProblemError('validation_failed', {
      errors: [{ path, rule: 'format', expected: { format: 'date-time' } }],
    });
  }
  return instant;
}

export const Token = Type.String({ minLength: 10, maxLength: 100 });
export const SaleReference = Type.String({ minLength: 1, maxLength: 64 });

/** Without an amount, all that is left of it. */
export const ReverseUse = closed({ amount_minor: Type.Optional(AmountMinor) });
export const ReversalShape = closed({
  reversal_id: Id,
  redemption_id: Id,
  amount_minor: AmountMinor,
  balance_minor: AmountMinorOrZero,
  currency: Currency,
});

/** For routes whose members are all optional: no body at all is an empty one. */
export async function emptyBodyMeansAll(request: FastifyRequest): Promise<void> {
  request.body ??= {};
}

export const BooksShape = closed({
  currencies: Type.Array(
    closed({
      currency: Currency,
      issued_minor: AmountMinorOrZero,
      outstanding_minor: AmountMinorOrZero,
      redeemed_minor: AmountMinorOrZero,
      refunded_minor: AmountMinorOrZero,
      expired_minor: AmountMinorOrZero,
      held_minor: AmountMinorOrZero,
      differences: Type.Array(Type.String(), {
        description: 'Failed checks; empty when the books balance.',
      }),
    }),
  ),
});
