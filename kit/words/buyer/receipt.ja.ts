import { reading } from '../../format/texts.ts';
import { receiptEn } from './receipt.en.ts';

/** 購入の領収書。 */
export const receiptJa = reading(receiptEn, {
  'receipt.title': '領収書',
  'receipt.number': '領収書番号',
  'receipt.paid_at': 'お支払い日時',
  'receipt.buyer': '購入者',
  'receipt.recipient': '受け取る方',
  'receipt.item': '{{shop_name}}ギフト券',
  'receipt.method': 'お支払い方法',
  'receipt.method_card': '{{brand}} 末尾{{last4}}',
  'receipt.method_cash': '現金',
  'receipt.till_number': 'レジのレシート番号',
  'receipt.approval_number': '承認番号',
  'receipt.amount': 'お支払い金額',
  'receipt.refunded_at': '返金日時',
  'receipt.refunded': '返金額',
  'receipt.remains': '合計',
  'receipt.seller': '販売者',
  'receipt.supply': '税抜金額',
  'receipt.vat': '付加価値税（{{percent}}%、内税）',
  'receipt.vat_none':
    'ギフト券の販売に付加価値税はかかりません。ギフト券でのお買い物の際、その店舗の領収書に表示されます。',
  'receipt.issuer': 'Seonmulが{{at, date_time}}に発行',
  'receipt.print': '印刷する',
  'receipt.pdf': 'PDFを保存（英語）',
});
