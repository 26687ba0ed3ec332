import { hash, parseOptions, verify } from '@node-rs/argon2';
import { ProblemError } from './http/problem.ts';

/** argon2id with OWASP's first recommendation (Password Storage Cheat Sheet): 19 MiB, 2 passes, 1 lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Concurrent hashes in one process: libuv has four threads, and four hashes take 76 MiB. */
const CONCURRENCY_MAX = 4;
/** Beyond this queue it is a flood, and requests are refused instead of waiting until they time out. */
const WAITING_MAX = 100;

/** The hash of 32 random bytes that were thrown away. Unknown accounts are compared with it, to take the same time. */
export const NOBODY_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$tCMtfohyGy/qMcdOKKftzA$MbVgCykxP43h1nRc9cLEkALxp5B8eyPtp7g/Hit/1ZY';

/** A password or phone PIN as it is stored (PHC string). Throws `service_unavailable` in a flood. */
export async function hashSecret(secret: string): Promise<string> {
  return withSlot(() => hash(secret.normalize('NFKC'), PARAMETERS));
}

/**
 * Whether the secret matches the stored hash. For an account that does not exist pass null: the answer is false after the
 * same work, so that timing reveals nothing. Throws `service_unavailable` in a flood.
 */
export async function verifySecret(stored: string | null, secret: string): Promise<boolean> {
  const matches = await withSlot(() => verify(stored ?? NOBODY_HASH, secret.normalize('NFKC')));
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

let running = 0;
const waiting: (() => void)[] = [];

async function withSlot<T>(work: () => Promise<T>): Promise<T> {
  if (running >= CONCURRENCY_MAX) {
    if (waiting.length >= WAITING_MAX) throw new ProblemError('service_unavailable', { retry_after_s: 5 });
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
    });
  } else {
    running++;
  }
  try {
    return await work();
  } finally {
    // The slot goes straight to the next in line, so that no later request can take it first.
    const next = waiting.shift();
    if (next === undefined) running--;
    else next();
  }
}
