import type { Payment } from '../../../../contracts/settlement-payments.ts';
import { sql } from '../../../../kit/db/sql.ts';
import type { Executor } from '../../../../kit/db/transaction.ts';
import { asPayment, CASH_COLUMNS, type CashPayment } from './cash-payments.ts';

/** An operator's payment in cash; undefined if their order has none. */
export async function readCash(
  executor: Executor,
  operator: string,
  orderId: string,
): Promise<Payment | undefined> {
  const found = await sql<CashPayment>`
    select ${CASH_COLUMNS} from cash_payments where order_id = ${orderId} and operator = ${operator}`.execute(
    executor,
  );
  const [cash] = found.rows;
  return cash && asPayment(cash);
}
