import { createHash } from 'node:crypto';
import { cashTerminalOf } from '../../../../contracts/cash.ts';
import type { AuthorisePayment, Payment } from '../../../../contracts/settlement-payments.ts';
import { sql } from '../../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../../kit/db/transaction.ts';
import { newId } from '../../../../kit/ids.ts';
import { minorFromJson } from '../../../../kit/money.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../../kit/result.ts';
import { storeEvidence } from '../../../../kit/signing/evidence.ts';
import type { Evidence } from '../../../../kit/signing/index.ts';
import type { ShopContext } from '../../context.ts';
import { asPayment, CASH_COLUMNS, type CashPayment, isCashOrder, writeCashEvent } from './cash-payments.ts';

export const AUTHORISE_CASH_REFUSALS = refusals(
  'wrong_state', // the order has a payment
  'payment_method_not_found', // no such terminal of ours, or no cash is taken, or not so much of it
);

/**
 * Notes that a gift is to be paid in cash at a terminal. The payment is `processing` until a clerk there has the cash; an order
 * that was voided before it came is declined.
 */
export async function authoriseCash(
  context: ShopContext,
  tx: Tx,
  operator: string,
  asked: AuthorisePayment,
  evidence: Evidence,
): Promise<Result<Payment, RefusalOf<typeof AUTHORISE_CASH_REFUSALS>>> {
  const { order_id } = asked;
  if (await isCashOrder(tx, order_id)) return refuse('wrong_state');
  const amount = minorFromJson(asked.amount_minor);
  const till = await findTill(tx, asked.payment_method_id);
  const isOurs = asked.payee === context.signingKey.party;
  if (till === undefined || !isOurs || amount > BigInt(context.settings.cashMax))
    return refuse('payment_method_not_found');
  const state = (await isRelayed(tx, order_id)) ? 'declined' : 'processing';
  const payment = { operator, asked, till, state, payment_id: newId() } as const;
  const cash = await insertCash(tx, payment, context.clock(), await storeEvidence(tx, evidence));
  return cash === undefined ? refuse('wrong_state') : done(asPayment(cash));
}

type Till = { terminal_id: string; store_id: string };
type NewCash = {
  operator: string;
  asked: AuthorisePayment;
  till: Till;
  state: 'processing' | 'declined';
  payment_id: string;
};

/** Undefined if the order has a payment. */
export async function insertCash(
  tx: Tx,
  { operator, asked, till, state, payment_id }: NewCash,
  at: Date,
  evidence_id: string,
): Promise<CashPayment | undefined> {
  const { order_id, payer_reference, currency } = asked;
  const noted = await sql<CashPayment>`
    insert into cash_payments (order_id, payment_id, receipt_no, operator, payer_reference, terminal_id, store_id,
      amount_minor, currency, state, asked_at)
    values (${order_id}, ${payment_id}, ${receiptOf(order_id)}, ${operator}, ${payer_reference}, ${till.terminal_id},
      ${till.store_id}, ${minorFromJson(asked.amount_minor)}, ${currency}, ${state}, ${at})
    on conflict (order_id) do nothing
    returning ${CASH_COLUMNS}`.execute(tx);
  const [cash] = noted.rows;
  if (cash !== undefined) await writeCashEvent(tx, order_id, { kind: 'asked', at, evidence_id });
  return cash;
}

/** Made of the order's id, so that it is the same after a restore. Short, to be said: others may have the same. */
function receiptOf(orderId: string): string {
  const digest = createHash('sha256').update(`cash receipt ${orderId}`).digest();
  return String(digest.readUInt32BE() % 100_000_000).padStart(8, '0');
}

/**
 * Whether something was asked of settlement about this order: a void that overtook its authorisation, since it did not say that
 * it was of cash.
 */
export async function isRelayed(executor: Executor, orderId: string): Promise<boolean> {
  const found = await sql`select 1 from payment_relays where order_id = ${orderId} limit 1`.execute(executor);
  return found.rows.length > 0;
}

/** The terminal of ours that the payment method names. */
export async function findTill(tx: Tx, paymentMethodId: string): Promise<Till | undefined> {
  const terminalId = cashTerminalOf(paymentMethodId);
  if (terminalId === undefined) return undefined;
  const found = await sql<Till>`
    select terminal_id, store_id from terminals
    where terminal_id = ${terminalId} and enrolled_at is not null and blocked_at is null`.execute(tx);
  return found.rows[0];
}
