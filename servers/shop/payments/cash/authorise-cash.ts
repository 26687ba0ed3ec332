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
  const { order_id, payer_reference, currency } = asked;
  if (await isCashOrder(tx, order_id)) return refuse('wrong_state');
  const amount = minorFromJson(asked.amount_minor);
  const till = await findTill(tx, cashTerminalOf(asked.payment_method_id));
  const isOurs = asked.payee === context.signingKey.party;
  if (till === undefined || !isOurs || amount > BigInt(context.settings.cashMax))
    return refuse('payment_method_not_found');
  const state = (await isRelayed(tx, order_id)) ? 'declined' : 'processing';
  const at = context.clock();
  const noted = await sql<CashPayment>`
    insert into cash_payments (order_id, payment_id, operator, payer_reference, terminal_id, store_id, amount_minor, currency,
      state, asked_at)
    values (${order_id}, ${newId()}, ${operator}, ${payer_reference}, ${till.terminal_id}, ${till.store_id}, ${amount},
      ${currency}, ${state}, ${at})
    on conflict (order_id) do nothing
    returning ${CASH_COLUMNS}`.execute(tx);
  const [cash] = noted.rows;
  if (cash === undefined) return refuse('wrong_state');
  await writeCashEvent(tx, order_id, { kind: 'asked', at, evidence_id: await storeEvidence(tx, evidence) });
  return done(asPayment(cash));
}

/**
 * Whether something was asked of settlement about this order: a void that overtook its authorisation, since it did not say that
 * it was of cash.
 */
export async function isRelayed(executor: Executor, orderId: string): Promise<boolean> {
  const found = await sql`select 1 from payment_relays where order_id = ${orderId} limit 1`.execute(executor);
  return found.rows.length > 0;
}

async function findTill(
  tx: Tx,
  terminalId: string | undefined,
): Promise<{ terminal_id: string; store_id: string } | undefined> {
  if (terminalId === undefined) return undefined;
  const found = await sql<{ terminal_id: string; store_id: string }>`
    select terminal_id, store_id from terminals
    where terminal_id = ${terminalId} and enrolled_at is not null and blocked_at is null`.execute(tx);
  return found.rows[0];
}
