import { timingSafeEqual } from 'node:crypto';
import { keyedDigest, keyedDigests } from './keyed-digest.ts';
import type { KeyRing } from './secrets.ts';

/** 80 bits are enough, because guesses can only be tried online. */
const SEAL_BYTES = 10;
const SEAL = /^(.+)-([0-9a-f]{20})$/;

/**
 * A value with a seal, so that it comes back unchanged or is rejected: `value-seal`, made of letters, digits and hyphens
 * if the value is. It needs no row, so it is valid for as long as its key is kept. `label` names its purpose.
 */
export function signValue(ring: KeyRing, label: string, value: string): string {
  const { digest } = keyedDigest(ring, label, value);
  return `${value}-${digest.subarray(0, SEAL_BYTES).toString('hex')}`;
}

/** The value, if it was signed here for `label`, under any key of the ring. */
export function readSignedValue(ring: KeyRing, label: string, signed: string): string | undefined {
  const [, value = '', seal = ''] = SEAL.exec(signed) ?? [];
  if (value === '') return undefined;
  const given = Buffer.from(seal, 'hex');
  const made = keyedDigests(ring, label, value).map((digest) => digest.subarray(0, SEAL_BYTES));
  return made.some((digest) => timingSafeEqual(digest, given)) ? value : undefined;
}
