import { parsePhone } from '../../../../kit/typed/phone.ts';
import { expiredText } from './balances.ts';
import { CHOICE, invalidChoice, listPage, NEXT_PAGE_KEY, pickByKey, wrongAnswer } from './moves.ts';
import { say, shopName } from './say.ts';
import type { BalanceFact, CallState, EffectResult, Move, Node } from './types.ts';

/** A holder hands one of their certificates over to another number, which is told a code. */
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
    return phone.ok
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
    const { holder_shop, holder_phone: phone, pin_sealed, handing_over, to_phone } = state.facts;
    if (holder_shop === undefined || phone === undefined || pin_sealed === undefined) return { go: 'menu' };
    if (handing_over === undefined || to_phone === undefined) return { go: 'holder_menu' };
    if (key === '2') return { go: 'hand_over_phone' };
    if (key !== '1') return invalidChoice(state);
    const { party } = holder_shop;
    const { last4 } = handing_over;
    const { locale } = state;
    return { effect: { kind: 'hand_over', party, phone, pin_sealed, to_phone, last4, locale } };
  },
  onResult: handedOver,
  back: () => 'holder_menu',
};

function handedOver(state: CallState, result: EffectResult): Move {
  if (result.kind === 'handed_over') {
    const key = result.by === 'call' ? 'voice.hand_over_called' : 'voice.hand_over_texted';
    return { go: 'holder_menu', say: [say(state, key, { until_at: result.until })] };
  }
  const code = result.kind === 'refused' ? result.code : '';
  switch (code) {
    case 'phone_number_invalid':
      return wrongAnswer(state, { go: 'hand_over_phone', why: say(state, 'voice.phone_wrong') });
    case 'hand_over_not_allowed':
      return { go: 'holder_menu', say: [say(state, 'voice.hand_over_not_allowed')] };
    case 'certificate_not_found':
    case 'certificate_not_active':
      return { go: 'holder_menu', say: [say(state, 'voice.hand_over_gone')] };
    case 'certificate_expired':
      return { go: 'menu', say: [expiredText(state, result)] };
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
};
