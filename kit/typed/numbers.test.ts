import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newCertificateNumber } from '../check-digits.ts';
import { looksLikeAmount, parseAmount } from './amount.ts';
import { parseCertificateNumber } from './certificate-number.ts';
import { parseCode } from './code.ts';
import { parseDay } from './day.ts';
import { parseMemberNumber } from './member-number.ts';
import { parsePin } from './pin.ts';

describe('an amount of won', () => {
  test.each([
    ['50,000', 50_000n],
    ['50000', 50_000n],
    ['５０，０００', 50_000n],
    ['50,000원', 50_000n],
    ['50,000 원', 50_000n],
    ['₩50,000', 50_000n],
    ['￦50,000', 50_000n],
    ['\\50,000', 50_000n],
    ['50,000 KRW', 50_000n],
    ['KRW 50,000', 50_000n],
    ['50000won', 50_000n],
    ['5만원', 50_000n],
    ['5만', 50_000n],
    ['5 만 원', 50_000n],
    ['1만5천원', 15_000n],
    ['5만5000원', 55_000n],
    ['1.5만', 15_000n],
    ['3천원', 3_000n],
    ['100만원', 1_000_000n],
    ['오만원', 50_000n],
    ['십만', 100_000n],
    ['만오천원', 15_000n],
    ['5만오천원', 55_000n],
    ['5만 오천원', 55_000n],
    ['오만5천', 55_000n],
    ['금 오만원정', 50_000n],
    ['금오만원', 50_000n],
    ['금 50,000원정', 50_000n],
    ['일금 오만원정', 50_000n],
    ['오만원 정', 50_000n],
    ['50k', 50_000n],
    ['50K', 50_000n],
  ])('%s is %s', (raw, minor) => {
    expect(parseAmount(raw, 'KRW')).toEqual({ ok: true, value: minor });
  });

  test.each([
    ...[
      '',
      '0',
      '0원',
      '-5000',
      '−5,000원',
      '+5000',
      '50,00',
      '5,0000',
      '50.000',
      '50000.00',
      '5만5',
      '5만 5만',
    ],
    ...[
      '$50',
      '50 USD',
      '50,000 JPY',
      '5~6만',
      '1e5',
      '오천만만',
      '만만',
      '만원만원',
      '5만오만',
      '5만오',
      '5만오천만',
      '금',
      '일금',
      '금요일',
      '정',
      '홍길동',
      '9'.repeat(16),
    ],
  ])('%j is refused', (raw) => {
    expect(parseAmount(raw, 'KRW')).toEqual({ ok: false, code: 'amount_invalid' });
  });

  test('any amount is understood as it is formatted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), (won) => {
        for (const text of [`${won}`, won.toLocaleString('en'), `₩${won.toLocaleString('en')}`, `${won}원`])
          expect(parseAmount(text, 'KRW')).toEqual({ ok: true, value: BigInt(won) });
        expect(parseAmount(`${won}만원`, 'KRW')).toEqual({ ok: true, value: BigInt(won) * 10_000n });
      }),
    );
  });

  test('never throws', () => {
    const units = fc.string({
      unit: fc.constantFrom(...'0123456789,.만천백십일오k원₩- KRWkrw$'),
      maxLength: 15,
    });
    fc.assert(
      fc.property(fc.oneof(units, fc.string()), (raw) => {
        const parsed = parseAmount(raw, 'KRW');
        return !parsed.ok || parsed.value > 0n;
      }),
      { numRuns: 2_000 },
    );
  });
});

test('dollars have cents', () => {
  expect(parseAmount('$1,012.50', 'USD')).toEqual({ ok: true, value: 101_250n });
  expect(parseAmount('12.5 USD', 'USD')).toEqual({ ok: true, value: 1_250n });
  for (const raw of ['12.505', '5만', '₩5', '1,2.50']) expect(parseAmount(raw, 'USD').ok).toBe(false);
});

test.each(['-5000', '50 USD', '50,000 KRW', '5만원', '5-6만', '오만원', '(5,000)'])(
  '%s looks like an amount',
  (text) => {
    expect(looksLikeAmount(text)).toBe(true);
  },
);

