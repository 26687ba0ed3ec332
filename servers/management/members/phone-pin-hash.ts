import type { Asker } from '../../../kit/fair-queue.ts';
import { hmac } from '../../../kit/keyed-digest.ts';
import { hashSecret, verifySecret } from '../../../kit/passwords.ts';
import { normalisePin } from '../../../kit/pin-policy.ts';
import { keyOfVersion } from '../../../kit/secrets.ts';
import type { ManagementContext } from '../context.ts';

type WithSecrets = Pick<ManagementContext, 'secrets'>;

/** `v2:$argon2id$…`; without a version if it was made before versions were kept. */
const STORED = /^(?:([A-Za-z0-9_-]{1,32}):)?(\$argon2id\$.+)$/;

/**
 * A phone PIN as it is stored. A hash of six digits is quickly brute-forced, even argon2id; with a key that is not in the
 * database it is not. The key's version is stored with it, so that the key can be rotated.
 */
export async function hashPhonePin(
  { secrets }: WithSecrets,
  memberId: string,
  pin: string,
  asker?: Asker,
): Promise<string> {
  const { current } = secrets.keyRing('token_pepper');
  return `${current}:${await hashSecret(peppered({ secrets }, current, memberId, pin), asker)}`;
}

/** Whether it is the member's phone PIN. For a member who does not exist pass null: false, after the same work. */
export async function isPhonePin(
  { secrets }: WithSecrets,
  memberId: string,
  stored: string | null,
  pin: string,
  asker?: Asker,
): Promise<boolean> {
  const [, version, hash = null] = STORED.exec(stored ?? '') ?? [];
  const { byVersion, current } = secrets.keyRing('token_pepper');
  const versions = version === undefined ? (hash === null ? [current] : [...byVersion.keys()]) : [version];
  for (const tried of versions)
    if (await verifySecret(hash, peppered({ secrets }, tried, memberId, pin), asker)) return true;
  return false;
}

/** Whether it should be hashed anew at the next right use: under the current key. */
export function isUnderOldKey({ secrets }: WithSecrets, stored: string): boolean {
  return !stored.startsWith(`${secrets.keyRing('token_pepper').current}:`);
}

function peppered({ secrets }: WithSecrets, version: string, memberId: string, pin: string): string {
  const key = keyOfVersion(secrets.keyRing('token_pepper'), version);
  return hmac(key, [`phone_pin:${memberId}`, normalisePin(pin)]).toString('base64');
}
