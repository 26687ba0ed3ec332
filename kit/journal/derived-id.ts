import { hash } from 'node:crypto';

/**
 * The id of something that there is once for these parts, a line of a sale, say: a UUID (version 8) of the first 128 bits
 * of SHA-256 over them. Whoever knows the parts finds it, and a second one is refused by the index on ids. No part may
 * contain NUL, which separates them; text in the database never does.
 */
export function derivedId(...parts: readonly string[]): string {
  const bytes = hash('sha256', parts.join('\0'), 'buffer').subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
