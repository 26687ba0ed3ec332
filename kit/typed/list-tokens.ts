import { isPersonal } from '../phone.ts';
import { isMeantAsAmount, looksLikeAmount } from './amount.ts';
import { hangulNumber } from './hangul-number.ts';
import { parsePhone, phoneText } from './phone.ts';

/** What a run of words of a line is. `text` is what is left: names, and what people are called. */
export type Token = { kind: 'phone' | 'mail' | 'amount' | 'text'; text: string };

/** The most words of one number or amount. */
const WORDS_OF_ONE_MAX = 6;

/** What stands before a number and says whose phone it is: the person's own, or that of their home or work. */
const PHONE_LABEL =
  /^\(?(?:집|회사|직장|사무실|핸드폰|휴대폰|휴대전화|폰|연락처|번호|h\.?p\.?|mobile|cell|phone)[.:]?$/i;
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Words with what each of them is, in their order. */
export function tokensOf(words: readonly string[]): Token[] {
  const mails = words.map((word): Item => (isMail(word) ? { kind: 'mail', text: word } : word));
  // Spreadsheets drop a number's leading zero.
  const short = marked(mails, 'phone', (run) => /^1\d{8,9}$/.test(run) && isPhone(`0${run}`) && `0${run}`);
  const whole = marked(short, 'phone', (run) => /^\(?[0+]/.test(phoneText(run)) && isPhone(run) && run);
  // 43100 may be a number of Chungju, and what was meant to be one is one, unless there is another.
  const phones = isMarked(whole, 'phone') ? whole : markedOnce(whole, 'phone', (run) => isPhone(run) && run);
  const addressed =
    isMarked(phones, 'phone') || isMarked(phones, 'mail')
      ? phones
      : markedOnce(phones, 'phone', (run) => looksLikePhone(run) && run);
  const amounts = marked(addressed, 'amount', (run) => looksLikeAmount(run) && run);
  const meant = amounts.map((item) => {
    const isAmount = typeof item === 'string' && isMeantAsAmount(item);
    return isAmount ? ({ kind: 'amount', text: item } as const) : item;
  });
  return withSpelledAmount(withoutLabels(withCurrency(meant))).map((item) =>
    typeof item === 'string' ? { kind: 'text', text: item } : item,
  );
}

type Item = string | Token;

function isMail(word: string): boolean {
  return word.includes('@');
}

function isPhone(run: string): boolean {
  const parsed = parsePhone(run);
  return parsed.ok && isPersonal(parsed.e164);
}

function looksLikePhone(run: string): boolean {
  return /^[+(]?[0-9][0-9() ./-]{2,}$/.test(phoneText(run)) && !/^[1-9][0-9,.]*$/.test(run);
}

function isMarked(items: readonly Item[], kind: Token['kind']): boolean {
  return items.some((item) => typeof item === 'object' && item.kind === kind);
}

/** Every run of words that can be read so, the longest first, as one token. */
function marked(items: readonly Item[], kind: Token['kind'], read: (run: string) => string | false): Item[] {
  let before = [...items];
  for (;;) {
    const after = markedOnce(before, kind, read);
    if (after.length === before.length && after.every((item, at) => item === before[at])) return after;
    before = after;
  }
}

function markedOnce(
  items: readonly Item[],
  kind: Token['kind'],
  read: (run: string) => string | false,
): Item[] {
  for (let length = Math.min(WORDS_OF_ONE_MAX, items.length); length > 0; length--) {
    for (let at = 0; at + length <= items.length; at++) {
      const run = items.slice(at, at + length);
      if (run.some((item) => typeof item !== 'string')) continue;
      const text = read(run.join(' '));
      if (text !== false) return [...items.slice(0, at), { kind, text }, ...items.slice(at + length)];
    }
  }
  return [...items];
}

/** 50 beside CHF is no 50 won: a currency's name beside an amount is part of it. */
function withCurrency(items: readonly Item[]): Item[] {
  if (!isMarked(items, 'amount')) return [...items];
  return items.map((item) =>
    typeof item === 'string' && CURRENCIES.has(item) ? { kind: 'amount', text: item } : item,
  );
}

function withoutLabels(items: readonly Item[]): Item[] {
  return items.filter((item, at) => {
    const next = items[at + 1];
    const isBeforePhone = typeof next === 'object' && next.kind === 'phone';
    return !(isBeforePhone && typeof item === 'string' && PHONE_LABEL.test(item));
  });
}

/** `홍길동 오만`: where no other amount is stated and another word is left for the name. 구백만 alone is somebody. */
function withSpelledAmount(items: readonly Item[]): Item[] {
  const words = items.filter((item) => typeof item === 'string');
  if (words.length < 2 || isMarked(items, 'amount')) return [...items];
  const spelled = words.filter((word) => word.includes('만') && hangulNumber(word) !== undefined);
  return items.map((item) => (item === spelled[0] ? { kind: 'amount', text: item } : item));
}
