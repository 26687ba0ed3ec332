import { problemText, type Refused } from '../../../../kit/http/form-refusals.ts';
import type { Words } from '../../../../kit/words/index.ts';

/** What was typed and what is wrong with it, for showing the form again. A PIN is never shown again. */
export type Typed = { phone?: string; code?: string; word?: string; wrong?: Wrong };
/** The message, and the field it belongs to, if any. */
export type Wrong = { field: 'pin' | 'phone' | 'code' | 'word' | null; text: string };

/** A refusal in words, with the field it is about. */
export function wrongOf({ code, extra }: Refused, w: Words): Wrong {
  return { field: fieldOf(code), text: problemText(w, code, extra) };
}

function fieldOf(code: string): Wrong['field'] {
  if (code.startsWith('pin_')) return 'pin';
  if (code === 'phone_number_invalid') return 'phone';
  // An expired code leads back to the number, where there is no field for it.
  return code === 'verification_code_wrong' ? 'code' : null;
}
