import { wrongAnswer } from './moves.ts';
import { PIN_KEYS } from './pins.ts';
import { say } from './say.ts';
import type { CallState, EffectResult, Move, Node } from './types.ts';

/**
 * To a new phone PIN: a member with a mail address also needs the code that is sent there. Whoever answers a telephone is
 * not always its member.
 */
export function toNewPhonePin({ facts }: CallState): Move {
  return facts.account?.has_mail === true
    ? { effect: { kind: 'send_mail_code' } }
    : { go: 'account_pin', facts: { failures: 0 } };
}

/** What became of the code that `toNewPhonePin` asked for. */
export function mailCodeSent(state: CallState, result: EffectResult): Move {
  if (result.kind === 'mail_code_sent') {
    const { request_id } = result;
    return { go: 'mail_code', facts: { failures: 0, account: { ...state.facts.account, request_id } } };
  }
  const isLimited = result.kind === 'refused' && result.code === 'rate_limited';
  return { end: 'hang_up', say: [say(state, isLimited ? 'voice.too_often' : 'voice.try_later')] };
}

const mailCodeNode: Node = {
  prompt: (state) => [say(state, 'voice.mail_code')],
  keys: PIN_KEYS,
  onDigits: (state, code) => ({
    effect: { kind: 'prove_mail_code', request_id: state.facts.account?.request_id ?? '', code },
  }),
  onResult: (state, result) => {
    if (result.kind === 'mail_code_proved') return { go: 'account_pin', facts: { failures: 0 } };
    if (result.kind === 'refused' && result.code === 'verification_code_wrong')
      return wrongAnswer(state, { go: 'mail_code', why: say(state, 'voice.mail_code_wrong') });
    return { end: 'hang_up', say: [say(state, 'voice.try_later')] };
  },
  back: () => 'known_member',
};

export const mailCodeNodes = { mail_code: mailCodeNode };
