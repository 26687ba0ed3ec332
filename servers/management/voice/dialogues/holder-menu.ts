import type { CallsWanted } from '../../messages/plan-dial.ts';
import { balanceTexts } from './balances.ts';
import { beginHandOver } from './hand-over.ts';
import { CHOICE, invalidChoice } from './moves.ts';
import { say, shopName } from './say.ts';
import { afterDistricts } from './stores.ts';
import type { CallState, EffectResult, Move, Node } from './types.ts';

/** What phone number and PIN opened, and what its holder can do about it. */
const balanceNode: Node = {
  prompt: (state) => {
    const balances = balanceTexts(state);
    return [
      ...(balances.length === 0 ? [say(state, 'voice.no_balances')] : balances),
      say(state, 'voice.holder_menu'),
    ];
  },
  keys: CHOICE,
  onDigits: chosen,
  onResult: shown,
  back: () => 'menu',
  ends_on_silence: true,
};

/** The same choices without the balances, after one of them is done. */
const holderMenuNode: Node = { ...balanceNode, prompt: (state) => [say(state, 'voice.holder_menu')] };

function chosen(state: CallState, key: string): Move {
  const { holder_shop, holder_phone: phone } = state.facts;
  if (holder_shop === undefined || phone === undefined) return { go: 'menu' };
  switch (key) {
    case '1':
      return { effect: { kind: 'list_districts', party: holder_shop.party, locale: state.locale } };
    case '2':
      return beginHandOver(state);
    case '3':
      return { go: 'new_pin', facts: { purpose: 'change_pin', failures: 0 } };
    case '4':
      return { effect: { kind: 'look_at_calls', phone } };
    case '5':
      return { go: 'balance' };
    default:
      return invalidChoice(state);
  }
}

function shown(state: CallState, result: EffectResult): Move {
  const { holder_shop, holder_phone: phone } = state.facts;
  if (result.kind === 'calls_seen') return { go: 'calls', facts: { calls: result.calls } };
  if (result.kind !== 'districts_listed' || holder_shop === undefined || phone === undefined)
    return { go: 'holder_menu', say: [say(state, 'voice.try_later')] };
  const where = say(state, 'voice.where_to_use', { shop_name: shopName(state, holder_shop), phone });
  return afterDistricts(state, result.districts, where);
}

/** What the holder's number is called about, and back to all of it. */
const callsNode: Node = {
  prompt: (state) => [say(state, `voice.calls_${state.facts.calls ?? 'all'}`)],
  keys: CHOICE,
  onDigits: (state, key) => {
    const { holder_phone: phone, calls: now = 'all' } = state.facts;
    const calls = CHOICES[now][key];
    return calls === undefined || phone === undefined
      ? invalidChoice(state)
      : { effect: { kind: 'choose_calls', phone, calls } };
  },
  onResult: (state, result) => {
    if (result.kind !== 'calls_seen') return { go: 'holder_menu', say: [say(state, 'voice.try_later')] };
    return { go: 'holder_menu', say: [say(state, `voice.calls_now_${result.calls}`)] };
  },
  back: () => 'holder_menu',
};

const CHOICES: Readonly<Record<CallsWanted, Readonly<Record<string, CallsWanted>>>> = {
  all: { '1': 'no_uses', '2': 'none' },
  no_uses: { '1': 'all', '2': 'none' },
  none: { '1': 'all', '2': 'no_uses' },
};

export const holderMenuNodes = { balance: balanceNode, holder_menu: holderMenuNode, calls: callsNode };
