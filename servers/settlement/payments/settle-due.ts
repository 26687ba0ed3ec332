import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import type { SettlementContext } from '../context.ts';
import { askAcquirer } from './ask-acquirer.ts';
import { lockOrder, PAYMENT_COLUMNS, type PaymentRow } from './payments.ts';
import { release } from './void.ts';

const BATCH = 50;

type Due = { payment_id: string; payer_party: string; order_id: string };

/** Asks acquirers again that have not answered yet, or whose answer did not arrive. Answers how many payments moved. */
export async function takeLateAnswers(context: SettlementContext): Promise<number> {
  const due = await sql<PaymentRow>`
    select ${PAYMENT_COLUMNS} from payments
    where answer_due_at <= ${context.clock()} and status in ('processing', 'requires_action')
    order by answer_due_at limit ${BATCH}`.execute(context.db);
  const moved = await Promise.all(due.rows.map((payment) => askAcquirer(context, payment, 'again')));
  return moved.filter(Boolean).length;
}

/** Authorisations that nobody captured in time are let go. Answers how many. */
export async function expireAuthorisations(context: SettlementContext): Promise<number> {
  const now = context.clock();
  const due = await sql<Due>`
    select payment_id, payer_party, order_id from payments
    where status in ('authorised', 'requires_action', 'processing') and authorisation_expires_at <= ${now}
    order by authorisation_expires_at limit ${BATCH}`.execute(context.db);
  return eachLocked(context, due.rows, async (tx, payment) => {
    if (!['authorised', 'requires_action', 'processing'].includes(payment.status)) return false;
    await release(tx, payment, 'expired', now);
    return true;
  });
}

/** The order's lock decides between replicas; whoever comes second finds the payment moved. */
async function eachLocked(
  context: SettlementContext,
  due: readonly Due[],
  work: (tx: Parameters<Parameters<typeof inTransaction>[1]>[0], payment: PaymentRow) => Promise<boolean>,
): Promise<number> {
  let moved = 0;
  for (const { payment_id, payer_party, order_id } of due) {
    const did = await inTransaction(context.db, async (tx) => {
      await lockOrder(tx, payer_party, order_id);
      const found =
        await sql<PaymentRow>`select ${PAYMENT_COLUMNS} from payments where payment_id = ${payment_id}`.execute(
          tx,
        );
      const payment = found.rows[0];
      return payment !== undefined && (await work(tx, payment));
    });
    if (did) moved += 1;
  }
  return moved;
}
