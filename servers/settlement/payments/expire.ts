import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { isNotWaiting, workThrough } from '../../../kit/failing-work.ts';
import type { SettlementContext } from '../context.ts';
import { lockOrder, readPaymentRow } from './payment.ts';
import { release } from './void.ts';

const BATCH = 50;

type Due = { payment_id: string; payer_party: string; order_id: string };

/** Releases authorisations that were not captured in time. Returns how many. */
export async function expireAuthorisations(context: SettlementContext): Promise<number> {
  const now = context.clock();
  const due = await sql<Due>`
    select payment_id, payer_party, order_id from payments p
    where status in ('authorised', 'requires_action', 'processing') and authorisation_expires_at <= ${now}
      and ${isNotWaiting('expire_authorisations', sql`p.payment_id`, now)}
    order by authorisation_expires_at limit ${BATCH}`.execute(context.db);
  return workThrough(
    context,
    'expire_authorisations',
    due.rows,
    ({ payment_id }) => payment_id,
    (payment) => expire(context, payment, now),
  );
}

/** The order's lock decides between replicas: the second one finds the payment already expired. */
function expire(context: SettlementContext, due: Due, now: Date): Promise<void> {
  return inTransaction(context.db, async (tx) => {
    await lockOrder(tx, due.payer_party, due.order_id);
    const payment = await readPaymentRow(tx, due.payment_id);
    if (!['authorised', 'requires_action', 'processing'].includes(payment.status)) return;
    await release(tx, payment, 'expired', now);
  });
}
