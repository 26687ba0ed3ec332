import { isPersonal } from '../../../../kit/phone.ts';
import { parsePhone } from '../../../../kit/typed/phone.ts';
import { PIN_DIGITS_MAX, PIN_DIGITS_MIN } from '../../../../kit/typed/pin.ts';
import { closedText } from './balances.ts';
import { CHOICE, invalidChoice, listPage, NEXT_PAGE_KEY, pickByKey, wrongAnswer } from './moves.ts';
import { phoneNotChecked } from './phone-checks.ts';
import { say, shopName } from './say.ts';
import type { BalanceFact, CallState, EffectResult, Move, Node } from './types.ts';

/** A holder hands one of their certificates over to another number, by a code that their own phone is told. */
export function beginHandOver(state: CallState): Move {
  const all = withBalance(state);
  const [only] = all;
  if (only === undefined) return { go: 'holder_menu', say: [say(state, 'voice.hand_over_not_allowed')] };
  const facts = { failures: 0, first: 0 };
  return all.length === 1
    ? { go: 'hand_over_phone', facts: { ...facts, handing_over: only } }
    : { go: 'which_to_hand_over', facts };
}

function withBalance({ facts: { balances = [] } }: CallState): BalanceFact[] {
  return balances.filter(({ amount_minor }) => amount_minor > 0);
}

const whichNode: Node = {
  prompt: (state) => {
    const { page, more } = listPage(withBalance(state), state.facts.first ?? 0);
    return [
      say(state, 'voice.which_to_hand_over'),
      ...page.map(({ amount_minor, currency, expires_at }, i) =>
        say(state, 'voice.hand_over_choice', {
          remaining: { amount_minor, currency },
          valid_until_at: expires_at,
          key: `${i + 1}`,
        }),
      ),
      ...(more ? [say(state, 'voice.read_on', { key: NEXT_PAGE_KEY })] : []),
    ];
  },
  keys: CHOICE,
  onDigits: (state, key) => {
    const choice = pickByKey(withBalance(state), state.facts.first ?? 0, key);
    if (choice === undefined) return invalidChoice(state);
    return 'item' in choice
      ? { go: 'hand_over_phone', facts: { handing_over: choice.item } }
      : { go: 'which_to_hand_over', facts: { first: choice.first } };
  },
  back: () => 'holder_menu',
};

const toPhoneNode: Node = {
  prompt: (state) => [say(state, 'voice.hand_over_phone')],
  keys: { kind: 'number', digits_max: 15 },
  onDigits: (state, digits) => {
    const phone = parsePhone(digits);
    return phone.ok && isPersonal(phone.e164)
      ? { go: 'hand_over_sure', facts: { to_phone: phone.e164 } }
      : { retry: [say(state, 'voice.phone_wrong')] };
  },
  back: () => 'holder_menu',
};

/** The number is read back, and must be heard: whoever has it gets the whole balance. */
const sureNode: Node = {
  prompt: (state) => {
    const { holder_shop, handing_over, to_phone: phone } = state.facts;
    if (holder_shop === undefined || handing_over === undefined || phone === undefined) return [];
    const { amount_minor, currency } = handing_over;
    const remaining = { amount_minor, currency };
    return [
      say(state, 'voice.hand_over_sure', { shop_name: shopName(state, holder_shop), remaining, phone }),
    ];
  },
  keys: { ...CHOICE, must_hear: true },
  onDigits: (state, key) => {
    if (key === '2') return { go: 'hand_over_phone' };
    return key === '1' ? askForCode(state, { by_call: false }) : invalidChoice(state);
  },
  onResult: begun,
  back: () => 'holder_menu',
};

function askForCode(state: CallState, { by_call }: { by_call: boolean }): Move {
  const { holder_shop, holder_phone: phone, pin_sealed, handing_over, to_phone } = state.facts;
  if (holder_shop === undefined || phone === undefined || pin_sealed === undefined) return { go: 'menu' };
  if (handing_over === undefined || to_phone === undefined) return { go: 'holder_menu' };
  const { party } = holder_shop;
  const { last4 } = handing_over;
  const { locale } = state;
  return { effect: { kind: 'hand_over', party, phone, pin_sealed, to_phone, last4, locale, by_call } };
}

/** Whoever calls from the number in question can't be called while they talk, so it goes on in the code's own call. */
function begun(state: CallState, result: EffectResult): Move {
  if (result.kind !== 'hand_over_begun') return handedOver(state, result);
  return result.by === 'call'
    ? { end: 'hang_up', say: [say(state, 'voice.hand_over_call_coming')] }
    : { go: 'hand_over_code', say: [say(state, 'voice.hand_over_code_sent')] };
}

