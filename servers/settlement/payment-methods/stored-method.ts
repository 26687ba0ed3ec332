import type { PaymentMethod } from '../../../contracts/settlement-payment-methods.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { SettlementContext } from '../context.ts';

/** When a card expires, as it is stored; null if its acquirer doesn't tell. */
export type StoredExpiry = { expiry_month: number | null; expiry_year: number | null };

export type StoredMethod = Pick<PaymentMethod, 'payment_method_id' | 'payer_reference' | 'brand' | 'last4'> &
  StoredExpiry & {
    /** Null if there is nothing by which its acquirer tells one card from another. */
    card_fingerprint: string | null;
    /** Null for a card of before there were acquirers. */
    acquirer: string | null;
  };

/** The columns of a `StoredMethod`. */
export const METHOD_COLUMNS = sql`
  payment_method_id, payer_reference, brand, last4, expiry_month, expiry_year, card_fingerprint, acquirer`;

/** A payment method as the party that it belongs to sees it. */
export function methodOf(
  { acquirers }: Pick<SettlementContext, 'acquirers'>,
  { card_fingerprint, expiry_month, expiry_year, acquirer, ...method }: StoredMethod,
): PaymentMethod {
  const chargedAtCapture = acquirer !== null && acquirers.find(acquirer)?.charges_at_capture === true;
  return {
    ...method,
    ...(expiry_month === null || expiry_year === null ? {} : { expiry_month, expiry_year }),
    ...(card_fingerprint === null ? {} : { card_fingerprint }),
    ...(chargedAtCapture ? { charged_at_capture: true } : {}),
  };
}
