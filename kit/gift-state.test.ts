import { describe, expect, test } from 'vitest';
import { buyerActions, GIFT_STATES, type HeldFacts, heldState, holderActions } from './gift-state.ts';
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

test('a buyer takes back what waits, or what was never used while that is allowed', () => {
  const can = (action: 'refund' | 'cancel' | 'resend', can_refund: boolean) =>
    GIFT_STATES.filter((state) => buyerActions(state, { can_refund }).includes(action));
  expect(can('refund', true)).toEqual(['ready']);
  expect(can('refund', false)).toEqual([]);
  expect(can('cancel', true)).toEqual(['scheduled', 'waiting']);
  expect(can('resend', true)).toEqual(['waiting']);
});

test.each(['ko', 'en'] as const)('each state has a word of its own, in %s', (locale) => {
  const said = GIFT_STATES.map((state) => words(locale).t(`gift_state_of.${state}`));
  expect(new Set(said).size).toBe(GIFT_STATES.length);
});
