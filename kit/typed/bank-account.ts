import Type, { type Static } from 'typebox';
import { closed } from '../http/shapes.ts';
import { done, type Result, refuse } from '../result.ts';

/** An account at a bank: of Korea by the bank's code of three digits, elsewhere by its IBAN. */
export type BankAccount =
  | { kind: 'iban'; number: string }
  | { kind: 'kr'; bank_code: string; number: string };

/** An account as people write it. */
export const BankAccountTyped = Type.Union([
  closed({ iban: Type.String({ minLength: 5, maxLength: 60 }) }),
  closed({
    bank_code: Type.String({ minLength: 1, maxLength: 10 }),
    number: Type.String({ minLength: 1, maxLength: 40 }),
  }),
]);
export type BankAccountTyped = Static<typeof BankAccountTyped>;

/** ISO 13616: country, check digits, up to 30 letters and digits; modulo 97 of all of it, rotated, is 1. */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  const rotated = text.slice(4) + text.slice(0, 4);
  const digits = [...rotated].map((sign) => Number.parseInt(sign, 36)).join('');
  return BigInt(digits) % 97n === 1n;
}

/**
 * Parses an account as people write it, with spaces and hyphens: an IBAN, or a Korean bank's code and a number of 8 to 16
 * digits. Korean numbers have no check digit that all banks share.
 */
export function parseAccount(written: BankAccountTyped): Result<BankAccount, 'bank_account_invalid'> {
  const compact = (text: string) =>
    text
      .normalize('NFKC')
      .replace(/[\s\p{Pd}]/gu, '')
      .toUpperCase();
  if ('iban' in written) {
    const number = compact(written.iban);
    return isIban(number) ? done({ kind: 'iban', number }) : refuse('bank_account_invalid');
  }
  const [bank_code, number] = [compact(written.bank_code), compact(written.number)];
  return /^[0-9]{3}$/.test(bank_code) && /^[0-9]{8,16}$/.test(number)
    ? done({ kind: 'kr', bank_code, number })
    : refuse('bank_account_invalid');
}
