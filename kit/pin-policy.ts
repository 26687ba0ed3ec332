import { nationalDigits } from './phone.ts';
import { type RefusalOf, refusals } from './result.ts';
import { groupedDigits } from './typed/digits.ts';
import { PIN_DIGITS_MAX, PIN_DIGITS_MIN } from './typed/pin.ts';

export type PinDigits = { readonly min: number; readonly max: number };

export const PIN_DIGITS_DEFAULT: PinDigits = { min: 6, max: 6 };

/** Why the policy refuses a PIN; the first that applies. */
export const PIN_REFUSALS = refusals(
  'pin_not_digits',
  'pin_wrong_length',
  'pin_repeated',
  'pin_sequence',
  'pin_contains_phone',
  'pin_common',
);
export type PinRefusalCode = RefusalOf<typeof PIN_REFUSALS>;

export type PinOwner = {
  /** E.164; null for a recipient by e-mail address. */
  readonly phone: string | null;
  readonly digits?: PinDigits | undefined;
};

/** The one spelling of a PIN, whatever its spaces, hyphens and widths. Call it before storing or comparing a PIN. */
export function normalisePin(pin: string): string {
  return groupedDigits(pin) ?? pin.normalize('NFKC').trim();
}

/**
 * The first of `PIN_REFUSALS` that applies to a new PIN, or null if it may be used. Throws RangeError for a policy out of
 * bounds.
 */
export function checkPin(raw: string, owner: PinOwner): PinRefusalCode | null {
  const { min, max } = owner.digits ?? PIN_DIGITS_DEFAULT;
  if (
    !Number.isInteger(min) ||
    !Number.isInteger(max) ||
    min < PIN_DIGITS_MIN ||
    max > PIN_DIGITS_MAX ||
    min > max
  ) {
    throw new RangeError(`A PIN policy must lie within ${PIN_DIGITS_MIN} to ${PIN_DIGITS_MAX} digits.`);
  }
  const pin = normalisePin(raw);
  if (!/^[0-9]*$/.test(pin)) return 'pin_not_digits';
  if (pin.length < min || pin.length > max) return 'pin_wrong_length';
  if (isRepeated(pin)) return 'pin_repeated';
  if (isSequence(pin)) return 'pin_sequence';
  if (owner.phone !== null && sharesFourDigits(pin, nationalDigits(owner.phone))) return 'pin_contains_phone';
  if (COMMON.has(pin) || isYear(pin) || isBirthdate(pin)) return 'pin_common';
  return null;
}

/** `111111`, `121212`, `123123`, and one digit in all places but one, `111112`. */
function isRepeated(pin: string): boolean {
  for (let period = 1; period <= pin.length / 2; period++) {
    if (pin.length % period === 0 && pin.slice(0, period).repeat(pin.length / period) === pin) return true;
  }
  return [...'0123456789'].some((digit) => pin.split(digit).length - 1 >= pin.length - 1);
}

/** A constant step from digit to digit, wrapping at 9: `123456`, `987654`, `890123`, `135791`. */
function isSequence(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, i) => (Number(digit) - Number(pin[i]) + 10) % 10);
  return steps.every((step) => step === steps[0]);
}

/** Four consecutive digits that also occur in the phone number. */
function sharesFourDigits(pin: string, phoneDigits: string): boolean {
  for (let at = 0; at + 4 <= pin.length; at++) {
    if (phoneDigits.includes(pin.slice(at, at + 4))) return true;
  }
  return false;
}

function isYear(pin: string): boolean {
  return /^(19|20)\d\d$/.test(pin);
}

/**
 * A date on which somebody may have been born, in any order in which people key it: YYMMDD, DDMMYY, YYYYMMDD, MMDD and so
 * on, and a year with a month. Whoever finds a wallet knows its owner's; so does whoever knows the family.
 */
function isBirthdate(pin: string): boolean {
  return (BIRTHDATE_FORMS[pin.length] ?? []).some((form) => hasForm(pin, form));
}

const BIRTHDATE_FORMS: Readonly<Record<number, readonly string[]>> = {
  4: ['MMDD', 'DDMM'],
  6: ['YYMMDD', 'YYDDMM', 'DDMMYY', 'MMDDYY', 'CCYYMM', 'MMCCYY'],
  8: ['CCYYMMDD', 'CCYYDDMM', 'DDMMCCYY', 'MMDDCCYY'],
};
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function hasForm(pin: string, form: string): boolean {
  const at = (part: string) =>
    form.includes(part) ? Number(pin.slice(form.indexOf(part)).slice(0, 2)) : undefined;
  const [century, month, day] = [at('CC'), at('MM') ?? 0, at('DD') ?? 1];
  const isCentury = century === undefined || century === 19 || century === 20;
  return isCentury && day >= 1 && day <= (DAYS[month - 1] ?? 0);
}

// The most frequent PINs of published leaks, without repeats and sequences, and what Korean speakers choose for its
// sound: 1004 is an angel, 8282 is hurry up.
const COMMON: ReadonlySet<string> = new Set(
  `1004 1122 1123 1212 1221 1313 1425 1470 1472 1122 1593 2245 2486 2525 2580 3698 4321 4545 4567 4860 5150 5252
   5683 6969 7410 7531 7777 7788 7942 7979 8253 8255 8520 8888 9510 9630 9876 0070 0258 0456 0486 0852 1379 1397 3179
   11223 12321 12323 13579 14789 15963 25800 78963 98765 10041 00700
   100400 001004 101004 100486 101010 102030 110011 111000 000111 111222 112211 112233 112358 113355 114477 121314
   122333 123000 123321 123454 123457 123564 123654 123698 123789 124578 131211 134679 141414 142536 143143 147258
   147369 147741 147852 147896 151515 159159 159263 159357 159753 159951 161616 171717 181818 192837 198000 201314
   202020 212223 221122 222333 223344 232425 235689 246810 252525 258000 258369 258456 258789 321123 321654 332211
   333444 334455 357159 369147 369258 420420 445566 456123 456654 456789 456852 456987 486486 520131 520520 521521
   535353 556677 567765 568923 580258 586858 654123 654456 667788 741258 741852 748596 753159 753951 777888 778899
   789123 789456 789654 789987 794200 794613 810000 828282 852147 852456 857142 888999 951753 963258 963852 987321
   998877 999888 1234321 1357911 1470258 5201314 7418529 1472583 1223334 10041004 11223344 12344321 12345679 14725836
   14789632 15935700 19283746 20202020 31415926 74108520 78945612 87654312 98765421 123456780 147258369 147896325
   741852963 789456123 963852741 987456321 0147258369 1234567899 1122334455 3141592653`
    .split(/\s+/)
    .filter((pin) => pin !== ''),
);
