import { describe, expect, test } from 'vitest';
import { checkPassword } from './password-policy.ts';
import { koreanKeys } from './password-words.ts';

const owner = { name: '홍길동', login: 'gildong.hong@example.com', phones: ['+821012345678'] };

describe('a new password', () => {
  test.each([
    'correct horse battery',
    'seven green kettles',
    '맑은 날 강가에서 연 날리기',
    'qnfrms vltldj 482',
    'x7#Lm2qTz!',
  ])('%j is good enough', async (password) => {
    expect(await checkPassword(password, owner)).toBeNull();
  });

  test.each([
    ['too short', 'x7#Lm2qTz'],
    ['too short in Hangul', '강가에서연날리기요'],
    ['too long', 'x7#Lm2q'.repeat(29)],
    ['far too long', 'x'.repeat(1_000_000)],
    ['one letter', 'a'.repeat(12)],
    ['a piece, repeated', 'abcabcabcabc'],
    ['the same word twice', '비밀번호비밀번호'],
    ['leaked often', 'Password123'],
    ['leaked often, full-width', 'ｐａｓｓｗｏｒｄ１２３'],
    ['leaked often, with an ending', 'iloveyou2024!'],
    ['leaked often, in disguise', 'P@ssw0rd1234!'],
    ['keys in a row', 'qwer1234!@#$'],
    ['안녕하세요 on Latin keys', 'dkssudgktpdy'],
    ['사랑해 and a year', 'tkfkdgo2024!'],
    ['Korean words in Hangul', '사랑해사랑해요1234'],
    ['their mail address', 'Gildong.Hong@example.com'],
    ['their mail address and a year', 'gildong.hong1990'],
    ['their name on Latin keys', 'ghdrlfehd1990!'],
    ['their number', '010-1234-5678'],
    ['their name and number', '홍길동12345678'],
  ])('is refused that is %s', async (_what, password) => {
    expect(await checkPassword(password, owner)).toBe('password_too_weak');
  });

  test('that is somebody else’s address may be used', async () => {
    expect(await checkPassword('ghdrlfehd.pine7', { login: 'somebody@example.com' })).toBeNull();
  });
});

test('Hangul has the keys under which it is typed', () => {
  expect(koreanKeys('안녕하세요 뷁 ab1')).toBe('dkssudgktpdy qnpfr ab1');
});
