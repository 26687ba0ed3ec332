import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPin, normalisePin } from './pin-policy.ts';

const owner = { phone: '+821012345678' };
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
    ['112987', 'pin_common'],
    ['872911', 'pin_common'],
    ['000229', 'pin_common'],
    ['198711', 'pin_common'],
    ['111987', 'pin_common'],
    ['000230', null],
    ['871329', null],
  ])('%j gets %s', (pin, code) => {
    expect(checkPin(pin, owner)).toBe(code);
  });

  test.each([
    ['4829', null],
    ['48291', null],
    ['482', 'pin_wrong_length'],
    ['5678', 'pin_sequence'],
    ['0930', 'pin_common'],
    ['0931', null],
    ['1129', 'pin_common'],
    ['2911', 'pin_common'],
    ['1004', 'pin_common'],
    ['1987', 'pin_common'],
    ['8282', 'pin_repeated'],
  ])('%j of four digits gets %s', (pin, code) => {
    expect(checkPin(pin, four)).toBe(code);
  });

  test.each([
    ['19871129', 'pin_common'],
    ['20013112', 'pin_common'],
    ['29111987', 'pin_common'],
    ['11291987', 'pin_common'],
    ['18871129', null],
    ['19871329', null],
  ])('%j of eight digits gets %s', (pin, code) => {
    expect(checkPin(pin, { phone: null, digits: { min: 8, max: 8 } })).toBe(code);
  });

  test('is no birthday', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.constantFrom(4, 6, 8), fc.nat(3), (born, length, order) => {
        const [year = '', month = '', date = ''] = born.toISOString().slice(0, 10).split('-');
        const short = { 4: '', 6: year.slice(2), 8: year }[length] ?? '';
        const orders = [
          short + month + date,
          short + date + month,
          month + date + short,
          date + month + short,
        ];
        const pin = orders[order] ?? '';
        return checkPin(pin, { phone: null, digits: { min: length, max: length } }) !== null;
      }),
    );
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

  test('is mostly taken when it is chosen at random', () => {
    let refused = 0;
    for (let n = 0; n < 1_000_000; n += 7) {
      if (checkPin(String(n).padStart(6, '0'), { phone: '+821012345678' }) !== null) refused++;
    }
    expect(refused / (1_000_000 / 7)).toBeLessThan(0.15);
  });
});

test('a PIN is normalised', () => {
  expect(normalisePin('１２ ')).toBe('12');
});
