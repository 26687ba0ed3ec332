import type { Payment, REFUND_REFUSALS, RefundPayment } from '../../../contracts/settlement-payments.ts';
import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { holdTransfer, Overdrawn } from '../../../kit/ledger/ledger.ts';
import { minorFromJson } from '../../../kit/money.ts';
import { done, type RefusalOf, type Result, refuse, rollBack } from '../../../kit/result.ts';
import { storeEvidence } from '../../../kit/signing/evidence.ts';
import type { Evidence } from '../../../kit/signing/index.ts';
import { cardReceivable, trust } from '../books/accounts.ts';
import type { SettlementContext } from '../context.ts';
import { type AcquirerRequest, findRequest, openRefunds, openRequest } from './acquirer-requests.ts';
import { findPayment, lockOrder, type PaymentRow, paymentAnswer } from './payment.ts';
import { dueAfterAttempt, performRequest } from './perform-request.ts';

type RefundRefusal = RefusalOf<typeof REFUND_REFUSALS>;
type RefundRequest = {
  /** By it the acquirer knows the request, and as what it may have begun in a version of before. */
  requestId: string;
  begunAs?: string;
  payerParty: string;
  orderId: string;
  input: RefundPayment;
  evidence: Evidence;
};

/**
 * Refunds a captured payment, in full or in part, repeatedly until nothing is left. The amount is held of the payee's trust
 * funds before the acquirer is asked, so that no payout takes it meanwhile.
 */
export async function refund(
  context: SettlementContext,
  request: RefundRequest,
): Promise<Result<Payment, RefundRefusal>> {
  const saved = await inTransaction(context.db, (tx) => saveRefund(context, tx, request));
  if (!saved.ok) return saved;
  const { state, payment } = await performRequest(context, saved.value);
  return state === 'done' ? done(paymentAnswer(context, payment)) : refuse('payment_unknown');
}

async function saveRefund(
  context: SettlementContext,
  tx: Tx,
  { requestId, begunAs = requestId, payerParty, orderId, input, evidence }: RefundRequest,
): Promise<Result<AcquirerRequest, RefundRefusal>> {
  const now = context.clock();
  await lockOrder(tx, payerParty, orderId);
  const known = await findRequest(tx, [requestId, begunAs]);
  if (known !== undefined) return done(known);
  const payment = await findPayment(tx, payerParty, orderId);
  if (payment === undefined) return refuse('payment_not_found');
  if (payment.status !== 'captured' && payment.status !== 'refunded') {
    return refuse('wrong_state', { status_now: payment.status });
  }
  const amountMinor = minorFromJson(input.amount_minor);
  const refunded = payment.refunded_minor + (await openRefunds(tx, payment.payment_id));
  if (refunded + amountMinor > payment.captured_minor) return refuse('refund_exceeds_payment');
  const hold = await holdRefund(tx, payment, amountMinor, now);
  if (!hold.ok) return hold;
  const opened = {
    request_id: requestId,
    payment_id: payment.payment_id,
    acquirer: payment.acquirer,
    kind: 'refund',
    amount_minor: amountMinor,
    reason: input.reason,
    hold_transfer_id: hold.value,
    evidence_id: await storeEvidence(tx, evidence),
    created_at: now,
  } as const;
  return done(await openRequest(tx, opened, dueAfterAttempt(now)));
}

/** Holds it of the payee's trust funds. */
export async function holdRefund(
  tx: Tx,
  payment: PaymentRow,
  amountMinor: bigint,
  now: Date,
): Promise<Result<string, 'insufficient_balance'>> {
  const posting = {
    debit: trust(payment.payee, payment.currency),
    credit: cardReceivable(payment.currency),
    amount_minor: amountMinor,
    code: 'refund',
    subject_id: payment.payment_id,
  };
  try {
    return done(await holdTransfer(tx, posting, now));
  } catch (error) {
    if (error instanceof Overdrawn) return rollBack(refuse('insufficient_balance'));
    throw error;
  }
}
