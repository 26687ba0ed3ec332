import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isMemberNumber } from '../../kit/check-digits.ts';

const logins: { where: string; login: string; secret: string }[] = JSON.parse(
  readFileSync('sandbox/demo/logins.json', 'utf8'),
);

test('a member number with its phone PIN is said to work where it does: on the phone line and at a terminal', () => {
  const byPhonePin = logins.filter(({ login }) => isMemberNumber(login));
  expect(byPhonePin.map(({ where }) => where)).toEqual(['phone line, terminal', 'phone line, terminal']);
});
