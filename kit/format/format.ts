import { formatMoney } from '../money.ts';
import { formatPhone } from '../phone-format.ts';
import { isolated } from './isolate.ts';
import { mainLocale } from './locale.ts';
import { isParticle, withParticle } from './particles.ts';
import {
  cardBrand,
  spokenDate,
  spokenDateTime,
  spokenHours,
  spokenMaskedName,
  spokenMoney,
  spokenPerson,
  spokenPhone,
  spokenText,
} from './spoken.ts';
import { spokenCount, spokenDigits } from './spoken-numbers.ts';
import type { FormatValues, Locale, MainLocale, MoneyVar, TimeVar } from './texts.ts';

/** Times are Korean time in every language, because the stores and the deadlines are in Korea. */
const TIME_ZONE = 'Asia/Seoul';

const DATE = {
  ko: new Intl.DateTimeFormat('ko', { timeZone: TIME_ZONE, dateStyle: 'long' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: TIME_ZONE, dateStyle: 'long' }),
  ja: new Intl.DateTimeFormat('ja', { timeZone: TIME_ZONE, dateStyle: 'long' }),
  zh: new Intl.DateTimeFormat('zh-Hans', { timeZone: TIME_ZONE, dateStyle: 'long' }),
} as const;

/** Year, day, weekday and time, as each language writes them. */
const WITH_TIME: Intl.DateTimeFormatOptions = {
  timeZone: TIME_ZONE,
  ...{ year: 'numeric', month: 'long', day: 'numeric', weekday: 'short', hour: 'numeric', minute: '2-digit' },
};
const DATE_TIME = {
  en: new Intl.DateTimeFormat('en-GB', { ...WITH_TIME, month: 'short', hour: '2-digit' }),
  ja: new Intl.DateTimeFormat('ja', WITH_TIME),
  zh: new Intl.DateTimeFormat('zh-Hans', WITH_TIME),
} as const;
const WEEKDAY_KO = new Intl.DateTimeFormat('ko', { timeZone: TIME_ZONE, weekday: 'short' });
const TIME_KO = new Intl.DateTimeFormat('ko', { timeZone: TIME_ZONE, hour: 'numeric', minute: '2-digit' });

export function money({ amount_minor, currency }: MoneyVar, locale: Locale): string {
  return formatMoney({ amount_minor: BigInt(amount_minor), currency }, locale);
}

/** `2026년 1월 2일`, `2 January 2026`. */
export function date(at: TimeVar, locale: Locale): string {
  return DATE[locale].format(new Date(at));
}

/** What follows a time: all readers but the Korean one may be elsewhere. */
const ZONE_NAMED = { en: ' (Korean time)', ja: '（韓国時間）', zh: '（韩国时间）' } as const;

/** `2026년 1월 2일 (금) 오후 6:00`, `Fri, 2 Jan 2026, 18:00 (Korean time)`, `2026年1月2日(金) 18:00（韓国時間）`. */
export function dateTime(at: TimeVar, locale: Locale): string {
  const time = new Date(at);
  return locale === 'ko'
    ? `${DATE.ko.format(time)} (${WEEKDAY_KO.format(time)}) ${TIME_KO.format(time)}`
    : DATE_TIME[locale].format(time) + ZONE_NAMED[locale];
}

type Write<Value> = (value: Value, locale: Locale) => string;
type Say<Value> = (value: Value, locale: MainLocale) => string;
type WriteAny = (value: unknown, format: string, locale: Locale) => string;

/** How each format writes its value. Formats for speech begin with `spoken`. */
const FORMATS: { readonly [Format in Exclude<keyof FormatValues, `josa:${string}`>]: WriteAny } = {
  money: writes(isMoney, money),
  date: writes(isTime, date),
  date_time: writes(isTime, dateTime),
  phone: writes(isText, formatPhone),
  quoted_line: writes(isText, (line) => (line === '' ? '' : `“${isolated(line)}”\n`)),
  card_brand: says(isText, cardBrand),
  spoken_money: says(isMoney, spokenMoney),
  spoken_date: says(isTime, spokenDate),
  spoken_date_time: says(isTime, spokenDateTime),
  spoken_phone: says(isText, spokenPhone),
  spoken_digits: says(isText, spokenDigits),
  spoken_hours: says(isText, spokenHours),
  spoken_count: says(isNumber, (count, locale) => spokenCount(BigInt(count), locale)),
  spoken_name: says(isText, spokenMaskedName),
  spoken_person: says(isText, spokenPerson),
  spoken_text: says(isText, spokenText),
};

/** As `writes`, of what is only said in Korean and English. */
function says<Value>(fits: (value: unknown) => value is Value, say: Say<Value>): WriteAny {
  return writes(fits, (value, locale) => say(value, mainLocale(locale)));
}

function writes<Value>(fits: (value: unknown) => value is Value, write: Write<Value>): WriteAny {
  return (value, format, locale) => {
    if (fits(value)) return write(value, locale);
    throw misfit(format);
  };
}

/** `{{name, money}}`, `{{name, josa:을/를}}`, or several, applied from left to right. Throws for an unknown format. */
export function formatPlaceholder(value: unknown, formats: string, locale: Locale): string {
  return String(formats.split(',').reduce((given, format) => apply(given, format.trim(), locale), value));
}

function apply(value: unknown, format: string, locale: Locale): string {
  if (isFormat(format)) return FORMATS[format](value, format, locale);
  const pair = format.replace(/^josa:/, '');
  if (pair === format || !isParticle(pair)) throw new TypeError(`There is no format ${format}.`);
  if (isText(value) || isNumber(value)) return withParticle(isolated(String(value)), pair);
  throw misfit(format);
}

function isFormat(format: string): format is keyof typeof FORMATS {
  return Object.hasOwn(FORMATS, format);
}

function misfit(format: string): TypeError {
  return new TypeError(`A text of the catalogue has a value that doesn't fit its format ${format}.`);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

function isMoney(value: unknown): value is MoneyVar {
  return typeof value === 'object' && value !== null && 'amount_minor' in value && 'currency' in value;
}

function isTime(value: unknown): value is TimeVar {
  return (typeof value === 'string' || value instanceof Date) && !Number.isNaN(new Date(value).getTime());
}
