import fc from 'fast-check';
import { Value } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { AmountMinor, AmountMinorOrZero, Currency } from './http/shapes.ts';
import { currencyExponent, formatMoney, isCurrency, minorFromJson, minorToJson, shareOf } from './money.ts';

describe('amounts in JSON', () => {
  test('survive a round trip', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (n) => Object.is(minorToJson(minorFromJson(n)), n === 0 ? 0 : n)),
    );
  });

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%s is not an amount', (n) => {
    expect(() => minorFromJson(n)).toThrow(RangeError);
  });

  test('are refused rather than rounded', () => {
    expect(minorToJson(2n ** 53n - 1n)).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => minorToJson(2n ** 53n)).toThrow(RangeError);
    expect(() => minorToJson(-(2n ** 53n))).toThrow(RangeError);
  });

  test('match their schemas', () => {
    expect([1, 0, -1, 1.5, '1', 2 ** 53].map((n) => Value.Check(AmountMinor, n))).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect([0, -1].map((n) => Value.Check(AmountMinorOrZero, n))).toEqual([true, false]);
    expect(['KRW', 'krw', 'KRWX', ''].map((c) => Value.Check(Currency, c))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('amounts for people', () => {
  test.each([
    [50_000n, 'KRW', 'ko', '50,000원'],
    [50_000n, 'KRW', 'en', '₩50,000'],
    [0n, 'KRW', 'ko', '0원'],
    [1_234n, 'USD', 'en', '$12.34'],
    [5n, 'USD', 'ko', '$0.05'],
    [1_234_567n, 'KWD', 'en', 'KWD 1,234.567'],
    [9_007_199_254_740_993n, 'USD', 'en', '$90,071,992,547,409.93'],
    [9_007_199_254_740_993n, 'KRW', 'ko', '9,007,199,254,740,993원'],
  ] as const)('%s %s in %s', (amount_minor, currency, locale, text) => {
    expect(formatMoney({ amount_minor, currency }, locale).replace('\u00a0', ' ')).toBe(text);
  });

  test('keep every digit', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 2n ** 70n }),
        fc.constantFrom('KRW', 'USD', 'KWD'),
        (amount_minor, currency) => {
          const digits = formatMoney({ amount_minor, currency }, 'en').replace(/\D/g, '');
          return BigInt(digits) === amount_minor;
        },
      ),
    );
  });

  test('know the ISO currencies', () => {
    expect(['KRW', 'USD', 'KWD'].map(currencyExponent)).toEqual([0, 2, 3]);
    expect(isCurrency('ZZZ')).toBe(false);
    expect(() => currencyExponent('ZZZ')).toThrow(RangeError);
  });
});

describe('a share', () => {
  test.each([
    [10_000n, 250, 250n],
    [99n, 50, 0n],
    [100n, 50, 1n],
    [101n, 10_000, 101n],
    [33_333n, 0, 0n],
  ])('of %s at %s basis points', (amount, rate, share) => {
    expect(shareOf(amount, rate)).toBe(share);
  });

  test('is never more than the whole, and within half a unit of the exact share', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 2n ** 60n }),
        fc.integer({ min: 0, max: 10_000 }),
        (amount, rate) => {
          const share = shareOf(amount, rate);
          const errorTimesTenThousand = share * 10_000n - amount * BigInt(rate);
          return (
            share >= 0n &&
            share <= amount &&
            errorTimesTenThousand > -5_000n &&
            errorTimesTenThousand <= 5_000n
          );
        },
      ),
    );
  });

  test.each([-1, 10_001, 0.5, Number.NaN])('rejects the rate %s', (rate) => {
    expect(() => shareOf(100n, rate)).toThrow(RangeError);
  });
});
