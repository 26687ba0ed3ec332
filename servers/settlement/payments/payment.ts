import type { Payment } from '../../../contracts/settlement-payments.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { keyedDigest, keyedDigests } from '../../../kit/keyed-digest.ts';
import { minorToJson } from '../../../kit/money.ts';
import { tokenDigest } from '../../../kit/tokens.ts';
import { currentTraceId } from '../../../kit/trace.ts';
import type { SettlementContext } from '../context.ts';

export type PaymentStatus = Payment['status'];
type WithSecrets = Pick<SettlementContext, 'secrets'>;
const SECOND_STEP = 'second_step';

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
  action_digest: Buffer | null;
  created_at: Date;
};

/** The columns of a `PaymentRow`. */
export const PAYMENT_COLUMNS = sql`
  payment_id, payer_party, order_id, payment_method_id, payee, amount_minor, captured_minor, refunded_minor, currency,
  status, decline_reason, authorisation_expires_at, hold_transfer_id, action_digest, created_at`;

/** The token in the link to a payment's second step. It is derived from the payment, so only its digest is stored. */
export function actionToken({ secrets }: WithSecrets, paymentId: string): string {
  return asToken(keyedDigest(secrets.keyRing('token_pepper'), SECOND_STEP, paymentId).digest);
}

/** The token whose digest is stored, under whichever key it was derived. */
function storedActionToken(
  { secrets }: WithSecrets,
  { payment_id, action_digest }: PaymentRow,
): string | undefined {
  return keyedDigests(secrets.keyRing('token_pepper'), SECOND_STEP, payment_id)
    .map(asToken)
    .find((token) => action_digest?.equals(tokenDigest(token)));
}

function asToken(digest: Buffer): string {
  return `action_${digest.toString('base64url')}`;
}

/** A payment as the party that it belongs to sees it. */
export function paymentAnswer(context: SettlementContext, row: PaymentRow): Payment {
  const token = row.status === 'requires_action' ? storedActionToken(context, row) : undefined;
  const actionUrl = token === undefined ? undefined : `${context.publicUrl}/v1/second-steps/${token}`;
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

/** Locks an order, which every change to the order does first, and returns whether it was cancelled. */
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
  if (row === undefined) throw new Error(`No payment has the ID ${paymentId}.`);
  return row;
}

export type PaymentChange = {
  kind: string;
  status: PaymentStatus;
  /** Set when money moved. */
  amountMinor?: bigint;
  reason?: string;
  evidenceId?: string;
};

/** Appends to a payment's history. The caller updates the payment's row in the same transaction. */
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
