import { checkPin } from '../../../../kit/pin-policy.ts';
import { balanceTexts, closedText, isClosed } from './balances.ts';
import { CHOICE, invalidChoice, wrongAnswer } from './moves.ts';
import { phoneNotChecked } from './phone-checks.ts';
import { PIN_KEYS, pinRefused } from './pins.ts';
import { say, shopName } from './say.ts';
import type { CallState, Effect, EffectResult, Move, Node, NodeName } from './types.ts';

/** A holder's new PIN, keyed twice: with a code that unlocks or takes a certificate, or in place of the old one. */
const newPinNode: Node = {
  prompt: (state) => [say(state, 'voice.new_pin')],
  keys: PIN_KEYS,
  onDigits: (state, pin, { digestOf }) => {
    const { holder_phone: phone = '' } = state.facts;
    const code = checkPin(pin, { phone });
    if (code !== null) return { retry: [pinRefused(state, code)] };
    return { go: 'new_pin_again', facts: { pin_digest: digestOf(phone, pin) } };
  },
  back: whereFrom,
};

/** Where the caller came from. In the call that says the code, nobody keys it. */
function whereFrom({ facts: { purpose, code } }: CallState): NodeName {
  if (purpose === 'change_pin') return 'holder_menu';
  return code === undefined ? 'unlock_code' : 'code_told';
}

const newPinAgainNode: Node = {
  prompt: (state) => [say(state, 'voice.pin_again')],
  keys: PIN_KEYS,
  onDigits: (state, new_pin, { digestOf }) => {
    const { holder_phone: phone = '', pin_digest } = state.facts;
    if (digestOf(phone, new_pin) !== pin_digest)
      return wrongAnswer(state, { go: 'new_pin', why: say(state, 'voice.pin_differs') });
    const effect = setPin(state, phone, new_pin);
    return effect === undefined ? { go: 'menu' } : { effect };
  },
  onResult: (state, result) => {
    if (result.kind === 'pin_set') return { go: 'pin_set' };
    if (result.kind === 'taken') return { go: 'taken', facts: { balances: result.balances } };
    return pinNotSet(state, result);
  },
  back: () => 'new_pin',
};

function setPin(
  { facts: { purpose, holder_shop, code_sealed, pin_sealed } }: CallState,
  phone: string,
  new_pin: string,
): Effect | undefined {
  if (holder_shop === undefined) return undefined;
  const about = { party: holder_shop.party, phone, new_pin };
  if (purpose === 'change_pin')
    return pin_sealed === undefined ? undefined : { kind: 'change_pin', ...about, pin_sealed };
  if (code_sealed === undefined) return undefined;
  return { kind: purpose === 'take_hand_over' ? 'take_hand_over' : 'unlock', ...about, code_sealed };
}

function pinNotSet(state: CallState, result: EffectResult): Move {
  const code = result.kind === 'refused' ? result.code : '';
  if (code.startsWith('verification_code_'))
    return state.facts.code === undefined
      ? wrongAnswer(state, { go: 'unlock_code', why: say(state, 'voice.code_wrong') })
      : { end: 'hang_up', say: [say(state, 'voice.code_expired')] };
  const notChecked = phoneNotChecked(state, code);
  if (notChecked !== undefined) return { end: 'hang_up', say: [notChecked] };
  if (code === 'pin_or_phone_wrong') return { go: 'menu', say: [say(state, 'voice.pin_or_phone_wrong')] };
  if (isClosed(code)) return { go: 'menu', say: [closedText(state, result)] };
  if (code === 'certificate_locked')
    return { go: 'forgotten', say: [say(state, 'voice.certificate_locked')] };
  if (code.startsWith('pin_')) return wrongAnswer(state, { go: 'new_pin', why: pinRefused(state, code) });
  if (code === 'hand_over_not_found') return { end: 'hang_up', say: [say(state, 'voice.take_gone')] };
  if (code === 'recipient_unknown') return { end: 'hang_up', say: [say(state, 'voice.take_unknown_name')] };
  return { go: 'menu', say: [say(state, code === 'rate_limited' ? 'voice.too_often' : 'voice.try_later')] };
}

const pinSetNode: Node = {
  prompt: (state) => [say(state, 'voice.unlocked'), say(state, 'voice.anything_else')],
  keys: CHOICE,
  onDigits: (state, key) => (key === '1' ? { go: 'menu' } : invalidChoice(state)),
  back: () => 'menu',
  ends_on_silence: true,
};

/** All that was handed over to this number is taken at once. */
const takenNode: Node = {
  prompt: (state) => {
    const { holder_shop, holder_phone: phone } = state.facts;
    if (holder_shop === undefined || phone === undefined) return [];
    return [
      say(state, 'voice.taken'),
      ...balanceTexts(state),
      say(state, 'voice.where_to_use', { shop_name: shopName(state, holder_shop), phone }),
      say(state, 'voice.anything_else'),
    ];
  },
  keys: CHOICE,
  onDigits: (state, key) => (key === '1' ? { go: 'menu' } : invalidChoice(state)),
  back: () => 'menu',
  ends_on_silence: true,
};

export const newPinNodes = {
  new_pin: newPinNode,
  new_pin_again: newPinAgainNode,
  pin_set: pinSetNode,
  taken: takenNode,
};
