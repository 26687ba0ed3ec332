import Type from 'typebox';
import type { Clock } from '../clock.ts';
import type { Executor } from '../db/transaction.ts';
import { LOCALES } from '../format/locale.ts';
import { closed } from '../http/shapes.ts';
import { keyOf, standardText, variablesOf } from './check-wording.ts';
import { exampleVars } from './examples.ts';
import { WORDING_MAX, type WordedKind, type WordingPart } from './kinds.ts';
import { type For, readWordings } from './publish-wordings.ts';

export const WordingLocale = Type.Enum([...LOCALES]);
export const WordingVersion = Type.Integer({ minimum: 0, maximum: 2_147_483_646 });

const textOf = (part: WordingPart) =>
  Type.String({
    minLength: 1,
    maxLength: WORDING_MAX[part],
    // A subject is one line.
    pattern: part === 'mail_subject' ? '^[^\\u0000-\\u001f]*\\S[^\\u0000-\\u001f]*$' : '\\S',
  });

/** A text of a part that is tried out. */
export const WordingText = (part: WordingPart) => Type.Optional(textOf(part));

/** What is published of a part. */
export const WordingDraft = (part: WordingPart) =>
  Type.Optional(
    closed({
      after: WordingVersion,
      wording: Type.Union([textOf(part), Type.Null()], {
        description: 'Null goes back to the standard text.',
      }),
    }),
  );

/** Messages of these kinds, with their texts of these parts. */
export function wordedMessages<Kind extends WordedKind, Part extends WordingPart>(
  kinds: readonly Kind[],
  parts: readonly Part[],
) {
  return closed({
    messages: Type.Array(
      closed({
        kind: Type.Enum([...kinds]),
        variables: Type.Array(Type.String(), {
          description: 'What may stand between double braces in its texts.',
        }),
        examples: Type.Record(Type.String(), Type.Unknown(), {
          description: 'A value for each variable, to show a text with.',
        }),
        texts: Type.Array(
          closed({
            part: Type.Enum([...parts]),
            standard: Type.String(),
            version: WordingVersion,
            wording: Type.Union([Type.String(), Type.Null()]),
          }),
        ),
      }),
    ),
  });
}

/** The messages themselves, as they are worded now. */
export async function listWordings<Kind extends WordedKind, Part extends WordingPart>(
  { db, clock }: { db: Executor; clock: Clock },
  which: For,
  kinds: readonly Kind[],
  parts: readonly Part[],
) {
  const { locale } = which;
  const own = await readWordings(db, which);
  const messages = kinds.map((kind) => {
    const variables = variablesOf(kind, locale);
    const texts = parts.map((part) => {
      const key = keyOf(kind, part);
      const { version, wording } = own.get(key) ?? { version: 0, wording: null };
      return { part, standard: standardText(key, locale), version, wording };
    });
    return { kind, variables, examples: exampleVars(variables, locale, clock()), texts };
  });
  return { messages };
}
