import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPin, normalisePin } from './pin-policy.ts';

const owner = { phone: '+821012345678', birthdate: '1987-11-29' };
const four = { ...owner, digits: { min: 4, max: 6 } };

describe('a new PIN', () => {
  test.each([
    ['482915', null],
    ['４８２９１５', null],
    [' 482915 ', null],
    ['48a915', 'pin_not_digits'],
    ['a', 'pin_not_digits'],
    ['48 915', 'pin_wrong_length'],
    ['482 915', null],
    ['482-915', null],
    ['ㅂㅈㄷㄱ', 'pin_not_digits'],
    ['٤٨٢٩١٥', 'pin_not_digits'],
    ['', 'pin_wrong_length'],
    ['48291', 'pin_wrong_length'],
    ['4829150', 'pin_wrong_length'],
    ['111111', 'pin_repeated'],
    ['121212', 'pin_repeated'],
    ['927927', 'pin_repeated'],
    ['777737', 'pin_repeated'],
    ['123456', 'pin_sequence'],
    ['654321', 'pin_sequence'],
    ['890123', 'pin_sequence'],
    ['135791', 'pin_sequence'],
    ['915678', 'pin_contains_phone'],
    ['567890', 'pin_sequence'],
    ['012349', 'pin_contains_phone'],
    ['959753', null],
    ['159753', 'pin_common'],
    ['901230', 'pin_contains_phone'],
    ['871129', 'pin_common'],
    ['291187', 'pin_common'],
  ])('%j gets %s', (pin, code) => {
    expect(checkPin(pin, owner)).toBe(code);
  });

  test.each([
    ['4829', null],
    ['48291', null],
    ['482', 'pin_wrong_length'],
    ['5678', 'pin_sequence'],
    ['1129', 'pin_common'],
    ['2911', 'pin_common'],
    ['1004', 'pin_common'],
    ['1987', 'pin_common'],
    ['8282', 'pin_repeated'],
  ])('%j of four digits gets %s', (pin, code) => {
    expect(checkPin(pin, four)).toBe(code);
  });

  test('of a recipient without a phone still meets the other rules', () => {
    expect(checkPin('915678', { phone: null })).toBeNull();
  });

  test.each([
    { min: 3, max: 6 },
    { min: 4, max: 13 },
    { min: 8, max: 6 },
    { min: 4.5, max: 6 },
  ])('rejects the policy %j', (digits) => {
    expect(() => checkPin('482915', { phone: null, digits })).toThrow(RangeError);
  });

  test('contains no part of the phone number', () => {
    const phone = fc.integer({ min: 20_000_000, max: 99_999_999 });
    fc.assert(
      fc.property(phone, fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 99 }), (n, at, rest) => {
        const pin = `${String(n).slice(at, at + 4)}${String(rest).padStart(2, '0')}`;
        return checkPin(pin, { phone: `+8210${n}` }) !== null;
      }),
    );
  });

  test('is rarely refused when it is chosen at random', () => {
    let refused = 0;
    for (let n = 0; n < 1_000_000; n += 7) {
      if (checkPin(String(n).padStart(6, '0'), { phone: '+821012345678' }) !== null) refused++;
    }
    expect(refused / (1_000_000 / 7)).toBeLessThan(0.02);
  });
});

test('a PIN is normalised', () => {
  expect(normalisePin('１２ ')).toBe('12');
});
