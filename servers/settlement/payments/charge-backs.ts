import { sql } from '../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import { postTransfer } from '../../../kit/ledger/ledger.ts';
import { cardReceivable, chargedBack } from '../books/accounts.ts';
import type { PaymentRow } from './payment.ts';

/** How a payment is disputed: whether that is still open, and how much was taken back and is not covered by refunds yet. */
type Disputed = { is_open: boolean; uncovered_minor: bigint };

export async function disputed(executor: Executor, paymentId: string): Promise<Disputed> {
  const found = await sql<Disputed>`
    select coalesce(bool_or(state = 'open'), false) as is_open,
      coalesce(max(amount_minor - covered_minor) filter (where state = 'lost'), 0)::bigint as uncovered_minor
    from disputes where payment_id = ${paymentId}`.execute(executor);
  return found.rows[0] ?? { is_open: false, uncovered_minor: 0n };
}

/** The bank has taken this much back from us. Whose loss it is in the end is settled between the owners of the servers. */
export async function bookChargeBack(
  tx: Tx,
  payment: PaymentRow,
  amountMinor: bigint,
  now: Date,
): Promise<void> {
  await move(tx, payment, amountMinor, { isBack: true, now });
}

/** The bank has given it back to us after all. */
export async function reverseChargeBack(
  tx: Tx,
  payment: PaymentRow,
  amountMinor: bigint,
  now: Date,
): Promise<void> {
  await move(tx, payment, amountMinor, { isBack: false, now });
}

/**
 * A refund of a payment whose money the card's owner has back already: what it takes of the trust funds covers the loss. False
 * if there is no such loss any more.
 */
export async function coverChargeBack(
  tx: Tx,
  payment: PaymentRow,
  amountMinor: bigint,
  now: Date,
): Promise<boolean> {
  const covered = await sql`
    update disputes set covered_minor = covered_minor + ${amountMinor}
    where dispute_id = (
      select dispute_id from disputes
      where payment_id = ${payment.payment_id} and state = 'lost' and amount_minor - covered_minor >= ${amountMinor}
      order by dispute_id limit 1)
    returning 1`.execute(tx);
  if (covered.rows.length === 0) return false;
  await move(tx, payment, amountMinor, { isBack: false, now });
  return true;
}

async function move(
  tx: Tx,
  { payment_id, payee, currency }: PaymentRow,
  amount_minor: bigint,
  { isBack, now }: { isBack: boolean; now: Date },
): Promise<void> {
  const [loss, card] = [chargedBack(payee, currency), cardReceivable(currency)];
  const sides = isBack ? { debit: loss, credit: card } : { debit: card, credit: loss };
  await postTransfer(tx, { ...sides, amount_minor, code: 'charge_back', subject_id: payment_id }, now);
}
