import Type, { type Static } from 'typebox';
import { AmountMinor, Currency, closed, Id } from './common.ts';

/** Settlement → the sandbox's test bank. Not signed; it moves no money. */
export const TEST_BANK_PATHS = {
  batches: '/test-bank/v1/batches',
  payments: '/test-bank/v1/payments',
} as const;

/** PUT batches/:batch_id. A payment that the bank has, by its id, is not made again. */
export const TestBatch = closed({
  payments: Type.Array(
    closed({
      payout_id: Id,
      amount_minor: AmountMinor,
      currency: Currency,
      /** An IBAN, or a bank's code, a hyphen and the number. */
      account: Type.String({ pattern: '^[A-Z0-9]{3,34}(-[0-9]{6,20})?$' }),
      holder: Type.String({ minLength: 1, maxLength: 140 }),
    }),
    { minItems: 1, maxItems: 1_000 },
  ),
});
export type TestBatch = Static<typeof TestBatch>;
export const TestBatchTaken = closed({ payments: Type.Integer({ minimum: 0 }) });

/** GET payments/:payout_id */
export const TestBankPayment = closed({
  payout_id: Id,
  status: Type.Enum(['pending', 'paid', 'rejected', 'returned']),
  amount_minor: AmountMinor,
  currency: Currency,
  reason: Type.Optional(Type.String({ pattern: '^[A-Z0-9]{4}$' })),
});
export type TestBankPayment = Static<typeof TestBankPayment>;
