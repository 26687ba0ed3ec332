import type { Locale } from '../../format/locale.ts';

/** What the choice of a language is called. */
export const LANGUAGE_LABELS: Readonly<Record<Locale, string>> = {
  ko: '언어',
  en: 'Language',
  ja: '言語',
  zh: '语言',
};
