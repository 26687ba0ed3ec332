import { type RandomBytes, randomNumber } from './random-digits.ts';

const MEMBER_NUMBER_DIGITS = 10;
const CERTIFICATE_NUMBER_DIGITS = 16;

/**
 * Damm's totally anti-symmetric quasigroup of order 10 (H. M. Damm, 2004). Its check digit catches every
 * wrong digit and every swap of two neighbours, the usual slips on a telephone keypad; Luhn misses 09 for 90.
 */
const DAMM = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
] as const;

/** The check digit for a text of decimal digits; with the digit appended the result is `0`. */
export function checkDigitOf(digits: string): string {
  let interim = '0';
  for (const digit of digits) interim = DAMM[Number(interim)]?.[Number(digit)] ?? '';
  return interim;
}

function newNumber(random: RandomBytes, length: number): string {
  const body = randomNumber(random, length - 1);
  return body + checkDigitOf(body);
}

function isNumber(text: string, length: number): boolean {
  return text.length === length && /^[1-9][0-9]+$/.test(text) && checkDigitOf(text) === '0';
}

/** 10 digits, the last a check digit. An identifier that people say on the phone, not a secret. */
export function newMemberNumber(random: RandomBytes): string {
  return newNumber(random, MEMBER_NUMBER_DIGITS);
}

/**
 * A member number that nobody has. There are only 900 million: with a million members, one new number in 900 is somebody's.
 * @param isTaken asks the members there are.
 */
export async function freeMemberNumber(
  random: RandomBytes,
  isTaken: (number: string) => Promise<boolean>,
): Promise<string> {
  for (;;) {
    const number = newMemberNumber(random);
    if (!(await isTaken(number))) return number;
  }
}

export function isMemberNumber(text: string): boolean {
  return isNumber(text, MEMBER_NUMBER_DIGITS);
}

/** `2985091195` as it is read out: `298-509-1195`. */
export function groupMemberNumber(number: string): string {
  return number.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1-$2-$3');
}

/**
 * 16 digits, the last a check digit, the first not 0: typable on any telephone. 9·10^14 numbers from a CSPRNG;
 * with 10 million issued, one guess in 90 million hits any of them. It is a secret: stored encrypted, looked up by keyed
 * digest.
 */
export function newCertificateNumber(random: RandomBytes): string {
  return newNumber(random, CERTIFICATE_NUMBER_DIGITS);
}

export function isCertificateNumber(text: string): boolean {
  return isNumber(text, CERTIFICATE_NUMBER_DIGITS);
}

/** `1234567890123456` as printed: `1234-5678-9012-3456`. */
export function groupCertificateNumber(number: string): string {
  return number.replace(/(\d{4})(?=\d)/g, '$1-');
}

/** Whether the check digit of a payment card's number is right (ISO/IEC 7812-1, annex B). */
export function passesLuhn(number: string): boolean {
  if (!/^[0-9]{12,19}$/.test(number)) return false;
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
