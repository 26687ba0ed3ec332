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
  keys.startTurn(listen);
  keys.speechEnded();
  for (const key of text) keys.press(key, 0);
  return { keys, input: keys.takeComplete(listen, 0) };
}

describe('an input is complete', () => {
  test.each([
    ['when it has all digits', '123456', digits('123456')],
    ['after the finishing key', '12#', digits('12')],
    ['after that key alone, which repeats the turn', '#', digits('')],
    ['after a leading star', '*', digits('*')],
    ['but not with fewer digits', '12', undefined],
    ['but not after a later star', '12*', undefined],
  ])('%s', (_how, text, input) => {
    expect(keyed(text).input).toEqual(input);
  });

  test('on a timeout, with whatever was keyed', () => {
    expect(keyed('12').keys.takeRest()).toEqual(digits('12'));
    expect(keyed('').keys.takeRest()).toEqual({ kind: 'silence' });
  });
});

describe('keys typed ahead', () => {
  test('go to the next turns, in order', () => {
    const { keys, input } = keyed('12#34#5');
    expect(input).toEqual(digits('12'));
    keys.startTurn(LISTEN);
    expect(keys.takeComplete(LISTEN, 0)).toEqual(digits('34'));
    keys.startTurn(LISTEN);
    expect(keys.takeComplete(LISTEN, 0)).toBeUndefined();
    expect(keys.takeRest()).toEqual(digits('5'));
  });

  test('are dropped by a turn that does not allow them', () => {
    const { keys } = keyed('12#34#');
    keys.startTurn({ ...LISTEN, type_ahead: false });
    expect(keys.hasKeys).toBe(false);
  });

  test('do not count while a turn without barge-in is spoken', () => {
    const keys = new Keys();
    const listen = { ...LISTEN, barge_in: false, digits_max: 1 };
    keys.startTurn(listen);
    keys.press('1', 0);
    expect(keys.takeComplete(listen, 0)).toBeUndefined();
    keys.speechEnded();
    keys.press('2', 0);
    expect(keys.takeComplete(listen, 0)).toEqual(digits('2'));
  });
});

describe('the finishing key pressed out of habit after a complete input', () => {
  test.each([
    ['at once', '123456#7', 0],
    ['a moment later', '123456', 1_000],
  ])('is not an input of its own: %s', (_how, text, after_ms) => {
    const { keys, input } = keyed(text);
    expect(input).toEqual(digits('123456'));
    keys.startTurn(LISTEN);
    if (after_ms > 0) keys.press('#', after_ms);
    if (after_ms > 0) keys.press('7', after_ms);
    expect(keys.takeComplete(LISTEN, after_ms)).toBeUndefined();
    expect(keys.takeRest()).toEqual(digits('7'));
  });

  test('is an input when it comes later', () => {
    const { keys } = keyed('123456');
    keys.startTurn(LISTEN);
    keys.press('#', 2_000);
    expect(keys.takeComplete(LISTEN, 2_000)).toEqual(digits(''));
  });
});
