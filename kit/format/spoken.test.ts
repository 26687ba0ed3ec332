import { describe, expect, test } from 'vitest';
import { maskName } from '../names.ts';
import {
  spokenDate,
  spokenDateTime,
  spokenHours,
  spokenMaskedName,
  spokenMoney,
  spokenPerson,
  spokenPhone,
  spokenText,
} from './spoken.ts';
import { englishOrdinal, englishYear, spokenCount, spokenDigits, spokenNumber } from './spoken-numbers.ts';

describe('a number', () => {
  test.each([
    [0n, '영', 'zero'],
    [10n, '십', 'ten'],
    [11n, '십일', 'eleven'],
    [20n, '이십', 'twenty'],
    [100n, '백', 'one hundred'],
    [110n, '백십', 'one hundred and ten'],
    [1_000n, '천', 'one thousand'],
    [1_001n, '천일', 'one thousand and one'],
    [2_026n, '이천이십육', 'two thousand and twenty-six'],
    [10_000n, '만', 'ten thousand'],
    [11_000n, '만 천', 'eleven thousand'],
    [12_345n, '만 이천삼백사십오', 'twelve thousand three hundred and forty-five'],
    [50_000n, '오만', 'fifty thousand'],
    [110_000n, '십일만', 'one hundred and ten thousand'],
    [1_000_000n, '백만', 'one million'],
    [100_000_000n, '일억', 'one hundred million'],
    [100_010_000n, '일억 일만', 'one hundred million ten thousand'],
    [
      1_234_567_890n,
      '십이억 삼천사백오십육만 칠천팔백구십',
      expect.stringContaining('one billion two hundred'),
    ],
    [9_007_199_254_740_991n, '구천칠조 천구백구십이억 오천사백칠십사만 구백구십일', expect.any(String)],
  ])('%s', (value, ko, en) => {
    expect(spokenNumber(value, 'ko')).toBe(ko);
    expect(spokenNumber(value, 'en')).toEqual(en);
  });

  test('below zero is refused', () => {
    expect(() => spokenNumber(-1n, 'ko')).toThrow(RangeError);
    expect(() => spokenCount(-1n, 'ko')).toThrow(RangeError);
  });

  test.each([
    [1n, '한', 'one'],
    [2n, '두', 'two'],
    [3n, '세', 'three'],
    [4n, '네', 'four'],
    [5n, '다섯', 'five'],
    [6n, '여섯', 'six'],
    [7n, '일곱', 'seven'],
    [8n, '여덟', 'eight'],
    [9n, '아홉', 'nine'],
    [10n, '열', 'ten'],
    [11n, '열한', 'eleven'],
    [20n, '스무', 'twenty'],
    [21n, '스물한', 'twenty-one'],
    [99n, '아흔아홉', 'ninety-nine'],
    [100n, '백', 'one hundred'],
    [120n, '백스무', 'one hundred and twenty'],
    [203n, '이백세', 'two hundred and three'],
  ])('%s as a count', (value, ko, en) => {
    expect(spokenCount(value, 'ko')).toBe(ko);
    expect(spokenCount(value, 'en')).toBe(en);
  });

  test('is read digit by digit where it is an identifier', () => {
    expect(spokenDigits('2985091195', 'ko')).toBe('이구팔오공구일일구오');
    expect(spokenDigits('4242', 'en')).toBe('four two four two');
  });

  test.each([
    [1, 'first'],
    [2, 'second'],
    [3, 'third'],
    [9, 'ninth'],
    [12, 'twelfth'],
    [15, 'fifteenth'],
    [20, 'twentieth'],
    [22, 'twenty-second'],
    [30, 'thirtieth'],
    [31, 'thirty-first'],
  ])('%s as a day', (day, spoken) => expect(englishOrdinal(day)).toBe(spoken));

  test.each([
    [2000, 'two thousand'],
    [2008, 'two thousand and eight'],
    [2026, 'twenty twenty-six'],
    [2031, 'twenty thirty-one'],
    [2100, 'two thousand one hundred'],
    [2105, 'twenty-one oh five'],
  ])('%s as a year', (year, spoken) => expect(englishYear(year)).toBe(spoken));
});

test('money', () => {
  const won = { amount_minor: 50_000n, currency: 'KRW' };
  expect(spokenMoney(won, 'ko')).toBe('오만 원');
  expect(spokenMoney(won, 'en')).toBe('fifty thousand won');
  expect(spokenMoney({ amount_minor: 123_456, currency: 'KRW' }, 'ko')).toBe('십이만 삼천사백오십육 원');
  expect(spokenMoney({ amount_minor: 1_234, currency: 'USD' }, 'en')).toBe('12.34 US dollars');
  expect(spokenMoney({ amount_minor: 1_234, currency: 'USD' }, 'ko')).toContain('달러');
});

