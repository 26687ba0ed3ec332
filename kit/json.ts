import { parse } from 'lossless-json';

/**
 * Whether no object in a JSON text has two different values under one name. JSON.parse takes the last one and other
 * parsers the first, so the two sides of a signed message could read two amounts from the same bytes (RFC 8259,
 * section 4). `text` must be valid JSON.
 */
export function hasUniqueMembers(text: string): boolean {
  try {
    parse(text, undefined, { parseNumber: Number });
    return true;
  } catch {
    return false;
  }
}
