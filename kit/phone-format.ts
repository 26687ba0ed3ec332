// The small metadata: pages format numbers too, and only validation needs to know every number range.
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Locale } from './format/locale.ts';

/** `010-1234-5678` for a Korean reader and a Korean number; otherwise the international form, `+82 10 1234 5678`. */
export function formatPhone(e164: string, locale: Locale): string {
  const number = parsePhoneNumberFromString(e164);
  if (number === undefined) return e164;
  if (locale === 'ko' && number.country === 'KR')
    return forwarding(number.nationalNumber) ?? number.formatNational();
  return number.formatInternational();
}

/** Korea's forwarding numbers are written 0507-1412-8963; the library takes only 050 for their prefix. */
function forwarding(national: string): string | undefined {
  const [, prefix, exchange, line] = /^(50\d)(\d{3,4})(\d{4})$/.exec(national) ?? [];
  return prefix && `0${prefix}-${exchange}-${line}`;
}