test('a phone number', () => {
  expect(spokenPhone('+821098765432', 'ko')).toBe('공일공, 구팔칠육, 오사삼이');
  expect(spokenPhone('+8225551234', 'ko')).toBe('공이, 오오오, 일이삼사');
  expect(spokenPhone('+821012345678', 'en')).toBe('zero one zero, one two three four, five six seven eight');
  expect(spokenPhone('+12025550123', 'en')).toMatch(/^plus one, two zero two/);
});

test('dates and times, in Korean time', () => {
  expect(spokenDate('2026-11-24T15:00:00Z', 'ko')).toBe('이천이십육년 십일월 이십오일');
  expect(spokenDate('2031-06-10T00:00:00Z', 'ko')).toBe('이천삼십일년 유월 십일');
  expect(spokenDate('2031-10-01T00:00:00Z', 'ko')).toBe('이천삼십일년 시월 일일');
  expect(spokenDate('2026-11-24T15:00:00Z', 'en')).toBe('the twenty-fifth of November twenty twenty-six');
  expect(spokenDateTime('2026-01-02T09:00:00Z', 'ko')).toBe('일월 이일 오후 여섯 시');
  expect(spokenDateTime('2026-01-01T15:05:00Z', 'ko')).toBe('일월 이일 오전 열두 시 오 분');
  expect(spokenDateTime('2026-01-02T03:30:00Z', 'ko')).toBe('일월 이일 오후 열두 시 삼십 분');
  expect(spokenDateTime('2026-01-02T09:05:00Z', 'en')).toBe(
    'the second of January, six oh five p.m. Korean time',
  );
});

test('a masked name is described without stars', () => {
  expect(spokenMaskedName('홍*동', 'ko')).toBe('모두 세 글자이고, 첫 글자는 홍, 끝 글자는 동');
  expect(spokenMaskedName('홍*', 'ko')).toBe('모두 두 글자이고, 첫 글자는 홍');
  expect(spokenMaskedName('남**동', 'ko')).toBe('모두 네 글자이고, 첫 글자는 남, 끝 글자는 동');
  expect(spokenMaskedName('*', 'ko')).toBe('모두 한 글자이고, 그 글자는 가려져 있어요');
  expect(spokenMaskedName(maskName('Federica Sanchez'), 'en')).toBe(
    'two words: eight letters, the first is F; then seven letters, the first is S',
  );
  expect(spokenMaskedName(maskName('Federica Sanchez'), 'ko')).toContain('첫 글자는 F');
  expect(spokenMaskedName('A**********', 'ko')).toBe('모두 열한 글자이고, 첫 글자는 A');
  expect(spokenMaskedName('홍*동', 'en')).toBe('three letters, the first is 홍, the last is 동');
  for (const name of ['홍길동', '홍길', 'O', '남궁길동', 'Federica Sanchez', 'X Æ A'])
    for (const locale of ['ko', 'en'] as const)
      expect(spokenMaskedName(maskName(name), locale)).not.toContain('*');
});

test.each([
  [
    '홍길동',
    '이름이 홍으로 시작하고 동으로 끝나는 분',
    'the person whose name begins with 홍 and ends with 동',
  ],
  ['홍길', '이름이 홍으로 시작하는 분', 'the person whose name begins with 홍'],
  ['이하나', '이름이 이로 시작하고 나로 끝나는 분', 'the person whose name begins with 이 and ends with 나'],
  ['Federica Sanchez', '이름이 F, S로 시작하는 분', 'the person with the initials F and S'],
  ['홍', '상대방', 'the other person'],
  ['', '상대방', 'the other person'],
])('%s, masked, as a part of a sentence', (name, ko, en) => {
  expect(spokenPerson(maskName(name), 'ko')).toBe(ko);
  expect(spokenPerson(maskName(name), 'en')).toBe(en);
});

test('user text is spoken without emoji and symbols', () => {
  expect(spokenText('생일 축하해요 🎂🎉 <b>"사랑해"</b>\n# 끝')).toBe('생일 축하해요 b 사랑해 /b 끝');
  expect(spokenText('가'.repeat(500))).toHaveLength(300);
});

test.each([
  ['매일 10:00–21:00', 'ko', '매일 오전 열 시부터 오후 아홉 시까지'],
  ['평일 09:30~18:05, 일요일 쉼', 'ko', '평일 오전 아홉 시 삼십 분부터 오후 여섯 시 오 분까지, 일요일 쉼'],
  ['Daily 10:00 - 24:00', 'en', 'Daily from ten a.m. to twelve a.m.'],
  ['from 7:05 on', 'en', 'from seven oh five a.m. on'],
  ['<연중무휴>', 'ko', '연중무휴'],
] as const)('opening hours as a shop writes them: %s', (text, locale, spoken) => {
  expect(spokenHours(text, locale)).toBe(spoken);
});
