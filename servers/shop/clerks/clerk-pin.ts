import { timingSafeEqual } from 'node:crypto';
import { type KeyedDigest, keyedDigest, keyedDigestUnder } from '../../../kit/keyed-digest.ts';
import type { ShopContext } from '../context.ts';

export const CLERK_PIN_DIGITS = 6;

type Keys = Pick<ShopContext, 'secrets'>;

/** A clerk's PIN is kept only as a digest under a key that is not in the database, as a certificate's is. */
export function clerkPinDigest({ secrets }: Keys, clerkId: string, pin: string): KeyedDigest {
  return keyedDigest(secrets.keyRing('pin_hmac'), labelOf(clerkId), pin);
}

/** Compares in constant time, under the key version that the stored digest names; false if that key is gone. */
export function clerkPinMatches(
  { secrets }: Keys,
  { digest, key_version }: KeyedDigest,
  { clerk_id, pin }: { clerk_id: string; pin: string },
): boolean {
  const ring = secrets.keyRing('pin_hmac');
  if (!ring.byVersion.has(key_version)) return false;
  const given = keyedDigestUnder(ring, key_version, labelOf(clerk_id), pin);
  return timingSafeEqual(digest, given);
}

function labelOf(clerkId: string): string {
  return `clerk_pin:${clerkId}`;
}
