import { korean } from '../../format/texts.ts';
import { wordingsEn } from './wordings.en.ts';

export const wordingsKo = korean(wordingsEn, {
  'wordings.title': '메시지 문구',
  'wordings.locale': '언어',
  'wordings.message': '메시지',
  'wordings.own': '직접 쓴 문구',
  'wordings.sms': '문자',
  'wordings.mail_subject': '이메일 제목',
  'wordings.mail_text': '이메일 본문',
  'wordings.standard': '기본 문구',
  'wordings.use_standard': '기본 문구로 되돌리기',
  'wordings.insert': '{{variable}} 넣기',
  'wordings.variables': '변수: 메시지를 보낼 때 실제 값으로 바뀌어요.',
  'wordings.preview': '미리보기 (예시 값)',
  'wordings.unknown': '“{{variable}}”은(는) 이 메시지에 없는 변수예요. 목록에서 골라 넣어 주세요.',
  'wordings.missing': '“{{variable}}” 변수가 빠졌어요. 받는 분께 꼭 필요한 내용이에요.',
  'wordings.kakao':
    '카카오톡 알림톡은 등록한 템플릿과 내용이 같아야 해요. 바꾼 문구를 먼저 발송 대행사에 등록해 주세요. 그전에는 문자로 보내요.',
  'wordings.publish': '게시하기',
  'wordings.published': '게시했어요. 다음 메시지부터 적용돼요.',
  'wordings.unchanged': '아직 바뀐 내용이 없어요.',
  'wordings.test': '테스트 발송',
  'wordings.test_intro': '게시하기 전에 위 문구를 예시 값으로 보내 볼 수 있어요.',
  'wordings.test_sms': '휴대전화 번호',
  'wordings.test_email': '이메일 주소',
  'wordings.test_send_sms': '테스트 문자 보내기',
  'wordings.test_send_email': '테스트 이메일 보내기',
  'wordings.test_sent': '테스트 메시지를 보냈어요.',
});
