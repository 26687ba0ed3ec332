import { emailKey } from '../../../kit/email.ts';
import { isMobile, isPersonal } from '../../../kit/phone.ts';
import { done } from '../../../kit/result.ts';
import { parseAmount } from '../../../kit/typed/amount.ts';
import { parseEmail } from '../../../kit/typed/email.ts';
import type { ListCells } from '../../../kit/typed/list-line.ts';
import { parseName } from '../../../kit/typed/name.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import type { ListRow, RowProblem } from './list-rows.ts';

/** The most gifts in one payment; longer lists are split by the buyer. */
export const LIST_LINES_MAX = 200;

/** One recipient of a list: a phone number in any common form, or an email address with a name; and the amount. */
export type ListRecipient = ({ phone: string; name?: string } | { email: string; name: string }) & {
  amount_minor: bigint;
};

export type LineProblem = { code: LineProblemCode; extra?: Readonly<Record<string, unknown>> };
type LineProblemCode =
  | RowProblem
  | 'phone_number_invalid'
  | 'email_invalid'
  | 'recipient_name_missing'
  | 'name_invalid'
  | 'amount_invalid'
  | 'amount_out_of_range'
  | 'recipient_twice';

/** A row of a list, as typed, cell by cell, and as parsed, or why it could not be. */
export type ListLine = { line: number; typed: string; cells: ListCells } & (
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

/** Parses the rows of a list, each by itself but for numbers and addresses that come twice. */
export function readRows(rows: readonly ListRow[], rules: ListRules): ListLine[] {
  const firstOf = new Map<string, number>();
  return rows.map(({ line, typed, cells, problem: unread }) => {
    const read = { line, typed, cells };
    if (unread !== undefined) return { ...read, problem: { code: unread } };
    const parsed = recipientOf(cells, rules);
    if ('code' in parsed) return { ...read, problem: parsed };
    const problem = problemOf(parsed, rules, firstOf, line);
    return problem === null ? { ...read, recipient: parsed } : { ...read, problem };
  });
}

function recipientOf(cells: ListCells, { currency, amount_minor }: ListRules): ListRecipient | LineProblem {
  const [address, written, stated] = [cells.address, cells.name, cells.amount].map((cell) => cell.trim());
  if (address === undefined || address === '') return { code: 'line_not_understood' };
  const amount = stated ? parseAmount(stated, currency) : done(amount_minor);
  if (!amount.ok) return { code: amount.code };
  const name = written ? parseName(written) : done('');
  if (!name.ok) return { code: name.code };
  if (address.includes('@')) return { email: address, name: name.value, amount_minor: amount.value };
  return { phone: address, ...(name.value === '' ? {} : { name: name.value }), amount_minor: amount.value };
}

/**
 * The first problem of a recipient, in this order: phone_number_invalid or email_invalid, name_invalid,
 * recipient_name_missing, amount_out_of_range, recipient_twice. `firstOf` remembers on which line each number or address came first.
 */
export function problemOf(
  recipient: ListRecipient,
  rules: Omit<ListRules, 'amount_minor'>,
  firstOf: Map<string, number>,
  line: number,
): LineProblem | null {
  const key = keyOf(recipient, rules.can_call);
  if (typeof key !== 'string') return key;
  const { name = '' } = recipient;
  if (name.trim() !== '' && !parseName(name).ok) return { code: 'name_invalid' };
  if ('email' in recipient && name.trim() === '') return { code: 'recipient_name_missing' };
  const { amount_min_minor: min, amount_max_minor: max, currency } = rules;
  if (recipient.amount_minor < min || recipient.amount_minor > max)
    return { code: 'amount_out_of_range', extra: { min_minor: `${min}`, max_minor: `${max}`, currency } };
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
