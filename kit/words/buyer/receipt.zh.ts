import { reading } from '../../format/texts.ts';
import { receiptEn } from './receipt.en.ts';

/** 购买收据。 */
export const receiptZh = reading(receiptEn, {
  'receipt.title': '收据',
  'receipt.number': '收据编号',
  'receipt.paid_at': '付款时间',
  'receipt.buyer': '购买人',
  'receipt.recipient': '收礼人',
  'receipt.item': '{{shop_name}}礼品券',
  'receipt.method': '付款方式',
  'receipt.method_card': '{{brand}} 尾号{{last4}}',
  'receipt.method_cash': '现金',
  'receipt.till_number': '收银小票编号',
  'receipt.approval_number': '授权码',
  'receipt.amount': '付款金额',
  'receipt.refunded_at': '退款时间',
  'receipt.refunded': '退款金额',
  'receipt.remains': '合计',
  'receipt.seller': '销售方',
  'receipt.supply': '不含税金额',
  'receipt.vat': '增值税（含{{percent}}%）',
  'receipt.vat_none': '购买礼品券不收取增值税。使用礼品券消费时，增值税会列在商家的收据上。',
  'receipt.issuer': 'Seonmul于{{at, date_time}}开具',
  'receipt.print': '打印',
  'receipt.pdf': '下载PDF（英文）',
});
