import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { type Entry, factParts } from '../../../kit/journal/write.ts';
import { postPending } from '../../../kit/ledger/ledger.ts';
import type { AcquirerRequest } from './acquirer-requests.ts';
import { type PaymentRow, paymentFact } from './payment.ts';

/** Books what the acquirer has refunded. */
export async function bookRefund(
  tx: Tx,
  payment: PaymentRow,
  { amount_minor, reason, hold_transfer_id, evidence_id }: AcquirerRequest,
  now: Date,
): Promise<PaymentRow> {
  const refunded = payment.refunded_minor + amount_minor;
  const status = refunded === payment.captured_minor ? 'refunded' : 'captured';
  const entry = await refundEntry(tx, payment, amount_minor);
  const change = {
    kind: 'refund',
    status,
    entry,
    ...(reason === null ? {} : { reason }),
    ...(evidence_id === null ? {} : { evidenceId: evidence_id }),
  } as const;
  await sql`
    with ${factParts(paymentFact(payment, change, now))}
    update payments set status = ${status}, refunded_minor = ${refunded}
    where payment_id = ${payment.payment_id}`.execute(tx);
  const posted = await postPending(tx, hold_transfer_id ?? '', amount_minor, now);
  if (!posted.ok) throw new Error(`A refund of ${payment.payment_id} holds nothing: ${posted.code}.`);
  return { ...payment, status, refunded_minor: refunded };
}

/** The capture is a payment's first entry. Earlier refunds may have gone with their month. */
async function refundEntry(tx: Tx, payment: PaymentRow, amountMinor: bigint): Promise<Entry> {
  const found = await sql<{ refunds: bigint }>`
    select coalesce(
        (select count(*) from payment_events where payment_id = ${payment.payment_id} and kind = 'refund'), 0)
      + coalesce((select sum(facts) from journal_carried
          where subject_id = ${payment.payment_id} and kind = 'payment_refund'), 0)::bigint as refunds`.execute(
    tx,
  );
  const before = payment.captured_minor - payment.refunded_minor;
  return {
    entry_no: 2n + (found.rows[0]?.refunds ?? 0n),
    before_minor: before,
    delta_minor: -amountMinor,
    after_minor: before - amountMinor,
  };
}
