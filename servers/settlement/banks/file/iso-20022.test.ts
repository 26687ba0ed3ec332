import { describe, expect, test } from 'vitest';
import { newId } from '../../../../kit/ids.ts';
import { START } from '../../../../test/builders/base.ts';
import { aNotification, anIsoBank, aStatusReport } from '../../../../test/stand-ins/iso-bank.ts';
import { creditTransfers } from './credit-transfers.ts';
import { fromDecimal, toDecimal } from './decimal.ts';
import { readReports } from './read-reports.ts';

const IBAN = 'DE89370400440532013000';

test('amounts are written with the digits of their currency, and read back exactly', () => {
  expect([
    toDecimal(5n, 'USD'),
    toDecimal(123_456n, 'EUR'),
    toDecimal(900n, 'KRW'),
    toDecimal(1n, 'KWD'),
  ]).toEqual(['0.05', '1234.56', '900', '0.001']);
  expect([fromDecimal('900.00', 'KRW'), fromDecimal('0.5', 'USD'), fromDecimal('7', 'USD')]).toEqual([
    900n,
    50n,
    700n,
  ]);
  for (const text of ['1.005', '-1', '1,5', '', '1e3', ' 1'])
    expect(fromDecimal(text, 'USD')).toBeUndefined();
});

describe('a file for the bank', () => {
  const payment = {
    payout_id: newId(),
    amount_minor: 1_050n,
    currency: 'EUR',
    account: { kind: 'iban', number: IBAN },
    holder: 'Müller & Söhne "GmbH" <x>\u0001',
  } as const;
  const batch = { batch_id: newId(), created_at: START, payments: [payment] };
  const debtor = { name: 'A & B', account: { iban: IBAN, bic: 'COBADEFFXXX' } };

  test('is read by the bank as it was meant, whatever stands in a name', () => {
    const bank = anIsoBank();
    bank.take(creditTransfers(debtor, batch).toString());
    expect([...bank.payments.values()]).toEqual([
      {
        end_to_end_id: bank.idOf(payment.payout_id),
        amount: '10.50',
        amount_minor: 1_050n,
        currency: 'EUR',
        account: IBAN,
        bank_code: undefined,
        holder: 'Müller & Söhne "GmbH" <x>',
      },
    ]);
  });

  test('has the same bytes whenever it is written', () => {
    expect(creditTransfers(debtor, batch).equals(creditTransfers(debtor, { ...batch }))).toBe(true);
  });
});

describe('a file from the bank', () => {
  const inReport = (what: string) => `<Document><CstmrPmtStsRpt>${what}</CstmrPmtStsRpt></Document>`;
  const [payout, batch] = [newId(), newId()];
  const [id, batchId] = [payout, batch].map((each) => each.replaceAll('-', '')) as [string, string];

  test('tells what is decided, and nothing of what isn’t or of others', () => {
    const statuses = ['ACSC', 'ACCC', 'RJCT', 'PDNG', 'ACSP', 'later'].map((status) => ({ id, status }));
    expect(readReports(aStatusReport([...statuses, { id: 'others', status: 'RJCT' }]))).toEqual(
      ['paid', 'paid', 'rejected'].map((kind) => ({ of: 'payment', id: payout, kind })),
    );
  });

  test('may reject a whole batch', () => {
    const group = { id: batchId, status: 'RJCT', reason: 'AM04' };
    expect(readReports(aStatusReport([], group))).toEqual([
      { of: 'batch', id: batch, kind: 'rejected', reason: 'AM04' },
    ]);
  });

  test('tells what was booked, with the amount, and what came back', () => {
    const money = { amount: '1000.00', currency: 'KRW' };
    const file = aNotification([
      { id, side: 'DBIT', ...money },
      { id, side: 'CRDT', ...money, reason: 'AC04' },
      { id, side: 'DBIT', ...money, state: 'PDNG' },
    ]);
    const read = { of: 'payment', id: payout, money: { amount_minor: 1_000n, currency: 'KRW' } };
    expect(readReports(file)).toEqual([
      { ...read, kind: 'paid' },
      { ...read, kind: 'returned', reason: 'AC04' },
    ]);
  });

  test.each([
    ['no XML', 'a,b\n'],
    ['half a document', '<Document><CstmrPmtStsRpt>'],
    ['another message', '<Document><FIToFICstmrCdtTrf/></Document>'],
    [
      'a document type',
      '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><Document><CstmrPmtStsRpt>&e;</CstmrPmtStsRpt></Document>',
    ],
    ['an entity of its own', '<Document><CstmrPmtStsRpt>&e;</CstmrPmtStsRpt></Document>'],
    ['too many levels', `${'<Document>'.repeat(60)}${'</Document>'.repeat(60)}`],
    ['too many elements', inReport('<a/>'.repeat(400_000))],
    [
      'too many attributes',
      inReport(`<a ${Array.from({ length: 400_000 }, (_, i) => `a${i}=""`).join(' ')}/>`),
    ],
    ['a character that no document may contain', inReport('\0')],
    ['the same by its number', inReport('&#1;')],
  ])('that is %s can’t be read', (_what, text) => {
    expect(readReports(Buffer.from(text))).toBeUndefined();
  });

  test.each([
    ['1,000', 'KRW'],
    ['-1000', 'KRW'],
    ['1000.5', 'KRW'],
    ['', 'KRW'],
    ['1000', 'krw'],
    ['1000', ''],
  ])('can’t be read if it says of a payment an amount that can’t be read (%s %s)', (amount, currency) => {
    expect(readReports(aNotification([{ id, side: 'DBIT', amount, currency }]))).toBeUndefined();
    const reference = `<OrgnlTxRef><Amt><InstdAmt Ccy="${currency}">${amount}</InstdAmt></Amt></OrgnlTxRef>`;
    const [status, what] = ['<ns:TxSts>ACSC</ns:TxSts>', aStatusReport([{ id, status: 'ACSC' }]).toString()];
    expect(what).toContain(status);
    expect(readReports(Buffer.from(what.replace(status, `${status}${reference}`)))).toBeUndefined();
  });

  test('that doesn’t say which way money went says nothing of a payment', () => {
    const file = aNotification([{ id, side: 'DBIT', amount: '1000', currency: 'KRW' }]).toString();
    const said = file.replaceAll('<CdtDbtInd>DBIT', '<CdtDbtInd>BOTH');
    expect(said).not.toBe(file);
    expect(readReports(Buffer.from(said))).toEqual([]);
  });

  test('that isn’t UTF-8 can’t be read', () => {
    expect(readReports(Buffer.from([0xff, 0xfe, 0x3c]))).toBeUndefined();
  });
});
