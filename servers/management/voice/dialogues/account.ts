import { groupMemberNumber } from '../../../../kit/check-digits.ts';
import { isDomestic, isPersonal } from '../../../../kit/phone.ts';
import { checkPin } from '../../../../kit/pin-policy.ts';
import { parseMemberNumber } from '../../../../kit/typed/member-number.ts';
import { parsePhone } from '../../../../kit/typed/phone.ts';
import { mailCodeSent, toNewPhonePin } from './mail-code.ts';
import { CHOICE, invalidChoice, wrongAnswer } from './moves.ts';
import { PIN_KEYS, pinRefused } from './pins.ts';
import { otherLocale, say } from './say.ts';
import type { CallState, EffectResult, Move, Node, Said } from './types.ts';

/**
 * A caller who wants to join, or who forgot their phone PIN, keys the number of the account and is called back there: a
 * caller's number is easily forged. The answer is the same whether the number is a member's.
 */
const accountPhoneNode: Node = {
  prompt: (state) => [
    ...(state.phone === null ? [] : [say(state, 'voice.account_this_phone', { phone: state.phone })]),
    say(state, 'voice.account_phone'),
  ],
  keys: { kind: 'number', digits_max: 15 },
  onDigits: (state, digits) => {
    const phone = parsePhone(digits === '1' && state.phone !== null ? state.phone : digits);
    return phone.ok && isPersonal(phone.e164) && isDomestic(phone.e164)
      ? { effect: { kind: 'call_back', phone: phone.e164, about: 'account' } }
      : { retry: [say(state, 'voice.phone_wrong')] };
  },
  onResult: (state, result) =>
    result.kind === 'call_back_planned'
      ? { end: 'hang_up', say: [say(state, 'voice.account_call_back')] }
      : { go: 'menu', say: [say(state, 'voice.call_back_limit')] },
  back: () => 'menu',
};

/** The call back: a key shows that a person is listening, and that they asked for it. */
const accountNode: Node = {
  prompt: (state) => [
    say(state, 'voice.account_greeting'),
    say({ locale: otherLocale(state.locale) }, 'voice.change_language'),
  ],
  keys: CHOICE,
  onDigits: (state, key) => {
    if (key === '1') return { effect: { kind: 'look_up_account' } };
    if (key !== '8') return invalidChoice(state);
    const { phone, locale } = state;
    return { effect: { kind: 'choose_locale', phone, locale: otherLocale(locale) } };
  },
  onResult: (state, result) => {
    switch (result.kind) {
      case 'locale_chosen':
        return { go: 'account', locale: result.locale };
      case 'account_known':
        return { go: 'known_member', facts: { account: { has_mail: result.has_mail } } };
      case 'account_named': {
        const { masked_name: masked, name_sealed: sealed, documents } = result;
        return { go: 'account_name', facts: { account: { name: { masked, sealed }, documents } } };
      }
      default:
        return notNamed(state, result.kind === 'refused' ? result.code : '');
    }
  },
  back: () => 'account',
};

function notNamed(state: CallState, code: string): Move {
  switch (code) {
    case 'number_recycled':
      return { end: 'hang_up', say: [say(state, 'voice.account_recycled')] };
    case 'number_unknown':
      return { end: 'hang_up', say: [say(state, 'voice.account_unproven')] };
    case 'rate_limited':
      return { end: 'hang_up', say: [say(state, 'voice.too_often')] };
    case 'recipient_unknown':
      return joinElsewhere(state, [say(state, 'voice.account_unknown')]);
    default:
      return joinElsewhere(state, [say(state, 'voice.name_unavailable')]);
  }
}

/** Staff can register people under the name on their ID. */
function joinElsewhere(state: CallState, before: readonly Said[] = []): Move {
  return state.has_operator
    ? { go: 'join_elsewhere', say: before }
    : {
        end: 'hang_up',
        say: [...before, say(state, 'voice.join_elsewhere'), say(state, 'voice.goodbye')],
      };
}

