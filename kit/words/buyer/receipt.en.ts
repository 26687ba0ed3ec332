import { english } from '../../format/texts.ts';

/** The receipt of a purchase, on a page and as a file to keep. */
export const receiptEn = english({
  'receipt.title': 'Receipt',
  'receipt.number': 'Receipt no.',
  'receipt.paid_at': 'Paid on',
  'receipt.buyer': 'Buyer',
  'receipt.recipient': 'Recipient',
  'receipt.item': '{{shop_name}} gift certificate',
  'receipt.method': 'Payment method',
  'receipt.method_card': '{{brand}} ending in {{last4}}',
  'receipt.method_cash': 'Cash',
  'receipt.till_number': 'Till receipt no.',
  'receipt.approval_number': 'Approval no.',
  'receipt.amount': 'Amount paid',
  'receipt.refunded_at': 'Refunded on',
  'receipt.refunded': 'Amount refunded',
  'receipt.remains': 'Total',
  'receipt.seller': 'Seller',
  'receipt.supply': 'Net amount',
  'receipt.vat': 'VAT ({{percent}}% included)',
  'receipt.vat_none':
    'No VAT is charged on a gift certificate. It is charged on what is bought with it, on the receipt of that purchase.',
  'receipt.issuer': 'Issued by Seonmul on {{at, date_time}}',
  'receipt.print': 'Print',
  'receipt.pdf': 'Download PDF',
});