/** The code that the holder's own phone was texted; who got none has it said by a call. */
const codeNode: Node = {
  prompt: (state) => [say(state, 'voice.unlock_code'), say(state, 'voice.unlock_code_by_call')],
  keys: { kind: 'secret', digits_max: 6 },
  onDigits: (state, code, { seal }) => {
    if (code === '1') return askForCode(state, { by_call: true });
    return code.length === 6
      ? confirm(state, { pin_sealed: state.facts.pin_sealed, code_sealed: seal(code) })
      : { retry: [say(state, 'voice.code_short')] };
  },
  onResult: (state, result) =>
    result.kind === 'refused' && result.code.startsWith('verification_code_')
      ? wrongAnswer(state, { go: 'hand_over_code', why: say(state, 'voice.code_wrong') })
      : begun(state, result),
  back: () => 'holder_menu',
};

function confirm(
  { locale, facts: { holder_shop, holder_phone: phone } }: CallState,
  { pin_sealed, code_sealed }: { pin_sealed: string | undefined; code_sealed: string },
): Move {
  if (holder_shop === undefined || phone === undefined || pin_sealed === undefined) return { go: 'menu' };
  return {
    effect: { kind: 'confirm_hand_over', party: holder_shop.party, phone, pin_sealed, code_sealed, locale },
  };
}

/** In the call that says the code: the PIN was not keyed in this one. */
const pinNode: Node = {
  prompt: (state) => [say(state, 'voice.holder_pin')],
  keys: { kind: 'secret', digits_max: PIN_DIGITS_MAX },
  onDigits: (state, pin, { seal }) => {
    const { code } = state.facts;
    if (code === undefined) return { go: 'menu' };
    return pin.length < PIN_DIGITS_MIN
      ? { retry: [say(state, 'voice.holder_pin_short')] }
      : confirm(state, { pin_sealed: seal(pin), code_sealed: code.code_sealed });
  },
  onResult: (state, result) => {
    const code = result.kind === 'refused' ? result.code : '';
    if (code === 'pin_or_phone_wrong')
      return wrongAnswer(state, { go: 'hand_over_pin', why: say(state, 'voice.pin_or_phone_wrong') });
    if (code.startsWith('verification_code_'))
      return { end: 'hang_up', say: [say(state, 'voice.code_expired')] };
    return endWith(state, handedOver(state, result));
  },
  back: () => 'code_told',
};

/** There is no menu to go back to in a call of ours. */
function endWith(state: CallState, move: Move): Move {
  const said = 'go' in move ? (move.say ?? []) : [];
  return { end: 'hang_up', say: [...said, say(state, 'voice.goodbye')] };
}

function handedOver(state: CallState, result: EffectResult): Move {
  if (result.kind === 'handed_over') {
    const key = result.by === 'call' ? 'voice.hand_over_called' : 'voice.hand_over_texted';
    return { go: 'holder_menu', say: [say(state, key, { until_at: result.until })] };
  }
  const code = result.kind === 'refused' ? result.code : '';
  const notChecked = phoneNotChecked(state, code);
  if (notChecked !== undefined) return { end: 'hang_up', say: [notChecked] };
  switch (code) {
    case 'phone_number_invalid':
      return wrongAnswer(state, { go: 'hand_over_phone', why: say(state, 'voice.phone_wrong') });
    case 'hand_over_not_allowed':
      return { go: 'holder_menu', say: [say(state, 'voice.hand_over_not_allowed')] };
    case 'certificate_not_found':
    case 'certificate_not_active':
    case 'hand_over_not_found':
      return { go: 'holder_menu', say: [say(state, 'voice.hand_over_gone')] };
    case 'certificate_frozen':
    case 'certificate_expired':
      return { go: 'menu', say: [closedText(state, result)] };
    case 'certificate_locked':
      return { go: 'forgotten', say: [say(state, 'voice.certificate_locked')] };
    case 'pin_or_phone_wrong':
      return { go: 'menu', say: [say(state, 'voice.pin_or_phone_wrong')] };
    default:
      return {
        go: 'holder_menu',
        say: [say(state, code === 'rate_limited' ? 'voice.too_often' : 'voice.try_later')],
      };
  }
}

export const handOverNodes = {
  which_to_hand_over: whichNode,
  hand_over_phone: toPhoneNode,
  hand_over_sure: sureNode,
  hand_over_code: codeNode,
  hand_over_pin: pinNode,
};
