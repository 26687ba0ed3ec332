import { join } from '../../format/join.ts';
import { korean } from '../../format/texts.ts';
import { recipientEn } from './recipient.en.ts';

/** 받는 분께. Names take 님, so that no particle has to follow a name in another script. */
export const recipientKo = korean(recipientEn, {
  'recipient.gift_arrived.sms': join(
    '[선물] {{sender_name}} 님이 {{shop_name}} 상품권 {{amount, money, josa:을/를}} 보냈어요.\n',
    '{{message, quoted_line}}받으려면 1, 거절하려면 2를 {{respond_by_at, date_time}}까지 답장해 주세요.\nFor English, reply ENGLISH.\n{{link}}',
  ),
  'recipient.gift_arrived.mail_subject': '{{sender_name}} 님이 {{amount, money}} 상품권을 선물했어요',
  'recipient.gift_arrived.mail_text': join(
    '안녕하세요.\n\n{{sender_name}} 님이 {{shop_name}} 상품권 {{amount, money, josa:을/를}} 보냈어요.\n',
    '{{message, quoted_line}}\n{{respond_by_at, date_time}}까지 아래 링크에서 받거나 거절해 주세요.\n{{link}}\n\n',
    '받을 때 비밀번호를 정하면, 휴대전화 번호와 비밀번호만으로 쓸 수 있어요.\n거절하거나 기한까지 답이 없으면 보낸 분께 환불돼요.',
  ),
  'recipient.gift_arrived.spoken': join(
    '{{sender_name, spoken_text}} 님이 {{shop_name, spoken_text}} 상품권 {{amount, spoken_money, josa:을/를}} 보내셨어요.',
    ' {{respond_by_at, spoken_date_time}}까지 저희에게 전화해서 이 번을 누르시면 받거나 거절하실 수 있어요.',
  ),

  'recipient.number_code.sms':
    '[선물] 이 번호로 {{shop_name}} 상품권을 받을 인증번호 {{code}} ({{minutes}}분 안에 입력). 요청하지 않았다면 아무에게도 알려 주지 마세요.',
  'recipient.number_code.mail_subject': '선물을 받을 인증번호를 보내 드려요',
  'recipient.number_code.mail_text': join(
    '안녕하세요.\n\n{{shop_name}} 상품권을 받을 인증번호는 {{code, josa:이에요/예요}}. {{minutes}}분 안에 입력해 주세요.\n',
    '직접 요청하지 않았다면 아무에게도 알려 주지 마세요.',
  ),
  'recipient.number_code.spoken':
    '이 번호로 {{shop_name, spoken_text}} 상품권을 받을 인증번호를 알려 드릴게요. 요청하지 않으셨다면 아무에게도 알려 주지 마세요.',

  'recipient.gift_reminder.sms': join(
    '[선물] {{sender_name}} 님이 보낸 {{shop_name}} 상품권 {{amount, money, josa:을/를}} 아직 받지 않았어요.',
    ' {{respond_by_at, date_time}}까지 받으려면 1, 거절하려면 2를 답장해 주세요.\n{{link}}',
  ),
  'recipient.gift_reminder.mail_subject': '{{sender_name}} 님의 선물을 아직 받지 않았어요',
  'recipient.gift_reminder.mail_text': join(
    '안녕하세요.\n\n{{sender_name}} 님이 보낸 {{shop_name}} 상품권 {{amount, money, josa:을/를}} 아직 받지 않았어요.\n',
    '{{respond_by_at, date_time}}까지 아래 링크에서 받거나 거절해 주세요.\n{{link}}\n\n기한이 지나면 보낸 분께 환불돼요.',
  ),
  'recipient.gift_reminder.spoken': join(
    '{{sender_name, spoken_text}} 님이 보내신 {{shop_name, spoken_text}} 상품권 {{amount, spoken_money, josa:을/를}} 아직 받지 않으셨어요.',
    ' {{respond_by_at, spoken_date_time}}까지 저희에게 전화해서 이 번을 누르시면 받거나 거절하실 수 있어요.',
  ),

  'recipient.gift_accepted.sms': join(
    '[선물] {{shop_name}} 상품권 {{amount, money, josa:을/를}} 쓸 수 있어요.',
    ' {{shop_name}} 모든 매장과 온라인몰에서 휴대전화 번호와 비밀번호를 입력해 주세요.',
  ),
  'recipient.gift_accepted.mail_subject': '{{shop_name}} 상품권을 쓸 수 있어요',
  'recipient.gift_accepted.mail_text': join(
    '안녕하세요.\n\n{{sender_name}} 님이 보낸 {{shop_name}} 상품권 {{amount, money, josa:을/를}} 받으셨어요.\n\n',
    '쓸 수 있는 곳: {{shop_name}} 모든 매장과 온라인몰\n쓰는 방법: 상품권으로 결제한다고 말하고 휴대전화 번호와 비밀번호를 입력해 주세요.\n',
    '잔액 안에서 여러 번 나눠 쓸 수 있어요.',
  ),
  'recipient.gift_accepted.spoken': join(
    '{{sender_name, spoken_text}} 님이 보내신 {{shop_name, spoken_text}} 상품권 {{amount, spoken_money, josa:을/를}} 이제 쓰실 수 있어요.',
    ' 모든 {{shop_name, spoken_text}} 매장과 온라인몰에서 이 전화번호와 비밀번호를 누르시면 돼요.',
  ),

  'recipient.gift_refused.sms':
    '[선물] {{shop_name}} 상품권 {{amount, money, josa:을/를}} 거절하셨어요. {{sender_name}} 님께 환불돼요.',
  'recipient.gift_refused.mail_subject': '선물을 거절하셨어요',
  'recipient.gift_refused.mail_text': join(
    '안녕하세요.\n\n{{shop_name}} 상품권 {{amount, money, josa:을/를}} 거절하셨어요.\n{{sender_name}} 님께 환불돼요.',
    ' 따로 하실 일은 없어요.',
  ),
  'recipient.gift_refused.spoken':
    '{{shop_name, spoken_text}} 상품권 {{amount, spoken_money, josa:을/를}} 거절하셨어요. {{sender_name, spoken_text}} 님께 환불돼요.',

  'recipient.gift_expired.sms':
    '[선물] {{shop_name}} 상품권 {{amount, money, josa:을/를}} 받을 수 있는 기한이 지나 {{sender_name}} 님께 환불돼요.',
  'recipient.gift_expired.mail_subject': '선물을 받을 수 있는 기한이 지났어요',
  'recipient.gift_expired.mail_text': join(
    '안녕하세요.\n\n{{shop_name}} 상품권 {{amount, money, josa:을/를}} 받을 수 있는 기한이 지났어요.\n',
    '{{sender_name}} 님께 환불돼요.',
  ),
  'recipient.gift_expired.spoken':
    '{{shop_name, spoken_text}} 상품권 {{amount, spoken_money, josa:을/를}} 받을 수 있는 기한이 지났어요. {{sender_name, spoken_text}} 님께 환불돼요.',

  'recipient.gift_cancelled.sms':
    '[선물] {{sender_name}} 님이 {{shop_name}} 상품권 {{amount, money}} 선물을 취소했어요. 따로 하실 일은 없어요.',
  'recipient.gift_cancelled.mail_subject': '선물이 취소됐어요',
  'recipient.gift_cancelled.mail_text':
    '안녕하세요.\n\n{{sender_name}} 님이 {{shop_name}} 상품권 {{amount, money}} 선물을 취소했어요.\n따로 하실 일은 없어요.',
  'recipient.gift_cancelled.spoken':
    '{{sender_name, spoken_text}} 님이 {{shop_name, spoken_text}} 상품권 {{amount, spoken_money}} 선물을 취소하셨어요. 따로 하실 일은 없어요.',

  'recipient.gift_withdrawn.sms':
    '[선물] {{sender_name}} 님이 {{shop_name}} 상품권 {{amount, money}} 선물을 취소했어요. 상품권은 이제 쓸 수 없어요.',
  'recipient.gift_withdrawn.mail_subject': '받은 선물이 취소됐어요',
  'recipient.gift_withdrawn.mail_text': join(
    '안녕하세요.\n\n{{sender_name}} 님이 {{shop_name}} 상품권 {{amount, money}} 선물을 취소했어요.\n',
    '상품권은 이제 쓸 수 없어요. 따로 하실 일은 없어요.',
  ),
  'recipient.gift_withdrawn.spoken': join(
    '{{sender_name, spoken_text}} 님이 보내신 {{shop_name, spoken_text}} 상품권 {{amount, spoken_money}} 선물을 취소하셨어요.',
    ' 받으신 상품권은 이제 쓰실 수 없어요. 따로 하실 일은 없어요.',
  ),

  'recipient.gift_charged_back.sms':
    '[선물] {{sender_name}} 님이 보낸 {{shop_name}} 상품권 {{amount, money}} 선물이 결제 취소로 취소됐어요. 따로 하실 일은 없어요.',
  'recipient.gift_charged_back.mail_subject': '받을 선물이 취소됐어요',
  'recipient.gift_charged_back.mail_text': join(
    '안녕하세요.\n\n{{sender_name}} 님이 보낸 {{shop_name}} 상품권 {{amount, money}} 선물이 결제 취소로 취소됐어요.\n',
    '따로 하실 일은 없어요.',
  ),
  'recipient.gift_charged_back.spoken':
    '{{sender_name, spoken_text}} 님이 보내신 {{shop_name, spoken_text}} 상품권 {{amount, spoken_money}} 선물이 결제 취소로 취소됐어요. 따로 하실 일은 없어요.',

  'recipient.certificate_used.sms':
    '[선물] {{store_name}}에서 {{amount, money, josa:을/를}} 썼어요. {{shop_name}} 상품권 잔액: {{remaining, money}}',
  'recipient.certificate_used.mail_subject': '{{store_name}}에서 {{amount, money, josa:을/를}} 썼어요',
  'recipient.certificate_used.mail_text': join(
    '안녕하세요.\n\n',
    '{{used_at, date_time}}에 {{store_name}}에서 {{shop_name}} 상품권 {{amount, money, josa:을/를}} 썼어요.\n',
    '잔액: {{remaining, money}}\n\n직접 쓰지 않았다면 바로 {{shop_name}}에 연락해 주세요.',
  ),
  'recipient.certificate_used.spoken': join(
    '{{store_name, spoken_text}}에서 {{shop_name, spoken_text}} 상품권 {{amount, spoken_money, josa:을/를}} 쓰셨어요. 잔액은 {{remaining, spoken_money, josa:이에요/예요}}.',
    ' 직접 쓰지 않으셨다면 바로 {{shop_name, spoken_text}}에 연락해 주세요.',
  ),

  'recipient.use_reversed.sms':
    '[선물] {{store_name}}에서 쓴 {{amount, money}} 사용이 취소됐어요. {{shop_name}} 상품권 잔액: {{remaining, money}}',
  'recipient.use_reversed.mail_subject': '{{store_name}}에서 쓴 {{amount, money}} 사용이 취소됐어요',
  'recipient.use_reversed.mail_text': join(
    '안녕하세요.\n\n',
    '{{store_name}}에서 쓴 {{shop_name}} 상품권 {{amount, money}} 사용이 {{reversed_at, date_time}}에 취소됐어요.\n',
    '잔액: {{remaining, money}}',
  ),
  'recipient.use_reversed.spoken':
    '{{store_name, spoken_text}}에서 {{shop_name, spoken_text}} 상품권 {{amount, spoken_money, josa:을/를}} 쓰신 것이 취소됐어요. 잔액은 {{remaining, spoken_money, josa:이에요/예요}}.',

  'recipient.certificate_locked.sms':
    '[선물] 누군가 {{shop_name}} 상품권 비밀번호를 여러 번 틀렸어요. 잔액은 그대로예요. 매장에서는 비밀번호로 쓸 수 있고, 온라인에서는 인증번호를 함께 요청할 수 있어요.',
  'recipient.certificate_locked.mail_subject': '{{shop_name}} 상품권 비밀번호를 여러 번 틀렸어요',
  'recipient.certificate_locked.mail_text':
    '안녕하세요.\n\n누군가 {{shop_name}} 상품권 비밀번호를 여러 번 틀렸어요. 잔액은 그대로예요.\n매장에서는 비밀번호로 쓸 수 있고, 온라인에서는 인증번호를 함께 요청할 수 있어요.',
  'recipient.certificate_locked.spoken': join(
    '누군가 {{shop_name, spoken_text}} 상품권 비밀번호를 여러 번 틀렸어요. 잔액은 그대로예요.',
    ' 직접 하신 거라면 저희에게 전화해서 오 번을 누르고 비밀번호를 새로 정하실 수 있어요.',
  ),

  'recipient.opened_by_clerk.sms':
    '[선물] {{opened_at, date_time}} {{store_name}} 직원이 비밀번호 없이 {{shop_name}} 상품권을 열었어요. 직접 요청하지 않았다면 바로 연락해 주세요.',
  'recipient.opened_by_clerk.mail_subject': '{{store_name}} 직원이 {{shop_name}} 상품권을 열었어요',
  'recipient.opened_by_clerk.mail_text':
    '안녕하세요.\n\n{{opened_at, date_time}} {{store_name}} 직원이 비밀번호 없이 {{shop_name}} 상품권을 열었어요.\n직접 요청하지 않았다면 바로 연락해 주세요.',
  'recipient.opened_by_clerk.spoken': join(
    '{{store_name, spoken_text}} 직원이 비밀번호 없이 {{shop_name, spoken_text}} 상품권을 열었어요.',
    ' 직접 요청하지 않으셨다면 바로 저희에게 전화해서 영 번을 눌러 주세요.',
  ),

  'recipient.certificate_expiring.sms':
    '[선물] {{shop_name}} 상품권을 {{expires_at, date}}까지 쓸 수 있어요. 잔액: {{left, money}}. 그 전에 써 주세요.',
  'recipient.certificate_expiring.mail_subject':
    '{{shop_name}} 상품권을 {{expires_at, date}}까지 쓸 수 있어요',
  'recipient.certificate_expiring.mail_text': join(
    '안녕하세요.\n\n{{shop_name}} 상품권을 {{expires_at, date}}까지 쓸 수 있어요.\n',
    '잔액: {{left, money}}\n\n그 전에 써 주세요.',
  ),
  'recipient.certificate_expiring.spoken':
    '{{shop_name, spoken_text}} 상품권은 {{expires_at, spoken_date}}까지 쓰실 수 있어요. {{left, spoken_money}} 남아 있으니 그 전에 써 주세요.',

  'recipient.certificate_expired.sms':
    '[선물] {{shop_name}} 상품권의 유효기간이 {{expired_at, date}}에 끝났어요. 남은 {{left, money, josa:은/는}} 이제 쓸 수 없어요.',
  'recipient.certificate_expired.mail_subject': '{{shop_name}} 상품권의 유효기간이 끝났어요',
  'recipient.certificate_expired.mail_text': join(
    '안녕하세요.\n\n{{shop_name}} 상품권의 유효기간이 {{expired_at, date}}에 끝났어요.\n',
    '남은 {{left, money, josa:은/는}} 이제 쓸 수 없어요.',
  ),
  'recipient.certificate_expired.spoken':
    '{{shop_name, spoken_text}} 상품권의 유효기간이 {{expired_at, spoken_date}}에 끝났어요. 남은 {{left, spoken_money, josa:은/는}} 이제 쓰실 수 없어요.',

  'recipient.certificate_frozen.sms': join(
    '[선물] {{shop_name}} 상품권의 결제에 이의가 제기되어 사용이 정지됐어요.',
    ' 남은 {{left, money, josa:은/는}} 결과가 나올 때까지 쓸 수 없어요. 선물을 보낸 분에게 문의해 주세요.',
  ),
  'recipient.certificate_frozen.mail_subject': '{{shop_name}} 상품권의 사용이 정지됐어요',
  'recipient.certificate_frozen.mail_text': join(
    '안녕하세요.\n\n{{shop_name}} 상품권의 결제에 이의가 제기되어 사용이 정지됐어요.\n',
    '남은 {{left, money, josa:은/는}} 결과가 나올 때까지 쓸 수 없어요. 선물을 보낸 분에게 문의해 주세요.',
  ),
  'recipient.certificate_frozen.spoken': join(
    '{{shop_name, spoken_text}} 상품권의 결제에 이의가 제기되어 사용이 정지됐어요.',
    ' 남은 {{left, spoken_money, josa:은/는}} 결과가 나올 때까지 쓰실 수 없어요. 선물을 보내신 분께 문의해 주세요.',
  ),

  'recipient.certificate_unfrozen.sms':
    '[선물] {{shop_name}} 상품권을 다시 쓸 수 있어요. 잔액 {{left, money}}, {{expires_at, date}}까지.',
  'recipient.certificate_unfrozen.mail_subject': '{{shop_name}} 상품권을 다시 쓸 수 있어요',
  'recipient.certificate_unfrozen.mail_text': join(
    '안녕하세요.\n\n{{shop_name}} 상품권을 다시 쓸 수 있어요.\n',
    '잔액은 {{left, money}}이고 {{expires_at, date}}까지 쓸 수 있어요.',
  ),
  'recipient.certificate_unfrozen.spoken': join(
    '{{shop_name, spoken_text}} 상품권을 다시 쓰실 수 있어요.',
    ' {{left, spoken_money}} 남았고 {{expires_at, spoken_date}}까지 쓰실 수 있어요.',
  ),

  'recipient.locked_by_staff.sms': join(
    '[선물] {{shop_name}}에서 상품권을 잠갔어요. 남은 {{left, money, josa:은/는}} 잠금이 풀릴 때까지 쓸 수 없어요.',
    ' 요청하신 적이 없다면 {{shop_name}}에 문의해 주세요.',
  ),
  'recipient.locked_by_staff.mail_subject': '{{shop_name}} 상품권이 잠겼어요',
  'recipient.locked_by_staff.mail_text': join(
    '안녕하세요.\n\n{{shop_name}}에서 상품권을 잠갔어요. 남은 {{left, money, josa:은/는}} 잠금이 풀릴 때까지 쓸 수 없어요.\n',
    '요청하신 적이 없다면 {{shop_name}}에 문의해 주세요.',
  ),
  'recipient.locked_by_staff.spoken': join(
    '{{shop_name, spoken_text}}에서 상품권을 잠갔어요.',
    ' 남은 {{left, spoken_money, josa:은/는}} 잠금이 풀릴 때까지 쓰실 수 없어요. 요청하신 적이 없다면 매장에 문의해 주세요.',
  ),

  'recipient.unlocked_by_staff.sms':
    '[선물] {{shop_name}} 상품권의 잠금이 풀려 다시 쓸 수 있어요. 잔액 {{left, money}}, {{expires_at, date}}까지.',
  'recipient.unlocked_by_staff.mail_subject': '{{shop_name}} 상품권의 잠금이 풀렸어요',
  'recipient.unlocked_by_staff.mail_text': join(
    '안녕하세요.\n\n{{shop_name}} 상품권의 잠금이 풀려 다시 쓸 수 있어요.\n',
    '잔액은 {{left, money}}이고 {{expires_at, date}}까지 쓸 수 있어요.',
  ),
  'recipient.unlocked_by_staff.spoken': join(
    '{{shop_name, spoken_text}} 상품권의 잠금이 풀려 다시 쓰실 수 있어요.',
    ' {{left, spoken_money}} 남았고 {{expires_at, spoken_date}}까지 쓰실 수 있어요.',
  ),

  'recipient.certificate_charged_back.sms': join(
    '[선물] {{shop_name}} 상품권의 결제가 취소되어 상품권도 취소됐어요.',
    ' 남은 {{left, money, josa:은/는}} 이제 쓸 수 없어요. 선물을 보낸 분에게 문의해 주세요.',
  ),
  'recipient.certificate_charged_back.mail_subject': '{{shop_name}} 상품권이 취소됐어요',
  'recipient.certificate_charged_back.mail_text': join(
    '안녕하세요.\n\n{{shop_name}} 상품권의 결제가 취소되어 상품권도 취소됐어요.\n',
    '남은 {{left, money, josa:은/는}} 이제 쓸 수 없어요. 선물을 보낸 분에게 문의해 주세요.',
  ),
  'recipient.certificate_charged_back.spoken': join(
    '{{shop_name, spoken_text}} 상품권의 결제가 취소되어 상품권도 취소됐어요.',
    ' 남은 {{left, spoken_money, josa:은/는}} 이제 쓰실 수 없어요. 선물을 보내신 분께 문의해 주세요.',
  ),

  'recipient.hand_over_begun.sms': join(
    '[선물] {{shop_name}} 상품권(잔액 {{left, money}})을 {{to_phone, phone}} 번호로 양도할 인증번호 {{code}} ({{minutes}}분 안에 입력).',
    ' 직접 하지 않았다면 아무에게도 알려 주지 말고 새 비밀번호를 정해 주세요. {{link}}',
  ),
  'recipient.hand_over_begun.mail_subject': '{{shop_name}} 상품권을 양도할 인증번호를 보내 드려요',
  'recipient.hand_over_begun.mail_text': join(
    '안녕하세요.\n\n{{shop_name}} 상품권(잔액 {{left, money}})을 {{to_phone, phone}} 번호로 양도할 인증번호는 {{code, josa:이에요/예요}}.',
    ' {{minutes}}분 안에 입력해 주세요.\n직접 하지 않았다면 아무에게도 알려 주지 말고 새 비밀번호를 정해 주세요.\n{{link}}',
  ),
  'recipient.hand_over_begun.spoken': join(
    '{{shop_name, spoken_text}} 상품권 {{left, spoken_money, josa:을/를}} {{to_phone, spoken_phone}} 번으로 양도할 인증번호를 알려 드릴게요.',
    ' 직접 하지 않으셨다면 인증번호를 아무에게도 알려 주지 마시고, 저희에게 전화해서 오 번을 눌러 비밀번호를 새로 정해 주세요.',
  ),

  'recipient.hand_over.sms': join(
    '[선물] {{giver_name}} 님이 {{shop_name}} 상품권(잔액 {{left, money}})을 양도하려고 해요.',
    ' 받으려면 {{until_at, date_time}}까지 인증번호 {{code, josa:으로/로}} 새 비밀번호를 정해 주세요.',
    ' {{link}} 인증번호는 다른 사람에게 알려 주지 마세요.',
  ),
  'recipient.hand_over.mail_subject': '{{giver_name}} 님이 {{shop_name}} 상품권을 양도하려고 해요',
  'recipient.hand_over.mail_text': join(
    '안녕하세요.\n\n{{giver_name}} 님이 {{shop_name}} 상품권(잔액 {{left, money}})을 양도하려고 해요.\n',
    '받으려면 {{until_at, date_time}}까지 인증번호 {{code, josa:으로/로}} 새 비밀번호를 정해 주세요.\n{{link}}\n',
    '인증번호는 다른 사람에게 알려 주지 마세요.',
  ),
  'recipient.hand_over.spoken': join(
    '{{giver_name, spoken_person}}이 {{shop_name, spoken_text}} 상품권을 양도하려고 해요. 잔액은 {{left, spoken_money, josa:이에요/예요}}.',
    ' 받으시려면 {{until_at, spoken_date_time}}까지 인증번호로 새 비밀번호를 정해 주세요. 인증번호를 알려 드릴게요.',
  ),

  'recipient.handed_over.sms':
    '[선물] {{shop_name}} 상품권을 다른 분께 양도했어요. 이제 이 번호와 비밀번호로는 쓸 수 없어요. 직접 하지 않았다면 바로 연락해 주세요.',
  'recipient.handed_over.mail_subject': '{{shop_name}} 상품권을 다른 분께 양도했어요',
  'recipient.handed_over.mail_text':
    '안녕하세요.\n\n{{shop_name}} 상품권을 다른 분께 양도했어요. 이제 이전 번호와 비밀번호로는 쓸 수 없어요.\n직접 하지 않았다면 바로 연락해 주세요.',
  'recipient.handed_over.spoken': join(
    '{{shop_name, spoken_text}} 상품권을 다른 분께 양도하셨어요. 이제 이 번호와 비밀번호로는 쓰실 수 없어요.',
    ' 직접 하지 않으셨다면 바로 저희에게 전화해서 영 번을 눌러 주세요.',
  ),

  'recipient.pin_changed.sms':
    '[선물] {{shop_name}} 상품권 비밀번호가 바뀌었어요. 직접 바꾸지 않았다면 바로 새 비밀번호를 정해 주세요. {{link}}',
  'recipient.pin_changed.mail_subject': '{{shop_name}} 상품권 비밀번호가 바뀌었어요',
  'recipient.pin_changed.mail_text':
    '안녕하세요.\n\n{{shop_name}} 상품권 비밀번호가 바뀌었어요.\n직접 바꾸지 않았다면 바로 새 비밀번호를 정해 주세요.\n{{link}}',
  'recipient.pin_changed.spoken': join(
    '{{shop_name, spoken_text}} 상품권 비밀번호가 바뀌었어요.',
    ' 직접 바꾸지 않으셨다면 바로 저희에게 전화해서 오 번을 눌러 새로 정해 주세요.',
  ),
});
