import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkDigitOf,
  groupCertificateNumber,
  groupMemberNumber,
  isCertificateNumber,
  isMemberNumber,
  newCertificateNumber,
  newMemberNumber,
  passesLuhn,
} from './check-digits.ts';
import { randomDigits, randomNumber } from './random-digits.ts';

const digit = fc.integer({ min: 0, max: 9 });

describe('the check digit', () => {
  test("is that of Damm's own example", () => {
    expect(checkDigitOf('572')).toBe('4');
    expect(checkDigitOf('5724')).toBe('0');
  });

  test('catches every wrong digit', () => {
    for (let n = 0; n < 50; n++) {
      const number = newCertificateNumber(randomBytes);
      for (let at = 0; at < 16; at++) {
        for (const wrong of '0123456789') {
          const changed = number.slice(0, at) + wrong + number.slice(at + 1);
          expect(isCertificateNumber(changed)).toBe(changed === number);
        }
      }
    }
  });

  test('catches every swap of two neighbours', () => {
    fc.assert(
      fc.property(fc.array(digit, { minLength: 2, maxLength: 20 }), (digits) => {
        const whole = digits.join('') + checkDigitOf(digits.join(''));
        for (let at = 0; at + 1 < whole.length; at++) {
          const [a, b] = [whole.charAt(at), whole.charAt(at + 1)];
          const swapped = whole.slice(0, at) + b + a + whole.slice(at + 2);
          if (a !== b && checkDigitOf(swapped) === '0') return false;
        }
        return checkDigitOf(whole) === '0';
      }),
    );
  });
});

test('a member number is read out in three groups', () => {
  expect(groupMemberNumber('2985091195')).toBe('298-509-1195');
});

test.each([
  ['4242424242424242', true],
  ['378282246310005', true],
  ['4242424242424243', false],
  ['4242424242424224', false],
  ['42', false],
  ['42424242424242424242', false],
  ['4242 4242 4242 4242', false],
])('whether %j can be a card number: %s', (digits, canBe) => {
  expect(passesLuhn(digits)).toBe(canBe);
});

test('new numbers are well formed', () => {
  for (let n = 0; n < 200; n++) {
    const member = newMemberNumber(randomBytes);
    const certificate = newCertificateNumber(randomBytes);
    expect(member).toMatch(/^[1-9]\d{9}$/);
    expect(isMemberNumber(member)).toBe(true);
    expect(isCertificateNumber(certificate)).toBe(true);
    expect(isMemberNumber(certificate)).toBe(false);
  }
});

test.each(['', '0000000000000000', '12345', '1234-5678-9012-3456', '１２３４５６７８９０１２３４５６', 'x'])(
  '%j is not a certificate number',
  (text) => {
    expect(isCertificateNumber(text)).toBe(false);
  },
);

test('a certificate number is printed in fours', () => {
  expect(groupCertificateNumber('1234567890123456')).toBe('1234-5678-9012-3456');
});

describe('random digits', () => {
  test('discard the bytes that would favour small digits', () => {
    const given = [Buffer.from([255, 250, 249]), Buffer.from([0, 17])];
    expect(randomDigits(() => given.shift() ?? Buffer.alloc(0), 3)).toBe('907');
  });

  test('are each produced by the same number of bytes', () => {
    const everyByte = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    let rest = everyByte;
    const digits = randomDigits((count) => {
      const taken = rest.subarray(0, count);
      rest = rest.length > count ? rest.subarray(count) : everyByte;
      return taken;
    }, 250);
    for (const d of '0123456789') expect(digits.split(d).length - 1).toBe(25);
  });

  test('of a number never start with zero', () => {
    const given = [Buffer.from([10]), Buffer.from([253]), Buffer.from([3]), Buffer.from([0, 0])];
    expect(randomNumber(() => given.shift() ?? Buffer.alloc(0), 3)).toBe('300');
  });
});
