import { join } from '../../format/join.ts';
import { korean } from '../../format/texts.ts';
import { dialogueEn } from './dialogue.en.ts';

/** 문자 대화. */
export const dialogueKo = korean(dialogueEn, {
  'dialogue.pin_prompt':
    '[선물] {{shop_name}} 상품권에 쓸 비밀번호를 숫자 {{pin_digits}}자리로 정해 답장해 주세요. 전화번호의 일부나 123456 같은 번호는 쓸 수 없어요.',
  'dialogue.name_to_confirm':
    '[선물] {{name}} 님 앞으로 온 선물이에요. 본인이 아니면 2를 답장해 주세요.\n{{question}}',
  'dialogue.not_accepted': '[선물] {{reason}} 바뀐 것은 없어요.',
  'dialogue.pin_refused': '[선물] {{reason}} 다른 숫자 {{pin_digits}}자리를 보내 주세요.',
  'dialogue.pin_again': '[선물] 확인을 위해 같은 숫자 {{pin_digits}}자리를 한 번 더 보내 주세요.',
  'dialogue.pin_differs':
    '[선물] 비밀번호가 서로 달라요. 쓰려는 숫자 {{pin_digits}}자리를 처음부터 다시 보내 주세요.',
  'dialogue.language_chosen': '[선물] 앞으로 한국어로 보내 드릴게요.',
  'dialogue.offer_question':
    '[선물] {{sender_name}} 님이 보낸 {{shop_name}} {{amount, money}}: 받으려면 1, 거절하려면 2를 답장해 주세요.',
  'dialogue.card_link': '[선물] 여기에서 카드를 등록하실 수 있어요: {{link}}',
  'dialogue.stop_question':
    '[선물] 더 이상 문자를 받고 싶지 않으시면 "수신거부"를 답장해 주세요. 기다리는 선물이 거절되지는 않아요.',
  'dialogue.no_offer': '[선물] 이 번호로 온 선물이 없어요. 도움이 필요하면 "도움말"을 답장해 주세요.',
  'dialogue.offer_expired': '[선물] 선물을 받을 수 있는 기한이 지나 보낸 분께 환불돼요.',
  'dialogue.already_accepted': '[선물] 이미 받은 선물이에요. 잔액을 보려면 "잔액"을 답장해 주세요.',
  'dialogue.already_refused': '[선물] 이미 거절한 선물이라 보낸 분께 환불돼요.',
  'dialogue.try_later': '[선물] 지금은 처리하지 못했어요. 바뀐 것은 없으니 몇 분 뒤에 다시 보내 주세요.',
  'dialogue.too_many': '[선물] 메시지가 너무 많아요. {{minutes}}분 뒤에 다시 보내 주세요.',
  'dialogue.stopped':
    '[선물] 이제 직접 요청한 인증번호 외에는 문자를 보내지 않을게요. 다시 받으려면 "시작"을 답장해 주세요.',
  'dialogue.started': '[선물] 다시 문자를 보내 드릴게요.',
  'dialogue.help': join(
    '[선물] 1: 받기, 2: 거절 (거절: 남길 말), 누구: 보낸 분, 잔액: 잔액 조회, 상태: 보낸 선물, 비밀번호: 비밀번호 찾기, 다시: 다시 보기, 중지:',
    ' 문자 그만 받기, ENGLISH: 영어로 받기. 비밀번호는 아무에게도 알려 주지 마세요.',
  ),
  'dialogue.refuse_question':
    '[선물] {{sender_name}} 님의 선물을 거절할까요? 거절하면 되돌릴 수 없어요. 거절하려면 2, 받으려면 1을 답장해 주세요.',
  'dialogue.refuse_question_word':
    '[선물] “{{word}}”라는 말을 남기고 {{sender_name}} 님의 선물을 거절할까요? 거절하면 되돌릴 수 없어요. 거절하려면 2, 받으려면 1을 답장해 주세요.',
  'dialogue.who_waiting':
    '[선물] {{sender_name}} 님이 보낸 {{shop_name}} 상품권 {{amount, money, josa:이에요/예요}}.\n{{message, quoted_line}}받으려면 1, 거절하려면 2를 답장해 주세요.',
  'dialogue.who':
    '[선물] {{sender_name}} 님이 보낸 {{shop_name}} 상품권 {{amount, money, josa:이에요/예요}}.\n{{message, quoted_line}}잔액을 보려면 "잔액"을 답장해 주세요.',
  'dialogue.pin_forgotten':
    '[선물] 비밀번호를 새로 정하려면 아래 링크에서 이 번호로 인증번호를 받아 주세요. 매장에서도 할 수 있어요.\n{{lines}}',
  'dialogue.status': '[선물] 보낸 선물\n{{lines}}',
  'dialogue.status_line': '{{recipient}} 님, {{shop_name}} {{amount, money}}: {{what}}',
  'dialogue.status_none': '[선물] 이 번호로 보낸 선물이 없어요. 받은 상품권을 보려면 "잔액"을 답장해 주세요.',
  'dialogue.status_until': '{{state}}, {{answer_by, date_time}}까지',
  'dialogue.status_left': '{{state}}, 잔액 {{left, money}}',
  'dialogue.status_why': '{{state}} ({{why}})',
  'dialogue.stranger': '[선물] 이 번호로 온 선물이 없어요. 선물 문자를 받은 휴대전화에서 보내 주세요.',
  'dialogue.balance': '[선물] 상품권 잔액\n{{lines}}',
  'dialogue.balance_line': '{{shop_name}}: {{remaining, money}}',
  'dialogue.balance_none': '[선물] 이 번호로 쓸 수 있는 상품권이 없어요.',
});
