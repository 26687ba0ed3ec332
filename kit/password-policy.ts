import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { KOREAN_WORDS, koreanKeys } from './password-words.ts';
import { nationalDigits } from './phone.ts';

const LENGTH_MIN = 10;
const LENGTH_MAX = 200;
/** The estimator's work grows faster than the length, and what begins with this many unguessable characters is long enough. */
const ESTIMATED_MAX = 50;
/** At least 10^8 guesses, by the estimator's scale of 0 to 4. */
const SCORE_MIN = 3;

/** Whose password it is: what others know of them is no password. */
export type PasswordOwner = { name?: string; login?: string | null; phones?: readonly (string | null)[] };

/**
 * Why a new password is refused, or null. It must have 10 to 200 characters after NFKC, and withstand 10^8 guesses by
 * somebody who has the lists of leaked passwords and words and knows its owner's name, email address and numbers; if its
 * letters are nothing else, its digits and signs must withstand that alone. There are no rules of composition (NIST SP 800-63B, 3.1.1.2).
 */
export async function checkPassword(
  password: string,
  owner: PasswordOwner,
): Promise<'password_too_weak' | null> {
  if (password.length > LENGTH_MAX * 4) return 'password_too_weak';
  const normal = password.normalize('NFKC');
  const length = [...normal].length;
  if (length < LENGTH_MIN || length > LENGTH_MAX) return 'password_too_weak';
  const estimator = await loadEstimator();
  const known = wordsOf(owner);
  // Hangul also as it is typed on a Latin keyboard, where its words look like any others.
  const bare = /^[\d\s().+-]+$/.test(normal) ? normal.replace(/\D/g, '') : normal;
  const written = [...new Set([bare, koreanKeys(bare)])].map((text) =>
    [...text].slice(0, ESTIMATED_MAX).join(''),
  );
  const withstands = (text: string) => estimator.check(text, known).score >= SCORE_MIN;
  const isWeak = written.some((text) => !withstands(text) || !withstands(withoutOwn(text, known)));
  return isWeak ? 'password_too_weak' : null;
}

/**
 * What is left to guess. The estimator takes any three pieces for 10^8 guesses, so that a given name with `1234!!` would
 * do: letters that only spell the owner's words count for nothing, and nor do digits that are only their numbers.
 */
function withoutOwn(text: string, known: readonly string[]): string {
  const words = [...new Set(known.map((word) => word.replace(/\P{L}/gu, '')))].filter((word) => word !== '');
  if (!isMadeOf(text.toLowerCase().replace(/\P{L}/gu, ''), words)) return text;
  const rest = text.replace(/\p{L}/gu, '');
  return isMadeOf(rest.replace(/\D/g, ''), known) ? rest.replace(/\d/g, '') : rest;
}

function isMadeOf(text: string, words: readonly string[]): boolean {
  const ends = new Set([0]);
  for (let at = 0; at < text.length; at++) {
    if (!ends.has(at)) continue;
    for (const word of words) if (text.startsWith(word, at)) ends.add(at + word.length);
  }
  return ends.has(text.length);
}

/** The parts of a name: as it is spaced; in Hangul the given name too, after a surname of one syllable or two. */
function namesOf(name: string): string[] {
  const parts = name.split(/[^\p{L}]+/u);
  const given = /^\p{Script=Hangul}{2,}$/u.test(name) ? [name.slice(1), name.slice(2), name.slice(0, 1)] : [];
  return [name, ...parts, ...given];
}

function wordsOf({ name = '', login, phones = [] }: PasswordOwner): string[] {
  const [local = '', host = ''] = (login ?? '').split('@');
  const numbers = phones.flatMap((phone) => (phone === null ? [] : [nationalDigits(phone)]));
  const pieces = [
    ...numbers,
    ...numbers.map((digits) => digits.slice(-8)),
    ...numbers.map((d) => d.slice(-4)),
  ];
  const names = namesOf(name.normalize('NFC').trim());
  const words = [
    ...names,
    ...names.map(koreanKeys),
    login ?? '',
    local,
    host,
    ...local.split(/[^\p{L}\p{N}]+/u),
    ...local.split(/[^\p{L}]+/u),
    ...pieces,
  ];
  return words.map((word) => word.trim().toLowerCase()).filter((word) => word.length > 1);
}

let loading: Promise<ZxcvbnFactory> | undefined;

/** The lists take 20 MB and a tenth of a second, so only a process that is given a new password loads them, once. */
function loadEstimator(): Promise<ZxcvbnFactory> {
  loading ??= (async () => {
    const { ZxcvbnFactory } = await import('@zxcvbn-ts/core');
    const { adjacencyGraphs, dictionary } = await import('@zxcvbn-ts/language-common');
    return new ZxcvbnFactory({
      dictionary: { ...dictionary, korean: [...KOREAN_WORDS] },
      graphs: adjacencyGraphs,
    });
  })();
  return loading;
}
