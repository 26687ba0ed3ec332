import Type, { type Static } from 'typebox';
import { refusals } from '../kit/result.ts';
import { AmountMinor, AmountMinorOrZero, Currency, closed, Id, Timestamp } from './common.ts';
import { PAYOUT_WAITS, Payout } from './settlement-payouts.ts';

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
