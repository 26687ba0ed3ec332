import type { Payment, READ_PAYMENT_REFUSALS } from '../../../contracts/settlement-payments.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { keyedDigest } from '../../../kit/keyed-digest.ts';
import { minorToJson } from '../../../kit/money.ts';
import { done, type RefusalOf, type Result, refuse } from '../../../kit/result.ts';
import { currentTraceId } from '../../../kit/trace.ts';
import type { SettlementContext } from '../context.ts';

export type PaymentStatus = Payment['status'];
type DeclineReason = NonNullable<Payment['decline_reason']>;

export type PaymentRow = {
  payment_id: string;
  payer_party: string;
  order_id: string;
  payment_method_id: string | null;
  payee: string;
  amount_minor: bigint;
  captured_minor: bigint;
  refunded_minor: bigint;
  currency: string;
  status: PaymentStatus;
  decline_reason: DeclineReason | null;
  authorisation_expires_at: Date | null;
  hold_transfer_id: string | null;
  created_at: Date;
};

/** What a row of `payments` is read as. */
export const PAYMENT_COLUMNS = sql`
  payment_id, payer_party, order_id, payment_method_id, payee, amount_minor, captured_minor, refunded_minor, currency,
  status, decline_reason, authorisation_expires_at, hold_transfer_id, created_at`;

/** By what a payer's browser finds its second step: made anew whenever it is told, so only its digest is kept. */
export function actionToken({ secrets }: Pick<SettlementContext, 'secrets'>, paymentId: string): string {
  const { digest } = keyedDigest(secrets.keyRing('token_pepper'), 'second_step', paymentId);
  return `action_${digest.toString('base64url')}`;
}

/** A payment as it is told to the party that it belongs to. */
export function paymentAnswer(context: SettlementContext, row: PaymentRow): Payment {
  const actionUrl =
    row.status === 'requires_action'
      ? `${context.publicUrl}/v1/second-steps/${actionToken(context, row.payment_id)}`
      : undefined;
  return {
    payment_id: row.payment_id,
    order_id: row.order_id,
    status: row.status,
    ...(row.decline_reason === null ? {} : { decline_reason: row.decline_reason }),
    ...(actionUrl === undefined ? {} : { action_url: actionUrl }),
    amount_minor: minorToJson(row.amount_minor),
    captured_minor: minorToJson(row.captured_minor),
    refunded_minor: minorToJson(row.refunded_minor),
    currency: row.currency,
    ...(row.status === 'authorised' && row.authorisation_expires_at !== null
      ? { authorisation_expires_at: row.authorisation_expires_at.toISOString() }
      : {}),
  };
}

/** Takes the order's lock, which everything that concerns the order takes first; says whether it was cancelled. */
export async function lockOrder(
  tx: Executor,
  payerParty: string,
  orderId: string,
): Promise<{ cancelled: boolean }> {
  await sql`
    insert into payment_orders (payer_party, order_id) values (${payerParty}, ${orderId})
    on conflict do nothing`.execute(tx);
  const locked = await sql<{ cancelled_at: Date | null }>`
    select cancelled_at from payment_orders
    where payer_party = ${payerParty} and order_id = ${orderId} for update`.execute(tx);
  return { cancelled: locked.rows[0]?.cancelled_at != null };
}

export async function findPayment(
  executor: Executor,
  payerParty: string,
  orderId: string,
): Promise<PaymentRow | undefined> {
  const found = await sql<PaymentRow>`
    select ${PAYMENT_COLUMNS} from payments where payer_party = ${payerParty} and order_id = ${orderId}`.execute(
    executor,
  );
  return found.rows[0];
}

export async function readPaymentRow(executor: Executor, paymentId: string): Promise<PaymentRow> {
  const found =
    await sql<PaymentRow>`select ${PAYMENT_COLUMNS} from payments where payment_id = ${paymentId}`.execute(
      executor,
    );
  const row = found.rows[0];
  if (row === undefined) throw new Error(`There is no payment ${paymentId}.`);
  return row;
}

/** Look-up by the caller's own order id; each party sees only its own payments. */
export async function readPayment(
  context: SettlementContext,
  payerParty: string,
  orderId: string,
): Promise<Result<Payment, RefusalOf<typeof READ_PAYMENT_REFUSALS>>> {
  const row = await findPayment(context.db, payerParty, orderId);
  return row === undefined ? refuse('payment_not_found') : done(paymentAnswer(context, row));
}

export type PaymentChange = {
  kind: string;
  status: PaymentStatus;
  /** How much moved, when money did. */
  amountMinor?: bigint;
  reason?: string;
  evidenceId?: string;
};

/** Writes down what happened to a payment. The row itself is changed by the caller, in the same transaction. */
export async function recordEvent(
  tx: Executor,
  payment: { payment_id: string; status: PaymentStatus | null },
  change: PaymentChange,
  now: Date,
): Promise<void> {
  await sql`
    insert into payment_events
      (event_id, payment_id, kind, status_before, status_after, amount_minor, reason, evidence_id, trace_id, at)
    values (${newId()}, ${payment.payment_id}, ${change.kind}, ${payment.status}, ${change.status},
      ${change.amountMinor ?? null}, ${change.reason ?? null}, ${change.evidenceId ?? null}, ${currentTraceId()},
      ${now})`.execute(tx);
}
