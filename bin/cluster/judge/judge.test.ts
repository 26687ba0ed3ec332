import { expect, test } from 'vitest';
import type { Entry, Kind, Outcome } from '../load/record.ts';
import { accountOf, knownOf } from './account.ts';
import { verdictOf } from './effects.ts';

const entry = (key: string, outcome: Outcome, ended = 0, kind: Kind = 'sale'): Entry => ({
  ...{ kind, key, outcome, why: outcome === 'done' ? '201' : '503', begun: ended, ended },
});
const none = new Map<string, number>();
const effectsOf = (sale: Record<string, number>) => ({
  ...{ reversal: none, order: none, confirmation: none, acceptance: none },
  sale: new Map(Object.entries(sale)),
});

test('what was done once stays done, and what may have been done may be', () => {
  const entries = [
    entry('a', 'unknown'),
    entry('a', 'done'),
    entry('b', 'done'),
    entry('b', 'unknown'),
    entry('c', 'refused'),
    entry('c', 'unknown'),
    entry('d', 'refused'),
  ];
  expect(knownOf(entries).map(({ key, is }) => [key, is])).toEqual([
    ['a', 'done'],
    ['b', 'done'],
    ['c', 'unknown'],
    ['d', 'refused'],
  ]);
});

test.each<[what: string, outcome: Outcome, times: number, verdict: object]>([
  ['acknowledged and there', 'done', 1, {}],
  ['acknowledged and lost', 'done', 0, { lost: ['a'] }],
  ['done twice', 'done', 2, { doubled: ['a'] }],
  ['unknown and not there', 'unknown', 0, {}],
  ['unknown and there', 'unknown', 1, { unknown_kept: 1 }],
  ['unknown and done twice', 'unknown', 2, { doubled: ['a'], unknown_kept: 1 }],
  ['refused and there', 'refused', 1, { undead: ['a'] }],
])('judges a sale that was %s', (_what, outcome, times, verdict) => {
  const nothing = { lost: [], doubled: [], undead: [], unknown_kept: 0 };
  expect(verdictOf(knownOf([entry('a', outcome)]), effectsOf({ a: times }))).toEqual({
    ...nothing,
    ...verdict,
  });
});

test('unavailability is the longest time without a sale that was done', () => {
  const entries = [
    entry('a', 'done', 1_000),
    entry('b', 'unknown', 2_000),
    entry('c', 'done', 6_000),
    entry('d', 'done', 6_500),
  ];
  const account = accountOf(entries, 0, 9_000);
  expect(account).toMatchObject({
    done: 3,
    unknown: 1,
    refused: 0,
    no_sale_s: 5,
    no_gift_s: 9,
    reasons: { 503: 1 },
  });
});

test('it lasts to the end if nothing comes any more', () => {
  expect(accountOf([entry('a', 'done', 1_000)], 0, 9_000).no_sale_s).toBe(8);
});
