import { expect, test } from 'vitest';
import { hasUniqueMembers } from './json.ts';

test.each([
  ['{}', true],
  ['{"a":1,"b":{"a":1}}', true],
  ['[{"a":1},{"a":2}]', true],
  ['{"a:":":","b\\\\":"\\":\\\\"}', true],
  ['{"a":1,"a":2}', false],
  ['{"a":{"b":1,"b":2}}', false],
  ['[[{"a":"x:","a":"y"}]]', false],
  ['{"a":1,"\\u0061":2}', false],
  ['{"a":1,"a":1}', true],
  ['"a:b"', true],
])('%s has members of its own name each: %s', (text, unique) => {
  expect(hasUniqueMembers(text, JSON.parse(text))).toBe(unique);
});
