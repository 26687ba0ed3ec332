import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { textsIn } from '../../kit/format/engine.ts';
import { date, dateTime, money } from '../../kit/format/format.ts';
import {
  isLocale,
  LOCALES,
  type Locale,
  languageTag,
  mainLocale,
  spokenOf,
} from '../../kit/format/locale.ts';
import type { MoneyVar, ReadKey, SameKeys, TimeVar, VarsOfTemplates } from '../../kit/format/texts.ts';
import type { commonPagesEn } from '../../kit/words/everyone/common.en.ts';
import { COMMON_PAGES } from '../../kit/words/everyone/common.ts';

export type { Locale } from '../../kit/format/texts.ts';

/**
 * A page's own words; the common words are added to them. Those of recipients and buyers are in all languages, those of
 * everybody else in Korean and English, which all others read in English (`mainLocale`).
 */
export type Catalogue<English> = {
  en: English;
  ko: SameKeys<English>;
  ja?: Readonly<Record<ReadKey<English>, string>>;
  zh?: Readonly<Record<ReadKey<English>, string>>;
};
/** The same, without the types of its keys. */
export type OwnTexts = { en: Texts; ko: Texts; ja?: Texts; zh?: Texts };

type NoVars = Record<never, never>;
type Texts = Readonly<Record<string, string>>;

/** A page's words in the language that its reader chose. */
export type PageWords<English> = {
  locale: Locale;
  /** The languages that the page is in. */
  locales: readonly Locale[];
  setLocale(locale: Locale): void;
  /** The text of a key; its variables are the ones that the English template names. */
  t<Key extends keyof (English & typeof commonPagesEn)>(
    key: Key,
    ...vars: NoVars extends VarsOfTemplates<(English & typeof commonPagesEn)[Key]>
      ? [vars?: NoVars]
      : [vars: VarsOfTemplates<(English & typeof commonPagesEn)[Key]>]
  ): string;
  money(amount: MoneyVar): string;
  date(at: TimeVar): string;
  dateTime(at: TimeVar): string;
  /** Of a name in Korean and in English, the one for the reader's language. */
  pick(korean: string, english: string): string;
};

const LOCALE_KEY = 'seonmul.locale';
const Context = createContext<PageWords<NoVars> | undefined>(undefined);

export function WordsProvider({ own, children }: { own: OwnTexts; children: ReactNode }) {
  const [wanted, setLocale] = useState<Locale>(wantedLocale);
  const words = useMemo(() => {
    const locale = own[wanted] === undefined ? mainLocale(wanted) : wanted;
    // Before anything can break: what is said then goes by it.
    document.documentElement.lang = languageTag(locale);
    const text = textsIn(locale, { ...COMMON_PAGES[locale], ...own[locale] });
    return {
      locale,
      locales: LOCALES.filter((known) => own[known] !== undefined),
      setLocale(chosen: Locale) {
        localStorage.setItem(LOCALE_KEY, chosen);
        setLocale(chosen);
      },
      t: (key: string, vars: object = {}) => text(key, vars),
      money: (amount: MoneyVar) => money(amount, locale),
      date: (at: TimeVar) => date(at, locale),
      dateTime: (at: TimeVar) => dateTime(at, locale),
      pick: (korean: string, english: string) => (locale === 'ko' ? korean : english),
    };
  }, [wanted, own]);
  return <Context value={words}>{children}</Context>;
}

/** The words that every page has. */
export function useCommonWords(): PageWords<NoVars> {
  const words = useContext(Context);
  if (words === undefined) throw new Error('Words are used outside a WordsProvider.');
  return words;
}

/** `useWords` for one page, typed with the keys of its own catalogue. */
export function wordsOf<English extends Texts>(_own: Catalogue<English>): () => PageWords<English> {
  // The provider was given the same catalogue, so its keys are there; only the type is narrower.
  return useCommonWords as () => PageWords<English>;
}

/** The language chosen earlier in this browser, else the browser's own; Korean when we have none of them. */
function wantedLocale(): Locale {
  const chosen = localStorage.getItem(LOCALE_KEY);
  return isLocale(chosen) ? chosen : spokenOf(navigator.languages);
}
