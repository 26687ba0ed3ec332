import type { AccountKey } from '../../../kit/ledger/ledger.ts';

/** What card issuers owe us. Every payment touches it, so it is pooled: no balance row is updated. */
export function cardReceivable(currency: string): AccountKey {
  return { code: 'card_receivable', subject_id: 'acquirer', currency, side: 'pooled' };
}

/** Buyers' money held in trust for a payee until certificates are redeemed there. */
export function trust(payee: string, currency: string): AccountKey {
  return { code: 'trust', subject_id: payee, currency, side: 'credit' };
}

/** Money paid to shops' bank accounts. */
export function paidOut(currency: string): AccountKey {
  return { code: 'paid_out', subject_id: 'bank', currency, side: 'pooled' };
}

/** The programme operator's commission on redemptions. */
export function commissionIncome(operator: string, currency: string): AccountKey {
  return { code: 'commission_income', subject_id: operator, currency, side: 'credit' };
}

/** What banks took back of payments for a payee, until it is known whose loss that is. */
export function chargedBack(payee: string, currency: string): AccountKey {
  return { code: 'charged_back', subject_id: payee, currency, side: 'pooled' };
}

/** What an acquirer keeps for its work, as it says. */
export function acquirerFees(acquirer: string, currency: string): AccountKey {
  return { code: 'acquirer_fees', subject_id: acquirer, currency, side: 'pooled' };
}

/** Money that an acquirer has paid to our bank account, as it says. */
export function paidIn(acquirer: string, currency: string): AccountKey {
  return { code: 'paid_in', subject_id: acquirer, currency, side: 'pooled' };
}
