import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { newNumericCode, newToken, tokenDigest } from './tokens.ts';

test('a token says what it is and holds 256 bits', () => {
  expect(newToken('session', () => Buffer.alloc(32, 0xff))).toBe(`session_${'_'.repeat(42)}8`);
  expect(newToken('session', randomBytes)).toMatch(/^session_[A-Za-z0-9_-]{43}$/);
  expect(newToken('session', randomBytes)).not.toBe(newToken('session', randomBytes));
});

test('a token is stored as its SHA-256', () => {
  expect(tokenDigest('abc').toString('hex')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

test('a numeric code keeps its leading zeros', () => {
  expect(newNumericCode((count) => Buffer.alloc(count, 0), 6)).toBe('000000');
});
