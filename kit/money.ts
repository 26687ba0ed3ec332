import type { Locale } from './format/locale.ts';

/** An amount in the currency's minor unit: won for KRW, cents for USD. */
export type Money = { readonly amount_minor: bigint; readonly currency: string };

/** The largest integer that every JSON reader keeps exactly (RFC 8259, section 6). Limits of policy are far below. */
const AMOUNT_MINOR_MAX = BigInt(Number.MAX_SAFE_INTEGER);

/** The only way from a JSON number to money. Throws RangeError for a number that JSON can't carry exactly. */
export function minorFromJson(n: number): bigint {
  if (!Number.isSafeInteger(n))
    throw new RangeError('An amount in JSON must be a safe integer of minor units.');
  return BigInt(n);
}

/** The only way from money to a JSON number. Throws RangeError beyond 2^53 - 1, where digits would be lost. */
export function minorToJson(amountMinor: bigint): number {
  if (amountMinor > AMOUNT_MINOR_MAX || amountMinor < -AMOUNT_MINOR_MAX) {
    throw new RangeError('An amount is too large to be written exactly as a JSON number.');
  }
  return Number(amountMinor);
}

const ISO_CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Whether it is an ISO 4217 code. Which currencies a server accepts is its own policy. */
export function isCurrency(code: string): boolean {
  return ISO_CURRENCIES.has(code);
}

/** Digits after the point: 0 for KRW, 2 for USD, 3 for KWD. Throws RangeError for an unknown currency. */
export function currencyExponent(currency: string): number {
  if (!isCurrency(currency)) throw new RangeError(`Unknown currency ${currency}.`);
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return maximumFractionDigits ?? 0;
}

/** What follows an amount in won; English puts its sign before it. */
const WON = { ko: '원', en: null, ja: 'ウォン', zh: '韩元' } as const;

/**
 * An amount for people: `50,000원`, `₩50,000`, `50,000ウォン`, `50,000韩元`, and `$12.34` for dollars. Intl formats decimal text
 * exactly, so no amount passes through a floating point number.
 */
export function formatMoney({ amount_minor, currency }: Money, locale: Locale): string {
  const decimal = decimalText(amount_minor, currencyExponent(currency));
  const won = WON[locale];
  if (currency === 'KRW' && won !== null) return new Intl.NumberFormat(locale).format(decimal) + won;
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).format(decimal);
}

function decimalText(amountMinor: bigint, exponent: number): Intl.StringNumericLiteral {
  // The exponent makes Intl shift the decimal point exactly.
  return `${amountMinor}E-${exponent}` as Intl.StringNumericLiteral;
}

const BASIS_POINTS = 10_000n;

/**
 * A share of an amount, such as a commission: `rateBasisPoints` hundredths of a percent (0 to 10,000).
 * Rounded half up to a whole minor unit. It is taken once, of a statement's total and not of each redemption, so that
 * rounding errors don't add up.
 */
export function shareOf(amountMinor: bigint, rateBasisPoints: number): bigint {
  if (amountMinor < 0n) throw new RangeError('A share can only be taken of an amount that is not negative.');
  if (!Number.isInteger(rateBasisPoints) || rateBasisPoints < 0 || rateBasisPoints > 10_000) {
    throw new RangeError('A rate must be a whole number of basis points from 0 to 10,000.');
  }
  return (amountMinor * BigInt(rateBasisPoints) + BASIS_POINTS / 2n) / BASIS_POINTS;
}
