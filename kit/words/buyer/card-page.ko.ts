import { korean } from '../../format/texts.ts';
import { cardPageEn } from './card-page.en.ts';

/** 정산 서버가 카드를 받고 결제를 확인하는 화면. */
export const cardPageKo = korean(cardPageEn, {
  'card_page.brand': '안전 결제',
  'card_page.title': '카드 등록',
  'card_page.what': '카드 정보는 결제사에만 전달돼요. 상점과 선물은 볼 수 없어요.',
  'card_page.element_what': '결제사 화면에서 카드를 등록해요. 카드번호는 상점과 선물에 전달되지 않아요.',
  'card_page.element_failed': '카드를 등록하지 못했어요. 다시 시도해 주세요.',
  'card_page.element_script': '카드를 등록하려면 브라우저에서 자바스크립트를 켜 주세요.',
  'card_page.number': '카드번호',
  'card_page.expiry': '유효기간',
  'card_page.expiry_hint': '월/연도 (예: 12/29)',
  'card_page.expiry_digits': '월/연도 4자리 (12/29는 1229)',
  'card_page.expiry_wrong': '카드에 적힌 대로 월/연도를 입력해 주세요. 예: 12/29',
  'card_page.card_number_wrong': '카드번호를 다시 확인해 주세요.',
  'card_page.security_code': '보안 코드(CVC)',
  'card_page.security_code_hint': '카드 뒷면 3자리 또는 앞면 4자리 숫자',
  'card_page.security_code_wrong': '숫자 3자리나 4자리를 입력해 주세요.',
  'card_page.card_expired': '유효기간이 지난 카드예요. 다른 카드를 등록해 주세요.',
  'card_page.add': '카드 등록하기',
  'card_page.test_only':
    '지금은 시험용 카드만 쓸 수 있어요. 4242 4242 4242 4242에 미래의 유효기간과 아무 보안 코드나 입력해 보세요.',
  'card_page.added': '카드를 등록했어요',
  'card_page.waiting': '잠시만 기다려 주세요',
  'card_page.waiting_what': '카드사의 응답을 기다리고 있어요. 화면이 자동으로 바뀌어요.',
  'card_page.closed': '만료된 화면이에요',
  'card_page.closed_what': '이미 썼거나 시간이 지났어요. 돌아가서 다시 시작해 주세요.',
  'card_page.confirm': '결제 인증',
  'card_page.confirm_what': '카드사에서 {{amount, money}} 결제 인증번호를 보냈어요.',
  'card_page.code': '카드사 인증번호',
  'card_page.code_wrong': '숫자 4~8자리를 입력해 주세요.',
  'card_page.confirm_now': '확인',
  'card_page.test_code': '시험용 카드의 인증번호는 123456이에요.',
  'card_page.confirmed': '카드사에 전달했어요',
});
