import type {
  PaymentMethod,
  READ_PAYMENT_METHOD_REFUSALS,
} from '../../../contracts/settlement-payment-methods.ts';
import { sql } from '../../../kit/db/sql.ts';
import { done, type RefusalOf, type Result, refuse } from '../../../kit/result.ts';
import type { SettlementContext } from '../context.ts';
import { METHOD_COLUMNS, methodOf, type StoredMethod } from './stored-method.ts';

/** A party sees only its own customers' payment methods. */
export async function readPaymentMethod(
  context: SettlementContext,
  payerParty: string,
  paymentMethodId: string,
): Promise<Result<PaymentMethod, RefusalOf<typeof READ_PAYMENT_METHOD_REFUSALS>>> {
  const found = await sql<StoredMethod>`
    select ${METHOD_COLUMNS} from payment_methods
    where payment_method_id = ${paymentMethodId} and payer_party = ${payerParty}`.execute(context.db);
  const method = found.rows[0];
  return method === undefined ? refuse('payment_method_not_found') : done(methodOf(context, method));
}
