import { sql } from 'kysely';
import type { AuthorisePayment, Payment } from '../../../contracts/settlement-payments.ts';
import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { holdTransfer } from '../../../kit/ledger/ledger.ts';
import { isCurrency, minorFromJson } from '../../../kit/money.ts';
import { done, type Result, refuse } from '../../../kit/result.ts';
import { storeEvidence } from '../../../kit/signing/evidence.ts';
import type { Evidence } from '../../../kit/signing/index.ts';
import { newToken, tokenDigest } from '../../../kit/tokens.ts';
import { cardReceivable, trust } from '../books/accounts.ts';
import { AUTHORISATION_MINUTES, type SettlementContext } from '../context.ts';
import { type AcquirerAnswer, askAcquirer } from '../operations/test-acquirer.ts';
import { findPayment, lockOrder, type PaymentRow, paymentAnswer, recordEvent } from './payments.ts';

type Method = { card_digest: Buffer; expiry_month: number; expiry_year: number };

/**
 * Purchase 4–5: holds money on the buyer's card. A decline is an answer, not a refusal. An order that its payer
 * cancelled before is declined with `cancelled_by_caller`.
 * Refusals in order: wrong_state (the order has a payment), payment_method_not_found, payment_method_expired,
 * currency_unsupported.
 */
export async function authorise(
  context: SettlementContext,
  tx: Executor,
  paymentId: string,
  payerParty: string,
  input: AuthorisePayment,
  evidence: Evidence,
): Promise<Result<Payment>> {
  const now = context.clock();
  const { cancelled } = await lockOrder(tx, payerParty, input.order_id);
  if ((await findPayment(tx, payerParty, input.order_id)) !== undefined) return refuse('wrong_state');
  const method = await findMethod(tx, input);
  if (method === undefined) return refuse('payment_method_not_found');
  if (new Date(Date.UTC(method.expiry_year, method.expiry_month, 1)) <= now)
    return refuse('payment_method_expired');
  if (!isCurrency(input.currency)) return refuse('currency_unsupported');

  const answer: AcquirerAnswer = cancelled
    ? { kind: 'declined', reason: 'cancelled_by_caller' }
    : await askAcquirer(tx, method.card_digest, now);
  const actionToken = answer.kind === 'second_step' ? newToken('action', context.random) : undefined;
  const status = STATUS_AFTER[answer.kind];
  const row: PaymentRow = {
    payment_id: paymentId,
    payer_party: payerParty,
    order_id: input.order_id,
    payment_method_id: input.payment_method_id,
    payee: input.payee,
    amount_minor: minorFromJson(input.amount_minor),
    captured_minor: 0n,
    refunded_minor: 0n,
    currency: input.currency,
    status,
    decline_reason: answer.kind === 'declined' ? answer.reason : null,
    authorisation_expires_at: status === 'declined' ? null : addMs(now, AUTHORISATION_MINUTES * MINUTE_MS),
    hold_transfer_id: null,
  };
  if (status === 'authorised') row.hold_transfer_id = await holdPayment(tx, row, now);
  await sql`
    insert into payments (payment_id, payer_party, order_id, payment_method_id, payee, amount_minor, currency, status,
      decline_reason, return_url, action_digest, answer_due_at, authorisation_expires_at, hold_transfer_id, created_at)
    values (${row.payment_id}, ${row.payer_party}, ${row.order_id}, ${row.payment_method_id}, ${row.payee},
      ${row.amount_minor}, ${row.currency}, ${row.status}, ${row.decline_reason}, ${input.return_url ?? null},
      ${actionToken === undefined ? null : tokenDigest(actionToken)}, ${answer.kind === 'silent' ? answer.due : null},
      ${row.authorisation_expires_at}, ${row.hold_transfer_id}, ${now})`.execute(tx);
  const evidenceId = await storeEvidence(tx, evidence);
  await recordEvent(
    tx,
    { payment_id: paymentId, status: null },
    { kind: 'authorise', status, amountMinor: row.amount_minor, evidenceId },
    now,
  );
  return done(paymentAnswer(row, actionToken && `${context.publicUrl}/v1/second-steps/${actionToken}`));
}

const STATUS_AFTER = {
  approved: 'authorised',
  declined: 'declined',
  second_step: 'requires_action',
  silent: 'processing',
} as const;

/** Holds the amount in the ledger: from the card's bank to the trust funds of the payee. */
export function holdPayment(tx: Executor, payment: PaymentRow, now: Date): Promise<string> {
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

async function findMethod(tx: Executor, input: AuthorisePayment): Promise<Method | undefined> {
  // A shop that takes the payment itself passes on a method that the operator's customer set up with the operator.
  const found = await sql<Method>`
    select card_digest, expiry_month, expiry_year from payment_methods
    where payment_method_id = ${input.payment_method_id} and payer_reference = ${input.payer_reference}`.execute(
    tx,
  );
  return found.rows[0];
}
