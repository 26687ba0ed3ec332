import { korean } from '../../format/texts.ts';
import { buyerReceivedEn } from './received.en.ts';

/** 회원이 받은 선물. */
export const buyerReceivedKo = korean(buyerReceivedEn, {
  'received.lists': '선물',
  'received.sent': '보낸 선물',
  'received.received': '받은 선물',
  'received.none': '아직 받은 선물이 없어요',
  'received.none_what': '내 정보에 등록된 전화번호와 이메일로 받은 선물이 여기에 보여요.',
  'received.from': '{{name}} 님이 보낸 선물',
  'received.answer_by': '{{at, date_time}}까지 수락',
  'received.valid_until': '유효기간 {{at, date}}까지',
  'received.at': '{{at, date}} 받음',
  'received.accept': '선물 확인하고 받기',
  'received.open': '잔액과 쓸 수 있는 곳',
});
