import { english } from '../../format/texts.ts';

/** The statement of a shop, as a file to keep. */
export const statementEn = english({
  'statement_paper.title': 'Statement',
  'statement_paper.payee': 'Shop',
  'statement_paper.period': 'Period',
  'statement_paper.days': '{{from, date}} to {{until, date}}',
  'statement_paper.at': 'Time',
  'statement_paper.kind': 'Type',
  'statement_paper.reference': 'Reference',
  'statement_paper.amount': 'Amount',
  'statement_paper.capture': 'Payment',
  'statement_paper.refund': 'Refund',
  'statement_paper.payout': 'Payout',
  'statement_paper.commission': 'Commission',
  'statement_paper.payout_returned': 'Payout returned',
  'statement_paper.commission_returned': 'Commission returned',
  'statement_paper.none': 'Nothing in this period.',
  'statement_paper.totals': 'All time, {{currency}}',
  'statement_paper.captured': 'Payments',
  'statement_paper.refunded': 'Refunds',
  'statement_paper.paid_out': 'Paid out',
  'statement_paper.in_trust': 'Held in trust',
  'statement_paper.issuer': 'Issued on {{at, date_time}}',
});
