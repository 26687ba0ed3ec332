import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import type { PaymentRow } from './payment.ts';

/** The token of a payment's card at its acquirer. */
export async function cardToken(
  executor: Executor,
  { payment_method_id, acquirer }: PaymentRow,
): Promise<string | undefined> {
  const found = await sql<{ acquirer_token: string }>`
    select acquirer_token from payment_methods
    where payment_method_id = ${payment_method_id} and acquirer = ${acquirer} and acquirer_token is not null`.execute(
    executor,
  );
  return found.rows[0]?.acquirer_token;
}
