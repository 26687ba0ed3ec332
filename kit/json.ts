import { parse } from 'lossless-json';

/**
 * Whether no object of a JSON text gives one name two different values. JSON.parse would take the last one and another
 * reader the first, so that the two sides of a signed message could read two amounts from the same bytes (RFC 8259,
 * section 4). `text` must be JSON already.
 */
export function hasUniqueMembers(text: string): boolean {
  try {
    parse(text, undefined, { parseNumber: Number });
    return true;
  } catch {
    return false;
  }
}