test.each(['홍길동', 'Kim', '이만', '7동 홍길동', 'Won Bin'])('%s does not', (text) => {
  expect(looksLikeAmount(text)).toBe(false);
});

test.each([
  ['486 215', '486215'],
  ['４８６２１５', '486215'],
  ['486-215', '486215'],
  [' 4862\u200b15. ', '486215'],
  ['4821', '4821'],
])('%j is a PIN', (raw, pin) => {
  expect(parsePin(raw)).toEqual({ ok: true, value: pin });
});

test.each([
  ['ㅂㅈㄷㄱ', 'pin_not_digits'],
  ['48621O', 'pin_not_digits'],
  ['', 'pin_wrong_length'],
  ['4', 'pin_wrong_length'],
  ['1'.repeat(18), 'pin_wrong_length'],
  ['1'.repeat(201), 'pin_not_digits'],
])('%j can’t be a PIN', (raw, code) => {
  expect(parsePin(raw)).toEqual({ ok: false, code });
});

test.each([
  '399139',
  '399 139',
  '３９９１３９',
  '399-139',
  ' 399139.\n',
  '인증번호 399139',
  'code: 399139',
  '[선물] 인증번호는 399139이에요. 10분 안에 입력해 주세요.',
  'Your code is 399139. It expires in 10 minutes.',
])('%j is a code', (raw) => {
  expect(parseCode(raw)).toEqual({ ok: true, value: '399139' });
});

test.each([
  '',
  '39913',
  '3991399',
  '39913O',
  'O399139',
  'ㅂㅈㄷㄱㅁㄴ',
  '인증번호 39913',
  '인증번호 3991399',
  '인증번호 399139, 399140',
  'code 399139 or 486215',
  'code 399-139-486215',
])('%j can’t be a code', (raw) => {
  expect(parseCode(raw)).toEqual({ ok: false, code: 'code_not_digits' });
});

test('a certificate number is understood in any groups, and only with its check digit', () => {
  const number = newCertificateNumber((count) => Buffer.alloc(count, 5));
  const groups = number.match(/\d{4}/g) ?? [];
  const fullWidth = [...number].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
  for (const raw of [
    number,
    groups.join('-'),
    groups.join(' '),
    `${number}\r\n`,
    `\n${groups.join(' – ')}`,
    fullWidth,
  ])
    expect(parseCertificateNumber(raw)).toEqual({ ok: true, value: number });
  const wrong = `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`;
  for (const raw of [wrong, number.slice(1), `${number}0`, `x${number}`, ''])
    expect(parseCertificateNumber(raw)).toEqual({ ok: false, code: 'certificate_number_invalid' });
});

test.each([
  '2985091195',
  '298-509-1195',
  '298 509 1195',
  '２９８－５０９－１１９５',
  ' 298.509.1195\u200b\n',
])('%j is a member number', (raw) => {
  expect(parseMemberNumber(raw)).toEqual({ ok: true, value: '2985091195' });
});

test.each(['2985091159', '298509119', '29850911950', '0985091195', '298509119O', 'haneul@example.com', ''])(
  '%j can’t be a member number',
  (raw) => {
    expect(parseMemberNumber(raw)).toEqual({ ok: false, code: 'member_number_invalid' });
  },
);

test.each([
  '2026-02-28',
  '2026.02.28',
  '2026. 2. 28.',
  '2026/2/28',
  '20260228',
  '2026년 2월 28일',
  '２０２６－０２－２８',
])('%s is a day', (raw) => {
  expect(parseDay(raw)).toEqual({ ok: true, value: '2026-02-28' });
});

test.each([
  '',
  '2026-02-29',
  '2026-13-01',
  '0026-02-28',
  '2126-02-28',
  '28.02.2026',
  '02/28/2026',
  '2026-2.28',
  '2026',
])('%j is no day', (raw) => {
  expect(parseDay(raw)).toEqual({ ok: false, code: 'date_invalid' });
});
