import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { type Claim, claimUnparted } from '../../../kit/due/claims.ts';
import { eachDue } from '../../../kit/due/each-due.ts';
import type { SettlementContext } from '../context.ts';
import { lockOrder, readPaymentRow } from './payment.ts';
import { release } from './void.ts';

/** Releases authorisations that were not captured in time. Returns how many. */
export function expireAuthorisations(context: SettlementContext): Promise<number> {
  const due = (now: Date) => sql`
    select payment_id::text as subject_id, authorisation_expires_at as due_at from payments
    where status in ('authorised', 'requires_action', 'processing') and authorisation_expires_at <= ${now}`;
  const find = (claim: Claim) => claimUnparted(claim, due(claim.now)).execute(context.db);
  return eachDue(context, 'expire_authorisations', find, (_within, { subject_id }) =>
    expire(context, subject_id),
  );
}

/** The order's lock decides between replicas: the second one finds the payment already expired. */
async function expire(context: SettlementContext, paymentId: string): Promise<void> {
  const { payer_party, order_id } = await readPaymentRow(context.db, paymentId);
  await inTransaction(context.db, async (tx) => {
    await lockOrder(tx, payer_party, order_id);
    const payment = await readPaymentRow(tx, paymentId);
    if (!['authorised', 'requires_action', 'processing'].includes(payment.status)) return;
    await release(tx, payment, 'expired', context.clock());
  });
}
