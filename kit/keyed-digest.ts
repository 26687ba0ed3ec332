import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import { normalisePin } from './pin-policy.ts';
import { type KeyRing, keyOfVersion } from './secrets.ts';

/** What is stored: which key made it, and 32 bytes that mean nothing without that key. */
export type KeyedDigest = { readonly key_version: string; readonly digest: Buffer };

export type PinSubject = {
  readonly certificate_id: string;
  /** E.164, or the e-mail address of a recipient without a phone. */
  readonly phone: string;
  readonly pin: string;
};

/**
 * The only form in which a PIN is kept: HMAC-SHA-256 over certificate, phone and PIN under a key that is not in
 * the database. A slow hash would not do: a 4-digit PIN has 10^4 values, all tried in minutes.
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

/**
 * A digest under the current key by which a secret is found again: certificate numbers, tokens, the PIN value
 * of the global limit. `label` separates the uses, so that equal values under two labels don't look equal.
 */
export function keyedDigest(ring: KeyRing, label: string, value: string): KeyedDigest {
  return { key_version: ring.current, digest: hmac(keyOfVersion(ring, ring.current), [label, value]) };
}

/** The digests under every key of the ring: a look-up matches any of them, so a key can be replaced in service. */
export function keyedDigests(ring: KeyRing, label: string, value: string): Buffer[] {
  return [...ring.byVersion.values()].map((key) => hmac(key, [label, value]));
}

function pinFields({ certificate_id, phone, pin }: PinSubject): string[] {
  return ['seonmul:pin:1', certificate_id, phone, normalisePin(pin)];
}

/** Each field is preceded by its length, so no two lists of fields give the same bytes. */
function hmac(key: KeyObject, fields: readonly string[]): Buffer {
  const mac = createHmac('sha256', key);
  for (const field of fields) {
    const bytes = Buffer.from(field, 'utf8');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    mac.update(length).update(bytes);
  }
  return mac.digest();
}
