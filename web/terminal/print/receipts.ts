import type { paths } from '../../api/shop.gen.ts';
import type { TerminalPlace } from '../device/terminal.tsx';
import type { TerminalWords } from '../words.ts';
import type { Receipt, ReceiptPart } from './receipt.ts';

type Print = paths['/v1/issues/{issue_id}/print']['get']['responses'][200]['content']['application/json'];
export type DayReport = paths['/v1/day-report']['get']['responses'][200]['content']['application/json'];

/** A certificate on paper. Whoever has the paper has the number, but not the PIN without which it is worth nothing. */
export function certificateReceipt(words: TerminalWords, print: Print): Receipt {
  const { t, money, date } = words;
  const { currency, certificate_number, print_no } = print;
  const reprint: ReceiptPart[] =
    print_no > 1 ? [{ kind: 'small', text: t('receipt.reprint', { print_no: print_no - 1 }) }] : [];
  return [
    { kind: 'title', text: print.shop_name },
    { kind: 'text', text: t('receipt.certificate') },
    ...reprint,
    { kind: 'rule' },
    { kind: 'row', label: t('receipt.from'), value: print.buyer_name },
    { kind: 'row', label: t('receipt.to'), value: print.recipient_name },
    {
      kind: 'row',
      label: t('receipt.amount'),
      value: money({ amount_minor: print.amount_minor, currency }),
    },
    {
      kind: 'total',
      label: t('receipt.balance'),
      value: money({ amount_minor: print.balance_minor, currency }),
    },
    { kind: 'row', label: t('receipt.expires'), value: date(print.expires_at) },
    { kind: 'rule' },
    { kind: 'code128', text: certificate_number, shown: certificate_number.replace(/(.{4})(?=.)/g, '$1 ') },
    { kind: 'qrcode', text: certificate_number },
    { kind: 'small', text: t('receipt.how') },
    { kind: 'rule' },
    { kind: 'small', text: print.store_name },
  ];
}

type CashTotal = Pick<
  DayReport['totals'][number],
  'currency' | 'cash_taken' | 'cash_taken_minor' | 'cash_returned' | 'cash_returned_minor'
>;

/** Nothing where no cash changed hands. */
function cashRows({ t, money }: TerminalWords, total: CashTotal): ReceiptPart[] {
  const { currency, cash_taken, cash_taken_minor, cash_returned, cash_returned_minor } = total;
  if (cash_taken === 0 && cash_returned === 0) return [];
  return [
    {
      kind: 'row',
      label: `${t('till.report_cash_taken')} ${t('till.report_count', { count: cash_taken })}`,
      value: money({ amount_minor: cash_taken_minor, currency }),
    },
    {
      kind: 'row',
      label: `${t('till.report_cash_returned')} ${t('till.report_count', { count: cash_returned })}`,
      value: money({ amount_minor: -cash_returned_minor, currency }),
    },
    {
      kind: 'row',
      label: t('till.report_cash_net'),
      value: money({ amount_minor: cash_taken_minor - cash_returned_minor, currency }),
    },
  ];
}

/** The customer's receipt of a sale; a use is found by its number to be reversed. */
export function saleReceipt(
  words: TerminalWords,
  place: TerminalPlace,
  sale: {
    sale_reference: string;
    at: string;
    clerk_name: string | undefined;
    currency: string;
    lines: { last4: string; amount_minor: number; balance_minor: number }[];
  },
): Receipt {
  const { t, money } = words;
  const { currency, sale_reference, lines, clerk_name } = sale;
  const clerk: ReceiptPart[] =
    clerk_name === undefined ? [] : [{ kind: 'row', label: t('receipt.clerk'), value: clerk_name }];
  const total = lines.reduce((sum, { amount_minor }) => sum + amount_minor, 0);
  return [
    ...head(words, place, t('receipt.sale')),
    ...lines.flatMap(({ last4, amount_minor, balance_minor }): ReceiptPart[] => [
      {
        kind: 'row',
        label: t('receipt.certificate_ending', { last4 }),
        value: money({ amount_minor, currency }),
      },
      {
        kind: 'row',
        label: `  ${t('receipt.balance')}`,
        value: money({ amount_minor: balance_minor, currency }),
      },
    ]),
    { kind: 'rule' },
    { kind: 'total', label: t('receipt.used'), value: money({ amount_minor: total, currency }) },
    { kind: 'row', label: t('receipt.at'), value: words.dateTime(sale.at) },
    ...clerk,
    { kind: 'rule' },
    { kind: 'small', text: t('receipt.sale_no') },
    { kind: 'code128', text: sale_reference, shown: sale_reference },
  ];
}

export function dayReceipt(
  words: TerminalWords,
  place: TerminalPlace,
  { name, about }: { name: string; about: string },
  { totals, clerks }: DayReport,
): Receipt {
  const { t, money } = words;
  return [
    ...head(words, place, t('till.report_title')),
    { kind: 'text', text: name },
    { kind: 'small', text: about },
    ...totals.flatMap(({ currency, uses, used_minor, reversals, reversed_minor }): ReceiptPart[] => [
      { kind: 'rule' },
      {
        kind: 'row',
        label: `${t('till.report_uses')} ${t('till.report_count', { count: uses })}`,
        value: money({ amount_minor: used_minor, currency }),
      },
      {
        kind: 'row',
        label: `${t('till.report_reversals')} ${t('till.report_count', { count: reversals })}`,
        value: money({ amount_minor: -reversed_minor, currency }),
      },
      {
        kind: 'total',
        label: t('till.report_net'),
        value: money({ amount_minor: used_minor - reversed_minor, currency }),
      },
    ]),
    ...totals.flatMap((total) => cashRows(words, total)),
    { kind: 'rule' },
    ...clerks.flatMap(
      ({ clerk_name, currency, uses, used_minor, reversals, reversed_minor, ...cash }): ReceiptPart[] => [
        { kind: 'text', text: clerk_name ?? t('till.report_nobody') },
        {
          kind: 'row',
          label: `  ${t('till.report_uses')} ${t('till.report_count', { count: uses })}`,
          value: money({ amount_minor: used_minor, currency }),
        },
        {
          kind: 'row',
          label: `  ${t('till.report_reversals')} ${t('till.report_count', { count: reversals })}`,
          value: money({ amount_minor: -reversed_minor, currency }),
        },
        ...cashRows(words, { currency, ...cash }),
      ],
    ),
  ];
}

export function testReceipt(words: TerminalWords, place: TerminalPlace): Receipt {
  return [
    ...head(words, place, words.t('receipt.test')),
    { kind: 'text', text: words.t('receipt.test_line') },
    { kind: 'code128', text: '0000000000000000' },
    { kind: 'qrcode', text: '0000000000000000' },
  ];
}

function head({ t, pick }: TerminalWords, { brand, store, name }: TerminalPlace, what: string): Receipt {
  return [
    { kind: 'title', text: pick(brand.name_ko, brand.name_en) },
    { kind: 'text', text: what },
    { kind: 'rule' },
    { kind: 'small', text: pick(store.name_ko, store.name_en) },
    { kind: 'small', text: `${t('receipt.terminal')} ${name}` },
    { kind: 'rule' },
  ];
}
