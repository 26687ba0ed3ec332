import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

/** An id as we write it, as a pattern for what others name. */
export const ID_PATTERN = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';
const ANY_CASE = new RegExp(ID_PATTERN, 'i');

/** Whether a text can go into a statement as an id. */
export function isId(text: string): boolean {
  return ANY_CASE.test(text);
}

const ID_BYTES = 16;
/** Randomness for many ids, asked for once: asking for each takes longer than all the rest. */
const random = Buffer.alloc(256 * ID_BYTES);
let used = random.length;
let lastMs = 0;
let sequence = 0;

/**
 * A UUIDv7: ordered by time, which keeps indexes dense; those of one process in the order in which they were made. Fine as an
 * id, never as a secret.
 */
export function newId(): string {
  if (used === random.length) {
    randomFillSync(random);
    used = 0;
  }
  const own = random.subarray(used, used + ID_BYTES);
  used += ID_BYTES;
  const now = Date.now();
  if (now > lastMs) {
    lastMs = now;
    // Half of the numbers are left for those that follow within the same millisecond.
    sequence = own.readUInt32BE(0) >>> 1;
  } else sequence += 1;
  return v7({ msecs: lastMs, seq: sequence, random: own });
}

/** The least id that `newId` can have made at this moment or later. */
export function firstIdAt(at: Date): string {
  const ms = at.getTime().toString(16).padStart(12, '0');
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7000-8000-000000000000`;
}
