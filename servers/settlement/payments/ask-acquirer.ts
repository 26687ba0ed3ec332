import { addMs, MINUTE_MS, SECOND_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { factParts } from '../../../kit/journal/write.ts';
import { holdTransfer } from '../../../kit/ledger/ledger.ts';
import { tokenDigest } from '../../../kit/tokens.ts';
import type { Authorisation, DeclineReason } from '../acquirers/port.ts';
import { cardReceivable, trust } from '../books/accounts.ts';
import type { SettlementContext } from '../context.ts';
import {
  actionToken,
  lockOrder,
  type PaymentEventKind,
  type PaymentRow,
  paymentFact,
  readPaymentRow,
} from './payment.ts';

export const POLL_AFTER_MS = 5 * SECOND_MS;

/** A payment after an answer was applied, and whether that changed it. */
type Applied = { payment: PaymentRow; changed: boolean };

/** How the acquirer's answer came. */
type AnswerKind = Extract<PaymentEventKind, 'answer' | 'late_answer' | 'second_step'>;

/**
 * Asks the acquirer about a payment that is waiting for it, outside any transaction, and applies the answer. A repeated
 * attempt first looks up the result of the earlier one. Returns the payment, and whether it changed.
 */
export async function askAcquirer(
  context: SettlementContext,
  payment: PaymentRow,
  attempt: 'first' | 'repeated',
): Promise<Applied> {
  const { acquirer, db } = context;
  let authorisation: Authorisation = { kind: 'not_found' };
  if (attempt === 'repeated') authorisation = await acquirer.lookUp(payment.payment_id);
  if (authorisation.kind === 'not_found') authorisation = await requestAuthorisation(context, payment);
  return inTransaction(db, async (tx) => {
    await lockOrder(tx, payment.payer_party, payment.order_id);
    const current = await readPaymentRow(tx, payment.payment_id);
    const kind = attempt === 'first' ? 'answer' : 'late_answer';
    return applyAuthorisation(context, tx, current, authorisation, kind);
  });
}

async function requestAuthorisation(
  { acquirer, db }: SettlementContext,
  payment: PaymentRow,
): Promise<Authorisation> {
  const found = await sql<{ acquirer_token: string }>`
    select acquirer_token from payment_methods
    where payment_method_id = ${payment.payment_method_id} and acquirer = ${acquirer.name}
      and acquirer_token is not null`.execute(db);
  const token = found.rows[0]?.acquirer_token;
  if (token === undefined) return { kind: 'unknown' };
  const { payment_id, amount_minor, currency } = payment;
  return acquirer.authorise({ payment_id, token, amount_minor, currency });
}

/**
 * Applies the acquirer's answer to a payment whose order is locked. A payment that was voided or expired in the meantime
 * stays that way.
 */
export async function applyAuthorisation(
  context: SettlementContext,
  tx: Tx,
  payment: PaymentRow,
  authorisation: Authorisation,
  eventKind: AnswerKind,
): Promise<Applied> {
  if (payment.status !== 'processing' && payment.status !== 'requires_action')
    return { payment, changed: false };
  const now = context.clock();
  switch (authorisation.kind) {
    case 'authorised':
      return finish(tx, payment, { status: 'authorised', reason: null }, eventKind, now);
    case 'declined':
      return finish(tx, payment, { status: 'declined', reason: authorisation.reason }, eventKind, now);
    case 'second_step':
      return requireAction(context, tx, payment, now);
    default:
      await sql`
        update payments set answer_due_at = ${nextPoll(payment, now)}
        where payment_id = ${payment.payment_id}`.execute(tx);
      return { payment, changed: false };
  }
}

/** The interval grows with the payment's age, from five seconds to a minute. */
function nextPoll({ created_at }: PaymentRow, now: Date): Date {
  const age = now.getTime() - created_at.getTime();
  return addMs(now, Math.min(Math.max(age, POLL_AFTER_MS), MINUTE_MS));
}

async function requireAction(
  context: SettlementContext,
  tx: Tx,
  payment: PaymentRow,
  now: Date,
): Promise<Applied> {
  const change = { kind: 'second_step_asked', status: 'requires_action' } as const;
  const changed = payment.status === 'processing';
  const action_digest = tokenDigest(actionToken(context, payment.payment_id));
  await sql`
    with ${factParts(changed ? paymentFact(payment, change, now) : null)}
    update payments set status = 'requires_action', answer_due_at = null, action_digest = ${action_digest}
    where payment_id = ${payment.payment_id}`.execute(tx);
  return { payment: { ...payment, status: 'requires_action', action_digest }, changed };
}

async function finish(
  tx: Tx,
  payment: PaymentRow,
  { status, reason }: { status: 'authorised' | 'declined'; reason: DeclineReason | null },
  eventKind: AnswerKind,
  now: Date,
): Promise<Applied> {
  const hold = status === 'authorised' ? await placeHold(tx, payment, now) : null;
  const change = { kind: eventKind, status, ...(reason === null ? {} : { reason }) };
  await sql`
    with ${factParts(paymentFact(payment, change, now))}
    update payments set status = ${status}, hold_transfer_id = ${hold}, decline_reason = ${reason},
      action_digest = null, answer_due_at = null
    where payment_id = ${payment.payment_id}`.execute(tx);
  const ended = { status, hold_transfer_id: hold, decline_reason: reason, action_digest: null };
  return { payment: { ...payment, ...ended }, changed: true };
}

/** Holds the amount in the ledger, from the card receivable to the payee's trust funds. */
function placeHold(tx: Tx, payment: PaymentRow, now: Date): Promise<string> {
  const transfer = {
    debit: cardReceivable(payment.currency),
    credit: trust(payment.payee, payment.currency),
    amount_minor: payment.amount_minor,
    code: 'authorise',
    subject_id: payment.payment_id,
  };
  return holdTransfer(tx, transfer, now);
}
