import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseName } from './name.ts';

test.each([
  ['홍길동', '홍길동'],
  ['  홍\t길동\u3000 ', '홍 길동'],
  ['홍길동'.normalize('NFD'), '홍길동'],
  ['\ufeff홍\u200b길동\u200e', '홍길동'],
  ['\u202aFederica Sanchez\u202c', 'Federica Sanchez'],
  ['J.R.R. Tolkien', 'J.R.R. Tolkien'],
  ['Dr.Kim', 'Dr. Kim'],
  ['Mr.Kim Minsu', 'Mr. Kim Minsu'],
  ['A.De Souza', 'A. De Souza'],
  ["O'Neil-Kim, Jr.", "O'Neil-Kim, Jr."],
  ['엄마❤️', '엄마❤️'],
  ['👨‍👩‍👧', '👨‍👩‍👧'],
  ['علی‌رضا', 'علی‌رضا'],
  ['क्‍ष', 'क्‍ष'],
  ['葛\u{e0100}城', '葛\u{e0100}城'],
  ['홍길동\n', '홍길동'],
  ['X', 'X'],
])('%j is %j', (raw, name) => {
  expect(parseName(raw)).toEqual({ ok: true, value: name });
});

test.each([
  '',
  '   ',
  '\t',
  '\u200b\u2060',
  '\u3164',
  '\u2800\u3164',
  '...',
  '국제발신\n계좌정지 http://evil.example/x 확인',
  '국제발신\n계좌정지',
  '홍길동\u2028확인',
  '홍길동 evil.example',
  '홍길동 evil。com',
  '홍길동 evil.cards',
  'evil.kim',
  'evil.중국 evil.中国',
  'naver.com에서',
  '☎1588~9944',
  '010/1234/5678',
  '010·1234·5678',
  '010_1234_5678',
  '홍길동 evil．top/x',
  '홍길동 카카오톡.한국',
  'www.evil',
  'tg://resolve',
  'Kim <minsu@example.com>',
  '카드정지 02-1234-5678',
  '계좌 １１０２３４５６７',
  '\u202eмэ',
  'A\u0007B',
  'A\u0000B',
  'A\ufffdB',
  `a${'\u0301'.repeat(9)}`,
  '가'.repeat(101),
  'x'.repeat(1_001),
])('%j is refused', (raw) => {
  expect(parseName(raw)).toEqual({ ok: false, code: 'name_invalid' });
});

test('never throws, is stable when parsed again, and holds nothing that breaks a sentence', () => {
  const letters = fc.string({
    unit: fc.constantFrom(...'가힣aZ. @/:\u200d\u200c\ufe0f👨👩❤\u0301\u202e\u2068\u3164\t\n1ख़م۔\u{e0067}🏴'),
    maxLength: 20,
  });
  fc.assert(
    fc.property(fc.oneof(letters, fc.string({ unit: 'binary' }), fc.emailAddress(), fc.webUrl()), (raw) => {
      const parsed = parseName(raw);
      if (!parsed.ok) return;
      expect(parseName(parsed.value)).toEqual(parsed);
      expect(parsed.value).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]|^\s|\s$|\s\s/u);
    }),
    { numRuns: 2_000 },
  );
});
