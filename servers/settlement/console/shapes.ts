import Type from 'typebox';
import { Currency, closed, Id } from '../../../contracts/common.ts';
import { ACCOUNT_STATES } from '../../../contracts/settlement-accounts.ts';

// Shapes that several routes of the console share.

/** Only this role decides where money goes; auditors look. */
export const TREASURER = { staffRoles: ['treasurer'] } as const;

export const Payee = Type.String({ minLength: 1, maxLength: 64 });
export const TextOrNull = Type.Union([Type.String(), Type.Null()]);
/** Why somebody of staff refused something; it stays on record. */
export const Reason = Type.String({ minLength: 3, maxLength: 200, pattern: '\\S' });

/** A payee's bank account, without its number. */
export const PayeeAccountShape = closed({
  account_id: Id,
  payee: Type.String(),
  currency: Currency,
  kind: Type.Enum(['iban', 'kr']),
  bank_code: TextOrNull,
  last4: Type.String(),
  state: Type.Enum([...ACCOUNT_STATES]),
  entered_by: Type.String(),
});
