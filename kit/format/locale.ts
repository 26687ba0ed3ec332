/** The languages of recipients and buyers: Korean, English, Japanese, simplified Chinese. */
export const LOCALES = ['ko', 'en', 'ja', 'zh'] as const;
export type Locale = (typeof LOCALES)[number];

/** The languages of everything: also of calls, of names of shops and stores, and of the pages of those who work here. */
export const MAIN_LOCALES = ['ko', 'en'] as const;
export type MainLocale = (typeof MAIN_LOCALES)[number];

/** How each language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = {
  ko: '한국어',
  en: 'English',
  ja: '日本語',
  zh: '简体中文',
};

/** The language, for a reader of this one, of what is only there in Korean and English: English, except for Koreans. */
export function mainLocale(locale: Locale): MainLocale {
  return locale === 'ko' ? 'ko' : 'en';
}

export function isLocale(text: unknown): text is Locale {
  return LOCALES.some((locale) => locale === text);
}

/** The language's tag in a page or a header (BCP 47). */
export function languageTag(locale: Locale): string {
  return locale === 'zh' ? 'zh-Hans' : locale;
}

/** The first of these language tags (BCP 47) that we speak; Korean when we speak none. Traditional Chinese is none. */
export function spokenOf(tags: readonly string[]): Locale {
  for (const tag of tags) {
    const [language = '', ...rest] = tag.trim().toLowerCase().split('-');
    const isTraditional =
      rest.includes('hant') || (!rest.includes('hans') && /^(?:tw|hk|mo)$/.test(rest.at(-1) ?? ''));
    if (isLocale(language) && !(language === 'zh' && isTraditional)) return language;
  }
  return 'ko';
}
