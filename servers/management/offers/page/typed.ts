import { problemText, type Refused } from '../../../../kit/http/form-refusals.ts';
import type { Words } from '../../../../kit/words/index.ts';

/** What was typed and what is wrong with it, for showing the form again. A PIN is never shown again. */
export type Typed = { phone?: string; code?: string; word?: string; wrong?: Wrong };
/** The message, and the field it belongs to, if any. */
export type Wrong = { field: 'pin' | 'phone' | 'code' | 'word' | null; text: string };

const FIELDS = [
  ['pin_', 'pin'], // also one that should open what they have there already
  ['phone_', 'phone'],
  ['code_', 'code'],
  // An expired code leads back to the number, where there is no field for it.
  ['verification_code_wrong', 'code'],
  ['message_', 'word'],
] as const;

/** A refusal in words, with the field it is about. */
export function wrongOf({ code, extra }: Refused, w: Words): Wrong {
  const [, field = null] = FIELDS.find(([begin]) => code.startsWith(begin)) ?? [];
  return { field, text: problemText(w, code, extra) };
}
