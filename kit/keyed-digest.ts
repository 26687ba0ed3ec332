import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import { type KeyRing, keyOfVersion } from './secrets.ts';

/** What is stored: the version of the key, and 32 bytes that mean nothing without that key. */
export type KeyedDigest = { readonly key_version: string; readonly digest: Buffer };

/**
 * A digest, under the current key, by which a secret can be looked up: certificate numbers, tokens, the PIN value of
 * the global limit. `label` separates the uses, so that equal values under two labels have different digests.
 */
export function keyedDigest(ring: KeyRing, label: string, value: string): KeyedDigest {
  return { key_version: ring.current, digest: hmac(keyOfVersion(ring, ring.current), [label, value]) };
}

/** The same digest under the key of an earlier version. Throws if the ring no longer has it. */
export function keyedDigestUnder(ring: KeyRing, version: string, label: string, value: string): Buffer {
  return hmac(keyOfVersion(ring, version), [label, value]);
}

/** The digests under every key of the ring: a look-up matches any of them, so a key can be rotated in service. */
export function keyedDigests(ring: KeyRing, label: string, value: string): Buffer[] {
  return [...ring.byVersion.values()].map((key) => hmac(key, [label, value]));
}

/** Whether `stored` is the digest of the value under any key of the ring. Compares in constant time. */
export function digestMatches(ring: KeyRing, label: string, value: string, stored: Buffer): boolean {
  return keyedDigests(ring, label, value)
    .map((digest) => digest.length === stored.length && timingSafeEqual(digest, stored))
    .includes(true);
}

/** HMAC-SHA-256. Each field is prefixed with its length, so that no two lists of fields give the same bytes. */
export function hmac(key: KeyObject, fields: readonly string[]): Buffer {
  const mac = createHmac('sha256', key);
  for (const field of fields) {
    const bytes = Buffer.from(field, 'utf8');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    mac.update(length).update(bytes);
  }
  return mac.digest();
}
