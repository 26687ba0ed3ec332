import type { Payment, REFUND_REFUSALS, RefundPayment } from '../../../contracts/settlement-payments.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { type Entry, factParts } from '../../../kit/journal/write.ts';
import { Overdrawn, postTransfer } from '../../../kit/ledger/ledger.ts';
import { minorFromJson } from '../../../kit/money.ts';
import { done, type RefusalOf, type Result, refuse, rollBack } from '../../../kit/result.ts';
import { storeEvidence } from '../../../kit/signing/evidence.ts';
import type { Evidence } from '../../../kit/signing/index.ts';
import { cardReceivable, trust } from '../books/accounts.ts';
import type { SettlementContext } from '../context.ts';
import { findPayment, lockOrder, type PaymentRow, paymentAnswer, paymentFact } from './payment.ts';

/** Refunds a captured payment, in full or in part, repeatedly until nothing is left. */
export async function refund(
  context: SettlementContext,
  tx: Tx,
  payerParty: string,
  orderId: string,
  input: RefundPayment,
  evidence: Evidence,
): Promise<Result<Payment, RefusalOf<typeof REFUND_REFUSALS>>> {
  const now = context.clock();
  await lockOrder(tx, payerParty, orderId);
  const payment = await findPayment(tx, payerParty, orderId);
  if (payment === undefined) return refuse('payment_not_found');
  if (payment.status !== 'captured' && payment.status !== 'refunded') {
    return refuse('wrong_state', { status_now: payment.status });
  }
  const amountMinor = minorFromJson(input.amount_minor);
  const refunded = payment.refunded_minor + amountMinor;
  if (refunded > payment.captured_minor) return refuse('refund_exceeds_payment');

  const posting = {
    debit: trust(payment.payee, payment.currency),
    credit: cardReceivable(payment.currency),
    amount_minor: amountMinor,
    code: 'refund',
    subject_id: payment.payment_id,
  };
  try {
    await postTransfer(tx, posting, now);
  } catch (error) {
    if (error instanceof Overdrawn) return rollBack(refuse('insufficient_balance'));
    throw error;
  }
  const status = refunded === payment.captured_minor ? 'refunded' : 'captured';
  const evidenceId = await storeEvidence(tx, evidence);
  const entry = await refundEntry(tx, payment, amountMinor);
  const change = { kind: 'refund', status, entry, reason: input.reason, evidenceId } as const;
  await sql`
    with ${factParts(paymentFact(payment, change, now))}
    update payments set status = ${status}, refunded_minor = ${refunded}
    where payment_id = ${payment.payment_id}`.execute(tx);
  return done(paymentAnswer(context, { ...payment, status, refunded_minor: refunded }));
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
