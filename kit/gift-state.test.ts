import { describe, expect, test } from 'vitest';
import {
  type BuyerFacts,
  buyerActions,
  GIFT_STATES,
  type HeldFacts,
  heldState,
  holderActions,
} from './gift-state.ts';
import { words } from './words/index.ts';

const NEW: HeldFacts = {
  amount_minor: 50_000n,
  balance_minor: 50_000n,
  held_minor: 0n,
  is_frozen: false,
  is_expired: false,
};

describe('an accepted certificate', () => {
  test.each([
    ['nothing was used', {}, 'ready'],
    ['a part was used', { balance_minor: 49_999n }, 'partly_used'],
    ['a part is held for a sale', { held_minor: 20_000n }, 'ready'],
    ['all that is left is held', { balance_minor: 10_000n, held_minor: 10_000n }, 'on_hold'],
    ['all was used', { balance_minor: 0n }, 'used_up'],
    ['its payment is disputed', { is_frozen: true }, 'frozen'],
    ['its last day is over, not booked yet', { is_expired: true }, 'expired'],
    ['what was left has been taken off', { is_expired: true, balance_minor: 0n }, 'expired'],
  ] as const)('%s: %o is %s', (_what, facts, state) => {
    expect(heldState({ ...NEW, ...facts })).toBe(state);
  });
});

test('only what can be spent is shown at a till, extended or handed over', () => {
  const can_extend = true;
  const acting = GIFT_STATES.filter((state) => holderActions(state, { can_extend }).length > 0);
  expect(acting).toEqual(['ready', 'partly_used']);
  expect(holderActions('ready', { can_extend: false })).toEqual(['show_code', 'hand_over']);
});

const ALL: BuyerFacts = {
  can_continue: true,
  can_cancel: true,
  can_be_accepted: true,
  can_refund: true,
  can_send_again: true,
};

test.each([
  ['continue', 'can_continue', ['paying', 'needs_bank']],
  ['refund', 'can_refund', ['ready']],
  ['cancel', 'can_cancel', ['scheduled', 'waiting', 'frozen']],
  ['resend', 'can_be_accepted', ['waiting']],
  ['correct', 'can_be_accepted', ['scheduled', 'waiting']],
] as const)('a buyer can %s only if they %s, in %o', (action, fact, states) => {
  const can = (facts: BuyerFacts) =>
    GIFT_STATES.filter((state) => buyerActions(state, facts).includes(action));
  expect(can(ALL)).toEqual(states);
  expect(can({ ...ALL, [fact]: false })).toEqual([]);
});

test('the day of delivery is changed until it has come, and while no dispute holds the gift up', () => {
  expect(GIFT_STATES.filter((state) => buyerActions(state, ALL).includes('change_day'))).toEqual([
    'scheduled',
  ]);
});

test('whatever was paid has a receipt and can be given again; what was not has neither', () => {
  const paid = GIFT_STATES.filter((state) => buyerActions(state, ALL).includes('receipt'));
  expect(GIFT_STATES.filter((state) => !paid.includes(state))).toEqual([
    'paying',
    'needs_bank',
    'declined',
    'not_bought',
  ]);
  expect(GIFT_STATES.filter((state) => buyerActions(state, ALL).includes('send_again'))).toEqual(paid);
  expect(buyerActions('used_up', { ...ALL, can_send_again: false })).toEqual(['receipt']);
});

test.each(['ko', 'en'] as const)('each state has a word of its own, in %s', (locale) => {
  const said = GIFT_STATES.map((state) => words(locale).t(`gift_state_of.${state}`));
  expect(new Set(said).size).toBe(GIFT_STATES.length);
});
