// The `max` metadata (157 kB, server side only) knows each country's real number ranges and their types.
// `min` checks little more than length, and `mobile` refuses the landlines that buyers may call from.
import { type CountryCode, type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** The longest text that is parsed: E.164 allows 15 digits, and people add punctuation. */
const TEXT_LENGTH_MAX = 40;

export type ParsedPhone =
  | { readonly ok: true; readonly e164: string }
  | { readonly ok: false; readonly code: 'phone_number_invalid' };

const INVALID: ParsedPhone = { ok: false, code: 'phone_number_invalid' };

/**
 * Parses a phone number as people write it: `010-1234-5678`, `+82 10 1234 5678`,
 * `(010)1234.5678`, full-width digits and signs, `0082…`, `+82 010-…`, Unicode dashes, spaces and
 * invisible marks. Refuses letters, extensions, and numbers that their country's numbering plan doesn't have.
 */
export function parsePhone(raw: string, defaultRegion: CountryCode = 'KR'): ParsedPhone {
  if (raw.length > TEXT_LENGTH_MAX * 2) return INVALID;
  const text = raw
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Mn}]/gu, '')
    .replace(/[\p{Pd}\u2212\u30fc]/gu, '-')
    .replace(/[\p{Zs}\t]/gu, ' ')
    .trim();
  if (text.length > TEXT_LENGTH_MAX || !/^\+?[0-9() ./\-~]+$/.test(text)) return INVALID;
  const digits = text.replace(/[^0-9]/g, '');
  const number = text.startsWith('+')
    ? validNumber(`+${digits}`, defaultRegion)
    : digits.startsWith('00')
      ? withExitCode(digits, defaultRegion)
      : validNumber(digits, defaultRegion);
  return number === undefined ? INVALID : { ok: true, e164: number.number };
}

/**
 * `00` is the international prefix of most countries, but in Korea it is only the start of a carrier's
 * (001, 002, 00700…), so `0081 90…` can mean Japan or, by carrier 008, North America. A number with
 * two readings abroad is refused: asking again costs less than a gift to a stranger.
 */
function withExitCode(digits: string, region: CountryCode): PhoneNumber | undefined {
  const byStandard = validNumber(`+${digits.slice(2)}`, region);
  if (byStandard?.country === region) return byStandard;
  const byCarrier = validNumber(digits, region);
  if (byStandard === undefined || byCarrier === undefined) return byStandard ?? byCarrier;
  return byStandard.number === byCarrier.number ? byStandard : undefined;
}

function validNumber(digits: string, region: CountryCode): PhoneNumber | undefined {
  const number = parsePhoneNumberFromString(digits, { defaultCountry: region, extract: false });
  if (number === undefined || !number.isValid() || number.ext !== undefined) return undefined;
  // The library still allows 7 digits after 010; Korea has assigned only 8, and a missing digit is the usual slip.
  if (number.country === 'KR' && /^10\d{7}$/.test(number.nationalNumber)) return undefined;
  return number;
}

/**
 * The number as it may appear in logs and on other people's screens: `010-****-5678`; abroad `+1 ******0123`.
 * Never throws and never shows more than half of the subscriber's digits, whatever it is given.
 */
export function maskPhone(e164: string): string {
  const number = parsePhoneNumberFromString(e164);
  if (number === undefined) return '***';
  if (number.country === 'KR') {
    const groups = number.formatNational().split('-');
    const hidden = groups.length > 2 ? 1 : 0;
    return groups.map((group, i) => (i === hidden ? '*'.repeat(group.length) : group)).join('-');
  }
  const national = number.nationalNumber;
  const shown = Math.min(4, Math.floor(national.length / 2));
  return `+${number.countryCallingCode} ${'*'.repeat(national.length - shown)}${national.slice(national.length - shown)}`;
}

/** Whether the number can receive texts. Where mobiles and landlines share number ranges, it is assumed to. */
export function isMobile(e164: string): boolean {
  const type = parsePhoneNumberFromString(e164)?.getType();
  return type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE';
}

/** What a number must be for a person to be reached at it. */
const PERSONS: ReadonlySet<string | undefined> = new Set([
  'MOBILE',
  'FIXED_LINE',
  'FIXED_LINE_OR_MOBILE',
  'VOIP',
  'PERSONAL_NUMBER',
]);

/**
 * Parses a number that may become a key: a person has it and is reached at it. Toll-free, shared-cost (1588…) and premium
 * rate numbers are a company's, and satellite phones are of no country.
 */
export function parsePersonalPhone(raw: string): ParsedPhone {
  const parsed = parsePhone(raw);
  if (!parsed.ok) return parsed;
  const number = parsePhoneNumberFromString(parsed.e164);
  return number?.country !== undefined && PERSONS.has(number.getType()) ? parsed : INVALID;
}

/** Whether calling the number costs what calls within Korea cost: it is neither abroad nor a premium rate. */
export function isDomestic(e164: string): boolean {
  const number = parsePhoneNumberFromString(e164);
  return number?.country === 'KR' && number.getType() !== 'PREMIUM_RATE';
}

/** The digits dialled within Korea, `01012345678`; for a foreign number, the digits after its country code. */
export function nationalDigits(e164: string): string {
  const number = parsePhoneNumberFromString(e164);
  if (number === undefined) return e164.replace(/\D/g, '');
  return number.country === 'KR' ? `0${number.nationalNumber}` : number.nationalNumber;
}

/** The country of the number, such as `KR`; undefined if no country has it. */
export function phoneRegion(e164: string): CountryCode | undefined {
  return parsePhoneNumberFromString(e164)?.country;
}
