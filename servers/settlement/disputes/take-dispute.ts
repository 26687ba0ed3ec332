import { addMs, HOUR_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { type Executor, inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { writeFact } from '../../../kit/journal/write.ts';
import type { DisputeAtAcquirer } from '../acquirers/port.ts';
import type { SettlementContext } from '../context.ts';
import { bookChargeBack, reverseChargeBack } from '../payments/charge-backs.ts';
import { lockOrder, type PaymentRow, paymentFact, readPaymentRow } from '../payments/payment.ts';

type DisputeState = 'heard' | 'foreign' | 'open' | 'won' | 'lost';
type DisputeRow = {
  dispute_id: string;
  acquirer: string;
  acquirer_reference: string;
  state: DisputeState;
  covered_minor: bigint;
  payment_id: string | null;
  amount_minor: bigint | null;
};
type Found = Extract<DisputeAtAcquirer, { kind: 'found' }>;

/** Months may pass without an event, and an event may be lost. */
const ASK_AGAIN_MS = 6 * HOUR_MS;

/** Asks the acquirer about a dispute, outside any transaction, and books how it stands. Returns whether that changed anything. */
export async function takeDispute(context: SettlementContext, disputeId: string): Promise<boolean> {
  const { db, acquirers, clock } = context;
  const { acquirer, acquirer_reference } = await readDispute(db, disputeId);
  const answer = (await acquirers.named(acquirer).lookUpDispute?.(acquirer_reference)) ?? {
    kind: 'unknown' as const,
  };
  if (answer.kind === 'unknown') {
    await askAgain(db, disputeId, addMs(clock(), ASK_AGAIN_MS));
    return false;
  }
  const paymentId = answer.kind === 'found' ? await paymentOf(db, acquirer, answer) : undefined;
  if (answer.kind !== 'found' || paymentId === undefined) {
    await sql`
      update disputes set state = 'foreign', due_at = null
      where dispute_id = ${disputeId} and state = 'heard'`.execute(db);
    return true;
  }
  const { payer_party, order_id } = await readPaymentRow(db, paymentId);
  return inTransaction(db, async (tx) => {
    await lockOrder(tx, payer_party, order_id);
    const dispute = await readDispute(tx, disputeId);
    return apply(tx, dispute, await readPaymentRow(tx, paymentId), answer, clock());
  });
}

/** Books a dispute as it stands now, whatever events came in between; whoever calls this has locked the order. */
async function apply(
  tx: Tx,
  dispute: DisputeRow,
  payment: PaymentRow,
  found: Found,
  now: Date,
): Promise<boolean> {
  const { dispute_id, state: before } = dispute;
  // An appeal against a lost one: the money is gone until it is won.
  const state = before === 'lost' && found.state === 'open' ? 'lost' : found.state;
  const { amount_minor, reason, respond_by } = found;
  if (found.currency !== payment.currency)
    throw new Error(`Dispute ${dispute_id} is in another currency than its payment.`);
  if (dispute.payment_id !== null && dispute.payment_id !== payment.payment_id)
    throw new Error(`Dispute ${dispute_id} was about another payment before.`);
  if (before === 'lost' && state === 'won' && dispute.covered_minor > 0n)
    throw new Error(`Dispute ${dispute_id} was won after its loss was covered: pay the card's owner back.`);
  await sql`
    update disputes set state = ${state}, payment_id = ${payment.payment_id}, amount_minor = ${amount_minor},
      reason = ${reason}, respond_by = ${respond_by}, due_at = ${state === 'open' ? addMs(now, ASK_AGAIN_MS) : null}
    where dispute_id = ${dispute_id}`.execute(tx);
  const booked = before === 'lost' ? (dispute.amount_minor ?? 0n) : 0n;
  const toBook = (state === 'lost' ? amount_minor : 0n) - booked;
  if (state === before && toBook === 0n) return false;
  await tellPayer(tx, dispute_id, payment);
  const kind = state === 'open' ? 'dispute_opened' : (`dispute_${state}` as const);
  const change = { kind, status: payment.status, amountMinor: amount_minor, reason } as const;
  await writeFact(tx, paymentFact(payment, change, now));
  if (toBook > 0n) await bookChargeBack(tx, payment, toBook, now);
  if (toBook < 0n) await reverseChargeBack(tx, payment, -toBook, now);
  // Refunds have waited for its end.
  if (state !== 'open')
    await sql`
      update acquirer_requests set due_at = ${now}
      where payment_id = ${payment.payment_id} and state = 'open' and kind = 'refund'`.execute(tx);
  return true;
}

/** The payer reads of it next (`tell-payer.ts`). The counter stays locked until this commits, so positions come in order. */
async function tellPayer(tx: Tx, disputeId: string, { payer_party }: PaymentRow): Promise<void> {
  await sql`
    with next as (
      insert into dispute_positions as p (payer_party, last_position) values (${payer_party}, 1)
      on conflict (payer_party) do update set last_position = p.last_position + 1
      returning last_position)
    update disputes set payer_party = ${payer_party}, position = next.last_position
    from next where dispute_id = ${disputeId}`.execute(tx);
}

async function readDispute(executor: Executor, disputeId: string): Promise<DisputeRow> {
  const found = await sql<DisputeRow>`
    select dispute_id, acquirer, acquirer_reference, state, covered_minor, payment_id, amount_minor from disputes
    where dispute_id = ${disputeId}`.execute(executor);
  const [dispute] = found.rows;
  if (dispute === undefined) throw new Error(`No dispute has the ID ${disputeId}.`);
  return dispute;
}

async function paymentOf(
  executor: Executor,
  acquirer: string,
  { payment_reference }: Found,
): Promise<string | undefined> {
  const found = await sql<{ payment_id: string }>`
    select payment_id from payments
    where acquirer = ${acquirer} and acquirer_reference = ${payment_reference}`.execute(executor);
  return found.rows[0]?.payment_id;
}

async function askAgain(executor: Executor, disputeId: string, dueAt: Date): Promise<void> {
  await sql`update disputes set due_at = ${dueAt} where dispute_id = ${disputeId}`.execute(executor);
}
