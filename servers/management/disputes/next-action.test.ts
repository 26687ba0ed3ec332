import { describe, expect, test } from 'vitest';
import { ORDER_STATES, type OrderState } from '../orders/order-states.ts';
import { GIFT_STATES, type GiftState } from './gift-states.ts';
import { nextAction } from './next-action.ts';

const states = Object.keys(ORDER_STATES) as OrderState[];

/** A gift of 50,000 won whose payment is disputed as said; nothing else is known of it. */
function next(
  order: OrderState,
  gift: GiftState,
  { is_open = false, lost = 0n, is_busy = false, cancelled_minor = 0n, booked_minor = 50_000n } = {},
) {
  return nextAction(
    { state: order, amount_minor: 50_000n },
    { state: gift, cancelled_minor },
    { is_open, uncovered_minor: lost, is_busy, booked_minor },
  );
}

describe('while a dispute is open', () => {
  test.each([
    ['accepted', 'freeze'],
    ['issued', 'freeze'],
    ['offered', 'rest'],
    ['scheduled', 'rest'],
    ['accepting', 'wait'],
    ['correcting', 'wait'],
    ['registering', 'wait'],
    ['cancelling', 'wait'],
    ['refunding', 'free'],
    ['refunded', 'free'],
  ] as const)('a gift that is %s: %s', (order, action) => {
    expect(next(order, 'held', { is_open: true })).toBe(action);
    // What another dispute has lost waits.
    expect(next(order, 'held', { is_open: true, lost: 50_000n })).toBe(action);
  });

  test('what is frozen stays so', () => {
    expect(next('issued', 'frozen', { is_open: true })).toBe('rest');
  });
});

describe('after a dispute that was lost', () => {
  test.each([
    ['accepted', 'charge_back'],
    ['offered', 'end'],
    ['scheduled', 'end'],
    ['accepting', 'wait'],
    ['refunded', 'free'],
  ] as const)('a gift that is %s: %s', (order, action) => {
    expect(next(order, 'held', { lost: 50_000n })).toBe(action);
  });

  test('one that nobody has accepted stays if it is worth more than what was lost', () => {
    expect(next('offered', 'held', { lost: 49_999n })).toBe('free');
  });

  test('one waits while another of its payment is charged back', () => {
    expect(next('issued', 'frozen', { lost: 50_000n, is_busy: true })).toBe('wait');
  });

  test('the refund waits until both books have the same left', () => {
    const left = { cancelled_minor: 30_000n };
    expect(next('issued', 'charged_back', { ...left, booked_minor: 50_000n })).toBe('wait');
    expect(next('issued', 'charged_back', { ...left, booked_minor: 30_000n })).toBe('refund');
    expect(next('issued', 'charged_back', { cancelled_minor: 0n, booked_minor: 0n })).toBe('close');
  });
});

test('after one that was won what is frozen is unfrozen, and what is held is free', () => {
  expect(next('issued', 'frozen')).toBe('unfreeze');
  for (const order of ['offered', 'scheduled', 'accepted', 'refunded'] as const)
    expect(next(order, 'held')).toBe('free');
});

test('whatever waits for an answer, or is over, is left alone', () => {
  const left = (Object.keys(GIFT_STATES) as GiftState[]).filter(
    (state) => !['held', 'frozen', 'charged_back'].includes(state),
  );
  for (const gift of left)
    for (const order of states)
      for (const lost of [0n, 50_000n]) expect(next(order, gift, { lost })).toBe('rest');
});
