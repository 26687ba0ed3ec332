import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textParts } from './text-parts.ts';

const graphemes = new Intl.Segmenter('ko', { granularity: 'grapheme' });
const partsOf = (text: string) => textParts(text, 1).map(({ short_message }) => short_message.message);

/** Where the characters of a text begin, as readers see them. */
function bordersOf(text: string): Set<number> {
  return new Set([...Array.from(graphemes.segment(text), ({ index }) => index), text.length]);
}

test.each([
  ['a family', '👨‍👩‍👧‍👦'],
  ['a flag', '🇰🇷'],
  ['a syllable of three letters', '각'.normalize('NFD')],
  ['a skin tone', '👍🏽'],
  ['a letter with marks', 'ệ'.normalize('NFD')],
])('%s at the border of two parts is not cut', (_what, sign) => {
  for (let before = 60; before <= 67; before++) {
    const parts = partsOf(`${'가'.repeat(before)}${sign}${'나'.repeat(60)}`);
    expect(parts.filter((part) => part.includes(sign))).toHaveLength(1);
  }
});

test('parts are the whole text, fit, and end between characters', () => {
  const sign = fc.constantFrom('가', 'a', '👨‍👩‍👧‍👦', '🇰🇷', '각'.normalize('NFD'), '€', '\n', 'e\u0301');
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 150 }), (signs) => {
      const text = signs.join('');
      const parts = partsOf(text);
      expect(parts.join('')).toBe(text);
      const borders = bordersOf(text);
      let at = 0;
      for (const part of parts) {
        at += part.length;
        expect(borders.has(at)).toBe(true);
        expect(part.length).toBeLessThanOrEqual(parts.length === 1 ? 160 : 153);
      }
    }),
  );
});

test('what is longer than a part is cut all the same', () => {
  const heap = `e${'\u0301'.repeat(200)}`;
  expect(partsOf(heap).join('')).toBe(heap);
});
