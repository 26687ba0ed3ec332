import type { Payment } from '../../../contracts/settlement-payments.ts';
import { addMs, MINUTE_MS, SECOND_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import type { Entry, Fact } from '../../../kit/journal/write.ts';
import { keyedDigest, keyedDigests } from '../../../kit/keyed-digest.ts';
import { minorToJson } from '../../../kit/money.ts';
import { tokenDigest } from '../../../kit/tokens.ts';
import { OWN_PARTY, type SettlementContext } from '../context.ts';

export type PaymentStatus = Payment['status'];
type WithSecrets = Pick<SettlementContext, 'secrets'>;
const SECOND_STEP = 'second_step';
export const POLL_AFTER_MS = 5 * SECOND_MS;

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
  acquirer: string;
  acquirer_reference: string | null;
  approval_number: string | null;
  created_at: Date;
};

/** The columns of a `PaymentRow`. */
export const PAYMENT_COLUMNS = sql`
  payment_id, payer_party, order_id, payment_method_id, payee, amount_minor, captured_minor, refunded_minor, currency,
  status, decline_reason, authorisation_expires_at, hold_transfer_id, action_digest, acquirer, acquirer_reference,
  approval_number, created_at`;

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

/** The page of a payment's second step. */
export function secondStepUrl({ publicUrl }: Pick<SettlementContext, 'publicUrl'>, token: string): string {
  return `${publicUrl}/v1/second-steps/${token}`;
}

/** A payment as the party that it belongs to sees it. */
export function paymentAnswer(context: SettlementContext, row: PaymentRow): Payment {
  const token = row.status === 'requires_action' ? storedActionToken(context, row) : undefined;
  const actionUrl = token === undefined ? undefined : secondStepUrl(context, token);
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
    ...(row.approval_number === null ? {} : { approval_number: row.approval_number }),
  };
}

/** An order that is locked: whether it was cancelled, and whether nothing was known of it before. */
export type LockedOrder = { cancelled: boolean; isNew: boolean };

/** Locks an order, which every change to the order does first. */
export async function lockOrder(tx: Tx, payerParty: string, orderId: string): Promise<LockedOrder> {
  return (await lockKnownOrder(tx, payerParty, orderId)) ?? lockNewOrder(tx, payerParty, orderId);
}

/** The same for one that is most likely new. */
export async function lockNewOrder(tx: Tx, payerParty: string, orderId: string): Promise<LockedOrder> {
  const inserted = await sql`
    insert into payment_orders (payer_party, order_id) values (${payerParty}, ${orderId})
    on conflict do nothing returning 1`.execute(tx);
  if (inserted.rows.length > 0) return { cancelled: false, isNew: true };
  // Whoever was writing it has been waited for.
  const known = await lockKnownOrder(tx, payerParty, orderId);
  if (known === undefined) throw new Error(`Order ${orderId} can't be locked.`);
  return known;
}

async function lockKnownOrder(tx: Tx, payerParty: string, orderId: string): Promise<LockedOrder | undefined> {
  const locked = await sql<{ cancelled_at: Date | null }>`
    select cancelled_at from payment_orders
    where payer_party = ${payerParty} and order_id = ${orderId} for update`.execute(tx);
  const [order] = locked.rows;
  return order && { cancelled: order.cancelled_at !== null, isNew: false };
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

/** When the acquirer is asked again. The interval grows with what is asked about, from five seconds to a minute. */
export function nextPoll({ created_at }: { created_at: Date }, now: Date): Date {
  const age = now.getTime() - created_at.getTime();
  return addMs(now, Math.min(Math.max(age, POLL_AFTER_MS), MINUTE_MS));
}

/** What the journal has of a payment, by kind: what happened, and what was asked or answered. */
export type PaymentEventKind =
  | 'authorise'
  | 'answer'
  | 'late_answer'
  | 'second_step_asked'
  | 'second_step'
  | 'capture'
  | 'capture_declined'
  | 'refund'
  | 'void'
  | 'expire'
  | 'dispute_opened'
  | 'dispute_won'
  | 'dispute_lost';

export type PaymentChange = {
  kind: PaymentEventKind;
  status: PaymentStatus;
  /** What was asked for, where no money moved yet. */
  amountMinor?: bigint;
  /** What the payee has of this payment, where money moved. */
  entry?: Entry;
  reason?: string;
  evidenceId?: string;
};

type Changed = Pick<PaymentRow, 'payment_id' | 'payer_party' | 'order_id' | 'payee' | 'currency'> & {
  status: PaymentStatus | null;
};

/**
 * A change of a payment, as its fact. The prefix tells payments' kinds from others'; `payment_events` is the view of them.
 * It is written in the statement that changes the payment's row, whose order is locked.
 */
export function paymentFact(payment: Changed, change: PaymentChange, now: Date): Fact {
  const { payment_id, payer_party, order_id, payee, currency, status } = payment;
  const { kind, amountMinor, entry, reason, evidenceId } = change;
  return {
    party: OWN_PARTY,
    kind: `payment_${kind}`,
    fact_id: newId(),
    at: now,
    subject_id: payment_id,
    currency,
    ...(entry === undefined ? {} : { entry }),
    content: {
      payment_id,
      payer: payer_party,
      order_id,
      payee,
      currency,
      status_before: status,
      status_after: change.status,
      amount_minor: amountMinor === undefined ? undefined : minorToJson(amountMinor),
      ...(entry === undefined ? {} : entryToJson(entry)),
      reason,
      evidence_id: evidenceId,
    },
  };
}

/** The entry as it is told, since the journal's columns are not. */
function entryToJson({ entry_no, before_minor, delta_minor, after_minor }: Entry) {
  return {
    entry_no: Number(entry_no),
    before_minor: minorToJson(before_minor),
    delta_minor: minorToJson(delta_minor),
    after_minor: minorToJson(after_minor),
  };
}
