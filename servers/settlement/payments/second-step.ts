import type { Payment } from '../../../contracts/settlement-payments.ts';
import { addMs } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { tokenDigest } from '../../../kit/tokens.ts';
import type { Authorisation } from '../acquirers/port.ts';
import type { SettlementContext } from '../context.ts';
import { applyAuthorisation, recordAnswer } from './ask-acquirer.ts';
import { lockOrder, PAYMENT_COLUMNS, type PaymentRow, POLL_AFTER_MS, readPaymentRow } from './payment.ts';

/**
 * Submits the payer's code to the acquirer, outside any transaction; pass the result to `applySecondStep`. Submitting
 * twice is harmless: only the first code counts. Nothing is submitted if no second step is open.
 */
export async function submitSecondStep(
  { acquirers, db, clock }: SettlementContext,
  token: string,
  code: string,
): Promise<Authorisation> {
  const payment = await findOpenStep(db, token);
  if (payment === undefined || isExpired(payment, clock())) return { kind: 'not_found' };
  const acquirer = acquirers.find(payment.acquirer);
  if (acquirer?.secondStep === undefined) return { kind: 'not_found' };
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

/** A second step that is a code: the amount that the payer confirms, and where the browser goes afterwards. */
type CodeStep = { amount_minor: bigint; currency: string; return_url: string | null; is_test: boolean };

/** The step of a link, if it is open and a code. */
export async function findCodeStep(context: SettlementContext, token: string): Promise<CodeStep | undefined> {
  const payment = await findOpenStep(context.db, token);
  if (payment === undefined) return undefined;
  const acquirer = context.acquirers.find(payment.acquirer);
  const { amount_minor, currency, return_url } = payment;
  return acquirer?.secondStep && { amount_minor, currency, return_url, is_test: acquirer.is_test };
}

/** What the browser of a payer shows who opens a second step's link. */
type Visit =
  | ({ kind: 'code' } & CodeStep)
  | { kind: 'elsewhere'; url: string }
  | { kind: 'wait' }
  | { kind: 'ended'; return_url: string | null };

/**
 * Finds where a payer's second step stands. Where it is taken at a page of others, the payer also comes back to this link, so the
 * acquirer is asked how it went, outside any transaction.
 */
export async function visitSecondStep(
  context: SettlementContext,
  token: string,
): Promise<Result<Visit, 'payment_not_found'>> {
  const code = await findCodeStep(context, token);
  if (code !== undefined) return done({ kind: 'code', ...code });
  const payment = await findStep(context.db, token);
  if (payment === undefined) return refuse('payment_not_found');
  const acquirer = context.acquirers.find(payment.acquirer);
  const { return_url } = payment;
  // A code was given before; whoever opens its page again goes back to where they came from, if that is known.
  if (acquirer?.secondStep !== undefined && return_url === null) return refuse('payment_not_found');
  const isOpen = payment.status === 'requires_action' && !isExpired(payment, context.clock());
  if (!isOpen) return done({ kind: 'ended', return_url });
  // The operator has taken it out of the list; staff see it among the failed work.
  if (acquirer === undefined) return done({ kind: 'wait' });
  const answer = await acquirer.lookUp({
    payment_id: payment.payment_id,
    reference: payment.acquirer_reference,
  });
  if (answer.kind === 'second_step' && answer.url !== undefined)
    return done({ kind: 'elsewhere', url: answer.url });
  const applied = await recordAnswer(context, payment, answer, 'second_step');
  return done(
    applied.payment.status === 'requires_action' ? { kind: 'wait' } : { kind: 'ended', return_url },
  );
}

type Step = PaymentRow & { return_url: string | null };

async function findOpenStep(executor: Executor, token: string): Promise<Step | undefined> {
  const step = await findStep(executor, token);
  return step?.status === 'requires_action' ? step : undefined;
}

async function findStep(executor: Executor, token: string): Promise<Step | undefined> {
  const found = await sql<Step>`
    select ${PAYMENT_COLUMNS}, return_url from payments where action_digest = ${tokenDigest(token)}`.execute(
    executor,
  );
  return found.rows[0];
}

function isExpired({ authorisation_expires_at: end }: PaymentRow, now: Date): boolean {
  return end === null || end <= now;
}
