import { english } from '../../format/texts.ts';

/** The fields of a bank account, wherever staff enter one. */
export const accountFieldsEn = english({
  'account.kind': 'Kind of account',
  'account.kind.kr': 'Korean account',
  'account.kind.iban': 'IBAN',
  'account.bank_code': 'Bank code',
  'account.bank_code_hint': 'Three digits, such as 088',
  'account.number': 'Account number',
  'account.iban': 'IBAN',
  'account.currency': 'Currency',
  'account.holder': 'Account holder',
});
