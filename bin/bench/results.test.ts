import { expect, test } from 'vitest';
import { scattered } from './gifts.ts';
import { milliseconds } from './load.ts';
import { median, quantile, Results } from './results.ts';
import { perGift } from './statements.ts';
import { summarise } from './summary.ts';
import { plotOf, svgOf, tableOf } from './table.ts';

function threeRounds(): Results {
  const results = new Results();
  for (const [round, [one, redeem]] of [
    [1000, 300],
    [2000, 800],
    [4000, 3000],
  ].entries()) {
    results.addOne('redeem_256', round, one ?? 0);
    results.add('redeem_256', round, { per_s: redeem ?? 0, cpu_us: 500 + round });
  }
  return results;
}

test('ratios are taken within a round, and their median is what counts', () => {
  const results = threeRounds();
  expect(results.toOne('redeem_256')).toEqual([0.3, 0.4, 0.75]);
  results.add('hot', 0, { per_s: 30 });
  results.add('hot', 2, { per_s: 900 });
  expect(results.ratio('hot', 'redeem_256')).toBeCloseTo(0.2);
  expect(results.ratio('redeem_256', 'never')).toBeNull();
  expect([median([]), median([3, 1, 2]), median([4, 1, 3, 2])]).toEqual([null, 2, 2.5]);
  expect(quantile([5, 1, 3], 0.99)).toBe(5);
});

test('what was not measured is null', () => {
  const summary = summarise(threeRounds(), {
    timeline_s: [0.2, Number.POSITIVE_INFINITY],
    statements_per_gift: null,
  });
  expect(summary).toMatchObject({
    redeem_256_to_one: 0.4,
    cpu_us_per_sale: 501,
    redeem_16_to_one: null,
    grow_1m: null,
    timeline_p99_s: null,
    statements_per_gift: null,
  });
});

test('growth compares ratios of runs beside pgbench', () => {
  const results = threeRounds();
  results.addOne('redeem_256_1m', 0, 1000);
  results.add('redeem_256_1m', 0, { per_s: 300 });
  const { grow_1m, grow_10m } = summarise(results, { timeline_s: [], statements_per_gift: null });
  expect([grow_1m, grow_10m]).toEqual([0.75, null]);
});

test('the table and the plots have each step and its ratio', () => {
  expect(tableOf(threeRounds())).toContain('| redeem_256 | 800 | 0.40 | 0.30 | 0.75 |');
  expect(plotOf(threeRounds())).toMatch(/^redeem_256 █+ 0\.40$/);
  expect(svgOf(threeRounds())).toContain('>redeem_256</text>');
});

test('times as wrk prints them', () => {
  expect(['90.50us', '1.25ms', '2.00s', '1.00m'].map(milliseconds)).toEqual([0.0905, 1.25, 2000, 60_000]);
  expect(milliseconds('')).toBeNaN();
});

test('numbers are scattered over all without one twice', () => {
  for (const count of [1, 7, 100, 1024]) {
    const pick = scattered(count, 5);
    expect(new Set(Array.from({ length: count }, (_, n) => pick(n))).size).toBe(count);
  }
});

test('statements of idle jobs and the edges of transactions are counted apart', () => {
  const busy = new Map([
    ['select 1', 40],
    ['select idle', 30],
    ['BEGIN', 20],
    ['COMMIT', 20],
  ]);
  const idle = new Map([['select idle', 30]]);
  expect(perGift(busy, idle)).toEqual({ per_gift: 2, commits: 1, frequent: [['select 1', 2]] });
});
