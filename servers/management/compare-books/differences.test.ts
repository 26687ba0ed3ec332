import { expect, test } from 'vitest';
import type { OrderSum } from '../../../contracts/order-sums.ts';
import { differencesOf, differenceText, standing } from './differences.ts';

const sum = (over: Partial<OrderSum> = {}): OrderSum => ({
  ...{ hour: '2026-11-28T14:00:00.000Z', of: 'payments', currency: 'KRW', count: 2, amount_minor: 30_000 },
  ...over,
});

test('sums that both servers say are no difference, in whatever order', () => {
  const other = sum({ of: 'balances' });
  expect(differencesOf([sum(), other], [other, sum()])).toEqual([]);
});

test('an order that only one of them knows is a difference, on either side', () => {
  const more = sum({ count: 3, amount_minor: 45_000 });
  expect(differencesOf([more], [sum()]).map(differenceText)).toEqual([
    '2026-11-28T14Z payments KRW: 45000 (3) here, 30000 (2) there',
  ]);
  expect(differencesOf([], [sum()]).map(differenceText)).toEqual([
    '2026-11-28T14Z payments KRW: 0 (0) here, 30000 (2) there',
  ]);
});

test('only what differs twice in the same way stands', () => {
  const first = differencesOf([sum({ amount_minor: 40_000 }), sum({ of: 'balances', count: 1 })], [sum()]);
  const second = differencesOf([sum({ amount_minor: 50_000 }), sum({ of: 'balances', count: 1 })], [sum()]);
  expect(standing(first, second).map(({ what }) => what)).toEqual(['2026-11-28T14Z balances KRW']);
  expect(standing([], second)).toEqual([]);
});
