import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSettings } from '../../../kit/config.ts';
import { SETTINGS } from '../config.ts';
import { banks } from './banks.ts';
import { bankProblems, openBanks } from './settings.ts';

const file = join(mkdtempSync(join(tmpdir(), 'banks-')), 'banks.json');
const IBAN = 'DE89370400440532013000';
const TEST = { kind: 'test', name: 'test', url: 'http://127.0.0.1:9' };
const FILE = { kind: 'file', name: 'hana', debtor_name: 'Seonmul', debtor_account: { iban: IBAN } };

function write(list: unknown): string {
  writeFileSync(file, JSON.stringify(list));
  return file;
}
const open = (list: unknown) => openBanks(write(list), { offer: async () => false });

test('a bank is chosen by currency and payee, the first in the list that serves both', () => {
  const found = banks(
    open([
      { ...FILE, name: 'euro', currencies: ['EUR'] },
      { ...FILE, name: 'haneul', payees: ['shop:haneul'] },
      TEST,
    ]),
  );
  expect(found.choose('shop:bada', 'EUR')?.name).toBe('euro');
  expect(found.choose('shop:haneul', 'KRW')?.name).toBe('haneul');
  expect(found.choose('shop:bada', 'KRW')?.name).toBe('test');
  expect(banks(open([FILE])).choose('shop:bada', 'XXQ')).toBeUndefined();
  expect(() => found.named('gone')).toThrow('gone');
  expect(found.find('gone')).toBeUndefined();
});

test.each([
  ['no list', {}],
  ['an empty list', []],
  ['an unknown kind', [{ ...TEST, kind: 'x' }]],
  ['two of one name', [TEST, TEST]],
  ['a member that is not known', [{ ...FILE, secret: IBAN }]],
  ['an account that is none', [{ ...FILE, debtor_account: { iban: 'DE88370400440532013000' } }]],
  ['a bank’s code of two digits', [{ ...FILE, debtor_account: { bank_code: '04', number: '123456789012' } }]],
])('%s is refused, without saying what stands there', (_what, list) => {
  expect(() => open(list)).toThrow('BANKS_FILE');
  expect(() => open(list)).not.toThrow(IBAN);
});

test('a test bank is not for production', () => {
  const own = { ...FILE, debtor_account: { iban: 'GB82WEST12345698765432' } };
  expect(bankProblems(write([own]))).toEqual([]);
  expect(bankProblems(write([own, TEST]))).toHaveLength(1);
});

test.each([
  ['zeros', { bank_code: '088', number: '0000000000' }],
  ['no bank’s code', { bank_code: '000', number: '110123456789' }],
  ['a country’s example', { iban: IBAN }],
])('an account of %s, as init leaves it, is not for production', (_what, debtor_account) => {
  expect(bankProblems(write([{ ...FILE, debtor_account }]))).toEqual([
    'BANKS_FILE has an account of nobody at bank hana: enter yours as debtor_account.',
  ]);
});

test('the limit above which a payout needs two people is set by currency', () => {
  const { approvalAbove } = SETTINGS;
  const read = (PAYOUT_APPROVAL_ABOVE: string) =>
    readSettings({ approvalAbove }, { PAYOUT_APPROVAL_ABOVE }).approvalAbove;
  expect([...read('KRW=5000000 USD=100')]).toEqual([
    ['KRW', 5_000_000n],
    ['USD', 100n],
  ]);
  for (const wrong of ['KRW', 'KRW=1.5', 'won=5', 'KRW=-1'])
    expect(() => read(wrong)).toThrow('PAYOUT_APPROVAL_ABOVE');
});
