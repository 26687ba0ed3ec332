import { expect, test } from 'vitest';
import { CommitUnconfirmed, isDatabaseUnavailable } from './unavailable.ts';

const withCode = (code: string) => Object.assign(new Error('of some kind'), { code });

test.each([
  ['08P01', 'whatever PgBouncer can’t do'],
  ['25006', 'a primary that has become a standby'],
  ['53100', 'a full disk'],
  ['57P01', 'a shutdown'],
  ['57P03', 'a start'],
  ['ECONNREFUSED', 'nobody there'],
  ['ECONNRESET', 'a host that is gone'],
])('%s is no fault of the statement: %s', (code) => {
  expect(isDatabaseUnavailable(withCode(code))).toBe(true);
});

test.each([
  'Connection terminated unexpectedly',
  'Query read timeout',
  'timeout expired',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error and is not queryable',
])('nor is “%s”, which has no code', (message) => {
  expect(isDatabaseUnavailable(new Error(message))).toBe(true);
});

test('a commit without a standby’s confirmation is unknown, too', () => {
  expect(isDatabaseUnavailable(new CommitUnconfirmed())).toBe(true);
});

test.each([withCode('23505'), withCode('57014'), new Error('something else'), undefined])(
  '%s is something else',
  (error) => {
    expect(isDatabaseUnavailable(error)).toBe(false);
  },
);
