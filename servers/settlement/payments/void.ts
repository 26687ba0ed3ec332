import type { Payment, VOID_REFUSALS } from '../../../contracts/settlement-payments.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { derivedId } from '../../../kit/journal/derived-id.ts';
import { factParts } from '../../../kit/journal/write.ts';
import { voidPending } from '../../../kit/ledger/ledger.ts';
import { done, type RefusalOf, type Result, refuse } from '../../../kit/result.ts';
import { storeEvidence } from '../../../kit/signing/evidence.ts';
import type { Evidence } from '../../../kit/signing/index.ts';
import type { DeclineReason } from '../acquirers/port.ts';
import { OWN_PARTY, type SettlementContext } from '../context.ts';
import { hasOpenRequest, openRequest } from './acquirer-requests.ts';
import { findPayment, lockOrder, type PaymentRow, paymentAnswer, paymentFact } from './payment.ts';

const OPEN = new Set(['processing', 'requires_action', 'authorised']);
const ENDED = new Set(['voided', 'declined', 'expired']);

/** An order that was cancelled before its authorisation arrived. */
export type CancelledOrder = { order_id: string; status: 'voided' };

/**
 * Voids an uncaptured payment. If the order is not known yet, the cancellation is recorded, and an authorisation that
 * arrives later is declined. A payment that has already ended without a capture is returned unchanged.
 */
export async function voidPayment(
  context: SettlementContext,
  tx: Tx,
  payerParty: string,
  orderId: string,
  evidence: Evidence,
): Promise<Result<Payment | CancelledOrder, RefusalOf<typeof VOID_REFUSALS>>> {
  const now = context.clock();
  await lockOrder(tx, payerParty, orderId);
  const payment = await findPayment(tx, payerParty, orderId);
  // A capture may have taken the money; whoever asks again hears which.
  if (payment?.status === 'authorised' && (await hasOpenRequest(tx, payment.payment_id)))
    return refuse('request_in_progress');
  const evidenceId = await storeEvidence(tx, evidence);
  const fact = {
    party: OWN_PARTY,
    kind: 'order_cancelled',
    fact_id: derivedId('order_cancelled', payerParty, orderId),
    at: now,
    subject_id: orderId,
    content: { payer: payerParty, order_id: orderId, evidence_id: evidenceId },
  };
  await sql`
    with cancelled as (
      update payment_orders set cancelled_at = ${now}
      where payer_party = ${payerParty} and order_id = ${orderId} and cancelled_at is null returning order_id),
    ${factParts(fact, sql`cancelled`)}
    select 1 from cancelled`.execute(tx);
  if (payment === undefined) return done({ order_id: orderId, status: 'voided' });
  if (ENDED.has(payment.status)) return done(paymentAnswer(context, payment));
  if (!OPEN.has(payment.status)) return refuse('wrong_state', { status_now: payment.status });
  await release(tx, payment, { status: 'voided' }, now, evidenceId);
  return done(paymentAnswer(context, { ...payment, status: 'voided' }));
}

/** How a payment ends that takes no money. */
type Unpaid = { status: 'voided' | 'expired' } | { status: 'declined'; decline_reason: DeclineReason };
const ENDS = { voided: 'void', expired: 'expire', declined: 'capture_declined' } as const;

/**
 * Ends an open payment without taking money: releases its hold and records how it ended. The acquirer is told by the job, which
 * asks it until it has released the amount, too.
 */
export async function release(
  tx: Tx,
  payment: PaymentRow,
  end: Unpaid,
  now: Date,
  evidenceId?: string,
): Promise<void> {
  if (payment.hold_transfer_id !== null) {
    const released = await voidPending(tx, payment.hold_transfer_id, now);
    if (!released.ok)
      throw new Error(`The hold of payment ${payment.payment_id} is not open: ${released.code}.`);
  }
  const { status } = end;
  const reason = 'decline_reason' in end ? end.decline_reason : null;
  const change = {
    kind: ENDS[status],
    status,
    ...(reason === null ? {} : { reason }),
    ...(evidenceId === undefined ? {} : { evidenceId }),
  } as const;
  await sql`
    with ${factParts(paymentFact(payment, change, now))}
    update payments set status = ${status}, decline_reason = ${reason}, answer_due_at = null
    where payment_id = ${payment.payment_id}`.execute(tx);
  const { payment_id, acquirer, amount_minor } = payment;
  const nothing = { reason: null, hold_transfer_id: null, evidence_id: evidenceId ?? null };
  const request = {
    request_id: newId(),
    payment_id,
    acquirer,
    kind: 'void',
    amount_minor,
    ...nothing,
  } as const;
  await openRequest(tx, { ...request, created_at: now }, now);
}
