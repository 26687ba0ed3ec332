import { expect, test } from 'vitest';
import { parseAccount } from './bank-account.ts';

test.each([
  ['DE89 3704 0044 0532 0130 00', 'DE89370400440532013000'],
  ['gb82 west 1234 5698 7654 32', 'GB82WEST12345698765432'],
  ['FR14-2004-1010-0505-0001-3M02-606', 'FR1420041010050500013M02606'],
])('the IBAN %s is understood', (iban, number) => {
  expect(parseAccount({ iban })).toEqual({ ok: true, value: { kind: 'iban', number } });
});

test.each(['DE88 3704 0044 0532 0130 00', 'DE89 3704 0044 0532 0130 01', 'DE89', '110-234-567890', ''])(
  'the IBAN %j is refused',
  (iban) => {
    expect(parseAccount({ iban })).toMatchObject({ ok: false, code: 'bank_account_invalid' });
  },
);

test('a Korean account is a bank’s code and a number', () => {
  expect(parseAccount({ bank_code: '088', number: '110-234-567890' })).toEqual({
    ok: true,
    value: { kind: 'kr', bank_code: '088', number: '110234567890' },
  });
  for (const written of [
    { bank_code: '88', number: '110234567890' },
    { bank_code: '088', number: '1102345' },
    { bank_code: '088', number: '110234567890a' },
  ])
    expect(parseAccount(written)).toMatchObject({ ok: false, code: 'bank_account_invalid' });
});
