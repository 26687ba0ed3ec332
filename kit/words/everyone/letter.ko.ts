import { join } from '../../format/join.ts';
import { korean } from '../../format/texts.ts';
import { letterEn } from './letter.en.ts';

/** 전화로 연락이 닿지 않은 분께 보내는 안내문. */
export const letterKo = korean(letterEn, {
  'letter.from': '선물 (Seonmul)',
  'letter.phone': '전화 {{line_number}}',
  'letter.to': '{{name}} 님',
  'letter.date': '{{at, date}}',
  'letter.hello': '안녕하세요.',
  'letter.not_reached': '전화로 알려 드리려 했지만 연락이 닿지 않아 편지로 안내해 드려요.',
  'letter.gift_subject': '{{shop_name}} 상품권 {{amount, money}} 선물이 도착했어요',
  'letter.gift_what':
    '{{sender_name}} 님이 {{shop_name}} 상품권 {{amount, money, josa:을/를}} 보내셨어요.\n{{message, quoted_line}}',
  'letter.gift_until': join(
    '{{respond_by_at, date_time}}까지 받으실 수 있어요. 그때까지 받지 않으시면 {{sender_name}} 님께 환불돼요.',
    ' 받으신 상품권은 {{expires_at, date}}까지 쓸 수 있어요.',
  ),
  'letter.gift_how': '받거나 거절하는 방법',
  'letter.gift_call': '1. {{line_number, josa:으로/로}} 전화해 2번을 누르세요.',
  'letter.gift_number':
    '2. 본인 전화번호 {{masked_phone, josa:을/를}} 누르세요. 그 번호로 바로 다시 전화드려요.',
  'letter.gift_pin': join(
    '3. 1번을 눌러 선물을 받고 비밀번호를 정하세요. {{shop_name}} 매장이나 온라인몰에서 전화번호와 비밀번호만으로',
    ' 쓸 수 있어요. 거절하시려면 2번을 누르세요.',
  ),
  'letter.questions': '궁금한 점은 {{line_number, josa:으로/로}} 전화해 주세요.',
  'letter.secret': '비밀번호는 아무에게도 알려 주지 마세요. 이 편지에는 인증번호가 없어요.',
  'letter.order': '주문번호 {{order_id}}',
});
