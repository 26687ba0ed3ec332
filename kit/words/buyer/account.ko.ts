import { join } from '../../format/join.ts';
import { korean } from '../../format/texts.ts';
import { accountEn } from './account.en.ts';

/** 인증번호와 보안 안내. */
export const accountKo = korean(accountEn, {
  'account.verification_code.sms':
    '[선물] 인증번호 {{code}} ({{minutes}}분 안에 입력). 다른 사람에게 알려 주지 마세요.',
  'account.verification_code.mail_subject': '인증번호를 보내 드려요',
  'account.verification_code.mail_text':
    '안녕하세요.\n\n인증번호는 {{code, josa:이에요/예요}}. {{minutes}}분 안에 입력해 주세요.\n직접 요청하지 않았다면 이 메일은 무시해 주세요.',
  'account.verification_code.spoken': '본인 확인에 쓸 인증번호를 알려 드릴게요.',

  'account.unlock_code.sms':
    '[선물] {{shop_name}} 상품권 잠금 해제 인증번호 {{code}} ({{minutes}}분 안에 입력). 다른 사람에게 알려 주지 마세요.',
  'account.unlock_code.mail_subject': '{{shop_name}} 상품권 잠금 해제 인증번호를 보내 드려요',
  'account.unlock_code.mail_text': join(
    '안녕하세요.\n\n{{shop_name}} 상품권의 잠금 해제 인증번호는 {{code, josa:이에요/예요}}. {{minutes}}분 안에 입력해 주세요.\n',
    '직접 요청하지 않았다면 아무에게도 알려 주지 마세요.',
  ),
  'account.unlock_code.spoken': '{{shop_name, spoken_text}} 상품권 잠금을 풀 인증번호를 알려 드릴게요.',

  'account.checkout_code.sms':
    '[선물] {{shop_name}} {{amount, money}} 결제 인증번호 {{code}} ({{minutes}}분 안에 입력). 다른 사람에게 알려 주지 마세요.',
  'account.checkout_code.mail_subject': '{{shop_name}} 결제 인증번호를 보내 드려요',
  'account.checkout_code.mail_text': join(
    '안녕하세요.\n\n',
    '{{shop_name}}에서 상품권으로 {{amount, money, josa:을/를}} 결제할 인증번호는 {{code, josa:이에요/예요}}.',
    ' {{minutes}}분 안에 입력해 주세요.\n결제 중이 아니라면 아무에게도 알려 주지 마세요.',
  ),
  'account.checkout_code.spoken':
    '{{shop_name, spoken_text}}에서 상품권으로 결제할 인증번호를 알려 드릴게요.',

  'account.welcome.sms': '[선물] {{name}} 님, 반가워요. 회원번호는 {{member_number, josa:이에요/예요}}.',
  'account.welcome.mail_subject': '선물에 오신 것을 환영해요',
  'account.welcome.mail_text': join(
    '{{name}} 님, 안녕하세요.\n\n가입해 주셔서 고마워요. 회원번호는 {{member_number, josa:이에요/예요}}.\n',
    '전화에서는 회원번호와 전화 비밀번호로, 웹에서는 이메일과 비밀번호로 로그인할 수 있어요.',
  ),
  'account.welcome.spoken': join(
    '{{name, spoken_text}} 님, 반가워요. 회원번호는 {{member_number, spoken_digits, josa:이에요/예요}}.',
    ' 저희에게 전화하실 때 회원번호와 전화 비밀번호로 로그인해 주세요.',
  ),

  'account.password_changed.sms': '[선물] 비밀번호가 바뀌었어요. 직접 바꾸지 않았다면 바로 연락해 주세요.',
  'account.password_changed.mail_subject': '비밀번호가 바뀌었어요',
  'account.password_changed.mail_text':
    '안녕하세요.\n\n{{changed_at, date_time}}에 비밀번호나 전화 비밀번호가 바뀌었어요.\n직접 바꾸지 않았다면 바로 연락해 주세요.',
  'account.password_changed.spoken': join(
    '{{changed_at, spoken_date_time}}에 비밀번호나 전화 비밀번호가 바뀌었어요.',
    ' 직접 바꾸지 않으셨다면 바로 저희에게 전화해서 영 번을 눌러 주세요.',
  ),

  'account.passkey_added.sms':
    '[선물] 계정에 패스키가 등록됐어요. 직접 등록하지 않았다면 바로 연락해 주세요.',
  'account.passkey_added.mail_subject': '계정에 패스키가 등록됐어요',
  'account.passkey_added.mail_text':
    '안녕하세요.\n\n{{changed_at, date_time}}에 계정에 패스키가 등록됐어요. 이 패스키로 로그인할 수 있어요.\n직접 등록하지 않았다면 바로 연락해 주세요.',
  'account.passkey_added.spoken': join(
    '{{changed_at, spoken_date_time}}에 계정에 패스키가 등록됐어요.',
    ' 직접 등록하지 않으셨다면 바로 저희에게 전화해서 영 번을 눌러 주세요.',
  ),

  'account.contact_changed.sms':
    '[선물] 이 전화번호는 이제 계정에서 쓰이지 않아요. 직접 바꾸지 않았다면 바로 연락해 주세요.',
  'account.contact_changed.mail_subject': '이 이메일 주소는 이제 계정에서 쓰이지 않아요',
  'account.contact_changed.mail_text':
    '안녕하세요.\n\n{{changed_at, date_time}}에 계정의 이메일 주소가 바뀌었어요. 이 주소는 이제 쓰이지 않아요.\n직접 바꾸지 않았다면 바로 연락해 주세요.',
  'account.contact_changed.spoken': join(
    '{{changed_at, spoken_date_time}}부터 이 전화번호는 계정에서 쓰이지 않아요.',
    ' 직접 바꾸지 않으셨다면 바로 저희에게 전화해서 영 번을 눌러 주세요.',
  ),

  'account.closed.sms':
    '[선물] 회원번호 {{member_number}} 탈퇴가 끝났어요. 직접 탈퇴하지 않았다면 바로 연락해 주세요.',
  'account.closed.mail_subject': '회원 탈퇴가 끝났어요',
  'account.closed.mail_text': join(
    '안녕하세요.\n\n{{closed_at, date_time}}에 회원번호 {{member_number}} 탈퇴가 끝났어요.\n',
    '모든 기기에서 로그아웃됐고, 등록한 카드와 패스키를 지웠어요.\n',
    '보낸 선물은 그대로 쓸 수 있고, 환불은 결제한 카드로 돌아가요.\n',
    '결제 기록은 법에 따라 5년 동안 따로 보관하고, 다른 일에는 쓰지 않아요.\n\n',
    '직접 탈퇴하지 않았다면 바로 연락해 주세요.',
  ),
  'account.closed.spoken': join(
    '{{closed_at, spoken_date_time}}에 회원 탈퇴가 끝났어요.',
    ' 직접 탈퇴하지 않으셨다면 바로 저희에게 전화해서 영 번을 눌러 주세요.',
  ),

  'person.unnamed': '받는 분',
});
