import { expect, test } from 'vitest';
import { COUNTRIES_SERVED_SETTING, isServed, readCountries } from './countries-served.ts';

const served = readCountries(COUNTRIES_SERVED_SETTING.fallback ?? '');

test.each([
  ['+821012345678', true],
  ['+12025550123', true],
  ['+870776712345', false], // satellite
  ['+881612345678', false], // satellite
  ['+88213300655', false], // a network of no country
  ['+79161234567', false], // not served
  ['+5359474111', false],
])('%s is served: %s', (phone, answer) => {
  expect(isServed(phone, served)).toBe(answer);
});

test('a server may serve fewer or other countries', () => {
  expect(isServed('+12025550123', readCountries('KR'))).toBe(false);
  expect(isServed('+79161234567', readCountries('KR RU'))).toBe(true);
  for (const wrong of ['', 'KR,US', 'Korea', 'KR XX']) expect(() => readCountries(wrong)).toThrow('KR US');
});
