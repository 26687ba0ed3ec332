import { timingSafeEqual } from 'node:crypto';
import { keyedDigest, keyedDigests } from './keyed-digest.ts';
import type { KeyRing } from './secrets.ts';

/** 80 bits: they can only be tried one by one, at our door. */
const SEAL_BYTES = 10;
const SEAL = /^(.+)-([0-9a-f]{20})$/;

/**
 * A value that comes back to us unchanged or not at all: `value-seal`, in letters, digits and hyphens where the value is.
 * It needs no row, so it works for as long as its key is kept. `label` says what it is good for.
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
