import { korean } from '../../format/texts.ts';
import { cardEn } from './card.en.ts';

/** 전화로 카드를 등록할 때 들려 드리는 말. */
export const cardKo = korean(cardEn, {
  'voice.no_card': '등록하신 카드가 아직 없어요. 지금 카드를 등록하시려면 일 번을 눌러 주세요.',
  'voice.other_card': '다른 카드를 등록하시려면 {{key, spoken_digits}} 번.',
  'voice.card_elsewhere':
    '전화로는 카드를 등록하실 수 없어요. 매장 단말기나 홈페이지에서 등록하실 수 있어요.',
  'voice.card_text_link': '홈페이지 주소를 문자로 받으시려면 일 번을 눌러 주세요.',
  'voice.card_link_sent': '홈페이지 주소를 문자로 보내 드렸어요.',
  'voice.card_number': '카드 앞면의 카드번호를 누르고 우물 정 자를 눌러 주세요. 천천히 누르셔도 돼요.',
  'voice.card_number_wrong': '카드번호가 맞지 않아요.',
  'voice.card_last4':
    '끝자리 {{last4, spoken_digits}} 카드예요. 맞으면 일 번, 다시 누르시려면 이 번을 눌러 주세요.',
  'voice.card_expiry': '카드의 유효기간을 월 두 자리, 연도 두 자리로 눌러 주세요.',
  'voice.card_expiry_wrong': '유효기간이 맞지 않아요. 이천삼십년 삼월이면 공삼삼공을 눌러 주세요.',
  'voice.card_code': '카드 뒷면의 보안 코드, 끝 세 자리를 누르고 우물 정 자를 눌러 주세요.',
  'voice.card_code_wrong': '보안 코드는 세 자리나 네 자리예요.',
  'voice.card_expired': '유효기간이 지난 카드예요.',
  'voice.card_refused': '이 카드는 등록하지 못했어요.',
  'voice.card_unsure': '카드사에서 아직 답이 오지 않았어요.',
  'voice.card_try_again': '한 번 더 확인하시려면 일 번, 그만두시려면 별표를 눌러 주세요.',
  'voice.card_added':
    '카드를 등록했어요. 결제된 금액은 없어요. 지금 선물을 보내시려면 일 번을 누르고, 마치시려면 전화를 끊어 주세요.',
});
