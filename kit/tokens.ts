import { hash } from 'node:crypto';
import { type RandomBytes, randomDigits } from './random-digits.ts';

const TOKEN_BYTES = 32;

/**
 * An opaque bearer token of 256 random bits, `session_Zm9v…`. The prefix says what it is for, so that a token in
 * the wrong place is noticed and secret scanners can find it.
 */
export function newToken(prefix: string, random: RandomBytes): string {
  return `${prefix}_${random(TOKEN_BYTES).toString('base64url')}`;
}

/** The form in which a token is stored. Its 256 bits can't be guessed, so a plain SHA-256 is enough. */
export function tokenDigest(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}

/**
 * A code for people to key in, each value equally likely. It is short, so count attempts before comparing, and store it as
 * a keyed digest (`kit/keyed-digest.ts`), never by `tokenDigest`, which can be brute-forced.
 */
export function newNumericCode(random: RandomBytes, digits: number): string {
  return randomDigits(random, digits);
}
