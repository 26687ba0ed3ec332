import { currencyExponent, isCurrency } from '../../../../kit/money.ts';

/** An amount as banks write it: `12.34` of a currency with hundredths. */
export function toDecimal(amountMinor: bigint, currency: string): string {
  const exponent = currencyExponent(currency);
  if (exponent === 0) return String(amountMinor);
  const digits = String(amountMinor).padStart(exponent + 1, '0');
  return `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** The amount in minor units; undefined if it is none, or finer than the currency. */
export function fromDecimal(text: string, currency: string): bigint | undefined {
  const [, whole, part = ''] = /^([0-9]{1,15})(?:\.([0-9]{0,5}))?$/.exec(text) ?? [];
  if (whole === undefined || !isCurrency(currency)) return undefined;
  const exponent = currencyExponent(currency);
  if (/[1-9]/.test(part.slice(exponent))) return undefined;
  return BigInt(whole + part.slice(0, exponent).padEnd(exponent, '0'));
}
