import { korean } from '../../format/texts.ts';
import { receiptEn } from './receipt.en.ts';

/** 구매 영수증. */
export const receiptKo = korean(receiptEn, {
  'receipt.title': '영수증',
  'receipt.number': '영수증 번호',
  'receipt.paid_at': '결제 일시',
  'receipt.buyer': '구매자',
  'receipt.recipient': '받는 분',
  'receipt.item': '{{shop_name}} 상품권',
  'receipt.method': '결제 수단',
  'receipt.method_card': '{{brand}} 끝자리 {{last4}}',
  'receipt.method_cash': '현금',
  'receipt.till_number': '계산대 영수증 번호',
  'receipt.approval_number': '승인번호',
  'receipt.amount': '결제 금액',
  'receipt.refunded_at': '환불 일시',
  'receipt.refunded': '환불 금액',
  'receipt.remains': '합계',
  'receipt.seller': '판매자',
  'receipt.supply': '공급가액',
  'receipt.vat': '부가세 ({{percent}}% 포함)',
  'receipt.vat_none':
    '상품권 판매에는 부가세가 부과되지 않아요. 상품권으로 구매할 때 그 매장의 영수증에 부가세가 표시돼요.',
  'receipt.issuer': '선물에서 {{at, date_time}}에 발행',
  'receipt.print': '인쇄하기',
  'receipt.pdf': 'PDF로 저장',
});
