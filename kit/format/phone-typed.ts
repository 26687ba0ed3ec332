/** How Korean numbers are parted by hyphens, by what they begin with; the last part has four digits. */
const PREFIXES = /^(02|01[016789]|050\d|0[3-6]\d|070|080)/;

/**
 * A Korean number with hyphens while it is typed: `010-12`, `010-1234-5`, `02-123-4567`. What is none, such as a number of
 * another country, stays as it was typed, and so does one that is complete already.
 */
export function hyphenated(typed: string): string {
  const text = typed.normalize('NFKC');
  if (!/^0[\d\s-]*$/.test(text)) return typed;
  const digits = text.replace(/\D/g, '');
  const prefix = PREFIXES.exec(digits)?.[0];
  if (prefix === undefined) return digits;
  const rest = digits.slice(prefix.length);
  if (rest.length > 8) return typed;
  if (rest === '') return digits;
  const isMobile = prefix.startsWith('01');
  const middle = rest.length > 7 || (isMobile && prefix === '010') ? 4 : 3;
  return [prefix, rest.slice(0, middle), rest.slice(middle)].filter((part) => part !== '').join('-');
}
