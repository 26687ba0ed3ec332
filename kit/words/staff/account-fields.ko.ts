import { korean } from '../../format/texts.ts';
import { accountFieldsEn } from './account-fields.en.ts';

export const accountFieldsKo = korean(accountFieldsEn, {
  'account.kind': '계좌 종류',
  'account.kind.kr': '국내 계좌',
  'account.kind.iban': 'IBAN',
  'account.bank_code': '은행 코드',
  'account.bank_code_hint': '숫자 세 자리 (예: 088)',
  'account.number': '계좌번호',
  'account.iban': 'IBAN',
  'account.currency': '통화',
  'account.holder': '예금주',
});
