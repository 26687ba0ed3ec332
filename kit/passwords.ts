import { availableParallelism } from 'node:os';
import { hash, parseOptions, verify } from '@node-rs/argon2';
import { type Asker, FairQueue } from './fair-queue.ts';

/** argon2id with OWASP's first recommendation (Password Storage Cheat Sheet): 19 MiB, 2 passes, 1 lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/**
 * Hashes run on libuv's four threads, which names and files need too, and on the processors that answer everybody else:
 * one of either is left free.
 */
const RUNNING_MAX = Math.max(1, Math.min(3, availableParallelism() - 1));

/** A hash takes some 30 ms. Beyond this it is a flood, and requests are refused instead of waiting until they time out. */
const queue = new FairQueue({
  running_max: RUNNING_MAX,
  newcomers_max: 1,
  waiting_max: { known: 100, newcomer: 60 },
  wait_ms: 10_000,
});

const PASSWORD_LENGTH_MIN = 10;
const PASSWORD_LENGTH_MAX = 200;

/** The hash of 32 random bytes that were thrown away. Unknown accounts are compared with it, to take the same time. */
export const NOBODY_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$tCMtfohyGy/qMcdOKKftzA$MbVgCykxP43h1nRc9cLEkALxp5B8eyPtp7g/Hit/1ZY';

/** Whoever has a session or is in a call already. */
const KNOWN: Asker = { from: 'known', share: 'known' };

/**
 * A password or phone PIN as it is stored (PHC string). Never inside a transaction: it is slow, and waits in a queue, in
 * which askers take turns. Throws `service_unavailable` in a flood.
 */
export async function hashSecret(secret: string, asker: Asker = KNOWN): Promise<string> {
  return queue.run(asker, () => hash(secret.normalize('NFKC'), PARAMETERS));
}

/**
 * Whether the secret matches the stored hash. For an account that does not exist pass null: the answer is false after the
 * same work, so that timing reveals nothing. Throws `service_unavailable` in a flood.
 */
export async function verifySecret(
  stored: string | null,
  secret: string,
  asker: Asker = KNOWN,
): Promise<boolean> {
  const matches = await queue.run(asker, () => verify(stored ?? NOBODY_HASH, secret.normalize('NFKC')));
  return matches && stored !== null;
}

/** Whether the hash was made with other parameters than the current ones, so that a log-in should replace it. */
export function needsRehash(stored: string): boolean {
  const { memoryCost, timeCost, parallelism } = parseOptions(stored);
  const same =
    memoryCost === PARAMETERS.memoryCost &&
    timeCost === PARAMETERS.timeCost &&
    parallelism === PARAMETERS.parallelism &&
    stored.startsWith('$argon2id$v=19$');
  return !same;
}

/**
 * Why a new password is refused, or null. It must have 10 to 200 characters after NFKC, and must not be a common one, a
 * character or short piece repeated, or the e-mail address (NIST SP 800-63B, 3.1.1.2; no composition rules).
 */
export function checkPassword(
  password: string,
  { email }: { email: string | null },
): 'password_too_weak' | null {
  if (password.length > PASSWORD_LENGTH_MAX * 4) return 'password_too_weak';
  const normal = password.normalize('NFKC');
  const length = [...normal].length;
  if (length < PASSWORD_LENGTH_MIN || length > PASSWORD_LENGTH_MAX) return 'password_too_weak';
  const folded = normal.toLowerCase().replace(/\s+/gu, '');
  const address = email?.toLowerCase();
  if (folded === address || folded === address?.split('@')[0]) return 'password_too_weak';
  if (COMMON.has(folded) || /^(.{1,4}?)\1+$/su.test(folded)) return 'password_too_weak';
  return null;
}

const COMMON: ReadonlySet<string> = new Set(
  `1234567890 0123456789 0987654321 9876543210 12345678910 123456789a a123456789 abcdefghij abcd123456 abcdef1234
   abc1234567 123456abcd 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc qwertyuiop qwerty1234 qwerty12345 qwerty123456
   qwer123456 q1w2e3r4t5 asdfghjkl; asdfghjkl1 zxcvbnm123 password12 password123 password1234 password12345
   password!1 passw0rd123 p@ssw0rd123 passwordpassword mypassword letmein123 letmein1234 welcome123 welcome1234
   administrator admin12345 admin123456 iloveyou12 iloveyou123 changeme123 changeme1234 football123 baseball123
   princess123 sunshine123 superman123 dragon1234 monkey1234 whatever123 1111111111a korea12345 seoul12345
   samsung123 samsung1234 qkrwlals12 dkssudgktpdy tkfkdgody12 rhddbwlsdl 비밀번호비밀번호 안녕하세요안녕하세요
   ㅂㅈㄷㄱ1234567 선물선물선물 seonmul123 seonmul1234 giftcertificate`
    .split(/\s+/)
    .filter((password) => password !== ''),
);
