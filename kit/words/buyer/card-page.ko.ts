import { korean } from '../../format/texts.ts';
import { cardPageEn } from './card-page.en.ts';

/** 정산 서버가 카드를 받고 결제를 확인하는 화면. */
export const cardPageKo = korean(cardPageEn, {
  'card_page.brand': '안전 결제',
  'card_page.title': '카드 등록',
  'card_page.what': '카드 정보는 결제 회사만 받아요. 매장과 선물 서비스에는 알려지지 않아요.',
  'card_page.number': '카드 번호',
  'card_page.expiry': '유효기간',
  'card_page.expiry_hint': '월과 연도예요. 예: 12/29',
  'card_page.expiry_wrong': '카드에 적힌 대로 월과 연도를 써 주세요. 예: 12/29',
  'card_page.card_number_wrong': '카드 번호가 아니에요. 숫자를 다시 확인해 주세요.',
  'card_page.security_code': '보안 코드',
  'card_page.security_code_hint': '카드 뒷면의 세 자리, 또는 앞면의 네 자리 숫자예요',
  'card_page.security_code_wrong': '숫자 세 자리나 네 자리를 써 주세요.',
  'card_page.card_expired': '유효기간이 지난 카드예요. 다른 카드를 써 주세요.',
  'card_page.add': '이 카드 등록하기',
  'card_page.test_only':
    '지금은 시험용 카드만 받아요. 4242 4242 4242 4242에 앞으로의 유효기간과 아무 보안 코드나 써 보세요.',
  'card_page.added': '카드를 등록했어요',
  'card_page.closed': '닫힌 화면이에요',
  'card_page.closed_what': '이미 썼거나 열린 지 오래된 화면이에요. 돌아가서 다시 시작해 주세요.',
  'card_page.go_back': '계속하기',
  'card_page.confirm': '결제 확인',
  'card_page.confirm_what': '카드사가 {{amount, money}} 결제를 확인하는 코드를 보냈어요.',
  'card_page.code': '카드사에서 받은 코드',
  'card_page.code_wrong': '숫자 네 자리에서 여덟 자리를 써 주세요.',
  'card_page.confirm_now': '확인',
  'card_page.test_code': '시험용 카드의 코드는 123456이에요.',
  'card_page.confirmed': '카드사에 전했어요',
});
