import { expect, test } from 'vitest';
import { allocate } from './allocate.ts';

const source = (certificate_id: string, available_minor: bigint, day: number) => ({
  certificate_id,
  available_minor,
  expires_at: new Date(Date.UTC(2027, 0, day)),
});
const partsOf = (amount: bigint, ...sources: ReturnType<typeof source>[]) =>
  allocate(amount, sources).parts.map(({ certificate_id, amount_minor }) => [certificate_id, amount_minor]);

test('what ends first pays first; on the same day, the smallest', () => {
  const sources = [source('late', 50n, 9), source('big', 20n, 3), source('small', 5n, 3)];
  expect(partsOf(4n, ...sources)).toEqual([['small', 4n]]);
  expect(partsOf(30n, ...sources)).toEqual([
    ['small', 5n],
    ['big', 20n],
    ['late', 5n],
  ]);
  expect(allocate(80n, sources).left_over_minor).toBe(5n);
});

test('one sale has at most 20 parts: where the first 20 are too little, those with most pay', () => {
  const coins = Array.from({ length: 21 }, (_, n) => source(`coin ${n}`, 1n, n + 1));
  const note = source('note', 1_000n, 28);
  expect(partsOf(20n, ...coins, note)).toHaveLength(20);
  const { parts, left_over_minor } = allocate(1_000n, [...coins, note]);
  expect(left_over_minor).toBe(0n);
  expect(parts).toHaveLength(20);
  expect(parts.at(-1)).toEqual({ certificate_id: 'note', amount_minor: 981n });
});
