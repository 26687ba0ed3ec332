import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import type { SettlementContext } from '../context.ts';
import { lockOrder, readPaymentRow } from './payment.ts';
import { release } from './void.ts';

const BATCH = 50;

type Due = { payment_id: string; payer_party: string; order_id: string };

/** Releases authorisations that were not captured in time. Returns how many. */
export async function expireAuthorisations(context: SettlementContext): Promise<number> {
  const now = context.clock();
  const due = await sql<Due>`
    select payment_id, payer_party, order_id from payments
    where status in ('authorised', 'requires_action', 'processing') and authorisation_expires_at <= ${now}
    order by authorisation_expires_at limit ${BATCH}`.execute(context.db);
  let expired = 0;
  for (const payment of due.rows) if (await expire(context, payment, now)) expired += 1;
  return expired;
}

/** The order's lock decides between replicas: the second one finds the payment already expired. */
function expire(context: SettlementContext, due: Due, now: Date): Promise<boolean> {
  return inTransaction(context.db, async (tx) => {
    await lockOrder(tx, due.payer_party, due.order_id);
    const payment = await readPaymentRow(tx, due.payment_id);
    if (!['authorised', 'requires_action', 'processing'].includes(payment.status)) return false;
    await release(tx, payment, 'expired', now);
    return true;
  });
}
