import { sql } from '../../../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../../../kit/db/transaction.ts';
import { minorToJson } from '../../../../kit/money.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../../kit/result.ts';
import { proveClerk, SIGN_IN_REFUSALS, type SignIn } from '../../clerks/sign-in.ts';
import type { ShopContext } from '../../context.ts';
import type { Till } from '../../stores/places.ts';
import { isRelayed } from './authorise-cash.ts';
import { type CashPayment, lockCash, moveCash } from './cash-payments.ts';

export type TakenCash = {
  order_id: string;
  receipt_no: string;
  amount_minor: number;
  currency: string;
  clerk_name: string;
  taken_at: string;
};

export const TAKE_CASH_REFUSALS = refusals(
  ...SIGN_IN_REFUSALS, // of whoever takes it, who is not signed in by it
  'payment_not_found', // nothing is to be paid so at this terminal
  'wrong_state', // it came to an end
);

/**
 * A clerk says by PIN or badge that they have the cash; the payment is authorised. Repeating it changes nothing, also by another
 * clerk: the first one's name stands.
 */
export async function takeCash(
  context: ShopContext,
  till: Till,
  orderId: string,
  by: SignIn,
): Promise<Result<TakenCash, RefusalOf<typeof TAKE_CASH_REFUSALS>>> {
  const known = await proveClerk(context, till, by);
  if (!known.ok) return known;
  const { clerk_id } = known.value;
  return inTransaction(context.db, async (tx) => {
    const cash = await lockCash(tx, orderId);
    if (cash === undefined || cash.terminal_id !== till.terminal_id) return refuse('payment_not_found');
    const isOpen = cash.state === 'processing' && !(await isRelayed(tx, orderId));
    if (isOpen) {
      const { terminal_id, store_id } = till;
      const by = { clerk_id, terminal_id, store_id };
      await moveCash(tx, cash, 'authorised', { kind: 'taken', at: context.clock(), by });
    } else if (cash.state !== 'authorised' && cash.state !== 'captured')
      return refuse('wrong_state', { state_now: cash.state });
    return done(await readTaken(tx, cash));
  });
}

async function readTaken(
  tx: Tx,
  { order_id, receipt_no, amount_minor, currency }: CashPayment,
): Promise<TakenCash> {
  const found = await sql<{ at: Date; name: string | null }>`
    select e.at, c.name from cash_events e left join clerks c using (clerk_id)
    where e.order_id = ${order_id} and e.kind = 'taken'`.execute(tx);
  const [taken] = found.rows;
  if (taken === undefined) throw new Error(`Nobody took the cash for order ${order_id}.`);
  return {
    order_id,
    receipt_no,
    amount_minor: minorToJson(amount_minor),
    currency,
    clerk_name: taken.name ?? '',
    taken_at: taken.at.toISOString(),
  };
}
