import { sql } from '../../../kit/db/sql.ts';
import { type Db, inTransaction } from '../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { SettlementContext } from '../context.ts';
import { PAYMENT_COLUMNS, type PaymentRow } from './payment.ts';

export const ENTER_REFERENCE_REFUSALS = refusals(
  'payment_not_found',
  'wrong_state', // it has one, or its acquirer doesn't name payments itself, or this one is another payment's
  'payment_unknown', // the acquirer doesn't answer, or has no such payment under this name
);

/**
 * Enters what an acquirer calls a payment, where a restore has lost it and staff have found it in the acquirer's own list. It counts
 * only if the acquirer knows our payment by it; without it nothing can be refunded. Entering the same again changes nothing.
 */
export async function enterReference(
  { db, acquirers }: SettlementContext,
  paymentId: string,
  reference: string,
): Promise<Result<{ acquirer_reference: string }, RefusalOf<typeof ENTER_REFERENCE_REFUSALS>>> {
  const payment = await find(db, paymentId);
  if (payment === undefined) return refuse('payment_not_found');
  const { acquirer_reference: known, acquirer: name } = payment;
  if (known === reference) return done({ acquirer_reference: reference });
  const acquirer = acquirers.named(name);
  if (known !== null || acquirer.announce === undefined) return refuse('wrong_state');
  const { kind } = await acquirer.lookUp({ payment_id: paymentId, reference });
  if (kind !== 'authorised') return refuse('payment_unknown');
  return inTransaction(
    db,
    async (
      tx,
    ): Promise<Result<{ acquirer_reference: string }, RefusalOf<typeof ENTER_REFERENCE_REFUSALS>>> => {
      const entered = await sql`
        update payments set acquirer_reference = ${reference}
        where payment_id = ${paymentId} and acquirer_reference is null and not exists (
          select from payments p where p.acquirer = ${name} and p.acquirer_reference = ${reference})
        returning 1`.execute(tx);
      return entered.rows.length > 0 ? done({ acquirer_reference: reference }) : refuse('wrong_state');
    },
  );
}

async function find(db: Db, paymentId: string): Promise<PaymentRow | undefined> {
  const found = await sql<PaymentRow>`
    select ${PAYMENT_COLUMNS} from payments where payment_id = ${paymentId}`.execute(db);
  return found.rows[0];
}
