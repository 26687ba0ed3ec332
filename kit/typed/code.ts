import { done, type Result, refuse } from '../result.ts';
import { groupedDigits } from './digits.ts';

/** The digits of a code that is sent by text or mail or said by phone, and used once. */
export const CODE_DIGITS = 6;
/** The longest text that is looked at. */
export const CODE_TYPED_MAX = 400;

/** Six digits that are no part of a longer number or of a word with Latin letters. Hangul may follow: `399139입니다`. */
const CODE_IN_TEXT = /(?<![\d\p{Script=Latin}]|\d[\p{Pd}.,/·])\d{6}(?![\d\p{Script=Latin}]|[\p{Pd}.,/·]\d)/gu;

/**
 * Parses a one-time code as people write it, `399 139` or `３９９-１３９`, or paste it, `인증번호 399139`: of a text with other
 * words in it, its only group of six digits. What can't be a code is refused and is no guess.
 */
export function parseCode(raw: string): Result<string, 'code_not_digits'> {
  if (raw.length > CODE_TYPED_MAX) return refuse('code_not_digits');
  const code = groupedDigits(raw) ?? onlyCodeIn(raw);
  return code?.length === CODE_DIGITS ? done(code) : refuse('code_not_digits');
}

function onlyCodeIn(raw: string): string | undefined {
  const [code, ...more] =
    raw
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, '')
      .match(CODE_IN_TEXT) ?? [];
  return more.length === 0 ? code : undefined;
}
