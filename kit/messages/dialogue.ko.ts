import type { SameKeys } from './catalogue.ts';
import type { dialogueEn } from './dialogue.en.ts';

/** 문자 대화. */
export const dialogueKo: SameKeys<typeof dialogueEn> = {
  'dialogue.pin_prompt':
    '[선물] {{shop_name}} 상품권에 쓸 비밀번호를 숫자 {{pin_digits}}자리로 정해 답장해 주세요.' +
    ' 전화번호에 있는 숫자나 123456 같은 번호는 쓸 수 없어요.',
  'dialogue.pin_refused': '[선물] {{reason}} 다른 숫자 {{pin_digits}}자리를 보내 주세요.',
  'dialogue.pin_again':
    '[선물] 잘못 누르지 않았는지 확인할게요. 같은 숫자 {{pin_digits}}자리를 한 번 더 보내 주세요.',
  'dialogue.pin_differs':
    '[선물] 두 번 보낸 비밀번호가 서로 달라요. 처음부터 다시 할게요. 쓰려는 숫자 {{pin_digits}}자리를 보내 주세요.',
  'dialogue.language_chosen': '[선물] 앞으로 한국어로 보내 드릴게요.',
  'dialogue.offer_choice': '[선물] 기다리는 선물이 여러 개예요. 하나를 골라 번호를 답장해 주세요.\n{{lines}}',
  'dialogue.offer_line': '{{number}}) {{shop_name}} {{amount, money}}, {{sender_name}} 님',
  'dialogue.offer_question':
    '[선물] {{sender_name}} 님이 보낸 {{shop_name}} {{amount, money}}: 받으려면 1, 거절하려면 2를 답장해 주세요.',
  'dialogue.no_offer': '[선물] 이 번호로 온 선물이 없어요. 도움이 필요하면 "도움말"이라고 보내 주세요.',
  'dialogue.offer_expired': '[선물] 선물을 받을 수 있는 기한이 지나 보낸 분께 환불돼요.',
  'dialogue.already_accepted': '[선물] 이미 받은 선물이에요. 잔액은 "잔액"이라고 보내면 알려 드려요.',
  'dialogue.already_refused': '[선물] 이미 거절한 선물이라 보낸 분께 환불돼요.',
  'dialogue.not_understood':
    '[선물] 알아듣지 못했어요. 받으려면 1, 거절하려면 2를 답장해 주세요. 도움이 필요하면 "도움말"이라고 보내 주세요.',
  'dialogue.try_later': '[선물] 지금은 처리하지 못했어요. 없어진 것은 없으니 몇 분 뒤에 다시 보내 주세요.',
  'dialogue.too_many': '[선물] 메시지가 너무 많아요. {{minutes}}분 뒤에 다시 보내 주세요.',
  'dialogue.stopped':
    '[선물] 요청하신 인증번호 말고는 문자를 더 보내지 않을게요. 다시 받으려면 "시작"이라고 보내 주세요.',
  'dialogue.started': '[선물] 다시 문자를 보내 드릴게요.',
  'dialogue.help':
    '[선물] 1: 받기, 2: 거절, 잔액: 남은 금액, 중지: 문자 받지 않기.' +
    ' ENGLISH: 영어로 받기.' +
    ' 매장에서는 휴대전화 번호와 비밀번호를 입력해 주세요. 비밀번호는 아무에게도 알려 주지 마세요.',
  'dialogue.balance': '[선물] 가지고 있는 상품권\n{{lines}}',
  'dialogue.balance_line': '{{shop_name}}: {{remaining, money}}',
  'dialogue.balance_none': '[선물] 이 번호로 쓸 수 있는 상품권이 없어요.',
};
