import { type MainLocale, type MessageKey, type TextVars, words } from '../../../../kit/words/index.ts';
import type { Utterance } from '../turn.ts';

type Spoken = Extract<MessageKey, `voice.${string}`>;
type InLocale = { readonly locale: MainLocale };

/** A text from the catalogue in the call's language. */
export function say<Key extends Spoken>({ locale }: InLocale, key: Key, ...vars: TextVars<Key>): Utterance {
  return { locale, text: words(locale).t(key, ...vars) };
}

export function shopName(
  { locale }: InLocale,
  shop: { readonly name_ko: string; readonly name_en: string },
): string {
  return locale === 'ko' ? shop.name_ko : shop.name_en;
}

export function otherLocale(locale: MainLocale): MainLocale {
  return locale === 'ko' ? 'en' : 'ko';
}
