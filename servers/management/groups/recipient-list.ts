import { parseCsv } from '../../../kit/csv.ts';
import { emailKey, parseEmail } from '../../../kit/email.ts';
import { currencyExponent } from '../../../kit/money.ts';
import { isMobile, parsePersonalPhone, parsePhone } from '../../../kit/phone.ts';

/** The most gifts in one payment; longer lists are split by the buyer. */
export const LIST_LINES_MAX = 200;

/** One recipient of a list: a phone number in any common form, or an email address with a name; and the amount. */
export type ListRecipient = ({ phone: string; name?: string } | { email: string; name: string }) & {
  amount_minor: bigint;
};

export type LineProblem = { code: LineProblemCode; extra?: Readonly<Record<string, unknown>> };
type LineProblemCode =
  | 'line_not_understood'
  | 'phone_number_invalid'
  | 'email_invalid'
  | 'recipient_name_missing'
  | 'amount_out_of_range'
  | 'recipient_twice';

/** A line of a list, as typed and as parsed, or why it could not be. */
export type ListLine = { line: number; typed: string } & (
  | { recipient: ListRecipient; problem?: never }
  | { recipient?: never; problem: LineProblem }
);

export type ListRules = {
  currency: string;
  /** The amount of lines that don't state one. */
  amount_minor: bigint;
  amount_min_minor: bigint;
  amount_max_minor: bigint;
  /** Whether numbers that can't receive texts can be called. */
  can_call: boolean;
};

/**
 * Parses a pasted list: one person a line, with number or email address, name and amount in any order, separated by
 * commas, semicolons or tabs, as spreadsheets write them. A heading line is skipped.
 */
export function readRecipientList(text: string, rules: ListRules): ListLine[] {
  const rows = parseCsv(text).map(({ line, cells }) => ({ line, cells: splitCells(cells) }));
  const people = rows[0] !== undefined && isHeading(rows[0].cells) ? rows.slice(1) : rows;
  const firstOf = new Map<string, number>();
  return people.map(({ line, cells }) => {
    const typed = cells.join(', ');
    const parsed = parseLine(cells, rules);
    if ('code' in parsed) return { line, typed, problem: parsed };
    const problem = problemOf(parsed, rules, firstOf, line);
    return problem === null ? { line, typed, recipient: parsed } : { line, typed, problem };
  });
}

/**
 * The first problem of a recipient, in this order: phone_number_invalid or email_invalid, recipient_name_missing,
 * amount_out_of_range, recipient_twice. `firstOf` remembers on which line each number or address came first.
 */
export function problemOf(
  recipient: ListRecipient,
  rules: Omit<ListRules, 'amount_minor' | 'currency'>,
  firstOf: Map<string, number>,
  line: number,
): LineProblem | null {
  const key = keyOf(recipient, rules.can_call);
  if (typeof key !== 'string') return key;
  if ('email' in recipient && recipient.name.trim() === '') return { code: 'recipient_name_missing' };
  const { amount_min_minor: min, amount_max_minor: max } = rules;
  if (recipient.amount_minor < min || recipient.amount_minor > max)
    return { code: 'amount_out_of_range', extra: { min_minor: `${min}`, max_minor: `${max}` } };
  const first = firstOf.get(key);
  if (first !== undefined) return { code: 'recipient_twice', extra: { line: first } };
  firstOf.set(key, line);
  return null;
}

/** A key that different spellings of one number or address share. */
function keyOf(recipient: ListRecipient, canCall: boolean): string | LineProblem {
  if ('email' in recipient) {
    const parsed = parseEmail(recipient.email);
    return parsed.ok ? emailKey(parsed.email) : { code: parsed.code };
  }
  const parsed = parsePersonalPhone(recipient.phone);
  if (!parsed.ok || !(canCall || isMobile(parsed.e164))) return { code: 'phone_number_invalid' };
  return parsed.e164;
}

/** Splits by a spreadsheet's tabs or semicolons where there are any, since commas may be inside amounts. */
function splitCells(cells: string[]): string[] {
  const whole = cells.join(',');
  const mark = ['\t', ';'].find((candidate) => whole.includes(candidate));
  const parts = mark === undefined ? cells : whole.split(mark);
  return parts.map((part) => part.normalize('NFKC').trim()).filter((part) => part !== '');
}

const HEADING = /번호|전화|휴대|연락처|이메일|메일|이름|성명|성함|금액|phone|mobile|name|mail|amount|number/i;

function isHeading(cells: string[]): boolean {
  return cells.every((cell) => !/[0-9@]/.test(cell)) && cells.some((cell) => HEADING.test(cell));
}

const AMOUNT = /^[₩\\$]?\s*([0-9][0-9,]*(?:\.[0-9]+)?)\s*원?$/;

function parseLine(cells: string[], { currency, amount_minor }: ListRules): ListRecipient | LineProblem {
  const at = addressAt(cells);
  if (at === -1) return { code: 'line_not_understood' };
  const rest = joinThousands(cells.filter((_, index) => index !== at));
  const amounts = rest.filter((cell) => AMOUNT.test(cell));
  const name = rest.filter((cell) => !AMOUNT.test(cell)).join(' ');
  const [stated] = amounts;
  const amount = stated === undefined ? amount_minor : minorOf(stated, currency);
  if (amounts.length > 1 || amount === undefined || name.length > 100) return { code: 'line_not_understood' };
  const address = cells[at] ?? '';
  if (address.includes('@')) return { email: address, name, amount_minor: amount };
  return {
    phone: /^1\d{8,9}$/.test(address) ? `0${address}` : address,
    ...(name === '' ? {} : { name }),
    amount_minor: amount,
  };
}

/** The index of the phone number, or else the email address: only for a number a name can be looked up. */
function addressAt(cells: string[]): number {
  const looks = [
    (cell: string) => parsePhone(cell).ok,
    (cell: string) => cell.includes('@'),
    // Spreadsheets drop a number's leading zero.
    (cell: string) => /^1\d{8,9}$/.test(cell) && parsePhone(`0${cell}`).ok,
    (cell: string) => /^[+(]?[0-9][0-9() ./\p{Pd}\u2212]{2,}$/u.test(cell) && !/^[1-9][0-9,.]*$/.test(cell),
  ];
  for (const look of looks) {
    const index = cells.findIndex(look);
    if (index !== -1) return index;
  }
  return -1;
}

/** Rejoins amounts such as `50,000` that were split at their commas, because nobody quoted them. */
function joinThousands(cells: string[]): string[] {
  const joined: string[] = [];
  for (const cell of cells) {
    const before = joined.at(-1);
    const continues =
      before !== undefined && /^[₩\\]?\s*\d{1,3}(,\d{3})*$/.test(before) && /^\d{3}\s*원?$/.test(cell);
    if (continues) joined[joined.length - 1] = `${before},${cell}`;
    else joined.push(cell);
  }
  return joined;
}

/** An amount as people write it, such as `50,000원`, in minor units of the currency. */
function minorOf(text: string, currency: string): bigint | undefined {
  const [, digits = ''] = AMOUNT.exec(text) ?? [];
  const [whole = '', fraction = ''] = digits.replaceAll(',', '').split('.');
  const exponent = currencyExponent(currency);
  if (fraction.length > exponent || whole.length > 12) return undefined;
  return BigInt(whole + fraction.padEnd(exponent, '0'));
}