const joinElsewhereNode: Node = {
  prompt: (state) => [say(state, 'voice.join_elsewhere'), say(state, 'voice.join_by_agent')],
  keys: CHOICE,
  onDigits: invalidChoice,
  back: () => 'account',
  ends_on_silence: true,
};

/** Whoever joins agrees to the name that staff wrote down for the number, or under which the operator knows it. */
const accountNameNode: Node = {
  prompt: (state) => {
    const { phone, facts } = state;
    const name = facts.account?.name;
    if (name === undefined || phone === null) return [];
    return [say(state, 'voice.account_name', { phone, name: name.masked })];
  },
  keys: { ...CHOICE, must_hear: true },
  onDigits: (state, key) => {
    const toAgreeTo = Object.keys(state.facts.account?.documents ?? {});
    if (key === '1')
      return { go: toAgreeTo.length > 0 ? 'account_terms' : 'account_pin', facts: { failures: 0 } };
    if (key === '2') return joinElsewhere(state);
    return invalidChoice(state);
  },
  back: () => 'account',
};

/** Nobody joins without agreeing to what is in force; which versions, the caller hears. */
const accountTermsNode: Node = {
  prompt: (state) => {
    const { terms, privacy } = state.facts.account?.documents ?? {};
    const version = (of: number) => ({ version: String(of) });
    return [
      say(state, 'voice.agree'),
      ...(terms === undefined ? [] : [say(state, 'voice.agree_terms', version(terms))]),
      ...(privacy === undefined ? [] : [say(state, 'voice.agree_privacy', version(privacy))]),
      say(state, 'voice.agree_choice'),
    ];
  },
  keys: { ...CHOICE, must_hear: true },
  onDigits: (state, key) => {
    if (key === '1') return { go: 'account_pin', facts: { failures: 0 } };
    return key === '2' ? { end: 'hang_up', say: [say(state, 'voice.not_agreed')] } : invalidChoice(state);
  },
  back: () => 'account_name',
};

const accountPinNode: Node = {
  prompt: (state) => [say(state, isJoining(state) ? 'voice.join_pin' : 'voice.new_phone_pin')],
  keys: PIN_KEYS,
  onDigits: (state, pin, { digestOf }) => {
    const code = checkPin(pin, { phone: state.phone });
    if (code !== null) return { retry: [pinRefused(state, code)] };
    return { go: 'account_pin_again', facts: { pin_digest: digestOf('account', pin) } };
  },
  back: (state) => (isJoining(state) ? 'account_name' : 'known_member'),
};

const accountPinAgainNode: Node = {
  prompt: (state) => [say(state, 'voice.pin_again')],
  keys: PIN_KEYS,
  onDigits: (state, phone_pin, { digestOf }) => {
    const { locale, facts } = state;
    if (digestOf('account', phone_pin) !== facts.pin_digest)
      return wrongAnswer(state, { go: 'account_pin', why: say(state, 'voice.pin_differs') });
    const { name, documents = {}, request_id } = facts.account ?? {};
    return name === undefined
      ? {
          effect: {
            ...({ kind: 'choose_phone_pin', phone_pin } as const),
            ...(request_id === undefined ? {} : { request_id }),
          },
        }
      : { effect: { kind: 'join', name_sealed: name.sealed, phone_pin, locale, documents } };
  },
  onResult: (state, result) => {
    if (result.kind === 'phone_pin_set') {
      const { member_id, member_number, methods } = result;
      const facts = { member_id, member_number, methods };
      return { go: isJoining(state) ? 'joined' : 'phone_pin_chosen', facts };
    }
    const code = result.kind === 'refused' ? result.code : '';
    // Somebody else has just joined with this number, by another call or on the website.
    if (code === 'member_exists') return { go: 'known_member', facts: { account: {} } };
    if (code.startsWith('pin_'))
      return wrongAnswer(state, { go: 'account_pin', why: pinRefused(state, code) });
    return { end: 'hang_up', say: [say(state, 'voice.try_later')] };
  },
  back: () => 'account_pin',
};

