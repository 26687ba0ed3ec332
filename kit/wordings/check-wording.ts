import type { Locale } from '../format/locale.ts';
import { CATALOGUE } from '../words/catalogue.ts';
import { WORDING_PARTS, type WordedKind, type WordingPart } from './kinds.ts';
import { knownPlaceholders, type Misworded, misworded } from './placeholders.ts';

export function keyOf(kind: WordedKind, part: WordingPart): `${WordedKind}.${WordingPart}` {
  return `${kind}.${part}`;
}

/** The catalogue's own text. */
export function standardText(key: `${WordedKind}.${WordingPart}`, locale: Locale): string {
  return CATALOGUE[locale][key];
}

/** Everything that a message's texts can name, in whichever part and language the catalogue does. */
export function variablesOf(kind: WordedKind, locale: Locale): string[] {
  const languages = locale === 'en' ? [locale] : (['en', locale] as const);
  return knownPlaceholders(
    languages.flatMap((language) => WORDING_PARTS.map((part) => standardText(keyOf(kind, part), language))),
  );
}

export function wrongIn(
  { kind, key, locale }: { kind: WordedKind; key: string; locale: Locale },
  text: string,
): Misworded {
  const part = WORDING_PARTS.find((known) => keyOf(kind, known) === key);
  if (part === undefined) throw new Error(`${key} is no text of ${kind}.`);
  return misworded(text, standardText(keyOf(kind, part), locale), variablesOf(kind, locale));
}
