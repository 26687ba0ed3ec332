import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { factParts } from '../../../kit/journal/write.ts';
import { postPending } from '../../../kit/ledger/ledger.ts';
import type { AcquirerRequest } from './acquirer-requests.ts';
import { type PaymentRow, paymentFact } from './payment.ts';

/** Books what the acquirer has captured, and by which number, if it told one; the rest of the hold is released. */
export async function bookCapture(
  tx: Tx,
  payment: PaymentRow,
  { amount_minor, evidence_id }: AcquirerRequest,
  approval_number: string | null,
  now: Date,
): Promise<PaymentRow> {
  const entry = { entry_no: 1n, before_minor: 0n, delta_minor: amount_minor, after_minor: amount_minor };
  const evidence = evidence_id === null ? {} : { evidenceId: evidence_id };
  const fact = paymentFact(payment, { kind: 'capture', status: 'captured', entry, ...evidence }, now);
  await sql`
    with ${factParts(fact)}
    update payments set status = 'captured', captured_minor = ${amount_minor}, approval_number = ${approval_number}
    where payment_id = ${payment.payment_id}`.execute(tx);
  // Last, because all captures for a payee wait for its balance until this one is committed.
  const posted = await postPending(tx, payment.hold_transfer_id ?? '', amount_minor, now);
  if (!posted.ok) throw new Error(`The hold of payment ${payment.payment_id} is not open: ${posted.code}.`);
  return { ...payment, status: 'captured', captured_minor: amount_minor, approval_number };
}
