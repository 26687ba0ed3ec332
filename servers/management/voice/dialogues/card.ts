import { passesLuhn } from '../../../../kit/check-digits.ts';
import { type CardPart, hasFormOf } from '../../../../kit/sealed-card.ts';
import type { CardFact } from './card-types.ts';
import { afterLogIn } from './log-in.ts';
import { CHOICE, invalidChoice, wrongAnswer } from './moves.ts';
import { say } from './say.ts';
import type { CallState, EffectResult, Move, Node } from './types.ts';

/** What a member who wants to add a card is asked, or told to do instead. */
export function askForCard({ facts: { member_id } }: CallState): Move {
  return member_id === undefined ? { go: 'menu' } : { effect: { kind: 'ask_keyed_cards', member_id } };
}

/** Where a member goes once it is known whether cards are taken by phone. */
export function cardAsked(result: EffectResult): Move {
  const nothing = { parts: [], can_text: false };
  const card = result.kind === 'keyed_cards' ? { parts: result.parts, can_text: result.can_text } : nothing;
  return card.parts.length > 0
    ? { go: 'card_number', facts: { card, failures: 0 } }
    : { go: 'card_elsewhere', facts: { card } };
}

/** Nobody buys by phone without a card. */
const noCardNode: Node = {
  prompt: (state) => [say(state, 'voice.no_card'), say(state, 'voice.back_to_menu')],
  keys: CHOICE,
  onDigits: (state, key) => (key === '1' ? askForCard(state) : invalidChoice(state)),
  onResult: (_state, result) => cardAsked(result),
  back: () => 'menu',
  ends_on_silence: true,
};

/** No cards by phone: where else one can be added. */
const cardElsewhereNode: Node = {
  prompt: (state) => [
    say(state, 'voice.card_elsewhere'),
    ...(state.facts.card?.can_text === true ? [say(state, 'voice.card_text_link')] : []),
    say(state, 'voice.back_to_menu'),
  ],
  keys: CHOICE,
  onDigits: (state, key) => {
    const { card, member_id } = state.facts;
    if (key !== '1' || card?.can_text !== true || member_id === undefined) return invalidChoice(state);
    return { effect: { kind: 'text_card_link', member_id, locale: state.locale } };
  },
  onResult: (state, result) => {
    const isSent = result.kind === 'card_link_texted';
    return { go: 'menu', say: [say(state, isSent ? 'voice.card_link_sent' : 'voice.too_often')] };
  },
  back: () => 'menu',
  ends_on_silence: true,
};

/** A number that is keyed in anew begins a new entry. */
const cardNumberNode: Node = {
  prompt: (state) => [say(state, 'voice.card_number')],
  keys: { kind: 'secret', digits_max: 19 },
  onDigits: (state, digits) => {
    if (!passesLuhn(digits)) return wrongCard(state, 'voice.card_number_wrong');
    return {
      effect: { kind: 'seal_card_part', part: 'number', digits, entry: null },
      facts: { card: { ...withoutEntry(state), last4: digits.slice(-4) } },
    };
  },
  onResult: (state, result) => sealed(state, result, { go: 'card_last4' }),
  back: () => 'menu',
};

const cardLast4Node: Node = {
  prompt: (state) => [say(state, 'voice.card_last4', { last4: state.facts.card?.last4 ?? '' })],
  keys: CHOICE,
  onDigits: (state, key) => {
    if (key === '1') return { go: 'card_expiry' };
    return key === '2' ? { go: 'card_number' } : invalidChoice(state);
  },
  back: () => 'card_number',
};

const cardExpiryNode: Node = {
  prompt: (state) => [say(state, 'voice.card_expiry')],
  keys: { kind: 'secret', digits_max: 4 },
  onDigits: (state, digits) => sealPart(state, 'expiry', digits),
  onResult: (state, result) => {
    if (result.kind !== 'card_part_sealed') return added(state, result);
    const wantsCode = state.facts.card?.parts.includes('security_code') === true;
    return wantsCode ? sealed(state, result, { go: 'card_code' }) : addCard(state, result);
  },
  back: () => 'card_number',
};

