import { parse } from 'lossless-json';

/**
 * Whether no object in a JSON text has two different values under one name. JSON.parse takes the last one and other
 * parsers the first, so the two sides of a signed message could read two amounts from the same bytes (RFC 8259,
 * section 4). `text` must be valid JSON, and `value` what JSON.parse made of it: if that has as many members as are written
 * in the text, none is repeated, which nearly all texts are told by.
 */
export function hasUniqueMembers(text: string, value: unknown): boolean {
  if (membersIn(text) === membersOf(value)) return true;
  try {
    parse(text, undefined, { parseNumber: Number });
    return true;
  } catch {
    return false;
  }
}

const [QUOTE, COLON, BACKSLASH] = ['"', ':', '\\'].map((sign) => sign.charCodeAt(0));

/** How many members a JSON text has: each has a colon, and others are only within strings. */
function membersIn(text: string): number {
  let members = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === QUOTE) at = endOfString(text, at);
    else if (sign === COLON) members++;
  }
  return members;
}

function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let first = end;
    while (text.charCodeAt(first - 1) === BACKSLASH) first--;
    if ((end - first) % 2 === 0) return end;
  }
  return text.length;
}

function membersOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inside = Object.values(value);
  const own = Array.isArray(value) ? 0 : inside.length;
  return inside.reduce<number>((sum, member) => sum + membersOf(member), own);
}
