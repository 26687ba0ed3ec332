import { useWords } from '../words.ts';

/** A leap year, so that the 29th of February is a day. */
const YEAR = 2000;

/** How many days a month can have. */
export function daysIn(month: number): number {
  return new Date(YEAR, month, 0).getDate();
}

/** The names of the months, from the first. */
export function useMonths(): string[] {
  const { locale } = useWords();
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { month: 'long' });
  return Array.from({ length: 12 }, (_, month) => format.format(new Date(YEAR, month, 1)));
}

/** A day of each year as the reader writes it: `12월 3일`, `3 Dec`. */
export function useDayOfYear(): (month: number, day: number) => string {
  const { locale } = useWords();
  const month = locale === 'en' ? 'short' : 'long';
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { month, day: 'numeric' });
  return (of, day) => format.format(new Date(YEAR, of - 1, day));
}
