import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskName } from './names.ts';

test.each([
  ['홍길동', '홍*동'],
  ['홍길', '홍*'],
  ['홍', '*'],
  ['남궁길수', '남**수'],
  ['황보가나다', '황***다'],
  ['홍 길동', '홍*동'],
  ['  홍길동  ', '홍*동'],
  ['홍길동'.normalize('NFD'), '홍*동'],
  ['山田 太郎', '山**郎'],
  ['Federica Sanchez', 'F******* S******'],
  ['Federica', 'F*******'],
  ['J. R. Smith', 'J* R* S****'],
  ['X Æ', '* *'],
  ['Zoe\u0301', 'Z**'],
  ['', '*'],
  [' \u200b\u202e ', '*'],
  ['Ann\u202eeB', 'A****'],
])('%j is read back as %j', (name, masked) => {
  expect(maskName(name)).toBe(masked);
});

test('no name is shown in full, and at most two letters of a word are shown', () => {
  const letter = fc.constantFrom(...'가나다홍길동한abcXYZ山');
  fc.assert(
    fc.property(fc.string({ unit: letter, minLength: 1, maxLength: 30 }), (name) => {
      const masked = maskName(name);
      return masked !== name && masked.includes('*') && masked.replace(/\*/g, '').length <= 2;
    }),
  );
});
