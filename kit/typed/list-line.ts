import { isPersonal } from '../phone.ts';
import { done, type Result, refuse } from '../result.ts';
import { isMeantAsAmount, looksLikeAmount, parseAmount } from './amount.ts';
import { parseEmail } from './email.ts';
import { overridesDirection, withoutInvisible } from './invisible.ts';
import { parseName } from './name.ts';
import { parsePhone, phoneText } from './phone.ts';

/** A person of a list, as typed: an address that may still be wrong, and what else the line says. */
export type ListedPerson = ({ phone: string } | { email: string }) & { name?: string; amount_minor?: bigint };

/** The most words of a line, and of one number or amount. */
const WORDS_MAX = 60;
const WORDS_OF_ONE_MAX = 6;

/**
 * Parses the cells of a line, which name a person in any order: a phone number or email address, a name and an amount,
 * each in a cell of its own or several in one, `홍길동(010-…) 5만원`, `1. 홍길동: 010-… (5만)`,
 * `Kim Minsu <minsu@example.com>`. What looks like an amount is never part of a name. Of a number and an address the number
 * is taken.
 */
export function parseListLine(
  cells: readonly string[],
  currency: string,
): Result<ListedPerson, 'line_not_understood' | 'amount_invalid' | 'name_invalid'> {
  if (cells.some(overridesDirection)) return refuse('line_not_understood');
  const words = withoutLineNumber(cells.map((cell) => withoutInvisible(cell).trim())).flatMap(wordsOf);
  if (words.length > WORDS_MAX) return refuse('line_not_understood');
  const mails = words.filter(isMail);
  const others = words.filter((word) => !isMail(word));
  const address = takePhone(others, mails.length > 0);
  const amounts = takeAmounts(address?.rest ?? others);
  const [email] = mails;
  const [stated] = amounts.found;
  if (address === undefined && email === undefined) return refuse('line_not_understood');
  if (amounts.found.length > 1 || (address === undefined && mails.length > 1))
    return refuse('line_not_understood');
  const amount = stated === undefined ? undefined : parseAmount(withoutNote(stated), currency);
  if (amount?.ok === false) return amount;
  // 50 beside CHF is no 50 won.
  if (amounts.rest.some(isMeantAsAmount) || (stated !== undefined && amounts.rest.some(isCurrency)))
    return refuse('amount_invalid');
  const name = nameOf(amounts.rest);
  if (!name.ok) return name;
  return done({
    ...(address === undefined ? { email: withoutBrackets(email ?? '') } : { phone: address.found }),
    ...(name.value === '' ? {} : { name: name.value }),
    ...(amount === undefined ? {} : { amount_minor: amount.value }),
  });
}

/** The cells without the `1.`, `1)` or `(1)` with which people number their lines; `1.kim@example.com` is an address. */
function withoutLineNumber([first = '', ...others]: readonly string[]): string[] {
  const [word = ''] = first.split(/\s/, 1);
  if (parseEmail(withoutBrackets(word)).ok) return [first, ...others];
  return [first.replace(/^\(?[1-9]\d{0,2}[.)](?:\s+|(?=\p{L})|$)/u, ''), ...others];
}

/** `5만원` of `(5만원)`. A bare number in brackets is a bookkeeper's negative one and stays as it is. */
function withoutNote(amount: string): string {
  return amount.replace(/^\((.*\p{L})\)$/u, '$1');
}

/** The words of a cell, parted also where people leave no space: `홍길동(010…)`, `홍길동010…`, `민수<minsu@…>`. */
function wordsOf(cell: string): string[] {
  // `- 5000` is one thing, and not 5000 after a dash.
  if (looksLikeAmount(cell)) return [cell];
  return cell
    .replace(/(?<=\p{L})(?=[(<[])|(?<=[)>\]])(?=\p{L})|(?<=\p{Script=Hangul})(?=[+0]\d[\d -]{7})/gu, ' ')
    .replace(/(?<=\p{Script=Hangul})\s*[:/](?=\s*[+0(]\d)/gu, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}\p{So}@]/u.test(word));
}

function isMail(word: string): boolean {
  return word.includes('@');
}

function withoutBrackets(word: string): string {
  return word.replace(/^[(<[]+|[)>\],;]+$/g, '');
}

type Taken = { found: string; rest: string[] };

/** The longest run of words that is somebody's phone number; or one that was meant to be, unless there is another address. */
function takePhone(words: readonly string[], hasAddress: boolean): Taken | undefined {
  return (
    // Spreadsheets drop a number's leading zero.
    takeRun(words, (run) => /^1\d{8,9}$/.test(run) && isPhone(`0${run}`) && `0${run}`) ??
    takeRun(words, (run) => isPhone(run) && run) ??
    (hasAddress ? undefined : takeRun(words, (run) => looksLikePhone(run) && run))
  );
}

function isPhone(run: string): boolean {
  const parsed = parsePhone(run);
  return parsed.ok && isPersonal(parsed.e164);
}

function looksLikePhone(run: string): boolean {
  return /^[+(]?[0-9][0-9() ./-]{2,}$/.test(phoneText(run)) && !/^[1-9][0-9,.]*$/.test(run);
}

/** All runs of words that look like amounts, the longest first, and what is left. */
function takeAmounts(words: readonly string[]): { found: string[]; rest: string[] } {
  const found: string[] = [];
  let rest = [...words];
  for (;;) {
    const taken = takeRun(rest, (run) => looksLikeAmount(run) && run);
    if (taken === undefined) return { found, rest };
    found.push(taken.found);
    rest = taken.rest;
  }
}

function takeRun(words: readonly string[], read: (run: string) => string | false): Taken | undefined {
  for (let length = Math.min(WORDS_OF_ONE_MAX, words.length); length > 0; length--) {
    for (let at = 0; at + length <= words.length; at++) {
      const found = read(words.slice(at, at + length).join(' '));
      if (found !== false) return { found, rest: [...words.slice(0, at), ...words.slice(at + length)] };
    }
  }
  return undefined;
}

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

function isCurrency(word: string): boolean {
  return CURRENCIES.has(word);
}

/** The name of what is left; empty if nothing is. */
function nameOf(words: readonly string[]): Result<string, 'name_invalid'> {
  const text = words
    .join(' ')
    .replace(/^\((.*)\)$/, '$1')
    .replace(/[\s:;,]+$/, '');
  return text === '' ? done('') : parseName(text);
}
