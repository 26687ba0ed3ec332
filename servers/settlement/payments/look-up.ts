import type { Payment, READ_PAYMENT_REFUSALS } from '../../../contracts/settlement-payments.ts';
import { done, type RefusalOf, type Result, refuse } from '../../../kit/result.ts';
import type { SettlementContext } from '../context.ts';
import { findPayment, paymentAnswer } from './payment.ts';

/** Looks a payment up by the caller's own order id. A party sees only its own payments. */
export async function readPayment(
  context: SettlementContext,
  payerParty: string,
  orderId: string,
): Promise<Result<Payment, RefusalOf<typeof READ_PAYMENT_REFUSALS>>> {
  const row = await findPayment(context.db, payerParty, orderId);
  return row === undefined ? refuse('payment_not_found') : done(paymentAnswer(context, row));
}
