import { korean } from '../../format/texts.ts';
import { businessEn } from './business.en.ts';

/** 화면·메일·영수증 아래에 적는 사업자 정보. */
export const businessKo = korean(businessEn, {
  'business.details': '사업자 정보',
  'business.name': '상호',
  'business.representative': '대표자',
  'business.registration_number': '사업자등록번호',
  'business.mail_order_number': '통신판매업 신고번호',
  'business.address': '주소',
  'business.support': '고객센터',
  'business.support_line': '문의 {{telephone}}',
  'business.email': '이메일',
  'business.privacy_officer': '개인정보 보호책임자',
  'business.documents': '약관과 도움말',
  'business.terms': '이용약관',
  'business.privacy': '개인정보 처리방침',
  'business.marketing': '마케팅 정보 수신 동의',
  'business.faq': '자주 묻는 질문',
  'business.version': '제{{version}}판, {{at, date}}부터 시행',
  'business.version_ahead': '제{{version}}판, {{at, date}} 시행 예정',
  'business.not_published': '아직 공개되지 않았어요',
  'business.not_published_detail': '이 페이지는 아직 준비 중이에요. 궁금한 점은 고객센터로 문의해 주세요.',
});
