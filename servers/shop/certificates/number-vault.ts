import { createCipheriv, createDecipheriv } from 'node:crypto';
import { keyedDigest, keyedDigests } from '../../../kit/keyed-digest.ts';
import { keyOfVersion, type Secrets } from '../../../kit/secrets.ts';

/** Certificate numbers are needed in clear text only to print or show one; at rest they are encrypted with AES-256-GCM. */
export type SealedNumber = {
  number_encrypted: Buffer;
  number_key_version: string;
  number_digest: Buffer;
  number_digest_key_version: string;
};

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export function sealNumber(
  secrets: Secrets,
  random: (bytes: number) => Buffer,
  certificateId: string,
  number: string,
): SealedNumber {
  const ring = secrets.keyRing('number_encryption');
  const nonce = random(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOfVersion(ring, ring.current), nonce);
  // The certificate's id is authenticated data, so a number can't be moved to another row.
  cipher.setAAD(Buffer.from(certificateId));
  const encrypted = Buffer.concat([cipher.update(number, 'utf8'), cipher.final()]);
  return {
    number_encrypted: Buffer.concat([nonce, encrypted, cipher.getAuthTag()]),
    number_key_version: ring.current,
    ...numberDigest(secrets, number),
  };
}

export function openNumber(
  secrets: Secrets,
  certificateId: string,
  sealed: Buffer,
  keyVersion: string,
): string {
  const ring = secrets.keyRing('number_encryption');
  const decipher = createDecipheriv(
    'aes-256-gcm',
    keyOfVersion(ring, keyVersion),
    sealed.subarray(0, NONCE_BYTES),
  );
  decipher.setAAD(Buffer.from(certificateId));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const body = sealed.subarray(NONCE_BYTES, -TAG_BYTES);
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
}

/** The digests by which a scanned number is found, one for each key of the ring. */
export function numberDigests(secrets: Secrets, number: string): Buffer[] {
  return keyedDigests(secrets.keyRing('token_pepper'), 'certificate_number', number);
}

function numberDigest(secrets: Secrets, number: string) {
  const { digest, key_version } = keyedDigest(secrets.keyRing('token_pepper'), 'certificate_number', number);
  return { number_digest: digest, number_digest_key_version: key_version };
}
