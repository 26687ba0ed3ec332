import { afterLogIn } from './log-in.ts';
import { CHOICE, invalidChoice } from './moves.ts';
import { otherLocale, say } from './say.ts';
import type { CallState, Move, Node } from './types.ts';

const languageNode: Node = {
  prompt: () => [
    say({ locale: 'ko' }, 'voice.choose_language'),
    say({ locale: 'en' }, 'voice.choose_language'),
  ],
  keys: CHOICE,
  onDigits: (state, key) => {
    if (key !== '1' && key !== '2') return invalidChoice(state);
    const locale = key === '1' ? 'ko' : 'en';
    return { effect: { kind: 'choose_locale', phone: state.phone, locale } };
  },
  onResult: (state, result) => ({
    go: 'menu',
    ...(result.kind === 'locale_chosen' ? { locale: result.locale } : {}),
    say: [say(result.kind === 'locale_chosen' ? result : state, 'voice.welcome')],
  }),
  back: () => 'language',
};

const menuNode: Node = {
  prompt: (state) => [
    say(state, 'voice.menu'),
    say({ locale: otherLocale(state.locale) }, 'voice.change_language'),
  ],
  keys: CHOICE,
  onDigits: (state, key) => {
    switch (key) {
      case '1':
        return forMember(state, 'buy');
      case '2':
        return { go: 'receive_phone' };
      case '3':
        return { go: 'holder_phone', facts: { purpose: 'balance' } };
      case '4':
        return forMember(state, 'gifts');
      case '5':
        return { go: 'forgotten' };
      case '6':
        return state.facts.member_id === undefined
          ? { go: 'account_phone' }
          : { go: 'menu', say: [say(state, 'voice.already_logged_in')] };
      case '8':
        return {
          effect: { kind: 'choose_locale', phone: state.phone, locale: otherLocale(state.locale) },
        };
      case '9':
        return { go: 'menu', say: [say(state, 'voice.help')] };
      default:
        return invalidChoice(state);
    }
  },
  onResult: (state, result) =>
    result.kind === 'locale_chosen' ? { go: 'menu', locale: result.locale } : afterLogIn(state, result),
  back: () => 'menu',
};

/** A member logs in once per call. */
function forMember({ facts: { member_id } }: CallState, purpose: 'buy' | 'gifts'): Move {
  const facts = { purpose, failures: 0 };
  if (member_id === undefined) return { go: 'member_number', facts };
  return purpose === 'buy'
    ? { effect: { kind: 'list_shops' }, facts }
    : { effect: { kind: 'list_gifts', member_id, before: null }, facts };
}

export const menuNodes = { language: languageNode, menu: menuNode };
