import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMessage } from './message.ts';

test.each([
  ['생일 축하해! 🎉', '생일 축하해! 🎉'],
  ['  첫째 줄\r\n\r\n\r\n\r\n둘째 줄 \t\n', '첫째 줄\n\n둘째 줄'],
  ['\u200b \ufeff', ''],
  ['3.5점 만점에 4.0', '3.5점 만점에 4.0'],
  ['오늘.만나요 12.25.토 Hi.Mum', '오늘.만나요 12.25.토 Hi.Mum'],
  ['🏴󠁧󠁢󠁥󠁮󠁧󠁿 👨‍👩‍👧‍👦', '🏴󠁧󠁢󠁥󠁮󠁧󠁿 👨‍👩‍👧‍👦'],
  ['가'.repeat(200), '가'.repeat(200)],
])('%j becomes %j', (raw, message) => {
  expect(parseMessage(raw)).toEqual({ ok: true, value: message });
});

test.each([
  ['여기로 https://evil.example/x', 'message_has_link'],
  ['evil.com 에서 확인', 'message_has_link'],
  ['minsu@example.com', 'message_has_link'],
  ['evil.cards/x 확인', 'message_has_link'],
  ['naver.com에서 확인', 'message_has_link'],
  ['안녕\u0007', 'message_invalid'],
  ['\u202eabc', 'message_invalid'],
  ['가'.repeat(201), 'message_invalid'],
])('%j is refused as %s', (raw, code) => {
  expect(parseMessage(raw)).toMatchObject({ ok: false, code });
});

test('never throws, and is stable when parsed again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (raw) => {
      const parsed = parseMessage(raw);
      if (parsed.ok) expect(parseMessage(parsed.value)).toEqual(parsed);
    }),
    { numRuns: 1_000 },
  );
});
