import { Value } from 'typebox/value';
import { approvalNumberOf, type Payment, RefundPayment } from '../../../contracts/settlement-payments.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { minorFromJson } from '../../../kit/money.ts';
import { storeEvidence } from '../../../kit/signing/evidence.ts';
import type { SettlementContext } from '../context.ts';
import {
  type AcquirerRequest,
  closeRequest,
  findRequest,
  openRequest,
  requestIdOf,
} from '../payments/acquirer-requests.ts';
import { applyAuthorisation } from '../payments/ask-acquirer.ts';
import { bookCapture } from '../payments/book-capture.ts';
import { bookRefund } from '../payments/book-refund.ts';
import { findPayment, lockOrder, type PaymentRow } from '../payments/payment.ts';
import { holdRefund } from '../payments/refund.ts';
import { voidPayment } from '../payments/void.ts';
import { keepAnswer, type Made, settledAt } from './made-payment.ts';

/** Why it can't be booked, as a finding; undefined if it is. */
export type NotBooked = 'payment_unknown' | 'refund_not_covered' | 'call_refused' | undefined;

/**
 * Books a capture again that this server answered as done then: so its acquirer had done it, and is not asked. A payment that this
 * server ended since, because it no longer knew of the capture, is opened again first.
 */
export function restoreCapture(
  context: SettlementContext,
  made: Made,
  answered: Payment,
): Promise<NotBooked> {
  const at = settledAt(context, made);
  return inOrder(context, made, answered, async (tx, found) => {
    if (found.status === 'captured' || found.status === 'refunded') return undefined;
    const open = await reopen(tx, found, context.clock());
    const { payment } = await applyAuthorisation(context, tx, open, { kind: 'authorised' }, 'late_answer');
    const amount_minor = minorFromJson(answered.captured_minor);
    const request = await doneRequest(tx, made, payment, { kind: 'capture', amount_minor }, at);
    await bookCapture(tx, payment, request, approvalNumberOf(answered), at);
    return undefined;
  });
}

/** Books a refund again that was answered as done then. It takes of the payee's trust funds as it did. */
export function restoreRefund(context: SettlementContext, made: Made, answered: Payment): Promise<NotBooked> {
  const at = settledAt(context, made);
  const input: unknown = JSON.parse(made.call.body);
  return inOrder(context, made, answered, async (tx, payment) => {
    if (!Value.Check(RefundPayment, input)) return 'call_refused';
    if ((await findRequest(tx, [requestIdOf(made.party, made.call.call_id)])) !== undefined) return undefined;
    const amount_minor = minorFromJson(input.amount_minor);
    if (payment.refunded_minor + amount_minor > payment.captured_minor) return 'refund_not_covered';
    const hold = await holdRefund(tx, payment, amount_minor, at);
    if (!hold.ok) return 'refund_not_covered';
    const refund = { kind: 'refund', amount_minor, reason: input.reason, hold: hold.value } as const;
    await bookRefund(tx, payment, await doneRequest(tx, made, payment, refund, at), at);
    return undefined;
  });
}

/** Voids it again, or records again that it was voided before it was asked for. The acquirer may be told so twice. */
export async function restoreVoid(
  context: SettlementContext,
  made: Made,
  orderId: string,
): Promise<NotBooked> {
  const done = await inTransaction(context.db, async (tx) => {
    const voided = await voidPayment(context, tx, made.party, orderId, made.evidence);
    if (voided.ok) await keepAnswer(tx, made, context.clock());
    return voided.ok;
  });
  return done ? undefined : 'call_refused';
}

function inOrder(
  context: SettlementContext,
  made: Made,
  answered: Payment,
  book: (tx: Tx, payment: PaymentRow) => Promise<NotBooked>,
): Promise<NotBooked> {
  return inTransaction(context.db, async (tx) => {
    await lockOrder(tx, made.party, answered.order_id);
    const payment = await findPayment(tx, made.party, answered.order_id);
    if (payment?.payment_id !== answered.payment_id) return 'payment_unknown';
    const why = await book(tx, payment);
    if (why === undefined) await keepAnswer(tx, made, context.clock());
    return why;
  });
}

/** Its hold was released, and its acquirer was to be told so. */
async function reopen(tx: Tx, payment: PaymentRow, now: Date): Promise<PaymentRow> {
  if (payment.status === 'processing' || payment.status === 'requires_action') return payment;
  if (payment.status === 'authorised') return payment;
  const voids = await sql<Pick<AcquirerRequest, 'request_id'>>`
    select request_id from acquirer_requests
    where payment_id = ${payment.payment_id} and kind = 'void' and state = 'open'`.execute(tx);
  for (const request of voids.rows) await closeRequest(tx, request, 'captured_before_restore', now);
  await sql`
    update payments set status = 'processing', decline_reason = null, hold_transfer_id = null
    where payment_id = ${payment.payment_id}`.execute(tx);
  return { ...payment, status: 'processing', decline_reason: null, hold_transfer_id: null };
}

async function doneRequest(
  tx: Tx,
  made: Made,
  { payment_id, acquirer }: PaymentRow,
  {
    kind,
    amount_minor,
    reason = null,
    hold = null,
  }: { kind: 'capture' | 'refund'; amount_minor: bigint; reason?: string | null; hold?: string | null },
  at: Date,
): Promise<AcquirerRequest> {
  const opened = {
    request_id: requestIdOf(made.party, made.call.call_id),
    ...{ payment_id, acquirer, kind, amount_minor, reason, hold_transfer_id: hold },
    evidence_id: await storeEvidence(tx, made.evidence),
    created_at: at,
  };
  const request = await openRequest(tx, opened, at);
  await closeRequest(tx, request, null, at);
  return request;
}
