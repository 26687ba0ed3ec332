import { koreanDay } from '../../../kit/clock.ts';
import { FOR_THESE_VALUES } from '../../../kit/db/plans.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { minorToJson } from '../../../kit/money.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { listDisputes } from '../disputes/list-disputes.ts';
import type { AcquirerRequest } from '../payments/acquirer-requests.ts';
import { PAYMENT_COLUMNS, type PaymentRow, type PaymentStatus } from '../payments/payment.ts';

export type StaffPayment = Omit<
  PaymentRow,
  | 'payment_method_id'
  | 'action_digest'
  | 'created_at'
  | 'amount_minor'
  | 'captured_minor'
  | 'refunded_minor'
  | 'authorisation_expires_at'
  | 'hold_transfer_id'
> & { amount_minor: number; captured_minor: number; refunded_minor: number; created_at: string };

export type PaymentFilter = {
  order_id?: string;
  status?: PaymentStatus;
  day?: string;
  before?: string;
  limit: number;
};

/** All payers' payments, newest first; with `before`, only those made before that payment. */
export async function listPayments(
  executor: Executor,
  { order_id, status, day, before, limit }: PaymentFilter,
): Promise<StaffPayment[]> {
  const conditions = [sql`true`];
  if (order_id !== undefined) conditions.push(sql`order_id = ${order_id}`);
  if (status !== undefined) conditions.push(sql`status = ${status}`);
  if (before !== undefined) conditions.push(sql`payment_id < ${before}`);
  if (day !== undefined) {
    const { from, until } = koreanDay(day);
    conditions.push(sql`created_at >= ${from} and created_at < ${until}`);
  }
  const found = await sql<PaymentRow>`
    select ${PAYMENT_COLUMNS} from payments where ${sql.join(conditions, sql` and `)}
    order by payment_id desc limit ${limit}`.execute(executor, FOR_THESE_VALUES);
  return found.rows.map(toJson);
}

export type PaymentHistory = StaffPayment & {
  events: {
    event_id: string;
    kind: string;
    status_after: string;
    amount_minor: number | null;
    reason: string | null;
    at: string;
  }[];
  /** What the acquirer was asked for after the authorisation, and what came of it. */
  requests: {
    request_id: string;
    kind: AcquirerRequest['kind'];
    state: AcquirerRequest['state'];
    amount_minor: number;
    reason: string | null;
    refused_because: string | null;
    due_at: string | null;
    created_at: string;
  }[];
  /** Ledger transfers; each side is named `account subject`. */
  entries: {
    transfer_id: string;
    kind: string;
    code: string;
    debit: string;
    credit: string;
    amount_minor: number;
    at: string;
  }[];
  disputes: Awaited<ReturnType<typeof listDisputes>>;
};

const DISPUTES_MAX = 50;

export const PAYMENT_HISTORY_REFUSALS = refusals('payment_not_found');

/** A payment with its history, the requests to its acquirer, its ledger entries and its disputes. */
export async function readPaymentHistory(
  executor: Executor,
  paymentId: string,
): Promise<Result<PaymentHistory, RefusalOf<typeof PAYMENT_HISTORY_REFUSALS>>> {
  const found =
    await sql<PaymentRow>`select ${PAYMENT_COLUMNS} from payments where payment_id = ${paymentId}`.execute(
      executor,
    );
  const row = found.rows[0];
  if (row === undefined) return refuse('payment_not_found');
  const events = await sql<{
    event_id: string;
    kind: string;
    status_after: string;
    amount_minor: bigint | null;
    reason: string | null;
    at: Date;
  }>`
    select event_id, kind, status_after, amount_minor, reason, at from payment_events
    where payment_id = ${paymentId} order by event_id`.execute(executor);
  const requests = await sql<
    Pick<AcquirerRequest, 'request_id' | 'kind' | 'state' | 'amount_minor' | 'reason' | 'created_at'> & {
      refused_because: string | null;
      due_at: Date | null;
    }
  >`
    select request_id, kind, state, amount_minor, reason, refused_because, due_at, created_at from acquirer_requests
    where payment_id = ${paymentId} order by created_at, request_id`.execute(executor);
  const entries = await sql<{
    transfer_id: string;
    kind: string;
    code: string;
    debit: string;
    credit: string;
    amount_minor: bigint;
    at: Date;
  }>`
    select t.transfer_id, t.kind, t.code, d.code || ' ' || d.subject_id as debit,
      c.code || ' ' || c.subject_id as credit, t.amount_minor, t.created_at as at
    from ledger_transfers t join ledger_accounts d on d.account_id = t.debit_account_id
    join ledger_accounts c on c.account_id = t.credit_account_id
    where t.subject_id = ${paymentId} order by t.transfer_id`.execute(executor);
  const lost = await sql`
    select 1 from restore_findings
    where subject_id = ${paymentId} and kind = 'acquirer_reference_not_restored' limit 1`.execute(executor);
  return done({
    ...toJson(row),
    reference_lost: row.acquirer_reference === null && lost.rows.length > 0,
    events: events.rows.map((event) => ({
      ...event,
      amount_minor: event.amount_minor === null ? null : minorToJson(event.amount_minor),
      at: event.at.toISOString(),
    })),
    requests: requests.rows.map((request) => ({
      ...request,
      amount_minor: minorToJson(request.amount_minor),
      due_at: request.due_at?.toISOString() ?? null,
      created_at: request.created_at.toISOString(),
    })),
    entries: entries.rows.map((entry) => ({
      ...entry,
      amount_minor: minorToJson(entry.amount_minor),
      at: entry.at.toISOString(),
    })),
    disputes: await listDisputes(executor, { payment_id: paymentId, limit: DISPUTES_MAX }),
  });
}

function toJson(row: PaymentRow): StaffPayment {
  const { payment_id, payer_party, order_id, payee, currency, status, decline_reason } = row;
  const { acquirer, acquirer_reference, approval_number } = row;
  return {
    payment_id,
    payer_party,
    order_id,
    payee,
    status,
    decline_reason,
    acquirer,
    acquirer_reference,
    approval_number,
    amount_minor: minorToJson(row.amount_minor),
    captured_minor: minorToJson(row.captured_minor),
    refunded_minor: minorToJson(row.refunded_minor),
    currency,
    created_at: row.created_at.toISOString(),
  };
}
