import { describe, expect, test } from 'vitest';
import { understand } from './understand.ts';

const QUOTED = '[선물] 김하늘 님이 하늘상점 상품권 50,000원을 보냈어요. 거절하려면 2';

describe('a text', () => {
  test.each([
    ...[
      '1',
      '1.',
      ' 1 ',
      '１',
      '1번',
      '1번이요',
      '1️⃣',
      '1 👍',
      '수락',
      '수락합니다',
      '"수락"',
      '받기',
      '받을게요',
      '네 받을게요',
    ],
    ...[
      '네, 잘 받을게요!',
      '네~',
      '예',
      '네네',
      'ㅇㅇ',
      'ㅇㅋ',
      '감사히 받겠습니다',
      '받을게요 ㅎㅎ',
      '1 받을게요',
      '👍',
      '👍🏻',
      'YES',
      'yes please',
    ],
    ...['Ok', 'Accept', 'I accept', `1\n${QUOTED}`, `> ${QUOTED}\n1`, '네, 받을게요. 감사합니다'],
  ])('accepts: %s', (text) => {
    expect(understand(text)).toMatchObject({ kind: 'accept' });
  });

  test.each([
    '2',
    '2.',
    ' ２ ',
    '2번',
    '2️⃣',
    '거절',
    '거절합니다',
    '거절할게요',
    '거절할게요.',
    'REFUSE',
    'decline',
    `2\n${QUOTED}`,
  ])('refuses plainly: %s', (text) => {
    expect(understand(text)).toEqual({ kind: 'refuse', plain: true });
  });

  test.each(['아니요', '아니오', '아뇨', '안 받을게요', 'no', 'No thanks', '싫어요'])(
    'refuses, if that was the question: %s',
    (text) => {
      expect(understand(text)).toEqual({ kind: 'refuse', plain: false });
    },
  );

  test.each([
    ['거절: 마음만 받을게요', '마음만 받을게요'],
    ['2: Thank you, but No', 'Thank you, but No'],
    ['REFUSE: Keep it!', 'Keep it!'],
  ])('refuses with a message to the sender: %s', (text, word) => {
    expect(understand(text)).toEqual({ kind: 'refuse_with_word', word });
  });

  test.each([
    '거절은 아니고 나중에 받을게요',
    '거절 안 할게요',
    '거절하면 어떻게 되나요',
    '거절?',
    "I don't want to refuse",
    'can I refuse later?',
    '2 명이 나눠 써도 되나요',
    '거절 739258',
    '거절: 제 비밀번호는 739258',
    '거절: http://evil.example/x',
    '안 받으면 어떻게 돼요?',
  ])('never refuses: %s', (text) => {
    expect(['maybe_refuse', 'other']).toContain(understand(text).kind);
  });

  test.each([
    ...[
      '739258',
      '739 258',
      '739-258',
      '７３９２５８',
      'PIN 739258',
      'pin: 739258',
      '비밀번호 739258',
      '비밀번호는 739258입니다',
    ],
    ...['비번 739258이요', 'my PIN is 739258', '739258.', '739258 👍', `739258\n${QUOTED}`],
  ])('is a PIN: %s', (text) => {
    expect(understand(text)).toEqual({ kind: 'digits', digits: '739258' });
  });

  test.each([
    '내 생일은 901231인데 괜찮나요',
    '전화 주세요 010-1234-5678 입니다만',
    'is 739258 ok?',
    '739258 말고 다른 거',
    QUOTED,
  ])('is not a PIN: %s', (text) => {
    expect(understand(text).kind).not.toBe('digits');
  });

  test.each([
    ['STOP', 'stop'],
    ['Stop. Thank you', 'stop'],
    ['please stop', 'stop'],
    ['Stop texting me!', 'stop'],
    ['OPT OUT', 'stop'],
    ['opt-out please', 'stop'],
    ['Unsubscribe me', 'stop'],
    ["Don't text me", 'stop'],
    ['no more messages', 'stop'],
    ['수신거부요', 'stop'],
    ['수신 거부합니다.', 'stop'],
    ['수신거부 부탁드립니다', 'stop'],
    ['수신거부 신청합니다', 'stop'],
    ['문자 거부', 'stop'],
    ['무료거부', 'stop'],
    ['무료 수신거부', 'stop'],
    ['스팸 차단', 'stop'],
    ['문자 보내지 말아 주세요', 'stop'],
    ['그만 보내세요', 'stop'],
    ['제발 그만 좀', 'stop'],
    ['무료 수신거부 하려면요?', 'maybe_stop'],
    ['이런 문자는 이제 그만 왔으면 좋겠어요', 'maybe_stop'],
    ['how do I opt out', 'maybe_stop'],
    ['will you stop doing this', 'maybe_stop'],
    ['거부', 'maybe_refuse'],
    ['수신거부', 'stop'],
    ['그만 보내주세요', 'stop'],
    ['시작', 'start'],
    ['도움말', 'help'],
    ['?', 'help'],
    ['잔액', 'balance'],
    ['잔액이 얼마', 'other'],
    ['얼마 남았어요?', 'balance'],
    ['상태', 'status'],
    ['Status', 'status'],
    ['누가 보냈어요?', 'who_sent'],
    ['누구세요?', 'who_sent'],
    ['who sent it', 'who_sent'],
    ['다시', 'repeat'],
    ['한번 더', 'repeat'],
    ['비밀번호', 'forgot_pin'],
    ['비밀번호를 잊어버렸어요', 'forgot_pin'],
    ['비번 까먹었는데 어떡하죠?', 'forgot_pin'],
    ['I forgot my PIN', 'forgot_pin'],
    ['안녕하세요', 'other'],
    ['Liked “[Seonmul] Reply 1 to accept or 2 to refuse”', 'other'],
    ['1234567'.repeat(100), 'other'],
    ['', 'other'],
  ])('%s: %s', (text, command) => {
    const said = understand(text);
    expect(said.kind === 'command' ? said.command : said.kind).toBe(command);
  });

  test.each([
    ['はい', { kind: 'accept', plain: false }],
    ['受け取ります', { kind: 'accept', plain: true }],
    ['领取', { kind: 'accept', plain: true }],
    ['好的', { kind: 'accept', plain: false }],
    ['辞退します。', { kind: 'refuse', plain: true }],
    ['谢绝', { kind: 'refuse', plain: true }],
    ['いいえ', { kind: 'refuse', plain: false }],
    ['不要', { kind: 'refuse', plain: false }],
    ['辞退：また今度', { kind: 'refuse_with_word', word: 'また今度' }],
    ['谢绝：心意领了', { kind: 'refuse_with_word', word: '心意领了' }],
    ['谢绝吧', { kind: 'maybe_refuse' }],
    ['停止', { kind: 'command', command: 'stop' }],
    ['退订', { kind: 'command', command: 'stop' }],
    ['再開', { kind: 'command', command: 'start' }],
    ['订阅', { kind: 'command', command: 'start' }],
    ['ヘルプ', { kind: 'command', command: 'help' }],
    ['帮助', { kind: 'command', command: 'help' }],
    ['残高', { kind: 'command', command: 'balance' }],
    ['余额', { kind: 'command', command: 'balance' }],
    ['状況', { kind: 'command', command: 'status' }],
    ['状态', { kind: 'command', command: 'status' }],
    ['誰？', { kind: 'command', command: 'who_sent' }],
    ['谁', { kind: 'command', command: 'who_sent' }],
    ['もう一度', { kind: 'command', command: 'repeat' }],
    ['再来', { kind: 'command', command: 'repeat' }],
    ['暗証番号', { kind: 'command', command: 'forgot_pin' }],
    ['忘记PIN', { kind: 'command', command: 'forgot_pin' }],
    ['日本語', { kind: 'language', locale: 'ja' }],
    ['中文', { kind: 'language', locale: 'zh' }],
  ])('in Japanese or Chinese is understood: %s', (text, meaning) => {
    expect(understand(text)).toEqual(meaning);
  });

  test('with a time of day is not a refusal', () => {
    expect(understand('2:30에 봐요')).toEqual({ kind: 'other' });
  });

  test('has a message to the sender of bounded length and without half characters', () => {
    const said = understand(`거절: ${'😀'.repeat(240)}`);
    expect(said).toEqual({ kind: 'refuse_with_word', word: '😀'.repeat(200) });
  });
});
