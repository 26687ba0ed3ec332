import { createHash } from 'node:crypto';
import { parseDictionary } from 'structured-headers';

const ALGORITHMS = new Map([
  ['sha-256', 'sha256'],
  ['sha-512', 'sha512'],
]);

/** The Content-Digest of a body (RFC 9530). */
export function contentDigest(body: Buffer): string {
  return `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
}

/** Whether there is at least one digest of a known algorithm, and all of those match the body. */
export function digestMatches(header: string, body: Buffer): boolean {
  if (header === contentDigest(body)) return true;
  let known = 0;
  try {
    for (const [name, [value]] of parseDictionary(header)) {
      const algorithm = ALGORITHMS.get(name);
      if (algorithm === undefined) continue;
      if (!(value instanceof ArrayBuffer)) return false;
      if (!createHash(algorithm).update(body).digest().equals(Buffer.from(value))) return false;
      known += 1;
    }
  } catch {
    return false;
  }
  return known > 0;
}
