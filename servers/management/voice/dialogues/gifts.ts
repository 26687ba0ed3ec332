import { CHOICE, invalidChoice } from './moves.ts';
import { say } from './say.ts';
import type { CallState, GiftFact, Node } from './types.ts';

/** A member's sent gifts and their states, newest first, a few at a time. */
const giftsNode: Node = {
  prompt: (state) => {
    const { gifts = [], gifts_before = null } = state.facts;
    return [
      ...gifts.map((gift) => giftText(state, gift)),
      ...(gifts_before === null ? [] : [say(state, 'voice.older_gifts')]),
      say(state, gifts_before === null ? 'voice.anything_else' : 'voice.back_to_menu'),
    ];
  },
  keys: CHOICE,
  onDigits: (state, key) => {
    const { member_id, gifts_before = null } = state.facts;
    if (gifts_before !== null && key === '1' && member_id !== undefined)
      return { effect: { kind: 'list_gifts', member_id, before: gifts_before } };
    return gifts_before === null && key === '1' ? { go: 'menu' } : invalidChoice(state);
  },
  onResult: (state, result) =>
    result.kind === 'gifts_listed' && result.gifts.length > 0
      ? { go: 'gifts', facts: { gifts: result.gifts, gifts_before: result.before } }
      : { go: 'menu', say: [say(state, 'voice.no_more_gifts')] },
  back: () => 'menu',
  ends_on_silence: true,
};

function giftText(state: CallState, gift: GiftFact) {
  const { amount_minor, currency, recipient_name: name, remaining_minor } = gift;
  const shop_name = state.locale === 'ko' ? gift.shop_name_ko : gift.shop_name_en;
  const vars = { shop_name, amount: { amount_minor, currency }, name };
  switch (gift.state) {
    case 'offered':
    case 'accepting':
      return say(state, 'voice.gift_waiting', vars);
    case 'scheduled':
      return say(state, 'voice.gift_scheduled', vars);
    case 'accepted':
    case 'issued': {
      const remaining = { amount_minor: remaining_minor ?? amount_minor, currency };
      return remaining.amount_minor === amount_minor
        ? say(state, 'voice.gift_accepted', vars)
        : say(state, 'voice.gift_used', { ...vars, remaining });
    }
    case 'cancelling':
    case 'refunding':
    case 'refund_failed':
    case 'refunded':
      return say(state, 'voice.gift_refunded', vars);
    default:
      return say(state, 'voice.gift_unfinished', vars);
  }
}

export const giftNodes = { gifts: giftsNode };
