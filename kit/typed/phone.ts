// The `max` metadata (157 kB, server side only) knows each country's real number ranges and their types.
// `min` checks little more than length, and `mobile` refuses the landlines that buyers may call from.
import { type CountryCode, type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** The longest text that is parsed: E.164 allows 15 digits, and people add punctuation. */
const TEXT_LENGTH_MAX = 40;
/** The longest text that is looked at. */
export const PHONE_TYPED_MAX = 80;

export type ParsedPhone =
  | { readonly ok: true; readonly e164: string }
  | { readonly ok: false; readonly code: 'phone_number_invalid' };

const INVALID: ParsedPhone = { ok: false, code: 'phone_number_invalid' };

/**
 * Parses a phone number as people write it: `010-1234-5678`, `+82 10 1234 5678`,
 * `(010)1234.5678`, full-width digits and signs, `0082…`, `+82 010-…`, Unicode dashes, spaces and
 * invisible marks, middle dots and underscores, `tel:`, `전화` or a spreadsheet's apostrophe before it and a comma after it.
 * Refuses letters, extensions, and numbers that their country's numbering plan doesn't have. What kind of number it is, `kit/phone.ts` knows.
 */
export function parsePhone(raw: string, defaultRegion: CountryCode = 'KR'): ParsedPhone {
  if (raw.length > PHONE_TYPED_MAX) return INVALID;
  const text = phoneText(raw);
  if (text.length > TEXT_LENGTH_MAX || !/^\+?[0-9() ./\-~]+$/.test(text)) return INVALID;
  const digits = text.replace(/[^0-9]/g, '');
  const number = text.startsWith('+')
    ? validNumber(`+${digits}`, defaultRegion)
    : digits.startsWith('00')
      ? withExitCode(digits, defaultRegion)
      : validNumber(digits, defaultRegion);
  return number === undefined ? INVALID : { ok: true, e164: number.number };
}

/** A phone number without what people put around and between its digits, whether or not there is such a number. */
export function phoneText(raw: string): string {
  return raw
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Mn}]/gu, '')
    .replace(/[\p{Pd}\u2212\u30fc]|(?<=\d)_(?=\d)/gu, '-')
    .replace(/[·ᆞ・•]/g, '.')
    .replace(/[\p{Zs}\t]/gu, ' ')
    .trim()
    .replace(/^['’‘]/, '')
    .replace(/^(?:(?:tel|전화(?:번호)?)[.:]?|sms:) ?/i, '')
    .replace(/ ?[,;.]+$/, '');
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
