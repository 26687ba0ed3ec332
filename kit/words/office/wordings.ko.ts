import { korean } from '../../format/texts.ts';
import { officeWordingsEn } from './wordings.en.ts';

/** 사무실: 상품권을 가진 분께 보내는 문자. */
export const officeWordingsKo = korean(officeWordingsEn, {
  'texts.intro':
    '상품권을 가진 분께 보내는 문자예요. 언어별로 문구를 바꿀 수 있어요. 인증번호가 들어가는 문자는 기본 문구로만 보내요.',
  'texts.only_owners': '점주만 문구를 바꿀 수 있어요.',
  'texts.recipient.certificate_used': '사용',
  'texts.recipient.use_reversed': '사용 취소',
  'texts.recipient.certificate_expiring': '유효기간 만료 예정',
  'texts.recipient.certificate_expired': '유효기간 만료',
  'texts.recipient.locked_by_staff': '직원이 잠금',
  'texts.recipient.unlocked_by_staff': '직원이 잠금 해제',
  'texts.recipient.certificate_frozen': '결제 이의 제기로 사용 정지',
  'texts.recipient.certificate_unfrozen': '사용 정지 해제',
  'texts.recipient.certificate_charged_back': '결제 취소로 상품권 취소',
  'texts.recipient.handed_over': '양도 완료',
  'texts.recipient.pin_changed': '비밀번호 변경',
  'texts.recipient.certificate_locked': '비밀번호 입력 횟수 초과',
  'texts.recipient.opened_by_clerk': '직원이 비밀번호 없이 조회',
});
