import type { Payment } from '../../../../contracts/settlement-payments.ts';
import { sql } from '../../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../../kit/db/transaction.ts';
import { minorToJson } from '../../../../kit/money.ts';

export type CashState = 'processing' | 'authorised' | 'declined' | 'captured' | 'voided' | 'refunded';

export type CashPayment = {
  order_id: string;
  payment_id: string;
  receipt_no: string;
  operator: string;
  terminal_id: string;
  store_id: string;
  amount_minor: bigint;
  currency: string;
  state: CashState;
  taken_at: Date | null;
  returned_at: Date | null;
};

/** The columns of a CashPayment. */
export const CASH_COLUMNS = sql`
  order_id, payment_id, receipt_no, operator, terminal_id, store_id, amount_minor, currency, state, taken_at, returned_at`;

/** What the shop owes: cash that it took for a gift that came to nothing, and has not given back. */
export const CASH_OWED = sql`taken_at is not null and returned_at is null and state in ('voided', 'refunded')`;

/** The same of one that was read. */
export function isOwed({ state, taken_at, returned_at }: CashPayment): boolean {
  return taken_at !== null && returned_at === null && (state === 'voided' || state === 'refunded');
}

/** Locks an order's cash payment; with an operator, only if the order is theirs. */
export async function lockCash(
  tx: Executor,
  orderId: string,
  operator?: string,
): Promise<CashPayment | undefined> {
  const found = await sql<CashPayment>`
    select ${CASH_COLUMNS} from cash_payments
    where order_id = ${orderId} and ${operator === undefined ? sql`true` : sql`operator = ${operator}`}
    for update`.execute(tx);
  return found.rows[0];
}

export async function isCashOrder(executor: Executor, orderId: string): Promise<boolean> {
  const found = await sql`select 1 from cash_payments where order_id = ${orderId}`.execute(executor);
  return found.rows.length > 0;
}

/** What management is told of it, as settlement tells of a card's payment. The receipt's number stands for the bank's. */
export function asPayment(cash: CashPayment): Payment {
  const { payment_id, order_id, state, currency } = cash;
  const amount_minor = minorToJson(cash.amount_minor);
  const isCaptured = state === 'captured' || state === 'refunded';
  const isOver = isCaptured || state === 'voided';
  return {
    payment_id,
    order_id,
    status: state,
    ...(state === 'declined' ? { decline_reason: 'cancelled_by_caller' as const } : {}),
    amount_minor,
    captured_minor: isCaptured ? amount_minor : 0,
    refunded_minor: state === 'refunded' ? amount_minor : 0,
    currency,
    ...(isOver && cash.taken_at !== null ? { approval_number: cash.receipt_no } : {}),
  };
}

export type CashEvent = {
  kind: 'asked' | 'taken' | 'captured' | 'voided' | 'refunded' | 'returned';
  at: Date;
  /** Who took or gave cash, and where. */
  by?: { clerk_id: string; terminal_id: string; store_id: string; second_clerk_id?: string | null };
  evidence_id?: string;
  is_restored?: true;
};

export async function writeCashEvent(
  tx: Tx,
  orderId: string,
  { kind, at, by, evidence_id, is_restored }: CashEvent,
): Promise<void> {
  await sql`
    insert into cash_events (order_id, kind, at, clerk_id, second_clerk_id, terminal_id, store_id, evidence_id, is_restored)
    values (${orderId}, ${kind}, ${at}, ${by?.clerk_id ?? null}, ${by?.second_clerk_id ?? null}, ${by?.terminal_id ?? null},
      ${by?.store_id ?? null}, ${evidence_id ?? null}, ${is_restored ?? false})`.execute(tx);
}

/** Moves a locked payment to its next state, with the event that says why. */
export async function moveCash(
  tx: Tx,
  cash: CashPayment,
  state: CashState,
  event: CashEvent,
): Promise<CashPayment> {
  const taken_at = event.kind === 'taken' ? event.at : cash.taken_at;
  await sql`
    update cash_payments set state = ${state}, taken_at = ${taken_at} where order_id = ${cash.order_id}`.execute(
    tx,
  );
  await writeCashEvent(tx, cash.order_id, event);
  return { ...cash, state, taken_at };
}
