import { parseMemberNumber } from '../../../../kit/typed/member-number.ts';
import type { Utterance } from '../turn.ts';
import { wrongAnswer } from './moves.ts';
import { say } from './say.ts';
import type { CallState, EffectResult, Move, Node } from './types.ts';

/** Purchase 1–2: the buyer logs in with member number and phone PIN. */
const memberNumberNode: Node = {
  prompt: (state) => [say(state, 'voice.member_number')],
  keys: { kind: 'number', digits_max: 10 },
  onDigits: (state, digits) => {
    const number = parseMemberNumber(digits);
    return number.ok
      ? { go: 'phone_pin', facts: { member_number: number.value } }
      : { retry: [say(state, 'voice.member_number_wrong')] };
  },
  back: () => 'menu',
};

const phonePinNode: Node = {
  prompt: (state) => [say(state, 'voice.phone_pin')],
  keys: { kind: 'secret', digits_max: 6 },
  onDigits: (state, digits) =>
    digits.length === 6
      ? {
          effect: { kind: 'log_in', member_number: state.facts.member_number ?? '', phone_pin: digits },
        }
      : { retry: [say(state, 'voice.phone_pin_short')] },
  onResult: (state, result) => {
    if (result.kind === 'refused') return logInRefused(state, result.code);
    if (result.kind !== 'logged_in') return afterLogIn(state, result);
    const { member_id, methods, masked_name: greet_by } = result;
    const facts = { member_id, methods, greet_by };
    return state.facts.purpose === 'gifts'
      ? { effect: { kind: 'list_gifts', member_id, before: null }, facts }
      : { effect: { kind: 'list_shops' }, facts };
  },
  back: () => 'member_number',
};

function logInRefused(state: CallState, code: string): Move {
  if (code === 'rate_limited') return { end: 'hang_up', say: [say(state, 'voice.log_in_locked')] };
  if (code !== 'credentials_wrong') return { go: 'menu', say: [say(state, 'voice.try_later')] };
  return wrongAnswer(state, { go: 'member_number', why: say(state, 'voice.credentials_wrong') });
}

/** Where a member goes after logging in, depending on what they chose in the menu. */
export function afterLogIn(state: CallState, result: EffectResult): Move {
  const { greet_by: name = '' } = state.facts;
  const before = name === '' ? [] : [say(state, 'voice.logged_in', { name })];
  const toMenu = (why: Utterance): Move => ({ go: 'menu', say: [...before, why] });
  if (result.kind === 'gifts_listed') {
    const { gifts, before: gifts_before } = result;
    if (gifts.length === 0) return toMenu(say(state, 'voice.no_gifts'));
    return { go: 'gifts', facts: { gifts, gifts_before, greet_by: '' }, say: before };
  }
  if (result.kind !== 'shops_listed') return toMenu(say(state, 'voice.try_later'));
  const { shops } = result;
  const [first] = shops;
  if (first === undefined) return toMenu(say(state, 'voice.no_shops'));
  if ((state.facts.methods ?? []).length === 0)
    return { go: 'no_card', facts: { greet_by: '' }, say: before };
  const facts = { shops, first: 0, failures: 0, greet_by: '' };
  return shops.length === 1
    ? { go: 'amount', facts: { ...facts, shop: first }, say: before }
    : { go: 'shop', facts, say: before };
}

export const logInNodes = { member_number: memberNumberNode, phone_pin: phonePinNode };
