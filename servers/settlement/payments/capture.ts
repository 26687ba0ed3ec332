import type { CAPTURE_REFUSALS, CapturePayment, Payment } from '../../../contracts/settlement-payments.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { factParts } from '../../../kit/journal/write.ts';
import { postPending } from '../../../kit/ledger/ledger.ts';
import { minorFromJson } from '../../../kit/money.ts';
import { done, type RefusalOf, type Result, refuse } from '../../../kit/result.ts';
import { insertEvidence, ONCE } from '../../../kit/signing/evidence.ts';
import type { Evidence } from '../../../kit/signing/index.ts';
import type { SettlementContext } from '../context.ts';
import { findPayment, lockOrder, paymentAnswer, paymentFact } from './payment.ts';

/** Purchase 12: captures an authorised payment, in full or in part; the rest of the hold is released. */
export async function capture(
  context: SettlementContext,
  tx: Tx,
  payerParty: string,
  orderId: string,
  input: CapturePayment,
  evidence: Evidence,
): Promise<Result<Payment, RefusalOf<typeof CAPTURE_REFUSALS>>> {
  const now = context.clock();
  await lockOrder(tx, payerParty, orderId);
  const payment = await findPayment(tx, payerParty, orderId);
  if (payment === undefined) return refuse('payment_not_found');
  if (payment.status === 'expired') return refuse('authorisation_expired');
  if (payment.status !== 'authorised' || payment.hold_transfer_id === null) {
    return refuse('wrong_state', { status_now: payment.status });
  }
  // The job that expires authorisations may not have run yet.
  if (payment.authorisation_expires_at === null || payment.authorisation_expires_at <= now) {
    return refuse('authorisation_expired');
  }
  const amountMinor = minorFromJson(input.amount_minor);
  if (amountMinor > payment.amount_minor) return refuse('capture_exceeds_authorisation');

  const evidenceId = newId();
  const entry = { entry_no: 1n, before_minor: 0n, delta_minor: amountMinor, after_minor: amountMinor };
  const fact = paymentFact(payment, { kind: 'capture', status: 'captured', entry, evidenceId }, now);
  await sql`
    with signed as (${insertEvidence(evidence, ONCE, evidenceId)}),
    ${factParts(fact)}
    update payments set status = 'captured', captured_minor = ${amountMinor}
    where payment_id = ${payment.payment_id}`.execute(tx);
  // Last, because all captures for a payee wait for its balance until this one is committed.
  const posted = await postPending(tx, payment.hold_transfer_id, amountMinor, now);
  if (!posted.ok) throw new Error(`The hold of payment ${payment.payment_id} is not open: ${posted.code}.`);
  return done(paymentAnswer(context, { ...payment, status: 'captured', captured_minor: amountMinor }));
}
