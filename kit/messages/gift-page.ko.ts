import type { SameKeys } from './catalogue.ts';
import type { giftPageEn } from './gift-page.en.ts';

/** 받는 분이 문자의 링크로 여는 화면. */
export const giftPageKo: SameKeys<typeof giftPageEn> = {
  'page.brand': '선물',
  'page.never_asked': '전화, 문자, 메일로 비밀번호를 묻는 일은 절대 없어요.',
  'page.back': '돌아가기',
  'page.pad': '숫자판',
  'page.pad_back': '지우기',
  'page.pad_clear': '모두 지움',
  'page.show_pin': '비밀번호 보기',
  'page.hide_pin': '비밀번호 숨기기',
  'page.send_again': '화면이 열린 지 오래되었어요. 내용을 확인하고 한 번 더 보내 주세요.',
  'page.in_progress_title': '잠시만 기다려 주세요',
  'page.in_progress': '처리하고 있어요. 화면이 저절로 바뀌어요.',
  'page.look_again': '다시 확인하기',

  'gift_page.title': '선물이 도착했어요',
  'gift_page.from': '{{sender_name}} 님이 보냈어요',
  'gift_page.what': '{{shop_name}} 상품권',
  'gift_page.message': '{{sender_name}} 님의 메시지',
  'gift_page.answer_by': '{{answer_by, date_time}}까지 답해 주세요. 그 뒤에는 보낸 분께 환불돼요.',
  'gift_page.accept': '선물 받기',
  'gift_page.refuse': '거절하기',
  'gift_page.choose_pin': '비밀번호를 정해 주세요',
  'gift_page.why_pin': '휴대전화 번호와 이 비밀번호만 있으면 쓸 수 있어요. 다른 사람에게 알려 주지 마세요.',
  'gift_page.pin_rule_length': '숫자 {{digits}}자리',
  'gift_page.pin_rule_easy': '123456처럼 이어지거나 111111, 121212처럼 되풀이되는 숫자는 안 돼요',
  'gift_page.pin_rule_phone': '전화번호에 있는 숫자는 안 돼요',
  'gift_page.pin': '비밀번호',
  'gift_page.pin_again': '비밀번호 한 번 더',
  'gift_page.pin_differs': '두 번 누른 비밀번호가 서로 달라요. 처음부터 다시 눌러 주세요.',
  'gift_page.phone': '휴대전화 번호',
  'gift_page.phone_hint': '쓸 때 이 번호와 비밀번호를 입력해요. 예: 010-1234-5678',
  'gift_page.accept_now': '이 비밀번호로 받기',
  'gift_page.refuse_title': '선물을 거절할까요?',
  'gift_page.refuse_what':
    '{{amount, money, josa:이/가}} {{sender_name}} 님께 환불돼요. 거절하면 되돌릴 수 없어요.',
  'gift_page.word': '{{sender_name}} 님께 남길 말 (안 써도 돼요)',
  'gift_page.word_too_long': '{{letters}}자까지만 써 주세요.',
  'gift_page.refuse_now': '네, 거절할게요',
  'gift_page.accepted': '선물을 받았어요',
  'gift_page.how_to_use': '이렇게 쓰세요',
  'gift_page.how_store':
    '{{shop_name}} 모든 매장에서 상품권으로 결제한다고 말씀하시고 휴대전화 번호와 비밀번호를 입력해 주세요.',
  'gift_page.how_online': '{{shop_name}} 온라인몰에서도 똑같이 쓸 수 있어요.',
  'gift_page.how_parts': '잔액이 없어질 때까지 나누어 쓸 수 있어요.',
  'gift_page.refused': '선물을 거절했어요',
  'gift_page.refused_what':
    '{{amount, money, josa:이/가}} {{sender_name}} 님께 환불돼요. 더 하실 일은 없어요.',
  'gift_page.expired': '받을 수 있는 기한이 지났어요',
  'gift_page.expired_what': '{{amount, money, josa:이/가}} {{sender_name}} 님께 환불돼요.',
  'gift_page.cancelled': '선물이 취소되었어요',
  'gift_page.cancelled_what':
    '{{sender_name}} 님이 보낸 {{shop_name}} 선물이 취소되었어요. 하실 일은 없어요.',
  'gift_page.not_found': '알 수 없는 링크예요',
  'gift_page.not_found_what': '문자나 메일에 있는 링크를 끝까지 다시 눌러 주세요.',
};
