import { addMs, DAY_MS, koreanDayOf } from '../clock.ts';
import type { Locale } from '../format/locale.ts';

const NAMES: Readonly<Record<Locale, readonly [person: string, shop: string, message: string]>> = {
  ko: ['김하늘', '하늘상점', '생일 축하해요'],
  en: ['Haneul Kim', 'Haneul Store', 'Happy birthday'],
  ja: ['キム・ハヌル', 'Haneul Store', 'お誕生日おめでとう'],
  zh: ['金天空', 'Haneul Store', '生日快乐'],
};

/** A value to show in place of each placeholder, as JSON could carry it. */
export function exampleVars(
  placeholders: readonly string[],
  locale: Locale,
  now: Date,
): Record<string, unknown> {
  return Object.fromEntries(
    placeholders.map((inside) => {
      const [name = '', format = ''] = inside.split(', ');
      return [name, exampleOf(name, format, locale, now)];
    }),
  );
}

function exampleOf(name: string, format: string, locale: Locale, now: Date): unknown {
  const [person, shop, message] = NAMES[locale];
  switch (format) {
    case 'money':
      return { amount_minor: 50_000, currency: 'KRW' };
    case 'date_time':
      return addMs(now, DAY_MS).toISOString();
    case 'date':
      return koreanDayOf(addMs(now, 30 * DAY_MS));
    case 'quoted_line':
      return message;
  }
  switch (name) {
    case 'link':
      return 'https://gift.example/g/example';
    case 'people':
      return 3;
    case 'receipt_no':
      return '10000042';
    case 'shop_name':
    case 'store_name':
      return shop;
    case 'sender_name':
    case 'recipient':
      return person;
    default:
      throw new Error(`There is no example of ${name}.`);
  }
}
