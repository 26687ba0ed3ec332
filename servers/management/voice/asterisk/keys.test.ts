import { describe, expect, test } from 'vitest';
import type { LineInput, Listen } from '../turn.ts';
import { Keys } from './keys.ts';

const LISTEN: Listen = {
  digits_max: 6,
  first_ms: 6_000,
  inter_ms: 3_000,
  finish_on: '#',
  barge_in: true,
  type_ahead: true,
  secret: false,
};
const digits = (text: string): LineInput => ({ kind: 'digits', digits: text });

function keyed(text: string, listen: Listen = LISTEN): { keys: Keys; input: LineInput | undefined } {
  const keys = new Keys();
  keys.begin(listen);
  keys.said();
  for (const key of text) keys.press(key, 0);
  return { keys, input: keys.complete(listen, 0) };
}

describe('an input is complete', () => {
  test.each([
    ['by its length', '123456', digits('123456')],
    ['by the key that ends it', '12#', digits('12')],
    ['by that key alone, which is to hear it again', '#', digits('')],
    ['by a star that comes first', '*', digits('*')],
    ['not before', '12', undefined],
    ['not by a star that comes later', '12*', undefined],
  ])('%s', (_how, text, input) => {
    expect(keyed(text).input).toEqual(input);
  });

  test('by the time that has passed, with what there is', () => {
    expect(keyed('12').keys.rest()).toEqual(digits('12'));
    expect(keyed('').keys.rest()).toEqual({ kind: 'silence' });
  });
});

describe('keys ahead', () => {
  test('are for the next turns, in order', () => {
    const { keys, input } = keyed('12#34#5');
    expect(input).toEqual(digits('12'));
    keys.begin(LISTEN);
    expect(keys.complete(LISTEN, 0)).toEqual(digits('34'));
    keys.begin(LISTEN);
    expect(keys.complete(LISTEN, 0)).toBeUndefined();
    expect(keys.rest()).toEqual(digits('5'));
  });

  test('are forgotten by a turn that wants none', () => {
    const { keys } = keyed('12#34#');
    keys.begin({ ...LISTEN, type_ahead: false });
    expect(keys.any).toBe(false);
  });

  test('do not count while a turn is said that must be heard', () => {
    const keys = new Keys();
    const listen = { ...LISTEN, barge_in: false, digits_max: 1 };
    keys.begin(listen);
    keys.press('1', 0);
    expect(keys.complete(listen, 0)).toBeUndefined();
    keys.said();
    keys.press('2', 0);
    expect(keys.complete(listen, 0)).toEqual(digits('2'));
  });
});

describe('the ending key out of habit after a complete input', () => {
  test.each([
    ['in one go', '123456#7', 0],
    ['a moment later', '123456', 1_000],
  ])('is no input of its own: %s', (_how, text, after_ms) => {
    const { keys, input } = keyed(text);
    expect(input).toEqual(digits('123456'));
    keys.begin(LISTEN);
    if (after_ms > 0) keys.press('#', after_ms);
    if (after_ms > 0) keys.press('7', after_ms);
    expect(keys.complete(LISTEN, after_ms)).toBeUndefined();
    expect(keys.rest()).toEqual(digits('7'));
  });

  test('is one when it comes later', () => {
    const { keys } = keyed('123456');
    keys.begin(LISTEN);
    keys.press('#', 2_000);
    expect(keys.complete(LISTEN, 2_000)).toEqual(digits(''));
  });
});
