// The `max` metadata (157 kB, server side only) knows each country's real number ranges and their types.
// `min` checks little more than length, and `mobile` refuses the landlines that buyers may call from.
import { type CountryCode, type NumberType, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { formatPhone } from './phone-format.ts';

/**
 * The number as it may appear in logs and on other people's screens: `010-****-5678`; abroad `+1 ******0123`.
 * Never throws and never shows more than half of the subscriber's digits, whatever it is given.
 */
export function maskPhone(e164: string): string {
  const number = parsePhoneNumberFromString(e164);
  if (number === undefined) return '***';
  if (number.country === 'KR') {
    const groups = formatPhone(e164, 'ko').split('-');
    const hidden = groups.length > 2 ? 1 : 0;
    return groups.map((group, i) => (i === hidden ? '*'.repeat(group.length) : group)).join('-');
  }
  const national = number.nationalNumber;
  const shown = Math.min(4, Math.floor(national.length / 2));
  return `+${number.countryCallingCode} ${'*'.repeat(national.length - shown)}${national.slice(national.length - shown)}`;
}

const RECEIVE_TEXTS: readonly NumberType[] = ['MOBILE', 'FIXED_LINE_OR_MOBILE'];
const PERSONAL: readonly NumberType[] = [...RECEIVE_TEXTS, 'FIXED_LINE', 'VOIP', 'PERSONAL_NUMBER'];

/**
 * Whether the number can receive texts. Where mobiles and landlines share number ranges, it is assumed to. Satellite
 * telephones and other numbers of no country are not, since a text to them costs many times the usual.
 */
export function isMobile(e164: string): boolean {
  return isOfKind(e164, RECEIVE_TEXTS);
}

/**
 * Whether the number can be one person's: a mobile, landline, internet or forwarding number of a country. Service numbers
 * such as 1588-0000 and 080, premium rates, pagers and satellite telephones are nobody's.
 */
export function isPersonal(e164: string): boolean {
  return isOfKind(e164, PERSONAL);
}

function isOfKind(e164: string, kinds: readonly NumberType[]): boolean {
  const type = typeOf(e164);
  return type !== null && kinds.includes(type);
}

/** What numbers asked about lately are: looking one up takes as long as all else that is done for a notice. */
const known = new Map<string, NumberType | null>();
const KNOWN_MAX = 50_000;

/** The type of a number of some country; null for others. */
function typeOf(e164: string): NumberType | null {
  const before = known.get(e164);
  if (before !== undefined) return before;
  const number = parsePhoneNumberFromString(e164);
  const type = number?.country === undefined ? null : number.getType();
  if (known.size === KNOWN_MAX) known.clear();
  known.set(e164, type ?? null);
  return type ?? null;
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

/** The country code that a number begins with, such as `82`; empty if it has none. */
export function phoneCallingCode(e164: string): string {
  return parsePhoneNumberFromString(e164)?.countryCallingCode ?? '';
}
