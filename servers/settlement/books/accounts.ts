import type { AccountKey } from '../../../kit/ledger/ledger.ts';

/** What the cards' banks owe us. It is in every payment, so it is pooled and never a row that is updated. */
export function cardReceivable(currency: string): AccountKey {
  return { code: 'card_receivable', subject_id: 'acquirer', currency, side: 'pooled' };
}

/** Buyers' money held in trust for a payee until certificates are used there. */
export function trust(payee: string, currency: string): AccountKey {
  return { code: 'trust', subject_id: payee, currency, side: 'credit' };
}

/** What left for shops' bank accounts. */
export function paidOut(currency: string): AccountKey {
  return { code: 'paid_out', subject_id: 'bank', currency, side: 'pooled' };
}

/** What the operator of the programme keeps of uses. */
export function commissionIncome(operator: string, currency: string): AccountKey {
  return { code: 'commission_income', subject_id: operator, currency, side: 'credit' };
}
