import { currencyExponent } from '../money.ts';
import { done, type Result, refuse } from '../result.ts';
import { hangulNumber } from './hangul-number.ts';

/** The longest text that is looked at. */
const AMOUNT_TYPED_MAX = 60;
/** More digits than any amount has. */
const DIGITS_MAX = 15;

/** What stands before or after the number, by currency. A backslash is the won sign of Korean keyboards. */
const SIGNS: Readonly<Record<string, RegExp>> = {
  KRW: /^(?:일?금)?(?:krw|₩|\\|won|원)?|(?:krw|₩|won|원정?)$/g,
  USD: /^(?:usd|us\$|\$)|(?:usd|us\$|\$|dollars?|달러|불)$/g,
};
const UNITS: Readonly<Record<string, bigint>> = {
  억: 100_000_000n,
  만: 10_000n,
  천: 1_000n,
  백: 100n,
  k: 1_000n,
};
const GROUPED = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;

/**
 * Parses a positive amount as people write it, in minor units of the currency: `50,000`, `5만원`, `5만 5천`, `오만원`, `50k`,
 * `5만오천원`, `금 오만원정`, `₩50,000`, `50,000 KRW`, `$12.50`. What could mean two amounts, or another currency, is refused.
 */
export function parseAmount(raw: string, currency: string): Result<bigint, 'amount_invalid'> {
  if (raw.length > AMOUNT_TYPED_MAX) return refuse('amount_invalid');
  const text = plainText(raw);
  const number = text.replace(SIGNS[currency] ?? new RegExp(`^${currency}|${currency}$`, 'gi'), '');
  const minor =
    numeral(number, currencyExponent(currency)) ?? (currency === 'KRW' ? inUnits(number) : undefined);
  return minor === undefined || minor <= 0n ? refuse('amount_invalid') : done(minor);
}

/** `5만오천` or, with a space in it, `5만 오천원`: without 원 at its end the second word may be somebody's name. */
const PARTLY_SPELLED =
  /^[+-]?\d[\d,.]*[억만천백][일이삼사오육칠팔구십백천만]+(?:원정?)?$|^\d[\d,.]*[억만천백] ?[일이삼사오육칠팔구십백천만]+원정?$/;
/** `금 오만원정`, `오만원정`, `금 50,000원`: a sum as it is written on receipts. 이원정 is a name. */
const FORMAL_SUM =
  /^(?:일?금\d[\d,.억만천백]*원정?|(?:일?금[일이삼사오육칠팔구십백천만억]{2,}원정?|[일이삼사오육칠팔구십백천만억]{2,}원정))$/;

/** Whether a person would take this for an amount, whether or not it can be understood: it is nobody's name. */
export function looksLikeAmount(text: string): boolean {
  const plain = plainText(text);
  if (FORMAL_SUM.test(plain) || PARTLY_SPELLED.test(text.normalize('NFKC').trim())) return true;
  const signs = /krw|usd|eur|jpy|cny|gbp|won|dollars?|달러|불|엔|유로|[₩\\$€£¥]|원정?/g;
  const rest = plain.replace(signs, '').replace(/[억만천백k+\-−~.,()/]/g, '');
  return /\d/.test(plain)
    ? /^\d+$/.test(rest)
    : /원$/.test(plain) && hangulNumber(plain.replace(/원$/, '')) !== undefined;
}

/** Numbers with a unit or a sign after them, `5만원씩`, `5万`, `50,000VND`, `50%`; or nothing but figures and their look-alikes. */
const FIGURES_AND_UNIT =
  /\d[\d,.]*(?:[억만천백원億万千百元円%₫]|[a-z]{3}$)|^[^\p{L}\d]*[\do][\doe,.]{2,}[^\p{L}\d]*$/u;
/** `금오만원정`, and what has too many numerals for a name. */
const SPELLED_OUT = /^금?([일이삼사오육칠팔구십백천만억]{2,}원정?|[일이삼사오육칠팔구십백천만억]{4,})$/;

/** Whether a word of a list was meant as an amount, though it can't be understood as one: it is no part of a name. */
export function isMeantAsAmount(word: string): boolean {
  const plain = plainText(word);
  if (/\d/.test(plain)) return FIGURES_AND_UNIT.test(plain);
  const spelled = SPELLED_OUT.exec(plain)?.[1]?.replace(/원정?$/, '');
  return spelled !== undefined && hangulNumber(spelled) !== undefined;
}

function plainText(raw: string): string {
  return (
    raw
      .normalize('NFKC')
      .toLowerCase()
      .replace(/\p{Cf}/gu, '')
      // 30000 40000 are two.
      .replace(/(?<!\d)\s+|\s+(?!\d)/g, '')
  );
}

function numeral(text: string, exponent: number): bigint | undefined {
  const match = GROUPED.exec(text);
  if (match === null) return undefined;
  const [whole = ''] = text.replaceAll(',', '').split('.');
  const fraction = match[1] ?? '';
  if (fraction.length > exponent || whole.length > DIGITS_MAX) return undefined;
  return BigInt(whole + fraction.padEnd(exponent, '0'));
}

/** `5만5천`, `1.5만`, `50k`, `오만오천`, `5만오천`: won, which has no cents. */
function inUnits(typed: string): bigint | undefined {
  const spelled = hangulNumber(typed);
  if (spelled !== undefined) return spelled;
  const text = inFigures(typed);
  const parts = [...text.matchAll(/([\d,]+(?:\.\d+)?)([억만천백k]|$)/gy)];
  if (parts.map(([part]) => part).join('') !== text || parts.length === 0) return undefined;
  let total = 0n;
  let unitBefore = 10n ** 12n;
  for (const [, number = '', sign = ''] of parts) {
    const unit = sign === '' ? 1n : (UNITS[sign] ?? 0n);
    const value = scaled(number, unit);
    // Units fall from left to right, and what follows one is smaller than it: 5만5 is not understood.
    if (
      value === undefined ||
      unit >= unitBefore ||
      value >= unitBefore ||
      (parts.length > 1 && unit === 1n && value < 100n)
    )
      return undefined;
    total += value;
    unitBefore = unit;
  }
  return total;
}

/** `5만오천`, `오만5천` and `5만천` as `5만5천`, `5만5천` and `5만1천`. */
function inFigures(text: string): string {
  return text
    .replace(/(?<![\d,.일이삼사오육칠팔구])[일이삼사오육칠팔구](?=[억만천백])/g, (digit) =>
      String(hangulNumber(digit)),
    )
    .replace(/(?<=\d[억만천])(?=[천백])/g, '1');
}

/** A number, perhaps with a fraction, times its unit, if that is whole. */
function scaled(number: string, unit: bigint): bigint | undefined {
  if (!GROUPED.test(number)) return undefined;
  const [whole = '', fraction = ''] = number.replaceAll(',', '').split('.');
  // 50.000 may be thousands to one reader and a fraction to another.
  if (whole.length + fraction.length > DIGITS_MAX || (unit === 1n && fraction !== '')) return undefined;
  const product = BigInt(whole + fraction) * unit;
  const divisor = 10n ** BigInt(fraction.length);
  return product % divisor === 0n ? product / divisor : undefined;
}
