import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDomestic, isMobile, isPersonal, maskPhone, nationalDigits } from './phone.ts';
import { formatPhone } from './phone-format.ts';
import { parsePhone } from './typed/phone.ts';

describe('a phone number', () => {
  test.each([
    '010-1234-5678',
    '01012345678',
    '010 1234 5678',
    '(010)1234.5678',
    '+82 10 1234 5678',
    '+821012345678',
    '+82 010-1234-5678',
    '+82 (0)10-1234-5678',
    '82-10-1234-5678',
    '0082 10 1234 5678',
    '0082-010-1234-5678',
    '001 82 10 1234 5678',
    '０１０－１２３４－５６７８',
    '＋８２　１０　１２３４　５６７８',
    '010–1234—5678',
    '010‑1234−5678',
    '010ー1234ー5678',
    '\u200e010\u00a01234\u20095678\u200b',
    '\ufeff010-1234-5678',
    '\t010-1234-5678 ',
    '010~1234~5678',
    'tel:+82-10-1234-5678',
    'TEL: 010-1234-5678',
    '010-1234-5678,',
    '+82-010-1234-5678;',
    '010-1234-5678\r\n',
    '010·1234·5678',
    '010・1234・5678',
    '010_1234_5678',
    "'010-1234-5678",
    '’01012345678',
    'Tel. 010-1234-5678',
    'tel 010-1234-5678',
    '전화 010-1234-5678',
    '전화: 010-1234-5678',
    '전화번호:010-1234-5678',
    'sms:+821012345678',
  ])('%j is +821012345678', (raw) => {
    expect(parsePhone(raw)).toEqual({ ok: true, e164: '+821012345678' });
  });

  test.each([
    ['02-123-4567', '+8221234567'],
    ['1588-1234', '+8215881234'],
    ['+1 (212) 555-0123', '+12125550123'],
    ['+81 90-1234-5678', '+819012345678'],
  ])('%s is %s', (raw, e164) => {
    expect(parsePhone(raw)).toEqual({ ok: true, e164 });
  });

  test.each([
    '',
    ' ',
    '+',
    '0',
    '112',
    'abc',
    '010-1234-567',
    '010-1234-56789',
    '010-123-4567',
    '010-1234-567O',
    '010-1234-5678 ext. 9',
    "''010-1234-5678",
    "010'1234'5678",
    'tel: sms: 010-1234-5678',
    'fax: 010-1234-5678',
    '_010-1234-5678',
    '010-1234-5678#9',
    '010-1234-5678;ext=9',
    '++821012345678',
    '010+12345678',
    '010-1234-5678,010-1111-2222',
    '010\n1234\n5678',
    '010\u00001234\u00005678',
    '+999 1234 5678',
    '+82 10 1234 5678 9012 3456',
    '000-0000-0000',
    '٠١٠١٢٣٤٥٦٧٨',
    '1'.repeat(100_000),
    // Japan by the usual prefix, North America by the Korean carrier 008.
    '0081 90 1234 5678',
  ])('%j is refused', (raw) => {
    expect(parsePhone(raw)).toEqual({ ok: false, code: 'phone_number_invalid' });
  });

  test('never throws, and is stable when parsed again', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'0123456789+-() .０１８２－'), maxLength: 24 });
    fc.assert(
      fc.property(fc.oneof(fc.string(), signs), (raw) => {
        const parsed = parsePhone(raw);
        if (!parsed.ok) return true;
        const again = parsePhone(parsed.e164);
        return /^\+[1-9]\d{4,14}$/.test(parsed.e164) && again.ok && again.e164 === parsed.e164;
      }),
      { numRuns: 2000 },
    );
  });
});

test('a number is formatted for its reader', () => {
  expect(formatPhone('+821012345678', 'ko')).toBe('010-1234-5678');
  expect(formatPhone('+821012345678', 'en')).toBe('+82 10 1234 5678');
  expect(formatPhone('+12125550123', 'ko')).toBe('+1 212 555 0123');
  expect(formatPhone('+8250714128963', 'ko')).toBe('0507-1412-8963');
  expect(formatPhone('+825041234567', 'ko')).toBe('0504-123-4567');
});

test('a masked number hides at least the middle', () => {
  expect(maskPhone('+821012345678')).toBe('010-****-5678');
  expect(maskPhone('+8221234567')).toBe('02-***-4567');
  expect(maskPhone('+8215881234')).toBe('****-1234');
  expect(maskPhone('+12125550123')).toBe('+1 ******0123');
  expect(maskPhone('+8250714128963')).toBe('0507-****-8963');
  expect(maskPhone('no number')).toBe('***');
});

test('masking always hides digits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), (n) => {
      const subscriber = String(n).padStart(8, '0');
      return !maskPhone(`+8210${subscriber}`)
        .replace(/\D/g, '')
        .includes(subscriber.slice(0, 4) + subscriber.slice(4));
    }),
  );
});

test('mobiles and landlines are told apart', () => {
  expect(isMobile('+821012345678')).toBe(true);
  expect(isMobile('+8221234567')).toBe(false);
  expect(isMobile('+8215881234')).toBe(false);
  expect(isMobile('+881612345678')).toBe(false);
  expect(isMobile('+870773111632')).toBe(false);
  expect(isMobile('nonsense')).toBe(false);
});

test.each([
  ['010-1234-5678', true],
  ['02-123-4567', true],
  ['070-1234-5678', true],
  ['0507-1412-8963', true],
  ['+1 212 555 0123', true],
  ['1588-0000', false],
  ['080-123-4567', false],
  ['+881612345678', false],
  ['+883510001234567', false],
  ['+1 900 555 1234', false],
])('%s can be one person’s: %s', (raw, personal) => {
  const parsed = parsePhone(raw);
  expect(parsed.ok && isPersonal(parsed.e164)).toBe(personal);
});

test('a call within Korea is told from one abroad or at a premium rate', () => {
  expect(isDomestic('+821012345678')).toBe(true);
  expect(isDomestic('+8221234567')).toBe(true);
  expect(isDomestic('+82607001234')).toBe(false);
  expect(isDomestic('+12125550123')).toBe(false);
  expect(isDomestic('nonsense')).toBe(false);
});

test('national digits are what a caller dials', () => {
  expect(nationalDigits('+821012345678')).toBe('01012345678');
  expect(nationalDigits('+12125550123')).toBe('2125550123');
});
