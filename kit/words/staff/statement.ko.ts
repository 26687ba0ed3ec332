import { korean } from '../../format/texts.ts';
import { statementEn } from './statement.en.ts';

/** 상점 정산 내역서. */
export const statementKo = korean(statementEn, {
  'statement_paper.title': '정산 내역서',
  'statement_paper.payee': '상점',
  'statement_paper.period': '기간',
  'statement_paper.days': '{{from, date}} ~ {{until, date}}',
  'statement_paper.at': '일시',
  'statement_paper.kind': '구분',
  'statement_paper.reference': '번호',
  'statement_paper.amount': '금액',
  'statement_paper.capture': '결제',
  'statement_paper.refund': '환불',
  'statement_paper.payout': '지급',
  'statement_paper.commission': '수수료',
  'statement_paper.payout_returned': '지급 반송',
  'statement_paper.commission_returned': '수수료 취소',
  'statement_paper.none': '이 기간에는 내역이 없어요.',
  'statement_paper.totals': '전체 누계 ({{currency}})',
  'statement_paper.captured': '결제',
  'statement_paper.refunded': '환불',
  'statement_paper.paid_out': '지급',
  'statement_paper.in_trust': '보관 중',
  'statement_paper.issuer': '{{at, date_time}} 발행',
});