function isJoining({ facts }: CallState): boolean {
  return facts.account?.name !== undefined;
}

const joinedNode: Node = {
  prompt: (state) => [
    say(state, 'voice.joined'),
    ...memberNumberTwice(state),
    say(state, 'voice.keep_member_number'),
    say(state, 'voice.joined_choice'),
  ],
  keys: CHOICE,
  onDigits: (state, key) => (key === '1' ? { go: 'menu' } : invalidChoice(state)),
  back: () => 'joined',
  ends_on_silence: true,
};

/** The number is a member's, and whoever answers may be them. */
const knownMemberNode: Node = {
  prompt: (state) => [say(state, 'voice.known_member')],
  keys: CHOICE,
  onDigits: (state, key) => {
    if (key === '1') return { go: 'own_number', facts: { failures: 0 } };
    return key === '2' ? { effect: { kind: 'tell_member_number' } } : invalidChoice(state);
  },
  onResult: numberTold,
  back: () => 'account',
};

const ownNumberNode: Node = {
  prompt: (state) => [say(state, 'voice.own_number')],
  keys: { kind: 'number', digits_max: 10 },
  onDigits: (state, digits) => {
    if (digits === '1') return { effect: { kind: 'tell_member_number' } };
    const number = parseMemberNumber(digits);
    return number.ok
      ? { effect: { kind: 'prove_member', member_number: number.value } }
      : { retry: [say(state, 'voice.member_number_wrong')] };
  },
  onResult: (state, result) => {
    if (result.kind === 'member_proven') return toNewPhonePin(state);
    if (result.kind === 'mail_code_sent') return mailCodeSent(state, result);
    if (result.kind !== 'refused') return numberTold(state, result);
    if (result.code === 'credentials_wrong')
      return wrongAnswer(state, { go: 'own_number', why: say(state, 'voice.own_number_wrong') });
    const limited = result.code === 'rate_limited';
    return { end: 'hang_up', say: [say(state, limited ? 'voice.log_in_locked' : 'voice.try_later')] };
  },
  back: () => 'known_member',
};

function numberTold(state: CallState, result: EffectResult): Move {
  return result.kind === 'member_number_told'
    ? { go: 'number_told', facts: { member_number: result.member_number } }
    : { end: 'hang_up', say: [say(state, 'voice.try_later')] };
}

/** A member number alone opens nothing, so whoever answers at its member's phone may hear it. */
const numberToldNode: Node = {
  prompt: (state) => [
    say(state, 'voice.your_number'),
    ...memberNumberTwice(state),
    say(state, 'voice.number_told_choice'),
  ],
  keys: CHOICE,
  onDigits: (state, key) => (key === '1' ? toNewPhonePin(state) : invalidChoice(state)),
  onResult: mailCodeSent,
  back: () => 'known_member',
  ends_on_silence: true,
};

const phonePinChosenNode: Node = {
  prompt: (state) => [say(state, 'voice.phone_pin_chosen'), say(state, 'voice.anything_else')],
  keys: CHOICE,
  onDigits: (state, key) => (key === '1' ? { go: 'menu' } : invalidChoice(state)),
  back: () => 'phone_pin_chosen',
  ends_on_silence: true,
};

/** In groups, since a voice pauses between them: there is time to write. */
function memberNumberTwice(state: CallState): Said[] {
  const member_number = groupMemberNumber(state.facts.member_number ?? '');
  const spoken = say(state, 'voice.member_number_is', { member_number });
  return [spoken, say(state, 'voice.code_once_more'), spoken];
}

export const accountNodes = {
  account_phone: accountPhoneNode,
  account: accountNode,
  account_name: accountNameNode,
  account_terms: accountTermsNode,
  join_elsewhere: joinElsewhereNode,
  account_pin: accountPinNode,
  account_pin_again: accountPinAgainNode,
  joined: joinedNode,
  known_member: knownMemberNode,
  own_number: ownNumberNode,
  number_told: numberToldNode,
  phone_pin_chosen: phonePinChosenNode,
};
