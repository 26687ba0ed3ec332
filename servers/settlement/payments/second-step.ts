import type { Payment } from '../../../contracts/settlement-payments.ts';
import { addMs } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { tokenDigest } from '../../../kit/tokens.ts';
import type { Standing } from '../acquirers/port.ts';
import type { SettlementContext } from '../context.ts';
import { ASK_AGAIN_MS, takeStanding } from './ask-acquirer.ts';
import { lockOrder, PAYMENT_COLUMNS, type PaymentRow, readPaymentRow } from './payments.ts';

/**
 * Gives the card's bank what the payer answered, outside of any transaction; `takeSecondStep` then takes what it said. It
 * may be given twice: the bank counts the first. Where there is no such step nobody is asked.
 */
export async function giveSecondStep(
  { acquirer, db, clock }: SettlementContext,
  token: string,
  code: string,
): Promise<Standing> {
  const payment = await findWaiting(db, token);
  if (payment === undefined || isOver(payment, clock())) return { kind: 'not_found' };
  // Should we die before we have heard, the job looks it up.
  await sql`
    update payments set answer_due_at = ${addMs(clock(), ASK_AGAIN_MS)}
    where payment_id = ${payment.payment_id} and status = 'requires_action'`.execute(db);
  return acquirer.secondStep(payment.payment_id, code);
}

export const SECOND_STEP_REFUSALS = refusals(
  'payment_not_found', // no such step, or it was taken
  'authorisation_expired',
  'payment_unknown', // the bank did not answer
);

/** The payer's second step at the card's bank. A wrong code declines the payment with `authentication_failed`. */
export async function takeSecondStep(
  context: SettlementContext,
  tx: Executor,
  token: string,
  standing: Standing,
): Promise<Result<{ status: Payment['status'] }, RefusalOf<typeof SECOND_STEP_REFUSALS>>> {
  const found = await findWaiting(tx, token);
  if (found === undefined) return refuse('payment_not_found');
  await lockOrder(tx, found.payer_party, found.order_id);
  const payment = await readPaymentRow(tx, found.payment_id);
  if (payment.status !== 'requires_action') return refuse('payment_not_found');
  if (isOver(payment, context.clock())) return refuse('authorisation_expired');
  if (!(await takeStanding(context, tx, payment, standing, 'second_step'))) return refuse('payment_unknown');
  const { status } = await readPaymentRow(tx, payment.payment_id);
  return done({ status });
}

/** What the payer is to confirm, and where they go then. */
export async function findSecondStep(
  executor: Executor,
  token: string,
): Promise<
  Result<{ amount_minor: bigint; currency: string; return_url: string | null }, 'payment_not_found'>
> {
  const step = await findWaiting(executor, token);
  return step === undefined ? refuse('payment_not_found') : done(step);
}

async function findWaiting(
  executor: Executor,
  token: string,
): Promise<(PaymentRow & { return_url: string | null }) | undefined> {
  const found = await sql<PaymentRow & { return_url: string | null }>`
    select ${PAYMENT_COLUMNS}, return_url from payments
    where action_digest = ${tokenDigest(token)} and status = 'requires_action'`.execute(executor);
  return found.rows[0];
}

function isOver({ authorisation_expires_at: end }: PaymentRow, now: Date): boolean {
  return end === null || end <= now;
}
