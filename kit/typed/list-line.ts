import { isMobile } from '../phone.ts';
import { done, type Result, refuse } from '../result.ts';
import { looksLikeAmount } from './amount.ts';
import { withoutCalled } from './called.ts';
import { parseEmail } from './email.ts';
import { overridesDirection, withoutInvisible } from './invisible.ts';
import { type Token, tokensOf } from './list-tokens.ts';
import { parsePhone } from './phone.ts';

/** A person of a list as typed, cell by cell; a cell that the line has nothing for is empty. */
export type ListCells = { address: string; name: string; amount: string };

/** The most words of a line. */
const WORDS_MAX = 60;

/**
 * Reads a line into cells, one row for each person that it names, in any order: a phone number or email address, a name
 * and an amount: `홍길동(010-…) 5만원`, `1. 엄마 010-… (5만)`, `Kim Minsu <minsu@example.com>`,
 * `김철수 010-…, 이영희 010-… 각 5만원`. What looks like an amount is never part of a name, whether or not it can be
 * understood. Of a number and an address, and of a mobile and a landline, the one that takes texts is read. A line with
 * several numbers is taken apart only where it is plain what belongs to which.
 */
export function readListLine(
  cells: readonly string[],
): Result<ListCells[], 'line_not_understood' | 'line_ambiguous'> {
  if (cells.some(overridesDirection)) return refuse('line_not_understood');
  const plain = withoutLineNumber(withoutSender(cells.map((cell) => withoutInvisible(cell).trim())));
  const { words, isForEach } = withoutEach(plain.flatMap(partedNumbers).flatMap(wordsOf));
  if (words.length > WORDS_MAX) return refuse('line_not_understood');
  const tokens = textsJoined(reachable(tokensOf(words)));
  const people = tokens.filter(isAddress).length;
  if (people === 0) return refuse('line_not_understood');
  if (people === 1) return done([cellsOf(tokens)]);
  const parts = partsOf(tokens, people, isForEach);
  return parts === undefined ? refuse('line_ambiguous') : done(parts.map(cellsOf));
}

/** What a messenger puts before what was said, when a chat is copied: `[홍길동] [오후 3:12] `. Its sender is not the one meant. */
function withoutSender([first = '', ...others]: readonly string[]): string[] {
  return [
    first.replace(/^\[[^\]]{1,40}\]\s*\[(?:(?:오전|오후|AM|PM)\s*)?\d{1,2}:\d{2}(?:\s*[AP]M)?\]\s*/i, ''),
    ...others,
  ];
}

/** The cells without the `1.`, `1)` or `(1)` with which people number their lines; `1.kim@example.com` is an address. */
function withoutLineNumber([first = '', ...others]: readonly string[]): string[] {
  const [word = ''] = first.split(/\s/, 1);
  if (parseEmail(withoutBrackets(word)).ok) return [first, ...others];
  return [first.replace(/^\(?[1-9]\d{0,2}[.)](?:\s+|(?=\p{L})|$)/u, ''), ...others];
}

/** `010-…/010-…` as two, before anybody takes it for one long amount. */
function partedNumbers(cell: string): string[] {
  return cell.split(/(?<=\d{4})\s*\/\s*(?=[+0]\d)/);
}

