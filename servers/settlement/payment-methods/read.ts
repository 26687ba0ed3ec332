import type { PaymentMethod, READ_PAYMENT_METHOD_REFUSALS } from '../../../contracts/settlement-payments.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refuse } from '../../../kit/result.ts';

export type StoredMethod = Omit<PaymentMethod, 'card_fingerprint'> & { card_fingerprint: string | null };

export function methodOf({ card_fingerprint, ...method }: StoredMethod): PaymentMethod {
  return { ...method, ...(card_fingerprint === null ? {} : { card_fingerprint }) };
}

/** A party sees only its own customers' payment methods. */
export async function readPaymentMethod(
  executor: Executor,
  payerParty: string,
  paymentMethodId: string,
): Promise<Result<PaymentMethod, RefusalOf<typeof READ_PAYMENT_METHOD_REFUSALS>>> {
  const found = await sql<StoredMethod>`
    select payment_method_id, payer_reference, brand, last4, expiry_month, expiry_year,
      card_fingerprint from payment_methods
    where payment_method_id = ${paymentMethodId} and payer_party = ${payerParty}`.execute(executor);
  const method = found.rows[0];
  return method === undefined ? refuse('payment_method_not_found') : done(methodOf(method));
}
