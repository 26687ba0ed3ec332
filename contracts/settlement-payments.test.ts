import { expect, test } from 'vitest';
import { approvalNumberOf } from './settlement-payments.ts';

test.each([
  [{ approval_number: '00412345' }, '00412345'],
  [{ approval_number: 'A1b2' }, 'A1b2'],
  [{ approval_number: '' }, null],
  [{ approval_number: '<b>1</b>' }, null],
  [{ approval_number: '1'.repeat(21) }, null],
  [{ approval_number: 412_345 }, null],
  [{}, null],
  [null, null],
  ['00412345', null],
])('the approval number in %j is %j', (answer, number) => {
  expect(approvalNumberOf(answer)).toBe(number);
});
