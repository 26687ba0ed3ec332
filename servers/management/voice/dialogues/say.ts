import { type Locale, type MessageKey, type TextVars, words } from '../../../../kit/words/index.ts';
import type { Utterance } from '../turn.ts';

type Spoken = Extract<MessageKey, `voice.${string}`>;
type InLocale = { readonly locale: Locale };

/** A text from the catalogue in the call's language. */
export function say<Key extends Spoken>({ locale }: InLocale, key: Key, ...vars: TextVars<Key>): Utterance {
  return { locale, text: words(locale).t(key, ...vars) };
}

export function shopName(
  { locale }: InLocale,
  shop: { readonly name_ko: string; readonly name_en: string },
): string {
  return locale === 'en' ? shop.name_en : shop.name_ko;
}

export function otherLocale(locale: Locale): Locale {
  return locale === 'ko' ? 'en' : 'ko';
}
