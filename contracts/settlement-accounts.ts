import Type from 'typebox';
import { Currency, closed, Id, Timestamp } from './common.ts';

/** The bank accounts that settlement pays to. */

/** Entered by one person; confirmed or refused by another; ended once it is no longer paid to. */
export const ACCOUNT_STATES = ['entered', 'confirmed', 'refused', 'ended'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

/** GET payee-accounts (callers: a shop for itself): those that changed last, the latest first. */
export const PAYEE_ACCOUNTS_PATH = '/v1/peer/payee-accounts';
export const PAYEE_ACCOUNTS_MAX = 200;
export const PayeeAccount = closed({
  account_id: Id,
  currency: Currency,
  /** Of a Korean account; an IBAN names its bank itself. */
  bank_code: Type.Optional(Type.String({ maxLength: 10 })),
  last4: Type.String({ maxLength: 4 }),
  state: Type.Enum([...ACCOUNT_STATES]),
  entered_at: Timestamp,
  /** When it was confirmed or refused. */
  decided_at: Type.Optional(Timestamp),
  ended_at: Type.Optional(Timestamp),
});
export const PayeeAccounts = closed({ accounts: Type.Array(PayeeAccount) });
