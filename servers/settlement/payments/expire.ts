import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { type Claim, claimUnparted } from '../../../kit/due/claims.ts';
import { eachDue } from '../../../kit/due/each-due.ts';
import type { SettlementContext } from '../context.ts';
import { hasOpenRequest } from './acquirer-requests.ts';
import { lockOrder, readPaymentRow } from './payment.ts';
import { release } from './void.ts';

/** Releases authorisations that were not captured in time. Returns how many. */
export function expireAuthorisations(context: SettlementContext): Promise<number> {
  const due = (now: Date) => sql`
    select payment_id::text as subject_id, authorisation_expires_at as due_at from payments
    where status in ('authorised', 'requires_action', 'processing') and authorisation_expires_at <= ${now}
      and not exists (
        select 1 from acquirer_requests r where r.payment_id = payments.payment_id and r.state = 'open')`;
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
    // What is being captured doesn't expire meanwhile.
    if (await hasOpenRequest(tx, paymentId)) return;
    await release(tx, payment, { status: 'expired' }, context.clock());
  });
}
