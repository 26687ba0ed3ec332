import { expect, test } from 'vitest';
import { needsOf } from './needs.ts';

test.each([
  [['kit/money.test.ts'], { database: false, browser: false }],
  [['servers/shop/bad-input.test.ts'], { database: true, browser: false }],
  [['test/browser/doors.test.ts'], { database: false, browser: true }],
  [['kit/money.test.ts', 'servers/shop/bad-input.test.ts'], { database: true, browser: false }],
])('%j need %j', (files, needs) => {
  expect(needsOf(files)).toEqual(needs);
});
