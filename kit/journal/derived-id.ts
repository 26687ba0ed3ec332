import { hash } from 'node:crypto';

/** The first digits of a UUID's fourth part, by their last two bits. */
const VARIANTS = '89ab';

/**
 * The id of something that there is once for these parts, a line of a sale, say: a UUID (version 8) of the first 128 bits
 * of SHA-256 over them. Whoever knows the parts finds it, and a second one is refused by the index on ids. No part may
 * contain NUL, which separates them; text in the database never does.
 */
export function derivedId(...parts: readonly string[]): string {
  const hex = hash('sha256', parts.join('\0'), 'hex');
  const variant = VARIANTS[Number.parseInt(hex.charAt(16), 16) & 3];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
