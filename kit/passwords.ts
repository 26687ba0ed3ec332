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
