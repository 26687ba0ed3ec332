import { isProblemCode } from '../../../../kit/http/statuses.ts';
import { PIN_DIGITS_DEFAULT } from '../../../../kit/pin-policy.ts';
import { words } from '../../../../kit/words/index.ts';
import type { Utterance } from '../turn.ts';
import { say } from './say.ts';
import type { CallState, Keys } from './types.ts';

export const PIN_KEYS: Keys = { kind: 'secret', digits_max: PIN_DIGITS_DEFAULT.max };

/** Why a PIN can't be used, in the same words as on every channel. */
export function pinRefused(state: CallState, code: string): Utterance {
  if (!isProblemCode(code)) return say(state, 'voice.not_understood');
  return { locale: state.locale, text: words(state.locale).problem(code).detail };
}
