import { CHOICE, invalidChoice } from './moves.ts';
import { say } from './say.ts';
import type { CallState, Node, Said } from './types.ts';

/** A code, digit by digit. When it was heard to its end, it is told. */
const codeNode: Node = {
  prompt: (state) => {
    const { code } = state.facts;
    if (code === undefined) return [];
    const { locale, text } = code.about;
    return [
      say(state, 'voice.code_greeting'),
      { locale, text },
      say(state, 'voice.code_twice'),
      ...digitsOf(state),
    ];
  },
  afterSpeech: ({ facts: { code } }: CallState) => ({
    effect: { kind: 'told', message_ids: code === undefined ? [] : [code.about.message_id] },
  }),
  onResult: () => ({ go: 'code_told' }),
  back: () => 'code',
};

/**
 * The second time, and as often as the person likes. The call has proven the number, and knows the code: who unlocks,
 * takes or hands over a certificate with it can do so now, without keying it.
 */
const codeToldNode: Node = {
  prompt: (state) => [
    say(state, 'voice.code_once_more'),
    ...digitsOf(state),
    say(state, 'voice.code_secret'),
    ...useNow(state),
    say(state, 'voice.code_repeat'),
  ],
  keys: CHOICE,
  onDigits: (state, key) => {
    const { code, holder_shop } = state.facts;
    if (key !== '1' || code === undefined || holder_shop === undefined) return invalidChoice(state);
    return state.facts.purpose === 'confirm_hand_over'
      ? { go: 'hand_over_pin', facts: { failures: 0 } }
      : { go: 'new_pin', facts: { code_sealed: code.code_sealed, failures: 0 } };
  },
  back: () => 'code_told',
  ends_on_silence: true,
};

function useNow(state: CallState): Said[] {
  const { holder_shop, purpose } = state.facts;
  if (holder_shop === undefined) return [];
  if (purpose === 'confirm_hand_over') return [say(state, 'voice.hand_over_now')];
  return [say(state, purpose === 'take_hand_over' ? 'voice.take_now' : 'voice.new_pin_now')];
}

function digitsOf({ locale, facts: { code } }: CallState): Said[] {
  return code === undefined ? [] : [{ locale, digits_sealed: code.code_sealed }];
}

/** While the phone rang, the code expired or was told. */
const codeOverNode: Node = {
  prompt: (state) => [say(state, 'voice.code_expired')],
  back: () => 'code_over',
};

export const codeNodes = { code: codeNode, code_told: codeToldNode, code_over: codeOverNode };
