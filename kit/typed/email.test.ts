import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emailKey, maskEmail } from '../email.ts';
import { parseEmail } from './email.ts';

describe('an e-mail address', () => {
  test.each([
    ['Gildong@Example.COM', 'Gildong@example.com'],
    ['  a.b+c@mail.example.com ', 'a.b+c@mail.example.com'],
    ['ａ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'a@example.com'],
    ['mailto:a@example.com', 'a@example.com'],
    ['<a@example.com>,', 'a@example.com'],
    ['\ufeffa@example.com\u200b', 'a@example.com'],
    ['a@예시.한국', 'a@xn--vv4b11d.xn--3e0b707e'],
  ])('%s is %s', (raw, email) => {
    expect(parseEmail(raw)).toEqual({ ok: true, email });
  });

  test.each([
    '',
    '@',
    'a@',
    '@example.com',
    'a',
    'a@b',
    'a@127.0.0.1',
    'a@[127.0.0.1]',
    'a b@example.com',
    'a@@example.com',
    'a@example..com',
    '.a@example.com',
    'a.@example.com',
    'a..b@example.com',
    'a@-example.com',
    'a@example.com\r\nBcc: b@example.com',
    'a\r\nBcc:b@example.com',
    'a\u0000@example.com',
    'a\u202e@example.com',
    'A <a@example.com>',
    'josé@example.com',
    '김하늘@example.com',
    'a@example.com,b@example.com',
    '"a b"@example.com',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b.'.repeat(130)}com`,
    'x'.repeat(509),
  ])('%j is refused', (raw) => {
    expect(parseEmail(raw)).toEqual({ ok: false, code: 'email_invalid' });
  });

  test('never throws, is stable when parsed again, and has no control characters', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress()), (raw) => {
        const parsed = parseEmail(raw);
        if (!parsed.ok) return true;
        const again = parseEmail(parsed.email);
        return again.ok && again.email === parsed.email && !/[\p{Cc}\p{Cf}\s<>,;"]/u.test(parsed.email);
      }),
    );
  });

  test('is compared case-insensitively', () => {
    expect(emailKey('Gildong@example.com')).toBe(emailKey('gildong@example.com'));
  });

  test('is masked', () => {
    expect(maskEmail('alice@example.com')).toBe('a***@example.com');
    expect(maskEmail('a@example.com')).toBe('***@example.com');
    expect(maskEmail('홍길동@example.com')).toBe('홍***@example.com');
    expect(maskEmail('nonsense')).toBe('***');
  });
});
