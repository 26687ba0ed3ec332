import type { Payment } from '../../../contracts/settlement-payments.ts';
import { addMs } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { tokenDigest } from '../../../kit/tokens.ts';
import type { Authorisation } from '../acquirers/port.ts';
import type { SettlementContext } from '../context.ts';
import { applyAuthorisation, POLL_AFTER_MS } from './ask-acquirer.ts';
import { lockOrder, PAYMENT_COLUMNS, type PaymentRow, readPaymentRow } from './payment.ts';

/**
 * Submits the payer's code to the acquirer, outside any transaction; pass the result to `applySecondStep`. Submitting
 * twice is harmless: only the first code counts. Nothing is submitted if no second step is open.
 */
export async function submitSecondStep(
  { acquirer, db, clock }: SettlementContext,
  token: string,
  code: string,
): Promise<Authorisation> {
  const payment = await findOpenStep(db, token);
  if (payment === undefined || isExpired(payment, clock())) return { kind: 'not_found' };
  // If this process dies before the answer arrives, the polling job looks it up.
  await sql`
    update payments set answer_due_at = ${addMs(clock(), POLL_AFTER_MS)}
    where payment_id = ${payment.payment_id} and status = 'requires_action'`.execute(db);
  return acquirer.secondStep(payment.payment_id, code);
}

export const SECOND_STEP_REFUSALS = refusals(
  'payment_not_found', // no such step, or it was completed
  'authorisation_expired',
  'payment_unknown', // the bank did not answer
);

/** Applies the result of a second step. A wrong code declines the payment with `authentication_failed`. */
export async function applySecondStep(
  context: SettlementContext,
  tx: Tx,
  token: string,
  authorisation: Authorisation,
): Promise<Result<{ status: Payment['status'] }, RefusalOf<typeof SECOND_STEP_REFUSALS>>> {
  const found = await findOpenStep(tx, token);
  if (found === undefined) return refuse('payment_not_found');
  await lockOrder(tx, found.payer_party, found.order_id);
  const payment = await readPaymentRow(tx, found.payment_id);
  if (payment.status !== 'requires_action') return refuse('payment_not_found');
  if (isExpired(payment, context.clock())) return refuse('authorisation_expired');
  const applied = await applyAuthorisation(context, tx, payment, authorisation, 'second_step');
  return applied.changed ? done({ status: applied.payment.status }) : refuse('payment_unknown');
}

/** The amount that the payer confirms, and where the browser goes afterwards. */
export async function findSecondStep(
  executor: Executor,
  token: string,
): Promise<
  Result<{ amount_minor: bigint; currency: string; return_url: string | null }, 'payment_not_found'>
> {
  const step = await findOpenStep(executor, token);
  return step === undefined ? refuse('payment_not_found') : done(step);
}

async function findOpenStep(
  executor: Executor,
  token: string,
): Promise<(PaymentRow & { return_url: string | null }) | undefined> {
  const found = await sql<PaymentRow & { return_url: string | null }>`
    select ${PAYMENT_COLUMNS}, return_url from payments
    where action_digest = ${tokenDigest(token)} and status = 'requires_action'`.execute(executor);
  return found.rows[0];
}

function isExpired({ authorisation_expires_at: end }: PaymentRow, now: Date): boolean {
  return end === null || end <= now;
}
