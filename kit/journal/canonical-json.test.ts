import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

test.each<[string, unknown, string]>([
  [
    'members by UTF-16 code units',
    { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 },
    '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}',
  ],
  ['numbers', [333333333.3333333, 1e30, 4.5, 2e-3, 1e-27, -0], '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]'],
  ['strings', '\u20ac$\u000f\nA\'B"\\"/', '"\u20ac$\\u000f\\nA\'B\\"\\\\\\"/"'],
  ['nested values, and none', { b: [{ d: null, c: true }], a: undefined }, '{"b":[{"c":true,"d":null}]}'],
])('%s', (_what, value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

test('what JSON has no word for is refused', () => {
  expect(() => canonicalJson([undefined])).toThrow(TypeError);
  expect(() => canonicalJson({ amount_minor: 5n })).toThrow(TypeError);
});
