import { approvalNumberOf } from '../../../contracts/settlement-payments.ts';
import { addMs, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../kit/clock.ts';
import { type Executor, inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import type { ChangeOutcome, DeclineReason } from '../acquirers/port.ts';
import type { SettlementContext } from '../context.ts';
import { type AcquirerRequest, closeRequest, postponeRequest, readRequest } from './acquirer-requests.ts';
import { bookCapture } from './book-capture.ts';
import { bookRefund } from './book-refund.ts';
import { cardToken } from './card-token.ts';
import { coverChargeBack, disputed } from './charge-backs.ts';
import { lockOrder, nextPoll, type PaymentRow, readPaymentRow } from './payment.ts';
import { release } from './void.ts';

/** Longer than an acquirer is waited for, so that the job doesn't ask for what is being asked at this moment. */
const ASKED_FOR_MS = 15 * SECOND_MS;
/** The end of a dispute has its refunds made at once, so this is only in case that was missed. */
const DISPUTED_MS = 6 * HOUR_MS;
/** A void may overtake the authorisation that it voids; by then none is on its way any more. */
const OVERTAKEN_MS = 30 * MINUTE_MS;

export type Performed = {
  payment: PaymentRow;
  state: AcquirerRequest['state'];
  /** The acquirer's reason for refusing what was already promised: a void or a refund. It stays open, for staff. */
  contradicted?: string;
};

/**
 * Asks the acquirer for a capture, void or refund, outside any transaction, and books what came of it. Repeating it is how an
 * unknown outcome ends: the acquirer knows the request by its id.
 */
export async function performRequest(
  context: SettlementContext,
  request: AcquirerRequest,
): Promise<Performed> {
  const { db } = context;
  const before = await readPaymentRow(db, request.payment_id);
  if (request.state !== 'open') return { payment: before, state: request.state };
  const { payment_id, request_id } = request;
  const outcome = (await withoutAsking(db, request)) ?? (await askFor(context, request, before));
  return inTransaction(db, async (tx) => {
    await lockOrder(tx, before.payer_party, before.order_id);
    const payment = await readPaymentRow(tx, payment_id);
    const current = await readRequest(tx, request_id);
    return current.state === 'open'
      ? book(tx, { request: current, payment }, outcome, context.clock())
      : { payment, state: current.state };
  });
}

async function askFor(
  { db, acquirers }: SettlementContext,
  { kind, payment_id, request_id, amount_minor }: AcquirerRequest,
  payment: PaymentRow,
): Promise<ChangeOutcome> {
  const acquirer = acquirers.named(payment.acquirer);
  const { acquirer_reference: reference, currency } = payment;
  const change = { payment_id, reference, request_id, amount_minor, currency };
  if (kind !== 'capture') return acquirer[kind](change);
  const token = acquirer.charges_at_capture ? ((await cardToken(db, payment)) ?? null) : null;
  return acquirer.capture({ ...change, token });
}

/** What becomes of a refund that the acquirer is not asked for. */
type Withheld =
  /** It would refuse it while the payment is disputed. */
  | { kind: 'disputed' }
  /** The card's owner has the money back already. */
  | { kind: 'charged_back' };

async function withoutAsking(
  executor: Executor,
  { kind, payment_id, amount_minor }: AcquirerRequest,
): Promise<Withheld | undefined> {
  if (kind !== 'refund') return undefined;
  const { is_open, uncovered_minor } = await disputed(executor, payment_id);
  if (is_open) return { kind: 'disputed' };
  return uncovered_minor >= amount_minor ? { kind: 'charged_back' } : undefined;
}

async function book(
  tx: Tx,
  { request, payment }: { request: AcquirerRequest; payment: PaymentRow },
  outcome: ChangeOutcome | Withheld,
  now: Date,
): Promise<Performed> {
  const { kind } = request;
  switch (outcome.kind) {
    case 'done':
      await closeRequest(tx, request, null, now);
      if (kind === 'capture') {
        const booked = await bookCapture(tx, payment, request, approvalNumberOf(outcome), now);
        return { payment: booked, state: 'done' };
      }
      if (kind === 'refund') return { payment: await bookRefund(tx, payment, request, now), state: 'done' };
      return { payment, state: 'done' };
    case 'refused':
      if (kind === 'capture') return endUncaptured(tx, { request, payment }, outcome.reason, now);
      break;
    case 'declined':
      if (kind === 'capture') return endDeclined(tx, { request, payment }, outcome.reason, now);
      break;
    case 'not_found':
      if (kind === 'capture') return endUncaptured(tx, { request, payment }, outcome.kind, now);
      if (kind === 'void' && now.getTime() - request.created_at.getTime() >= OVERTAKEN_MS) {
        await closeRequest(tx, request, null, now);
        return { payment, state: 'done' };
      }
      break;
    case 'charged_back':
      if (!(await coverChargeBack(tx, payment, request.amount_minor, now))) break;
      await closeRequest(tx, request, null, now);
      return { payment: await bookRefund(tx, payment, request, now), state: 'done' };
    case 'disputed':
      await postponeRequest(tx, request, addMs(now, DISPUTED_MS));
      return { payment, state: 'open' };
    case 'unknown':
      break;
  }
  await postponeRequest(tx, request, nextPoll(request, now));
  const isPromised =
    outcome.kind === 'refused' ||
    outcome.kind === 'declined' ||
    (outcome.kind === 'not_found' && kind === 'refund');
  if (!isPromised) return { payment, state: 'open' };
  return {
    payment,
    state: 'open',
    contradicted: 'reason' in outcome ? outcome.reason : outcome.kind,
  };
}

/** The acquirer has no authorisation any more that could be captured. */
async function endUncaptured(
  tx: Tx,
  { request, payment }: { request: AcquirerRequest; payment: PaymentRow },
  reason: string,
  now: Date,
): Promise<Performed> {
  await closeRequest(tx, request, reason, now);
  await release(tx, payment, { status: 'expired' }, now);
  return { payment: { ...payment, status: 'expired' }, state: 'refused' };
}

/** The card's bank refuses to be charged. */
async function endDeclined(
  tx: Tx,
  { request, payment }: { request: AcquirerRequest; payment: PaymentRow },
  decline_reason: DeclineReason,
  now: Date,
): Promise<Performed> {
  await closeRequest(tx, request, decline_reason, now);
  const end = { status: 'declined', decline_reason } as const;
  await release(tx, payment, end, now);
  return { payment: { ...payment, ...end }, state: 'refused' };
}

/** When the job asks for a request that somebody is about to perform. */
export function dueAfterAttempt(now: Date): Date {
  return addMs(now, ASKED_FOR_MS);
}
