import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto';
import { DAY_MS } from './clock.ts';
import { hmac } from './keyed-digest.ts';
import type { RandomBytes } from './random-digits.ts';
import { type KeyRing, keyOfVersion, type Secrets } from './secrets.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Length of the key's version, the version, and the day. */
const HEAD_BYTES_MIN = 1 + 1 + 2;

type Sealer = { readonly secrets: Secrets; readonly random: RandomBytes };

/**
 * A token that carries what it stands for, so that nothing is stored: `opened_Zm9v…`. Whoever has it can neither read nor
 * change it. AES-256-GCM under a key that is derived for each day and prefix, since a key may seal only so many values
 * with random nonces. It is good for a day at most; what it carries says when it ends.
 */
export function sealToken({ secrets, random }: Sealer, prefix: string, now: Date, carried: Buffer): string {
  const ring = secrets.keyRing('text_encryption');
  const version = Buffer.from(ring.current);
  const day = dayOf(now);
  const head = Buffer.alloc(1 + version.length + 2);
  head.writeUInt8(version.length);
  version.copy(head, 1);
  head.writeUInt16BE(day, 1 + version.length);
  const nonce = random(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOfDay(ring, ring.current, prefix, day), nonce);
  cipher.setAAD(head);
  const sealed = Buffer.concat([head, nonce, cipher.update(carried), cipher.final(), cipher.getAuthTag()]);
  return `${prefix}_${sealed.toString('base64url')}`;
}

/** What a token carries; undefined if it is not of this kind, was changed, or is older than yesterday. */
export function openToken(
  { secrets }: Pick<Sealer, 'secrets'>,
  prefix: string,
  now: Date,
  token: string,
): Buffer | undefined {
  if (!token.startsWith(`${prefix}_`)) return undefined;
  const encoded = token.slice(prefix.length + 1);
  const sealed = Buffer.from(encoded, 'base64url');
  // Node's decoder passes over signs that don't belong there.
  if (sealed.toString('base64url') !== encoded) return undefined;
  const start = 1 + (sealed[0] ?? 0) + 2;
  if (sealed.length < Math.max(start, HEAD_BYTES_MIN) + NONCE_BYTES + TAG_BYTES) return undefined;
  const ring = secrets.keyRing('text_encryption');
  const version = sealed.subarray(1, start - 2).toString();
  const day = sealed.readUInt16BE(start - 2);
  if (!ring.byVersion.has(version) || Math.abs(dayOf(now) - day) > 1) return undefined;
  const nonce = sealed.subarray(start, start + NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', keyOfDay(ring, version, prefix, day), nonce);
  decipher.setAAD(sealed.subarray(0, start));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([
      decipher.update(sealed.subarray(start + NONCE_BYTES, -TAG_BYTES)),
      decipher.final(),
    ]);
  } catch {
    return undefined;
  }
}

function dayOf(now: Date): number {
  return Math.floor(now.getTime() / DAY_MS);
}

/** Those of the last days: to derive one takes as long as to seal. */
const derived = new WeakMap<KeyRing, Map<string, KeyObject>>();
const DERIVED_MAX = 16;

function keyOfDay(ring: KeyRing, version: string, prefix: string, day: number): KeyObject {
  const keys = derived.get(ring) ?? new Map<string, KeyObject>();
  derived.set(ring, keys);
  const name = `${version} ${prefix} ${day}`;
  const known = keys.get(name);
  if (known !== undefined) return known;
  if (keys.size >= DERIVED_MAX) keys.clear();
  const key = createSecretKey(hmac(keyOfVersion(ring, version), ['seonmul:token:1', prefix, `${day}`]));
  keys.set(name, key);
  return key;
}
