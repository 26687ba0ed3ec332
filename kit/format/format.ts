import { josa } from 'es-hangul';
import { formatMoney } from '../money.ts';
import { formatPhone } from '../phone-format.ts';
import type { Locale, MoneyVar, TimeVar } from '../words/catalogue.ts';
import {
  cardBrand,
  spokenDate,
  spokenDateTime,
  spokenMaskedName,
  spokenMoney,
  spokenPhone,
  spokenText,
} from './spoken.ts';
import { spokenDigits } from './spoken-numbers.ts';

/** Times are told in Korean time whatever the reader's language: the stores and the deadlines are there. */
const TIME_ZONE = 'Asia/Seoul';

const DATE = {
  ko: new Intl.DateTimeFormat('ko', { timeZone: TIME_ZONE, dateStyle: 'long' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: TIME_ZONE, dateStyle: 'long' }),
} as const;

const DATE_TIME = {
  ko: new Intl.DateTimeFormat('ko', {
    timeZone: TIME_ZONE,
    ...{ month: 'long', day: 'numeric', weekday: 'short', hour: 'numeric', minute: '2-digit' },
  }),
  en: new Intl.DateTimeFormat('en-GB', {
    timeZone: TIME_ZONE,
    ...{ month: 'short', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit' },
  }),
} as const;

export function money({ amount_minor, currency }: MoneyVar, locale: Locale): string {
  return formatMoney({ amount_minor: BigInt(amount_minor), currency }, locale);
}

/** `2026년 1월 2일`, `2 January 2026`. */
export function date(at: TimeVar, locale: Locale): string {
  return DATE[locale].format(new Date(at));
}

/** `1월 2일 (금) 오후 6:00`; in English `Fri, 2 Jan, 18:00 (Korean time)`, since its reader may be elsewhere. */
export function dateTime(at: TimeVar, locale: Locale): string {
  const text = DATE_TIME[locale].format(new Date(at));
  return locale === 'en' ? `${text} (Korean time)` : text;
}

/** `{{name, money}}`, `{{name, josa:을/를}}`, or several, applied from left to right. Throws for what it doesn't know. */
export function formatPlaceholder(value: unknown, formats: string, locale: Locale): string {
  return String(formats.split(',').reduce((given, format) => apply(given, format.trim(), locale), value));
}

function apply(value: unknown, format: string, locale: Locale): string {
  if (format === 'money' && isMoney(value)) return money(value, locale);
  if (format === 'date' && isTime(value)) return date(value, locale);
  if (format === 'date_time' && isTime(value)) return dateTime(value, locale);
  if (format === 'phone' && typeof value === 'string') return formatPhone(value, locale);
  if (format === 'quoted_line' && typeof value === 'string') return value === '' ? '' : `“${value}”\n`;
  if (format === 'card_brand' && typeof value === 'string') return cardBrand(value, locale);
  if (format.startsWith('spoken_')) return applySpoken(value, format, locale);
  if (format.startsWith('josa:') && (typeof value === 'string' || typeof value === 'number'))
    return value + particle(String(value), format.slice(5));
  throw noFit(format);
}

/** What is written for the eye is said otherwise: these are for texts that a voice speaks. */
function applySpoken(value: unknown, format: string, locale: Locale): string {
  if (format === 'spoken_money' && isMoney(value)) return spokenMoney(value, locale);
  if (format === 'spoken_date' && isTime(value)) return spokenDate(value, locale);
  if (format === 'spoken_date_time' && isTime(value)) return spokenDateTime(value, locale);
  if (typeof value !== 'string') throw noFit(format);
  if (format === 'spoken_phone') return spokenPhone(value, locale);
  if (format === 'spoken_digits') return spokenDigits(value, locale);
  if (format === 'spoken_name') return spokenMaskedName(value, locale);
  if (format === 'spoken_text') return spokenText(value);
  throw noFit(format);
}

function noFit(format: string): TypeError {
  return new TypeError(`A text of the catalogue got no value that fits its format ${format}.`);
}

function isMoney(value: unknown): value is MoneyVar {
  return typeof value === 'object' && value !== null && 'amount_minor' in value && 'currency' in value;
}

function isTime(value: unknown): value is TimeVar {
  return (typeof value === 'string' || value instanceof Date) && !Number.isNaN(new Date(value).getTime());
}

const PARTICLES = [
  '이/가',
  '을/를',
  '은/는',
  '으로/로',
  '와/과',
  '이나/나',
  '이란/란',
  '아/야',
  '이랑/랑',
  '이에요/예요',
] as const;

function particle(word: string, wanted: string): string {
  const pair = PARTICLES.find((known) => known === wanted);
  if (pair === undefined) throw new TypeError(`Unknown particle ${wanted}.`);
  return josa.pick(lastSyllable(word), pair);
}

const DIGITS = '영일이삼사오육칠팔구';
/** The Latin letters whose name or usual sound ends in a consonant: Seoul, Kim, Lotteon, GS. */
const LATIN = { l: '엘', m: '엠', n: '엔', r: '알' } as const;

/** How the word's end is spoken, as a Hangul syllable: `GS25` ends in 오, `K2` in 이, `Kim` in 엠. */
function lastSyllable(word: string): string {
  const last =
    word
      .normalize('NFC')
      .replace(/[^\p{L}\p{N}]+$/u, '')
      .at(-1) ?? '';
  if (/[0-9]/.test(last)) return DIGITS.charAt(Number(last));
  const letter = last.toLowerCase();
  if (letter === 'l' || letter === 'm' || letter === 'n') return LATIN[letter];
  // A lone capital R is read as a letter; at the end of a word r is silent in Korean.
  if (last === 'R') return LATIN.r;
  return /\p{Script=Hangul}/u.test(last) ? last : '가';
}
