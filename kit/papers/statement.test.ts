import { expect, test } from 'vitest';
import { parseCsv } from '../csv.ts';
import { words } from '../words/index.ts';
import { type PaperStatement, statementCsv } from './statement.ts';
import { statementPdf } from './statement-pdf.ts';

const line = (kind: PaperStatement['lines'][number]['kind'], amount_minor: number) => ({
  ...{ at: '2026-03-05T01:00:00.000Z', reference: '01980000-0000-7000-8000-000000000001', currency: 'KRW' },
  ...{ kind, amount_minor },
});
const KINDS = [
  'capture',
  'refund',
  'payout',
  'commission',
  'payout_returned',
  'commission_returned',
] as const;
const STATEMENT: PaperStatement = {
  payee: 'shop:haneul',
  from: '2026-02-28T15:00:00.000Z',
  until: '2026-03-31T15:00:00.000Z',
  lines: KINDS.map((kind, index) => line(kind, 1_000 + index)),
  totals: [
    {
      currency: 'KRW',
      captured_minor: 9,
      refunded_minor: 1,
      paid_out_minor: 2,
      commission_minor: 3,
      in_trust_minor: 3,
    },
  ],
};

test('as CSV, what leaves the money in trust is negative', () => {
  const rows = parseCsv(statementCsv(STATEMENT)).map(({ cells }) => [cells[1], cells[3]]);
  expect(rows).toEqual([
    ['kind', 'amount_minor'],
    ['capture', '1000'],
    ['refund', '-1001'],
    ['payout', '-1002'],
    ['commission', '-1003'],
    ['payout_returned', '1004'],
    ['commission_returned', '1005'],
  ]);
});

test.each([
  ['ko', '정산 내역서', '2026년 3월 31일'],
  ['en', 'Statement', '31 March 2026'],
] as const)(
  'as PDF in %s it says what and for when, on as many pages as it needs',
  async (lang, title, day) => {
    const { extractText, getDocumentProxy } = await import('unpdf');
    const many = Array.from({ length: 120 }, () => line('capture', 7_000));
    const read = async (statement: PaperStatement) => {
      const bytes = await statementPdf(words(lang), statement, new Date('2026-04-01T00:00:00Z'));
      const pdf = await getDocumentProxy(new Uint8Array(bytes));
      const { text } = await extractText(pdf, { mergePages: true });
      return { pages: pdf.numPages, text: text.normalize('NFC') };
    };
    const one = await read(STATEMENT);
    expect(one.pages).toBe(1);
    for (const said of [title, day, 'shop:haneul']) expect(one.text).toContain(said);
    expect((await read({ ...STATEMENT, lines: many })).pages).toBe(4);
    expect((await read({ ...STATEMENT, lines: [] })).pages).toBe(1);
  },
);
