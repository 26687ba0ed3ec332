import { sql } from '../../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { factParts } from '../../../kit/journal/write.ts';
import { holdTransfer } from '../../../kit/ledger/ledger.ts';
import { tokenDigest } from '../../../kit/tokens.ts';
import type { Authorisation, DeclineReason } from '../acquirers/port.ts';
import { cardReceivable, trust } from '../books/accounts.ts';
import type { SettlementContext } from '../context.ts';
import { cardToken } from './card-token.ts';
import {
  actionToken,
  lockOrder,
  nextPoll,
  type PaymentEventKind,
  type PaymentRow,
  paymentFact,
  readPaymentRow,
  secondStepUrl,
} from './payment.ts';

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
  let authorisation: Authorisation = { kind: 'not_found' };
  const { payment_id, acquirer_reference: reference } = payment;
  if (attempt === 'repeated')
    authorisation = await context.acquirers.named(payment.acquirer).lookUp({ payment_id, reference });
  if (authorisation.kind === 'not_found') authorisation = await requestAuthorisation(context, payment);
  return recordAnswer(context, payment, authorisation, attempt === 'first' ? 'answer' : 'late_answer');
}

/** Applies an answer of the acquirer's in a transaction of its own. */
export function recordAnswer(
  context: SettlementContext,
  { payment_id, payer_party, order_id }: PaymentRow,
  authorisation: Authorisation,
  kind: AnswerKind,
): Promise<Applied> {
  return inTransaction(context.db, async (tx) => {
    await lockOrder(tx, payer_party, order_id);
    return applyAuthorisation(context, tx, await readPaymentRow(tx, payment_id), authorisation, kind);
  });
}

async function requestAuthorisation(context: SettlementContext, payment: PaymentRow): Promise<Authorisation> {
  const acquirer = context.acquirers.named(payment.acquirer);
  const token = await cardToken(context.db, payment);
  if (token === undefined) return { kind: 'unknown' };
  const { payment_id, amount_minor, currency, acquirer_reference: reference } = payment;
  const return_url = secondStepUrl(context, actionToken(context, payment_id));
  const request = { payment_id, reference, token, amount_minor, currency, return_url };
  if (reference !== null || acquirer.announce === undefined) return acquirer.authorise(request);
  const announced = await acquirer.announce(request);
  if (announced.kind === 'unknown' || !(await saveReference(context, payment, announced.reference)))
    return { kind: 'unknown' };
  return acquirer.authorise({ ...request, reference: announced.reference });
}

/**
 * False if the payment has ended meanwhile, or another process has announced it: then this one must not be authorised, because
 * nobody would void it.
 */
async function saveReference(
  { db }: SettlementContext,
  { payment_id, payer_party, order_id }: PaymentRow,
  reference: string,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    await lockOrder(tx, payer_party, order_id);
    const saved = await sql`
      update payments set acquirer_reference = ${reference}
      where payment_id = ${payment_id} and status = 'processing' and acquirer_reference is null
      returning 1`.execute(tx);
    return saved.rows.length > 0;
  });
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
      return requireAction(context, tx, payment, { isElsewhere: authorisation.url !== undefined, now });
    default:
      await sql`
        update payments set answer_due_at = ${nextPoll(payment, now)}
        where payment_id = ${payment.payment_id}`.execute(tx);
      return { payment, changed: false };
  }
}

/** Where the payer takes the step at a page of others, the acquirer is asked from time to time how it went. */
async function requireAction(
  context: SettlementContext,
  tx: Tx,
  payment: PaymentRow,
  { isElsewhere, now }: { isElsewhere: boolean; now: Date },
): Promise<Applied> {
  const change = { kind: 'second_step_asked', status: 'requires_action' } as const;
  const changed = payment.status === 'processing';
  const action_digest = tokenDigest(actionToken(context, payment.payment_id));
  await sql`
    with ${factParts(changed ? paymentFact(payment, change, now) : null)}
    update payments set status = 'requires_action', answer_due_at = ${isElsewhere ? nextPoll(payment, now) : null},
      action_digest = ${action_digest}
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
      answer_due_at = null
    where payment_id = ${payment.payment_id}`.execute(tx);
  const ended = { status, hold_transfer_id: hold, decline_reason: reason };
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
