import { parseCsv } from '../../../kit/csv.ts';
import { emailKey } from '../../../kit/email.ts';
import { isMobile, isPersonal } from '../../../kit/phone.ts';
import { parseEmail } from '../../../kit/typed/email.ts';
import { parseListLine } from '../../../kit/typed/list-line.ts';
import { parseName } from '../../../kit/typed/name.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';

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
  | 'name_invalid'
  | 'amount_invalid'
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
 * commas, semicolons or tabs, as spreadsheets write them, or by spaces. A heading line is skipped.
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
 * The first problem of a recipient, in this order: phone_number_invalid or email_invalid, name_invalid,
 * recipient_name_missing, amount_out_of_range, recipient_twice. `firstOf` remembers on which line each number or address came first.
 */
export function problemOf(
  recipient: ListRecipient,
  rules: Omit<ListRules, 'amount_minor' | 'currency'>,
  firstOf: Map<string, number>,
  line: number,
): LineProblem | null {
  const key = keyOf(recipient, rules.can_call);
  if (typeof key !== 'string') return key;
  const { name = '' } = recipient;
  if (name.trim() !== '' && !parseName(name).ok) return { code: 'name_invalid' };
  if ('email' in recipient && name.trim() === '') return { code: 'recipient_name_missing' };
  const { amount_min_minor: min, amount_max_minor: max } = rules;
  if (recipient.amount_minor < min || recipient.amount_minor > max)
    return { code: 'amount_out_of_range', extra: { min_minor: `${min}`, max_minor: `${max}` } };
  const first = firstOf.get(key);
  if (first !== undefined) return { code: 'recipient_twice', extra: { line: first } };
  firstOf.set(key, line);
  return null;
}

/** The name that the buyer wrote, if it is one. */
export function nameOf({ name = '' }: { name?: string }): string | null {
  const parsed = parseName(name);
  return parsed.ok ? parsed.value : null;
}

/** A key that different spellings of one number or address share. */
function keyOf(recipient: ListRecipient, canCall: boolean): string | LineProblem {
  if ('email' in recipient) {
    const parsed = parseEmail(recipient.email);
    return parsed.ok ? emailKey(parsed.email) : { code: parsed.code };
  }
  const parsed = parsePhone(recipient.phone);
  if (!parsed.ok || !isPersonal(parsed.e164) || !(canCall || isMobile(parsed.e164)))
    return { code: 'phone_number_invalid' };
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

function parseLine(cells: string[], { currency, amount_minor }: ListRules): ListRecipient | LineProblem {
  const parsed = parseListLine(joinThousands(cells), currency);
  if (!parsed.ok) return { code: parsed.code };
  const person = { amount_minor, ...parsed.value };
  return 'email' in person ? { ...person, name: person.name ?? '' } : person;
}

/** Rejoins amounts such as `50,000` that were split at their commas, because nobody quoted them. */
function joinThousands(cells: string[]): string[] {
  const joined: string[] = [];
  for (const cell of cells) {
    const before = joined.at(-1);
    const continues =
      before !== undefined &&
      /(?:^|\s)\(?(?:[₩\\$]|krw)?\s*\d{1,3}(,\d{3})*$/i.test(before) &&
      /^\d{3}(?!\d|\S*@)/.test(cell);
    if (continues) joined[joined.length - 1] = `${before},${cell}`;
    else joined.push(cell);
  }
  return joined;
}
