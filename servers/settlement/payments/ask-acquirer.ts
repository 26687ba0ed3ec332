import { addMs, MINUTE_MS, SECOND_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { type Executor, inTransaction } from '../../../kit/db/transaction.ts';
import { holdTransfer } from '../../../kit/ledger/ledger.ts';
import { tokenDigest } from '../../../kit/tokens.ts';
import type { DeclineReason, Standing } from '../acquirers/port.ts';
import { cardReceivable, trust } from '../books/accounts.ts';
import type { SettlementContext } from '../context.ts';
import { actionToken, lockOrder, type PaymentRow, readPaymentRow, recordEvent } from './payments.ts';

export const ASK_AGAIN_MS = 5 * SECOND_MS;

/**
 * Asks the acquirer about a payment that waits for it, outside of any transaction, and takes what it says. Asked a second
 * time it looks up what became of the first. Says whether the payment has moved.
 */
export async function askAcquirer(
  context: SettlementContext,
  payment: PaymentRow,
  time: 'first' | 'again',
): Promise<boolean> {
  const { acquirer, db } = context;
  let standing: Standing = { kind: 'not_found' };
  if (time === 'again') standing = await acquirer.lookUp(payment.payment_id);
  if (standing.kind === 'not_found') standing = await authoriseThere(context, payment);
  return inTransaction(db, async (tx) => {
    await lockOrder(tx, payment.payer_party, payment.order_id);
    const current = await readPaymentRow(tx, payment.payment_id);
    return takeStanding(context, tx, current, standing, time === 'first' ? 'answer' : 'late_answer');
  });
}

async function authoriseThere({ acquirer, db }: SettlementContext, payment: PaymentRow): Promise<Standing> {
  const found = await sql<{ acquirer_token: string }>`
    select acquirer_token from payment_methods
    where payment_method_id = ${payment.payment_method_id} and acquirer = ${acquirer.name}
      and acquirer_token is not null`.execute(db);
  const token = found.rows[0]?.acquirer_token;
  if (token === undefined) return { kind: 'unknown' };
  const { payment_id, amount_minor, currency } = payment;
  return acquirer.authorise({ payment_id, token, amount_minor, currency });
}

/** What an acquirer's word does to a payment, under its order's lock. One that was let go meanwhile stays so. */
export async function takeStanding(
  context: SettlementContext,
  tx: Executor,
  payment: PaymentRow,
  standing: Standing,
  kind: string,
): Promise<boolean> {
  if (payment.status !== 'processing' && payment.status !== 'requires_action') return false;
  const now = context.clock();
  switch (standing.kind) {
    case 'done':
      await conclude(tx, payment, { status: 'authorised', reason: null }, kind, now);
      return true;
    case 'refused':
      await conclude(tx, payment, { status: 'declined', reason: standing.reason }, kind, now);
      return true;
    case 'second_step':
      await requireAction(context, tx, payment, now);
      return payment.status === 'processing';
    default:
      await sql`
        update payments set answer_due_at = ${nextLook(payment, now)}
        where payment_id = ${payment.payment_id}`.execute(tx);
      return false;
  }
}

/** Soon at first, then ever less often, until the authorisation's time is over. */
function nextLook({ created_at }: PaymentRow, now: Date): Date {
  const waited = now.getTime() - created_at.getTime();
  return addMs(now, Math.min(Math.max(waited, ASK_AGAIN_MS), MINUTE_MS));
}

async function requireAction(
  context: SettlementContext,
  tx: Executor,
  payment: PaymentRow,
  now: Date,
): Promise<void> {
  await sql`
    update payments set status = 'requires_action', answer_due_at = null,
      action_digest = ${tokenDigest(actionToken(context, payment.payment_id))}
    where payment_id = ${payment.payment_id}`.execute(tx);
  if (payment.status === 'processing')
    await recordEvent(tx, payment, { kind: 'second_step_asked', status: 'requires_action' }, now);
}

/** Ends the waiting for a card's bank, one way or the other. */
async function conclude(
  tx: Executor,
  payment: PaymentRow,
  { status, reason }: { status: 'authorised' | 'declined'; reason: DeclineReason | null },
  kind: string,
  now: Date,
): Promise<void> {
  const hold = status === 'authorised' ? await holdPayment(tx, payment, now) : null;
  await sql`
    update payments set status = ${status}, hold_transfer_id = ${hold}, decline_reason = ${reason},
      action_digest = null, answer_due_at = null
    where payment_id = ${payment.payment_id}`.execute(tx);
  await recordEvent(tx, payment, { kind, status, ...(reason === null ? {} : { reason }) }, now);
}

/** Holds the amount in the ledger: from the card's bank to the trust funds of the payee. */
function holdPayment(tx: Executor, payment: PaymentRow, now: Date): Promise<string> {
  return holdTransfer(
    tx,
    {
      debit: cardReceivable(payment.currency),
      credit: trust(payment.payee, payment.currency),
      amount_minor: payment.amount_minor,
      code: 'authorise',
      subject_id: payment.payment_id,
    },
    now,
  );
}
