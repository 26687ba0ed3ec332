import { expect, test } from 'vitest';
import type { Op, OpKind, Outcome } from '../record/record.ts';
import { RecordReader } from '../record/record.ts';
import type { Row } from './books.ts';
import { type Effects, judgeEffects } from './effects.ts';

const NOTHING: Effects = {
  orders: new Map(),
  ordersBy: new Map(),
  usesBy: new Map(),
  reversalsOf: new Map(),
  holdsBy: new Map(),
  issues: new Map(),
  issuesOf: new Map(),
};
const LINES = [{ certificate_id: 'c', amount_minor: 5 }];
const USE = { certificate_id: 'c', amount_minor: 5n };

function checksOf(kind: OpKind, outcome: Outcome, about: Op['about'], effects: Partial<Effects>, said = {}) {
  const record = new RecordReader('');
  record.ops.set('t', { id: 't', kind, about, outcome, said });
  return judgeEffects(record, { ...NOTHING, ...effects }).map(({ check }) => check);
}

test.each<[outcome: Outcome, rows: Row[], checks: string[]]>([
  ['done', [USE], []],
  ['done', [], ['acknowledged']],
  ['done', [{ ...USE, amount_minor: 6n }], ['acknowledged']],
  ['done', [USE, USE], ['once']],
  ['refused', [], []],
  ['refused', [USE], ['refused']],
  ['unknown', [], []],
  ['unknown', [USE], []],
  ['unknown', [USE, USE], ['once']],
])('a sale that is %s, with %o in the books', (outcome, rows, checks) => {
  expect(checksOf('sale', outcome, { lines: LINES }, { usesBy: new Map([['t', rows]]) })).toEqual(checks);
});

test.each<[kind: OpKind, outcome: Outcome, said: string, state: string, checks: string[]]>([
  ['confirm', 'done', 'offered', 'refunded', []],
  ['confirm', 'done', 'offered', 'abandoned', ['acknowledged']],
  ['confirm', 'done', 'capturing', 'abandoned', []],
  ['confirm', 'refused', '', 'offered', ['refused']],
  ['accept', 'done', 'accepted', 'issued', []],
  ['accept', 'done', 'accepted', 'offered', ['acknowledged']],
  ['accept', 'refused', '', 'accepted', ['refused']],
  ['cancel', 'done', 'refunded', 'refunded', []],
  ['cancel', 'done', 'refunded', 'accepted', ['acknowledged']],
  ['refund', 'refused', '', 'refunded', ['refused']],
])('%s that is %s (%s), of an order that is %s', (kind, outcome, said, state, checks) => {
  const order = { state, end_reason: 'withdrawn_by_buyer' };
  const effects = { orders: new Map([['o', order]]) };
  expect(checksOf(kind, outcome, { order_id: 'o' }, effects, { state: said })).toEqual(checks);
});

test('what was printed without anybody asking is noticed', () => {
  const issuesOf = new Map([['c', [{ issue_id: 'i' }]]]);
  expect(judgeEffects(new RecordReader(''), { ...NOTHING, issuesOf })).toMatchObject([{ check: 'once' }]);
});
