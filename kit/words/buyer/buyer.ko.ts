import { join } from '../../format/join.ts';
import { korean } from '../../format/texts.ts';
import { buyerEn } from './buyer.en.ts';

/** 보낸 분께. */
export const buyerKo = korean(buyerEn, {
  'buyer.purchase_complete.sms': join(
    '[선물] {{recipient}} 님께 보내는 {{shop_name}} 상품권 {{amount, money}} 결제가 완료됐어요.',
    ' {{respond_by_at, date_time}}까지 받지 않으면 환불해 드려요.',
  ),
  'buyer.purchase_complete.mail_subject': '{{shop_name}} 상품권 {{amount, money}} 결제가 완료됐어요',
  'buyer.purchase_complete.mail_text': join(
    '안녕하세요.\n\n결제가 완료됐어요.\n\n상점: {{shop_name}}\n금액: {{amount, money}}\n받는 분: {{recipient}} 님\n\n',
    '선물을 받거나 쓸 때마다 알려 드릴게요.\n거절하거나 {{respond_by_at, date_time}}까지 받지 않으면 전액 환불해 드려요.',
  ),
  'buyer.purchase_complete.spoken': join(
    '{{recipient, spoken_person}}께 보내는 {{shop_name, spoken_text}} 상품권 {{amount, spoken_money}} 결제가 완료됐어요.',
    ' {{respond_by_at, spoken_date_time}}까지 받지 않으시면 환불해 드려요.',
  ),

  'buyer.several_complete.sms':
    '[선물] {{people}}명에게 보내는 {{shop_name}} 상품권, 총 {{amount, money}} 결제가 완료됐어요. 기한까지 받지 않은 선물은 환불해 드려요.',
  'buyer.several_complete.mail_subject': '{{people}}명에게 보내는 {{shop_name}} 상품권 결제가 완료됐어요',
  'buyer.several_complete.mail_text': join(
    '안녕하세요.\n\n결제가 완료됐어요.\n\n상점: {{shop_name}}\n받는 분: {{people}}명\n총 금액: {{amount, money}}\n\n',
    '한 분씩 선물을 받을 때마다 알려 드릴게요.\n거절하거나 기한까지 받지 않은 선물은 환불해 드려요.',
  ),
  'buyer.several_complete.spoken': join(
    '{{people, spoken_count}} 분께 보내는 {{shop_name, spoken_text}} 상품권, 모두 {{amount, spoken_money}} 결제가 완료됐어요.',
    ' 기한까지 받지 않으신 선물은 환불해 드려요.',
  ),

  'buyer.purchase_failed.sms':
    '[선물] {{shop_name}} 상품권 {{amount, money, josa:을/를}} 구매하지 못했어요. 결제된 금액은 없어요.',
  'buyer.purchase_failed.mail_subject': '상품권을 구매하지 못했어요',
  'buyer.purchase_failed.mail_text': join(
    '안녕하세요.\n\n{{shop_name}} 상품권 {{amount, money, josa:을/를}} 구매하지 못했어요.\n결제된 금액은 없어요.',
    ' 카드 승인을 받았다면 바로 취소돼요.',
  ),
  'buyer.purchase_failed.spoken':
    '{{shop_name, spoken_text}} 상품권 {{amount, spoken_money, josa:을/를}} 구매하지 못했어요. 결제된 금액은 없어요.',

  'buyer.card_declined.sms':
    '[선물] 카드 결제가 거절되어 {{shop_name}} 상품권 {{amount, money, josa:을/를}} 보내지 못했어요. 결제된 금액은 없어요. 다른 카드로 다시 시도해 주세요.',
  'buyer.card_declined.mail_subject': '카드 결제가 거절됐어요',
  'buyer.card_declined.mail_text': join(
    '안녕하세요.\n\n카드 결제가 거절되어 {{shop_name}} 상품권 {{amount, money, josa:을/를}} 보내지 못했어요.\n',
    '결제된 금액은 없어요. 다른 카드로 다시 시도해 주세요.',
  ),
  'buyer.card_declined.spoken': join(
    '카드 결제가 거절되어 {{shop_name, spoken_text}} 상품권 {{amount, spoken_money, josa:을/를}} 보내지 못했어요.',
    ' 결제된 금액은 없어요. 다른 카드로 다시 시도해 주세요.',
  ),

  'buyer.gift_accepted.sms':
    '[선물] {{recipient}} 님이 {{shop_name}} 상품권 {{amount, money, josa:을/를}} 받으셨어요.',
  'buyer.gift_accepted.mail_subject': '{{recipient}} 님이 선물을 받으셨어요',
  'buyer.gift_accepted.mail_text':
    '안녕하세요.\n\n{{recipient}} 님이 {{shop_name}} 상품권 {{amount, money, josa:을/를}} 받으셨어요.',
  'buyer.gift_accepted.spoken':
    '{{recipient, spoken_person}}이 {{shop_name, spoken_text}} 상품권 {{amount, spoken_money, josa:을/를}} 받으셨어요.',

  'buyer.gift_refused.sms':
    '[선물] {{recipient}} 님이 {{shop_name}} 상품권을 거절하셨어요. {{amount, money, josa:을/를}} 환불해 드렸어요.',
  'buyer.gift_refused.mail_subject': '선물이 거절되어 {{amount, money, josa:을/를}} 환불해 드렸어요',
  'buyer.gift_refused.mail_text': join(
    '안녕하세요.\n\n{{recipient}} 님이 {{shop_name}} 상품권을 거절하셨어요.\n',
    '결제 수단으로 {{amount, money, josa:을/를}} 환불해 드렸어요. 카드사에 따라 며칠 걸릴 수 있어요.',
  ),
  'buyer.gift_refused.spoken':
    '{{recipient, spoken_person}}이 {{shop_name, spoken_text}} 상품권을 거절하셨어요. {{amount, spoken_money, josa:을/를}} 환불해 드렸어요.',

  'buyer.gift_expired.sms':
    '[선물] {{recipient}} 님이 기한까지 {{shop_name}} 상품권을 받지 않으셨어요. {{amount, money, josa:을/를}} 환불해 드렸어요.',
  'buyer.gift_expired.mail_subject': '기한까지 받지 않아 {{amount, money, josa:을/를}} 환불해 드렸어요',
  'buyer.gift_expired.mail_text': join(
    '안녕하세요.\n\n{{recipient}} 님이 기한까지 {{shop_name}} 상품권을 받지 않으셨어요.\n',
    '결제 수단으로 {{amount, money, josa:을/를}} 환불해 드렸어요. 카드사에 따라 며칠 걸릴 수 있어요.',
  ),
  'buyer.gift_expired.spoken':
    '{{recipient, spoken_person}}이 기한까지 {{shop_name, spoken_text}} 상품권을 받지 않으셨어요. {{amount, spoken_money, josa:을/를}} 환불해 드렸어요.',

  'buyer.gift_cancelled.sms':
    '[선물] {{recipient}} 님께 보낸 {{shop_name}} 상품권이 취소됐어요. {{amount, money, josa:을/를}} 환불해 드렸어요.',
  'buyer.gift_cancelled.mail_subject': '선물이 취소되어 {{amount, money, josa:을/를}} 환불해 드렸어요',
  'buyer.gift_cancelled.mail_text': join(
    '안녕하세요.\n\n{{recipient}} 님께 보낸 {{shop_name}} 상품권이 취소됐어요.\n',
    '결제 수단으로 {{amount, money, josa:을/를}} 환불해 드렸어요. 카드사에 따라 며칠 걸릴 수 있어요.',
  ),
  'buyer.gift_cancelled.spoken':
    '{{recipient, spoken_person}}께 보내신 {{shop_name, spoken_text}} 상품권이 취소됐어요. {{amount, spoken_money, josa:을/를}} 환불해 드렸어요.',

  'buyer.cash_waits.sms': join(
    '[선물] {{shop_name}} 상품권이 취소되어 현금 {{amount, money, josa:을/를}} 돌려드려요.',
    ' 결제하신 매장에서 받아 가세요. 영수증 번호 {{receipt_no}}',
  ),
  'buyer.cash_waits.mail_subject': '{{shop_name}} 매장에서 현금 {{amount, money, josa:을/를}} 받아 가세요',
  'buyer.cash_waits.mail_text': join(
    '안녕하세요.\n\n{{shop_name}} 상품권이 거절되거나 취소됐거나, 기한까지 받지 않으셨어요.\n',
    '현금으로 결제하셨으니 결제하신 매장에서 {{amount, money, josa:을/를}} 돌려드려요.\n\n',
    '계산대 영수증 번호: {{receipt_no}}\n\n매장 직원에게 이 번호를 말씀해 주세요.',
  ),
  'buyer.cash_waits.spoken': join(
    '{{shop_name, spoken_text}} 상품권이 취소되어 현금 {{amount, spoken_money, josa:을/를}} 돌려드려요. 결제하신 매장에서 받아 가세요.',
    ' 영수증 번호는 {{receipt_no, spoken_digits}}번이에요.',
  ),

  'buyer.recipient_not_reached.sms': join(
    '[선물] {{recipient}} 님께 {{shop_name}} 상품권 {{amount, money}} 안내를 전하지 못했어요.',
    ' {{respond_by_at, date_time}}까지 취소할 수 있고, 그 뒤에는 환불해 드려요.',
  ),
  'buyer.recipient_not_reached.mail_subject': '{{recipient}} 님께 선물 안내를 전하지 못했어요',
  'buyer.recipient_not_reached.mail_text': join(
    '안녕하세요.\n\n{{recipient}} 님께 {{shop_name}} 상품권 {{amount, money}} 안내를 전하지 못했어요.\n',
    '번호나 주소가 잘못됐거나, 받는 분이 안내를 거부했을 수 있어요.\n\n선물을 취소하고 다시 보낼 수 있어요.',
    ' {{respond_by_at, date_time}}까지 받지 않으면 전액 환불해 드려요.',
  ),
  'buyer.recipient_not_reached.spoken': join(
    '{{recipient, spoken_person}}께 {{shop_name, spoken_text}} 상품권 {{amount, spoken_money}} 안내를 전하지 못했어요.',
    ' {{respond_by_at, spoken_date_time}}까지 받지 않으시면 환불해 드려요. 그 전에 취소하실 수도 있어요.',
  ),

  'buyer.certificate_issued.sms':
    '[선물] {{recipient}} 님께 보낸 {{shop_name}} 상품권 {{amount, money, josa:이/가}} {{store_name}}에서 발급됐어요.',
  'buyer.certificate_issued.mail_subject': '선물한 상품권이 {{store_name}}에서 발급됐어요',
  'buyer.certificate_issued.mail_text': join(
    '안녕하세요.\n\n',
    '{{recipient}} 님께 보낸 {{shop_name}} 상품권 {{amount, money, josa:이/가}} {{issued_at, date_time}}에 {{store_name}}에서 발급됐어요.',
  ),
  'buyer.certificate_issued.spoken':
    '{{recipient, spoken_person}}께 보내신 {{shop_name, spoken_text}} 상품권 {{amount, spoken_money, josa:이/가}} {{store_name, spoken_text}}에서 발급됐어요.',

  'buyer.certificate_used.sms':
    '[선물] {{recipient}} 님이 {{store_name}}에서 선물 {{amount, money, josa:을/를}} 쓰셨어요. 잔액: {{remaining, money}}',
  'buyer.certificate_used.mail_subject': '{{recipient}} 님이 선물 {{amount, money, josa:을/를}} 쓰셨어요',
  'buyer.certificate_used.mail_text': join(
    '안녕하세요.\n\n{{recipient}} 님이 {{used_at, date_time}}에 {{store_name}}에서',
    ' {{shop_name}} 상품권 {{amount, money, josa:을/를}} 쓰셨어요.\n잔액: {{remaining, money}}',
  ),
  'buyer.certificate_used.spoken':
    '{{recipient, spoken_person}}이 {{shop_name, spoken_text}} {{store_name, spoken_text}}에서 {{amount, spoken_money, josa:을/를}} 쓰셨어요. 잔액은 {{remaining, spoken_money, josa:이에요/예요}}.',

  'buyer.use_reversed.sms':
    '[선물] {{store_name}}에서 쓴 {{amount, money}} 사용이 취소됐어요. 잔액: {{remaining, money}}',
  'buyer.use_reversed.mail_subject': '선물 {{amount, money}} 사용이 취소됐어요',
  'buyer.use_reversed.mail_text': join(
    '안녕하세요.\n\n',
    '{{recipient}} 님이 {{store_name}}에서 쓴 {{shop_name}} 상품권 {{amount, money}} 사용이 {{reversed_at, date_time}}에 취소됐어요.\n',
    '잔액: {{remaining, money}}',
  ),
  'buyer.use_reversed.spoken':
    '{{recipient, spoken_person}}이 {{shop_name, spoken_text}} {{store_name, spoken_text}}에서 {{amount, spoken_money, josa:을/를}} 쓰신 것이 취소됐어요. 잔액은 {{remaining, spoken_money, josa:이에요/예요}}.',

  'buyer.payment_disputed.sms': join(
    '[선물] {{shop_name}} 선물 결제 {{disputed, money}}에 대해 카드사에 이의가 제기됐어요.',
    ' 결과가 나올 때까지 남은 금액의 사용이 정지돼요.',
  ),
  'buyer.payment_disputed.mail_subject': '{{shop_name}} 선물 결제에 이의가 제기됐어요',
  'buyer.payment_disputed.mail_text': join(
    '안녕하세요.\n\n{{shop_name}} 선물 결제 {{disputed, money}}에 대해 카드사에 이의가 제기됐어요.\n',
    '결과가 나올 때까지 남은 금액의 사용이 정지돼요. 이의를 제기할 생각이 아니었다면 카드사에 알려 주세요.',
  ),
  'buyer.payment_disputed.spoken': join(
    '{{shop_name, spoken_text}} 선물 결제 {{disputed, spoken_money}}에 대해 카드사에 이의가 제기됐어요.',
    ' 결과가 나올 때까지 남은 금액의 사용이 정지돼요.',
  ),

  'buyer.dispute_won.sms':
    '[선물] {{shop_name}} 선물 결제 {{disputed, money}}에 대한 이의 제기가 끝났어요. 결제가 그대로 유지되어 선물을 다시 쓸 수 있어요.',
  'buyer.dispute_won.mail_subject': '{{shop_name}} 선물을 다시 쓸 수 있어요',
  'buyer.dispute_won.mail_text': join(
    '안녕하세요.\n\n{{shop_name}} 선물 결제 {{disputed, money}}에 대한 이의 제기가 끝났어요.\n',
    '결제가 그대로 유지되어 선물을 다시 쓸 수 있어요.',
  ),
  'buyer.dispute_won.spoken': join(
    '{{shop_name, spoken_text}} 선물 결제 {{disputed, spoken_money}}에 대한 이의 제기가 끝났어요.',
    ' 결제가 그대로 유지되어 선물을 다시 쓸 수 있어요.',
  ),

  'buyer.dispute_lost.sms': join(
    '[선물] {{shop_name}} 선물에 대한 이의 제기가 끝나 카드사가 {{disputed, money, josa:을/를}} 돌려줬어요.',
    ' 선물의 남은 금액은 취소돼요.',
  ),
  'buyer.dispute_lost.mail_subject': '이의 제기로 {{shop_name}} 선물이 취소됐어요',
  'buyer.dispute_lost.mail_text': join(
    '안녕하세요.\n\n{{shop_name}} 선물에 대한 이의 제기가 끝나 카드사가 {{disputed, money, josa:을/를}} 돌려줬어요.\n',
    '선물의 남은 금액은 취소돼요.',
  ),
  'buyer.dispute_lost.spoken': join(
    '{{shop_name, spoken_text}} 선물에 대한 이의 제기가 끝나 카드사가 {{disputed, spoken_money, josa:을/를}} 돌려줬어요.',
    ' 선물의 남은 금액은 취소돼요.',
  ),

  'buyer.birthday_soon.sms':
    '[선물] 요청하신 생일 알림이에요. {{birthday, date, josa:은/는}} {{recipient}} 님의 생일이에요.\n{{gift_url}}',
  'buyer.birthday_soon.mail_subject': '{{recipient}} 님의 생일이 다가와요',
  'buyer.birthday_soon.mail_text': join(
    '안녕하세요.\n\n{{birthday, date, josa:은/는}} {{recipient}} 님의 생일이에요. 요청하신 대로 미리 알려 드려요.\n\n',
    '이분께 선물하시려면 아래 링크를 이용해 주세요.\n{{gift_url}}',
  ),
  'buyer.birthday_soon.spoken':
    '{{birthday, spoken_date, josa:은/는}} {{recipient, spoken_person}}의 생일이에요.',
});
