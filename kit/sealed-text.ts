import { createCipheriv, createDecipheriv } from 'node:crypto';
import { keyOfVersion, type Secrets } from './secrets.ts';

export const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export type Sealer = { secrets: Secrets; random: (bytes: number) => Buffer };

/**
 * Encrypts text that is needed again but must not be readable in the database: links, codes, the content of messages.
 * AES-256-GCM with a key from outside the database, prefixed with the key's version. `about`, the row's id, is
 * authenticated as well, so that a value can't be moved to another row.
 */
export function sealText({ secrets, random }: Sealer, about: string, text: string): Buffer {
  const ring = secrets.keyRing('text_encryption');
  const nonce = random(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOfVersion(ring, ring.current), nonce);
  cipher.setAAD(Buffer.from(about));
  const version = Buffer.from(ring.current);
  const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.from([version.length]), version, nonce, encrypted, cipher.getAuthTag()]);
}

/** Throws if the value was altered, moved to another row, or sealed with a key that no longer exists. */
export function openText({ secrets }: Pick<Sealer, 'secrets'>, about: string, sealed: Buffer): string {
  const start = 1 + (sealed[0] ?? 0);
  const ring = secrets.keyRing('text_encryption');
  const key = keyOfVersion(ring, sealed.subarray(1, start).toString());
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(start, start + NONCE_BYTES));
  decipher.setAAD(Buffer.from(about));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const body = sealed.subarray(start + NONCE_BYTES, -TAG_BYTES);
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
}
