import { expect, test } from 'vitest';
import { outcomeOf, whoAnswered } from './outcome.ts';

test.each([
  [17, false, 'busy'],
  [17, true, 'busy'],
  [21, true, 'declined'],
  [1, false, 'unknown_number'],
  [28, false, 'unknown_number'],
  [19, true, 'no_answer'],
  [19, false, 'unreachable'],
  [34, false, 'unreachable'],
  [undefined, false, 'unreachable'],
  [16, true, 'no_answer'],
] as const)('cause %s, rang: %s is %s', (cause, rang, outcome) => {
  expect(outcomeOf(cause, rang)).toBe(outcome);
});

test.each([
  ['HUMAN', 'HUMAN-800-800', 'answered'],
  ['MACHINE', 'MAXWORDS-3-2', 'machine'],
  ['MACHINE', 'LONGGREETING-1600-1500', 'machine'],
  ['MACHINE', 'INITIALSILENCE-2500-2500', 'answered'],
  ['NOTSURE', 'TOOLONG-5000', 'answered'],
  ['', '', 'answered'],
  [undefined, undefined, 'answered'],
] as const)('%s by %s is %s', (status, cause, who) => {
  expect(whoAnswered(status, cause)).toBe(who);
});
