import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { textsIn } from '../../kit/format/engine.ts';
import { date, dateTime, money } from '../../kit/format/format.ts';
import type { Locale, MoneyVar, SameKeys, TimeVar, VarsOfTemplates } from '../../kit/format/texts.ts';
import { commonPagesEn } from '../../kit/words/everyone/common.en.ts';
import { commonPagesKo } from '../../kit/words/everyone/common.ko.ts';

export type { Locale } from '../../kit/format/texts.ts';

/** A page's own words in both languages; the common words are added to them. */
export type Catalogue<English> = { en: English; ko: SameKeys<English> };

type NoVars = Record<never, never>;
type Texts = Readonly<Record<string, string>>;

/** A page's words in the language that its reader chose. */
export type PageWords<English> = {
  locale: Locale;
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
  /** Whichever of two names is in the reader's language. */
  pick(korean: string, english: string): string;
};

const LOCALE_KEY = 'seonmul.locale';
const Context = createContext<PageWords<NoVars> | undefined>(undefined);

export function WordsProvider({ own, children }: { own: { en: Texts; ko: Texts }; children: ReactNode }) {
  const [locale, setLocale] = useState<Locale>(firstLocale);
  const words = useMemo(() => {
    const common = locale === 'ko' ? commonPagesKo : commonPagesEn;
    // Before anything can break: what is said then goes by it.
    document.documentElement.lang = locale;
    const text = textsIn(locale, { ...common, ...own[locale] });
    return {
      locale,
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
  }, [locale, own]);
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

/** The language chosen earlier in this browser, else the browser's own; Korean when it is neither. */
function firstLocale(): Locale {
  const chosen = localStorage.getItem(LOCALE_KEY);
  if (chosen === 'ko' || chosen === 'en') return chosen;
  const spoken = navigator.languages.find((language) => /^(ko|en)\b/.test(language));
  return spoken?.startsWith('en') ? 'en' : 'ko';
}
