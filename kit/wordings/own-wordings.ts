import type { Locale } from '../format/locale.ts';
import type { Logger } from '../log.ts';
import { type Words, words, wordsWith } from '../words/index.ts';
import { keyOf, wrongIn } from './check-wording.ts';
import { WORDING_PARTS, type WordedKind } from './kinds.ts';

/** Texts by key, such as `recipient.gift_arrived.sms`. */
export type Texts = Readonly<Record<string, string>>;

/** A language's words, with these texts in place of the catalogue's. */
export function wordsSaying(locale: Locale, own: Texts): Words {
  return Object.keys(own).length === 0 ? words(locale) : wordsWith(locale, own);
}

/** What is published of a part of a message; null where that was taken back. */
export type Published = { key: string; wording: string | null };

/** The keys of a message's parts. */
export function keysOf(kind: WordedKind): string[] {
  return WORDING_PARTS.map((part) => keyOf(kind, part));
}

/**
 * The texts of what is published, in this order: a later one takes an earlier one's place. What a version of this program can't
 * say, for it knows other variables than the one that took it, is left out.
 */
export function textsOf(
  log: Pick<Logger, 'warn'>,
  { kind, locale }: { kind: WordedKind; locale: Locale },
  published: readonly Published[],
): Texts {
  const own: Record<string, string> = {};
  for (const { key, wording } of published) {
    if (wording === null) continue;
    const wrong = wrongIn({ kind, key, locale }, wording);
    if (wrong === undefined) own[key] = wording;
    else log.warn({ key, locale, code: wrong.code }, 'a wording of our own can’t be said any more');
  }
  return own;
}