const cardCodeNode: Node = {
  prompt: (state) => [say(state, 'voice.card_code')],
  keys: { kind: 'secret', digits_max: 4 },
  onDigits: (state, digits) => sealPart(state, 'security_code', digits),
  onResult: (state, result) =>
    result.kind === 'card_part_sealed' ? addCard(state, result) : added(state, result),
  back: () => 'card_expiry',
};

function sealPart(state: CallState, part: CardPart, digits: string): Move {
  const { entry } = state.facts.card ?? {};
  if (entry === undefined) return { go: 'menu' };
  return hasFormOf(part, digits)
    ? { effect: { kind: 'seal_card_part', part, digits, entry } }
    : { retry: [say(state, part === 'expiry' ? 'voice.card_expiry_wrong' : 'voice.card_code_wrong')] };
}

/** Keeps the sealed part. */
function sealed(state: CallState, result: EffectResult, next: { go: 'card_last4' | 'card_code' }): Move {
  const { card } = state.facts;
  if (result.kind !== 'card_part_sealed' || card === undefined) return cardOver(state, 'voice.try_later');
  return { ...next, facts: { card: { ...card, entry: result.entry } } };
}

function addCard(state: CallState, { entry }: Extract<EffectResult, { kind: 'card_part_sealed' }>): Move {
  const { card, member_id } = state.facts;
  if (card === undefined || member_id === undefined) return { go: 'menu' };
  return { effect: { kind: 'add_card', member_id, entry }, facts: { card: { ...card, entry } } };
}

/** Settlement's answer. */
function added(state: CallState, result: EffectResult): Move {
  if (result.kind === 'card_added')
    return {
      go: 'card_added',
      facts: { methods: result.methods, card: withoutEntry(state), first: 0, failures: 0 },
    };
  switch (result.kind === 'refused' ? result.code : '') {
    case 'service_unavailable':
      return wrongAnswer(state, { go: 'card_unsure', why: say(state, 'voice.card_unsure') });
    case 'payment_method_expired':
      return wrongCard(state, 'voice.card_expired');
    case 'payment_declined':
    case 'sealed_card_unreadable':
      return wrongCard(state, 'voice.card_refused');
    case 'rate_limited':
      return cardOver(state, 'voice.too_often');
    case 'keyed_cards_not_taken':
      return cardOver(state, 'voice.card_elsewhere');
    default:
      return cardOver(state, 'voice.try_later');
  }
}

function wrongCard(
  state: CallState,
  why: 'voice.card_number_wrong' | 'voice.card_expired' | 'voice.card_refused',
): Move {
  return wrongAnswer(state, {
    go: 'card_number',
    why: say(state, why),
    facts: { card: withoutEntry(state) },
  });
}

/** What was keyed in so far is of no use any more. */
function withoutEntry({ facts }: CallState): CardFact {
  const { parts = [], can_text = false } = facts.card ?? {};
  return { parts, can_text };
}

/** In the menu nothing of the card is kept. */
function cardOver(
  state: CallState,
  why: 'voice.try_later' | 'voice.too_often' | 'voice.card_elsewhere',
): Move {
  return { go: 'menu', say: [say(state, why)] };
}

/** Settlement did not answer, and may have added the card: the same entry is sent again. */
const cardUnsureNode: Node = {
  prompt: (state) => [say(state, 'voice.card_try_again')],
  keys: CHOICE,
  onDigits: (state, key) => {
    const { card, member_id } = state.facts;
    if (key !== '1') return invalidChoice(state);
    return card?.entry === undefined || member_id === undefined
      ? { go: 'menu' }
      : { effect: { kind: 'add_card', member_id, entry: card.entry } };
  },
  onResult: added,
  back: () => 'menu',
};

const cardAddedNode: Node = {
  prompt: (state) => [say(state, 'voice.card_added')],
  keys: CHOICE,
  onDigits: (state, key) => {
    if (key !== '1') return invalidChoice(state);
    return state.facts.amount === undefined ? { effect: { kind: 'list_shops' } } : { go: 'method' };
  },
  onResult: afterLogIn,
  back: () => 'menu',
  ends_on_silence: true,
};

export const cardNodes = {
  no_card: noCardNode,
  card_elsewhere: cardElsewhereNode,
  card_number: cardNumberNode,
  card_last4: cardLast4Node,
  card_expiry: cardExpiryNode,
  card_code: cardCodeNode,
  card_unsure: cardUnsureNode,
  card_added: cardAddedNode,
};
