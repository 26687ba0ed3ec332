/** The longest text that is looked at. */
export const DIGITS_TYPED_MAX = 200;

/**
 * The digits of a number that people group as they like, `486 215`, `４８６-２１５` or `486215.` out of a text; undefined
 * if there is anything else in it.
 */
export function groupedDigits(raw: string): string | undefined {
  if (raw.length > DIGITS_TYPED_MAX) return undefined;
  const digits = raw.normalize('NFKC').replace(/[\s\p{Cf}\p{Pd}\u2212\u30fc.,·]/gu, '');
  return /^[0-9]*$/.test(digits) ? digits : undefined;
}
