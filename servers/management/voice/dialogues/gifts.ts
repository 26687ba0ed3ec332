import { words } from '../../../../kit/words/index.ts';
import type { Utterance } from '../turn.ts';
import { CHOICE, invalidChoice } from './moves.ts';
import { say, shopName } from './say.ts';
import type { CallState, GiftFact, Node } from './types.ts';

/** A member's sent gifts and their states, newest first, a few at a time. */
const giftsNode: Node = {
  prompt: (state) => {
    const { gifts = [], gifts_before = null } = state.facts;
    return [
      ...gifts.flatMap((gift) => giftText(state, gift)),
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

function giftText(state: CallState, gift: GiftFact): Utterance[] {
  const { amount_minor, currency, recipient_name: name, gift_state, remaining_minor } = gift;
  const shop_name = shopName(state, { name_ko: gift.shop_name_ko, name_en: gift.shop_name_en });
  const sent = say(state, 'voice.gift_sent', { shop_name, amount: { amount_minor, currency }, name });
  if (gift_state === undefined) return [sent];
  const said = words(state.locale).t(`gift_state_of.${gift_state}`);
  if (gift_state !== 'partly_used' || remaining_minor === null)
    return [sent, say(state, 'voice.gift_state', { state: said })];
  const left = { amount_minor: remaining_minor, currency };
  return [sent, say(state, 'voice.gift_state_left', { state: said, left })];
}

export const giftNodes = { gifts: giftsNode };
