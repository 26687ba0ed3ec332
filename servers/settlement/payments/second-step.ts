import { sql } from 'kysely';
import type { Payment } from '../../../contracts/settlement-payments.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { done, type Result, refuse } from '../../../kit/result.ts';
import { tokenDigest } from '../../../kit/tokens.ts';
import type { SettlementContext } from '../context.ts';
import { holdPayment } from './authorise.ts';
import { lockOrder, PAYMENT_COLUMNS, type PaymentRow, recordEvent } from './payments.ts';

/** What the test acquirer's second step takes for the right answer. */
const RIGHT_CODE = '123456';

/**
 * The payer's second step at the card's bank. A wrong code declines the payment with `authentication_failed`.
 * Refusals in order: payment_not_found (no such step, or it was taken), authorisation_expired.
 */
export async function takeSecondStep(
  context: SettlementContext,
  tx: Executor,
  token: string,
  code: string,
): Promise<Result<{ status: Payment['status'] }>> {
  const now = context.clock();
  const found = await sql<PaymentRow>`
    select ${PAYMENT_COLUMNS} from payments
    where action_digest = ${tokenDigest(token)} and status = 'requires_action'`.execute(tx);
  const payment = found.rows[0];
  if (payment === undefined) return refuse('payment_not_found');
  await lockOrder(tx, payment.payer_party, payment.order_id);
  const still = await sql`
    select 1 from payments where payment_id = ${payment.payment_id} and status = 'requires_action'`.execute(
    tx,
  );
  if (still.rows.length === 0) return refuse('payment_not_found');
  if (payment.authorisation_expires_at === null || payment.authorisation_expires_at <= now) {
    return refuse('authorisation_expired');
  }
  const status = code === RIGHT_CODE ? 'authorised' : 'declined';
  await conclude(tx, payment, status, 'second_step', now);
  return done({ status });
}

/** What the payer is to confirm, and where they go then. Refusal: payment_not_found (no such step, or it was taken). */
export async function findSecondStep(
  executor: Executor,
  token: string,
): Promise<Result<{ amount_minor: bigint; currency: string; return_url: string | null }>> {
  const found = await sql<{ amount_minor: bigint; currency: string; return_url: string | null }>`
    select amount_minor, currency, return_url from payments
    where action_digest = ${tokenDigest(token)} and status = 'requires_action'`.execute(executor);
  const step = found.rows[0];
  return step === undefined ? refuse('payment_not_found') : done(step);
}

/** Ends the waiting for a card's bank, one way or the other. */
export async function conclude(
  tx: Executor,
  payment: PaymentRow,
  status: 'authorised' | 'declined',
  kind: string,
  now: Date,
): Promise<void> {
  const hold = status === 'authorised' ? await holdPayment(tx, payment, now) : null;
  const reason = status === 'declined' ? 'authentication_failed' : null;
  await sql`
    update payments set status = ${status}, hold_transfer_id = ${hold}, decline_reason = ${reason},
      action_digest = null, answer_due_at = null
    where payment_id = ${payment.payment_id}`.execute(tx);
  await recordEvent(tx, payment, { kind, status, ...(reason === null ? {} : { reason }) }, now);
}
