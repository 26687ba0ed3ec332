import { timingSafeEqual } from 'node:crypto';
import { hmac, type KeyedDigest } from './keyed-digest.ts';
import { normalisePin } from './pin-policy.ts';
import { type KeyRing, keyOfVersion } from './secrets.ts';

export type PinSubject = {
  readonly certificate_id: string;
  /** E.164, or the e-mail address of a recipient without a phone. */
  readonly phone: string;
  readonly pin: string;
};

/**
 * The only form in which a PIN is kept: HMAC-SHA-256 over certificate, phone and PIN, under a key that is not in the
 * database. A slow hash would not help: a 4-digit PIN has 10^4 values, which can all be tried in minutes.
 */
export function pinDigest(ring: KeyRing, subject: PinSubject): KeyedDigest {
  return {
    key_version: ring.current,
    digest: hmac(keyOfVersion(ring, ring.current), pinFields(subject)),
  };
}

/** Compares in constant time, under the key version that the stored digest names. */
export function pinMatches(ring: KeyRing, stored: KeyedDigest, subject: PinSubject): boolean {
  const digest = hmac(keyOfVersion(ring, stored.key_version), pinFields(subject));
  return stored.digest.length === digest.length && timingSafeEqual(stored.digest, digest);
}

function pinFields({ certificate_id, phone, pin }: PinSubject): string[] {
  return ['seonmul:pin:1', certificate_id, phone, normalisePin(pin)];
}