/** The words of a cell, parted also where people leave no space: `홍길동(010…)`, `홍길동010…`, `민수<minsu@…>`. */
function wordsOf(cell: string): string[] {
  // `- 5000` is one thing, and not 5000 after a dash.
  if (looksLikeAmount(cell)) return [cell];
  return cell
    .replace(/(?<=\p{L})(?=[(<[])|(?<=[)>\]])(?=\p{L}|[+0]\d)/gu, ' ')
    .replace(/(?<=\p{Script=Hangul})(?=[+0]\d[\d -]{7})/gu, ' ')
    .replace(/(?<=\p{Script=Hangul})\s*[:/=](?=\s*[+0(]\d)/gu, ' ')
    .replace(/(?<=\d{4})\s*\/\s*(?=\p{Script=Hangul})/gu, ' ')
    .split(/\s+/)
    .map((word) => (word.includes('@') ? word : word.replace(/^[-*•·▶※☞→]+(?=\p{L})/u, '')))
    .filter((word) => /[\p{L}\p{N}@]/u.test(word));
}

/** `5만원씩`, `각 5만원`, `인당 5만원`, `50,000 each`: the amount alone, and that it is everybody's. */
function withoutEach(words: readonly string[]): { words: string[]; isForEach: boolean } {
  let isForEach = false;
  const found = words.flatMap((word, at) => {
    const beside = [words[at - 1] ?? '', words[at + 1] ?? ''].some(looksLikeAmount);
    if (beside && /^(?:각|각각|각자|1?인당|한명당|each|apiece)$/i.test(word)) {
      isForEach = true;
      return [];
    }
    const amount = /^(?:각|각각|1?인당)?(.+?)(씩)?$/.exec(word)?.[1] ?? '';
    if (amount === word || !looksLikeAmount(amount)) return [word];
    isForEach = true;
    return [amount];
  });
  return { words: found, isForEach };
}

/** Without the addresses that are second choice: mail beside a number, and landlines beside somebody's one mobile. */
function reachable(tokens: readonly Token[]): Token[] {
  const phones = tokens.filter(({ kind }) => kind === 'phone');
  const byPhone = phones.length > 0 ? tokens.filter(({ kind }) => kind !== 'mail') : [...tokens];
  const mobiles = phones.filter(({ text }) => {
    const parsed = parsePhone(text);
    return parsed.ok && isMobile(parsed.e164);
  });
  const isOnePerson = mobiles.length === 1 && textsJoined(byPhone).filter(isText).length <= 1;
  return isOnePerson ? byPhone.filter((token) => token.kind !== 'phone' || token === mobiles[0]) : byPhone;
}

function textsJoined(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    if (token.kind === 'text' && before?.kind === 'text')
      joined[joined.length - 1] = { kind: 'text', text: `${before.text} ${token.text}` };
    else joined.push(token);
  }
  return joined;
}

/** The tokens person by person; undefined where a name or an amount may be one's or another's. */
function partsOf(tokens: readonly Token[], people: number, isForEach: boolean): Token[][] | undefined {
  const amounts = tokens.filter(({ kind }) => kind === 'amount');
  if (isForEach) {
    const [amount] = amounts;
    if (amount === undefined || amounts.length > 1) return undefined;
    const parts = partsOf(textsJoined(tokens.filter((token) => token !== amount)), people, false);
    return parts?.map((part) => [...part, amount]);
  }
  const alike = inParts(tokens, (_token, at) => at % (tokens.length / people) === 0);
  const order = (part: readonly Token[]) => part.map(({ kind }) => (kind === 'mail' ? 'phone' : kind)).join();
  if (alike.length === people && new Set(alike.map(order)).size === 1 && alike.every(isOne)) return alike;
  // One amount after the last of them may be everybody's.
  if (amounts.length === 1 && tokens.at(-1)?.kind === 'amount') return undefined;
  const byName = inParts(tokens, isText);
  return tokens[0]?.kind === 'text' && byName.length === people && byName.every(isOne) ? byName : undefined;
}

function inParts(tokens: readonly Token[], begins: (token: Token, at: number) => boolean): Token[][] {
  const parts: Token[][] = [];
  for (const [at, token] of tokens.entries()) {
    if (at === 0 || begins(token, at)) parts.push([]);
    parts.at(-1)?.push(token);
  }
  return parts;
}

/** One address, and at most one name and one amount. */
function isOne(part: readonly Token[]): boolean {
  const count = (kind: Token['kind']) => part.filter((token) => token.kind === kind).length;
  return part.filter(isAddress).length === 1 && count('text') <= 1 && count('amount') <= 1;
}

function cellsOf(tokens: readonly Token[]): ListCells {
  const textsOf = (kind: Token['kind']) =>
    tokens.filter((token) => token.kind === kind).map(({ text }) => text);
  return {
    address: withoutBrackets(tokens.find(isAddress)?.text ?? ''),
    name: nameOf(textsOf('text').join(' ')),
    amount: textsOf('amount').map(withoutNote).join(' '),
  };
}

/** The name without brackets or marks around it, and without what people call each other. */
function nameOf(text: string): string {
  const words = withoutMarks(text)
    .split(' ')
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  return withoutMarks(withoutCalled(words));
}

function withoutMarks(text: string): string {
  return text.replace(/^[([<「『](.*)[)\]>」』]$/u, '$1').replace(/[\s:;,=-]+$/, '');
}

/** `5만원` of `(5만원)`. A bare number in brackets is a bookkeeper's negative one and stays as it is. */
function withoutNote(amount: string): string {
  return amount.replace(/^\((.*\p{L})\)$/u, '$1');
}

function withoutBrackets(address: string): string {
  const bare = address.replace(/^[(<[]+(?=.*[)>\]]|.*@)|[>\],;]+$/g, '');
  return bare.includes('(') ? bare : bare.replace(/[)]+$/, '');
}

function isAddress({ kind }: Token): boolean {
  return kind === 'phone' || kind === 'mail';
}

function isText({ kind }: Token): boolean {
  return kind === 'text';
}
