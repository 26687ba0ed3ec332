import { describe, expect, test } from 'vitest';
import { knownPlaceholders, misworded } from './placeholders.ts';

const STANDARD = '{{sender_name}} sent you {{amount, money}}.\n{{link}}';
const KNOWN = knownPlaceholders([STANDARD, '{{shop_name, josa:을/를}}']);

test('what a message knows is each placeholder once, without particles', () => {
  expect(KNOWN).toEqual(['sender_name', 'amount, money', 'link', 'shop_name']);
});

describe('a text', () => {
  test.each([
    STANDARD,
    'A gift: {{link}}',
    '{{ sender_name }} {{link}}',
    '{{sender_name, josa:이/가}} {{amount, money, josa:을/를}} {{link}}',
    'Braces { } alone are text. {{link}}',
  ])('“%s” can be said', (text) => {
    expect(misworded(text, STANDARD, KNOWN)).toBeUndefined();
  });

  test.each([
    ['{{sender}} {{link}}', 'wording_variable_unknown', 'sender'],
    // Another format than the message's.
    ['{{amount}} {{link}}', 'wording_variable_unknown', 'amount'],
    ['{{sender_name, josa:과/와}} {{link}}', 'wording_variable_unknown', 'sender_name, josa:과/와'],
    ['{{}} {{link}}', 'wording_variable_unknown', ''],
    ['{{sender_name {{link}}', 'wording_variable_unknown', 'sender_name {{link'],
    ['{{link}} {{', 'wording_variable_unknown', '{{'],
    ['Come and get it.', 'wording_variable_missing', 'link'],
  ])('“%s” is refused', (text, code, variable) => {
    expect(misworded(text, STANDARD, KNOWN)).toEqual({ code, variable });
  });
});
