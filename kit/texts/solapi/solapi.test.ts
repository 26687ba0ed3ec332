import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aSolapi, type SolapiStandIn } from '../../../test/stand-ins/texts/solapi.ts';
import { addMs, MINUTE_MS } from '../../clock.ts';
import { newId } from '../../ids.ts';
import { OPTED_OUT, type ProviderText, type TextChannel } from '../port.ts';
import { stateOf } from './codes.ts';
import { kakaoVariables } from './kakao-template.ts';
import { koreanText } from './korean-text.ts';

const NOTICE = { kind: 'recipient.gift_arrived', locale: 'ko' } as const;
const TEMPLATE = '[선물] #{보낸 분} 님이 #{상점} 상품권 #{금액} 보냈어요.\n#{링크}';
const SAID = '[선물] 김하늘 님이 하늘상점 상품권 50,000원을 보냈어요.\nhttps://seonmul.example/g/1';
const KAKAO = {
  channel_id: 'KA01PF',
  templates: [{ ...NOTICE, template_id: 'KA01TP', text: TEMPLATE }],
};

let solapi: SolapiStandIn;
beforeAll(async () => {
  solapi = await aSolapi({ kakao: KAKAO });
});
afterAll(() => solapi.close());
beforeEach(() => {
  solapi.messages.length = 0;
});

function aText(text: string, channels: TextChannel[] = ['text', 'kakao']): ProviderText {
  const to = '+821012345678';
  return { reference: newId(), to, text, sender: solapi.sender, notice: NOTICE, channels: new Set(channels) };
}
const asked = ({ reference, to, sender }: ProviderText, id: string | null, begun_at = new Date()) => ({
  ...{ reference, to, sender, begun_at, provider_message_id: id, now: new Date(), others: new Set<string>() },
});

describe('a text message', () => {
  test('is a short one up to 90 bytes, and a long one above', async () => {
    await solapi.provider.send(aText('가'.repeat(45)));
    await solapi.provider.send(aText(`${'가'.repeat(45)}a`));
    expect(solapi.messages.map(({ type }) => type)).toEqual(['SMS', 'LMS']);
    expect(solapi.messages[0]).toMatchObject({ to: '01012345678', country: '82', from: '029302266' });
  });

  test('has a question mark for what Korean networks do not carry', () => {
    expect(koreanText('축하해요 🎉👨‍👩‍👧 뷁 €5?')).toBe('축하해요 ???? 뷁 €5?');
  });

  test.each([
    ['1061', { kind: 'refused', reason: OPTED_OUT }],
    ['1062', { kind: 'not_sent', reason: 'sender_refused' }],
    ['2230', { kind: 'not_sent', reason: 'account_empty' }],
    ['1010', { kind: 'refused', reason: 'solapi_1010' }],
  ])('that is refused with %s is no text', async (code, outcome) => {
    solapi.refuseKakao(code);
    expect(await solapi.provider.send(aText(SAID))).toEqual(outcome);
    expect(solapi.messages).toEqual([]);
  });
});

describe('a notification message', () => {
  test('says exactly what its template says, and has a text to replace it', async () => {
    expect(solapi.provider.kakaoChannelFor?.(NOTICE, SAID)).toBe('KA01PF');
    await solapi.provider.send(aText(SAID));
    expect(solapi.messages).toMatchObject([
      {
        type: 'ATA',
        text: SAID,
        kakaoOptions: {
          pfId: 'KA01PF',
          templateId: 'KA01TP',
          disableSms: false,
          variables: {
            '#{보낸 분}': '김하늘',
            '#{상점}': '하늘상점',
            '#{금액}': '50,000원을',
            '#{링크}': 'https://seonmul.example/g/1',
          },
        },
      },
    ]);
  });

  test('has none where its owner wants no texts, and is one where they want no notification messages', async () => {
    await solapi.provider.send(aText(SAID, ['kakao']));
    await solapi.provider.send(aText(SAID, ['text']));
    expect(solapi.messages.map(({ type }) => type)).toEqual(['ATA', 'SMS']);
    expect(solapi.messages[0]?.kakaoOptions?.disableSms).toBe(true);
  });

  test('that differs from its template, or is in a language without one, goes as a text', async () => {
    await solapi.provider.send(aText(`추신 ${SAID}`));
    await solapi.provider.send({ ...aText(SAID), notice: { ...NOTICE, locale: 'en' } });
    expect(solapi.messages.map(({ type }) => type)).toEqual(['SMS', 'SMS']);
  });

  test('that Solapi finds to differ goes as a text at once, and is asked about as that', async () => {
    solapi.refuseKakao('1043');
    const text = aText(SAID);
    expect(await solapi.provider.send(text)).toMatchObject({ kind: 'submitted' });
    expect(solapi.messages.map(({ type }) => type)).toEqual(['SMS']);
    expect(await solapi.provider.ask?.(asked(text, null))).toMatchObject({ kind: 'found' });
    solapi.refuseKakao('1043');
    expect(await solapi.provider.send(aText(SAID, ['kakao']))).toMatchObject({ kind: 'refused' });
  });

  test('that KakaoTalk did not deliver is on its way until a text has replaced it', async () => {
    const text = aText(SAID);
    await solapi.provider.send(text);
    const id = solapi.taken.at(-1)?.id ?? '';
    solapi.codes.set(id, '3104');
    expect(await solapi.provider.ask?.(asked(text, id))).toMatchObject({ state: null });
    const longAgo = addMs(new Date(), -11 * MINUTE_MS);
    expect(await solapi.provider.ask?.(asked(text, id, longAgo))).toMatchObject({ state: 'undeliverable' });
    const alone = aText(SAID, ['kakao']);
    await solapi.provider.send(alone);
    const other = solapi.taken.at(-1)?.id ?? '';
    solapi.codes.set(other, '3107');
    expect(await solapi.provider.ask?.(asked(alone, other))).toMatchObject({ state: 'undeliverable' });
  });
});

test.each([
  ['2000', null],
  ['3000', null],
  ['4000', 'delivered'],
  ['3040', 'expired'],
  ['3047', 'rejected'],
  ['3048', 'unknown'],
  ['3032', 'undeliverable'],
])('the status code %s means %s', (code, state) => {
  expect(stateOf(code)).toBe(state);
});

describe('the variables of a template', () => {
  const value = fc.string({ unit: fc.constantFrom('가', '나', ' ', '\n', '$', '(', '.', '#', '{', '}') });

  test('fill it in to what was said, whatever they are', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const said = `${a} 님이 보낸 [${b}] (${a}) 을 받으세요.`;
        const variables = kakaoVariables(
          { template_id: 't', text: '#{가} 님이 보낸 [#{나}] (#{가}) 을 받으세요.' },
          said,
        );
        const filled = '#{가} 님이 보낸 [#{나}] (#{가}) 을 받으세요.'.replace(
          /#\{[^}]+\}/g,
          (name) => variables?.[name] ?? name,
        );
        expect(filled).toBe(said);
      }),
    );
  });

  test('are none where the text is another, or repeats a variable with another value', () => {
    const template = { template_id: 't', text: '#{가} 그리고 #{가}' };
    expect(kakaoVariables(template, '하나 그리고 하나')).toEqual({ '#{가}': '하나' });
    expect(kakaoVariables(template, '하나 그리고 둘')).toBeUndefined();
    expect(kakaoVariables({ template_id: 't', text: '인증번호 #{번호}.' }, '인증번호: 12.')).toBeUndefined();
  });
});
