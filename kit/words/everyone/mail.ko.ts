import { korean } from '../../format/texts.ts';
import { mailEn } from './mail.en.ts';

/** 모든 메일에 붙는 말과, 알림을 끄는 화면. */
export const mailKo = korean(mailEn, {
  'mail.footer':
    '이 메일은 선물에서 자동으로 보내 드리는 발신 전용 메일이에요.\n저희가 먼저 연락해서 비밀번호나 인증번호를 묻는 일은 없어요.',
  'mail.open_gift': '선물 열어 보기',
  'mail.button_fails': '버튼이 열리지 않으면 이 링크를 열어 주세요.',
  'mail.unsubscribe': '이 알림 그만 받기',
  'mail.unsubscribe_line': '이 알림 그만 받기: {{unsubscribe_url}}',

  'notices_page.gift_accepted': '선물을 받았다는 알림',
  'notices_page.certificate_issued': '상품권이 발급됐다는 알림',
  'notices_page.certificate_used': '상품권을 썼다는 알림',
  'notices_page.use_reversed': '상품권 사용이 취소됐다는 알림',
  'notices_page.birthday_soon': '저장한 생일이 다가온다는 알림',
  'notices_page.ask_title': '이 알림을 그만 받을까요?',
  'notices_page.ask_what':
    '{{notice, josa:을/를}} 문자로도 이메일로도 보내지 않을게요. 결제와 환불 안내는 계속 보내 드려요.',
  'notices_page.stop_now': '그만 받기',
  'notices_page.stopped_title': '알림을 껐어요',
  'notices_page.stopped_what': '{{notice, josa:은/는}} 이제 보내지 않을게요.',
  'notices_page.undo': '다시 받기',
  'notices_page.on_title': '알림을 켰어요',
  'notices_page.on_what': '{{notice, josa:을/를}} 보내 드릴게요.',
  'notices_page.not_found': '열 수 없는 링크예요',
  'notices_page.not_found_what':
    '이메일에 있는 링크 전체를 다시 열어 주세요. 알림은 내 정보에서도 바꿀 수 있어요.',
});
