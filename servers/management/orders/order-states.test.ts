import { describe, expect, test } from 'vitest';
import { mayMove, ORDER_STATES, type OrderState } from './order-states.ts';

const states = Object.keys(ORDER_STATES) as OrderState[];

function reachable(from: OrderState, without: readonly OrderState[] = []): Set<OrderState> {
  const seen = new Set<OrderState>([from]);
  for (const state of seen) {
    for (const next of ORDER_STATES[state].next) if (!without.includes(next)) seen.add(next);
  }
  return seen;
}

describe('the states of an order', () => {
  test('are all reachable from the first', () => {
    expect([...reachable('authorising')].sort()).toEqual([...states].sort());
  });

  test('all lead to an end', () => {
    const ends = states.filter((state) => ORDER_STATES[state].next.length === 0);
    for (const state of states)
      expect([...reachable(state)].some((other) => ends.includes(other))).toBe(true);
  });

  test('let nothing be accepted or issued without a capture, nor captured without a confirmed recipient', () => {
    expect(reachable('authorising', ['capturing']).has('offered')).toBe(false);
    expect(reachable('authorising', ['awaiting_confirmation']).has('capturing')).toBe(false);
    expect(reachable('authorising', ['registering']).has('issued')).toBe(false);
  });

  test('let nothing come back from an end', () => {
    expect(states.filter((state) => mayMove('refunded', state))).toEqual([]);
    expect(states.filter((state) => mayMove('declined', state))).toEqual([]);
  });
});
