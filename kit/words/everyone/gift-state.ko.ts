import { korean } from '../../format/texts.ts';
import { giftStateEn } from './gift-state.en.ts';

/** 선물의 상태. 어느 화면에서나 같은 말로 보여 줘요. */
export const giftStateKo = korean(giftStateEn, {
  'gift_state_of.paying': '결제 진행 중',
  'gift_state_of.needs_bank': '카드사 인증 필요',
  'gift_state_of.declined': '카드 거절',
  'gift_state_of.not_bought': '구매 취소',
  'gift_state_of.scheduled': '발송 예약',
  'gift_state_of.waiting': '수락 대기 중',
  'gift_state_of.correcting': '받는 분 변경 중',
  'gift_state_of.accepting': '수락 처리 중',
  'gift_state_of.ready': '사용 가능',
  'gift_state_of.partly_used': '일부 사용',
  'gift_state_of.used_up': '사용 완료',
  'gift_state_of.on_hold': '결제 대기 중',
  'gift_state_of.frozen': '사용 정지',
  'gift_state_of.expired': '기간 만료',
  'gift_state_of.handed_over': '양도 완료',
  'gift_state_of.refused': '거절됨',
  'gift_state_of.lapsed': '수락 기한 지남',
  'gift_state_of.cancelled': '취소됨',
  'gift_state_of.refunding': '환불 중',
  'gift_state_of.refunded': '환불 완료',
  'gift_state_of.refund_delayed': '환불 지연',
});
