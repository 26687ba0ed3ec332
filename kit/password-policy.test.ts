import { describe, expect, test } from 'vitest';
import { checkPassword } from './password-policy.ts';
import { koreanKeys } from './password-words.ts';

const owner = { name: '홍길동', login: 'gildong.hong@example.com', phones: ['+821012345678'] };

const haneul = { name: '김하늘', login: 'haneul.kim@example.com', phones: ['+821087654321'] };

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

  test.each([
    ['their given name on Latin keys', 'gksmf1234!!'],
    ['their given name on Latin keys and a year', 'gksmf1990!!'],
    ['their given name between signs', '!!gksmf9182#'],
    ['their given name and a year, in Hangul', '하늘!!2024#7'],
    ['their given name and name on Latin keys', 'gksmf!rlagksmf7'],
    ['their surname last on Latin keys', 'Gksmf.rla!2091'],
    ['a piece of their mail address and a year', 'HaNeul!!2024#7'],
    ['the pieces of their mail address turned round', 'kim.haneul!2091'],
    ['their number and signs', '010-8765-4321!!'],
    ['their given name and number', 'gksmf#8765-4321'],
  ])('is refused that is %s with digits and signs', async (_what, password) => {
    expect(await checkPassword(password, haneul)).toBe('password_too_weak');
  });

  test.each(['gksmf482 kettle lamp', '하늘 아래 초록 주전자', 'gksmf!7#50$92@6^3', '!@#%^&*(_+'])(
    '%j, in which more than their name is to be guessed, is good enough',
    async (password) => {
      expect(await checkPassword(password, haneul)).toBeNull();
    },
  );

  test('that is made of somebody else’s given name is another’s to use', async () => {
    const somebody = { name: '이도윤', login: 'doyun@example.com' };
    expect(await checkPassword('gksmf!rlagksmf7', somebody)).toBeNull();
  });

  test('that is somebody else’s address may be used', async () => {
    expect(await checkPassword('ghdrlfehd.pine7', { login: 'somebody@example.com' })).toBeNull();
  });
});

test('Hangul has the keys under which it is typed', () => {
  expect(koreanKeys('안녕하세요 뷁 ab1')).toBe('dkssudgktpdy qnpfr ab1');
});
