import { korean } from '../../format/texts.ts';
import { buyerConsentsEn } from './consents.en.ts';

/** 구매자의 약관 동의. */
export const buyerConsentsKo = korean(buyerConsentsEn, {
  'consents.legend': '약관 동의',
  'consents.terms': '[필수] 이용약관에 동의해요',
  'consents.privacy': '[필수] 개인정보 처리방침에 동의해요',
  'consents.marketing': '[선택] 혜택과 소식을 받을게요',
  'consents.read': '보기',
  'consents.needed': '계속하려면 동의가 필요해요.',
  'consents.title': '약관과 동의',
  'consents.agreed_at': '{{at, date}} 동의 (제{{version}}판)',
  'consents.withdrawn_at': '{{at, date}} 동의 철회',
  'consents.not_answered': '아직 동의하지 않았어요',
  'consents.newer': '새로운 버전이 있어요.',
  'consents.agree': '동의하기',
  'consents.withdraw': '동의 철회',
  'consents.saved': '저장했어요',
  'consents.name_terms': '이용약관',
  'consents.name_privacy': '개인정보 처리방침',
  'consents.name_marketing': '혜택과 소식 받기',
});
