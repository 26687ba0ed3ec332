import { problemText, type Refused } from '../../../kit/http/form-refusals.ts';
import type { Words } from '../../../kit/words/index.ts';
import type { Wrong } from './typed.ts';

/** The refusal in words, and the field that it is about. */
export function wrongOf({ code, extra }: Refused, w: Words): Wrong {
  const field = code.startsWith('pin_') ? 'pin' : code === 'phone_number_invalid' ? 'phone' : null;
  return { field, text: problemText(w, code, extra) };
}
