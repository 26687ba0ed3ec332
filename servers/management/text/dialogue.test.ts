import { describe, expect, test } from 'vitest';
import { type DialogueState, step } from './dialogue.ts';

const offer = { order_id: 'o-1', shop_name: '하늘상점', sender_name: '김하늘' };
const second = { ...offer, order_id: 'o-2' };
const idle: DialogueState = { at: 'idle' };
const awaiting: DialogueState = { at: 'awaiting_pin', order_id: 'o-1' };
const digestOf = (orderId: string, pin: string) => `${orderId}:${[...pin].reverse().join('')}`;
const confirming: DialogueState = { at: 'confirming_pin', order_id: 'o-1', pin_digest: 'o-1:852937' };
const refusing: DialogueState = { at: 'confirming_refusal', order_id: 'o-1' };
const refusingWith: DialogueState = { at: 'confirming_refusal', order_id: 'o-1', word: '마음만 받을게요' };
const refuseQuestion = { reply: { key: 'refuse_question', offer } } as const;
const accepts = { action: { kind: 'accept', order_id: 'o-1', pin: '739258' } } as const;

describe('a conversation by text message', () => {
  test.each([
    ['1', idle, [offer], { at: 'awaiting_pin', order_id: 'o-1' }, { reply: { key: 'ask_pin', offer } }],
    [' 수락 ', idle, [offer], { at: 'awaiting_pin', order_id: 'o-1' }, { reply: { key: 'ask_pin', offer } }],
    [
      '１',
      idle,
      [offer, second],
      { at: 'awaiting_pin', order_id: 'o-1' },
      { reply: { key: 'ask_pin', offer } },
    ],
    ['2', idle, [offer], idle, { action: { kind: 'refuse', order_id: 'o-1' } }],
    ['거절', awaiting, [second, offer], refusing, refuseQuestion],
    ['2', awaiting, [offer], refusing, refuseQuestion],
    ['아니요', confirming, [offer], refusing, refuseQuestion],
    ['no', idle, [offer], idle, { action: { kind: 'refuse', order_id: 'o-1' } }],
    [
      '거절: 고마워요',
      idle,
      [offer],
      idle,
      { action: { kind: 'refuse', order_id: 'o-1', word: '고마워요' } },
    ],
    [
      '거절 안 할게요',
      idle,
      [offer],
      { ...refusing, word: '안 할게요' },
      { reply: { key: 'refuse_question', offer, word: '안 할게요' } },
    ],
    ['거절하면 어떻게 돼요?', idle, [offer], refusing, refuseQuestion],
    ['2', refusing, [second, offer], idle, { action: { kind: 'refuse', order_id: 'o-1' } }],
    [
      '2',
      refusingWith,
      [offer],
      idle,
      { action: { kind: 'refuse', order_id: 'o-1', word: '마음만 받을게요' } },
    ],
    ['네', refusing, [offer], refusing, refuseQuestion],
    ['아니요', refusing, [offer], refusing, refuseQuestion],
    ['1', refusing, [offer], awaiting, { reply: { key: 'ask_pin', offer } }],
    ['739258', refusing, [offer], refusing, refuseQuestion],
    ['다시', awaiting, [offer], awaiting, { reply: { key: 'ask_pin', offer } }],
    ['다시', confirming, [offer], confirming, { reply: { key: 'pin_again' } }],
    ['다시', idle, [offer], idle, { reply: { key: 'offer_question', offer } }],
    ['다시', idle, [], idle, { reply: { key: 'no_offer' } }],
    ['누가 보냈어요?', awaiting, [offer], awaiting, { action: { kind: 'who_sent' } }],
    ['비밀번호를 잊었어요', idle, [], idle, { action: { kind: 'forgot_pin' } }],
    ['상태', idle, [], idle, { action: { kind: 'status' } }],
    ['739 258', awaiting, [offer], confirming, { reply: { key: 'pin_again' } }],
    ['７３９２５８', awaiting, [offer], confirming, { reply: { key: 'pin_again' } }],
    ['123456', awaiting, [offer], awaiting, { reply: { key: 'pin_refused', code: 'pin_sequence' } }],
    ['765432', awaiting, [offer], awaiting, { reply: { key: 'pin_refused', code: 'pin_sequence' } }],
    ['987650', awaiting, [offer], awaiting, { reply: { key: 'pin_refused', code: 'pin_contains_phone' } }],
    ['7392581', awaiting, [offer], awaiting, { reply: { key: 'pin_refused', code: 'pin_wrong_length' } }],
    ['739258', confirming, [offer], confirming, accepts],
    [' 7392-58 ', confirming, [offer], confirming, accepts],
    ['739259', confirming, [offer], awaiting, { reply: { key: 'pin_differs' } }],
    ['네', confirming, [offer], confirming, { reply: { key: 'pin_again' } }],
    ['2', confirming, [second, offer], refusing, refuseQuestion],
    ['739258', confirming, [second], idle, { reply: { key: 'offer_question', offer: second } }],
    ['739258', confirming, [], idle, { reply: { key: 'no_offer' } }],
    ['help', confirming, [offer], confirming, { reply: { key: 'help' } }],
    ['stop', confirming, [offer], idle, { action: { kind: 'stop' } }],
    ['ENGLISH', idle, [], idle, { action: { kind: 'language', locale: 'en' } }],
    [' 한국어 ', confirming, [offer], confirming, { action: { kind: 'language', locale: 'ko' } }],
    ['1', awaiting, [offer], awaiting, { reply: { key: 'ask_pin', offer } }],
    ['739258', idle, [offer], idle, { reply: { key: 'offer_question', offer } }],
    ['739258', awaiting, [second], idle, { reply: { key: 'offer_question', offer: second } }],
    ['안녕하세요', idle, [offer], idle, { reply: { key: 'offer_question', offer } }],
    ['1', idle, [], idle, { reply: { key: 'no_offer' } }],
    ['739258', awaiting, [], idle, { reply: { key: 'no_offer' } }],
    ['help', awaiting, [offer], awaiting, { reply: { key: 'help' } }],
    ['잔액', awaiting, [offer], awaiting, { action: { kind: 'balance' } }],
    ['Balance', idle, [], idle, { action: { kind: 'balance' } }],
    ['STOP', awaiting, [offer], idle, { action: { kind: 'stop' } }],
    ['시작', idle, [], idle, { action: { kind: 'start' } }],
  ] as const)('%s', (text, state, offers, nextState, turn) => {
    const phone = '+821098765432';
    expect(step(state, { text, phone, offers: [...offers], digestOf })).toEqual({ state: nextState, turn });
  });
});
