import { createHash } from 'node:crypto';
import { type RandomBytes, randomDigits } from './random-digits.ts';

const TOKEN_BYTES = 32;

/**
 * An opaque bearer token of 256 random bits, `session_Zm9v…`. The prefix says what it opens, so that a token in
 * the wrong place shows at a glance and scanners of leaked secrets can find it.
 */
export function newToken(prefix: string, random: RandomBytes): string {
  return `${prefix}_${random(TOKEN_BYTES).toString('base64url')}`;
}

/** What is stored of a token. Its 256 bits can't be guessed, so a plain SHA-256 is enough. */
export function tokenDigest(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest();
}

/**
 * A code to be keyed in, each value equally likely. Short, so whoever checks it counts attempts before comparing;
 * to be stored as a keyed digest (`kit/keyed-digest.ts`), never by `tokenDigest`, which can be tried out.
 */
export function newNumericCode(random: RandomBytes, digits: number): string {
  return randomDigits(random, digits);
}
