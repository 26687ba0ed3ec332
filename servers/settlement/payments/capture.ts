import type { CAPTURE_REFUSALS, CapturePayment, Payment } from '../../../contracts/settlement-payments.ts';
import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { minorFromJson } from '../../../kit/money.ts';
import { done, type RefusalOf, type Result, refuse } from '../../../kit/result.ts';
import { storeEvidence } from '../../../kit/signing/evidence.ts';
import type { Evidence } from '../../../kit/signing/index.ts';
import type { SettlementContext } from '../context.ts';
import { type AcquirerRequest, findRequest, hasOpenRequest, openRequest } from './acquirer-requests.ts';
import { findPayment, lockOrder, paymentAnswer } from './payment.ts';
import { dueAfterAttempt, performRequest } from './perform-request.ts';

type CaptureRefusal = RefusalOf<typeof CAPTURE_REFUSALS>;
type CaptureRequest = {
  /** By it the acquirer knows the request, and as what it may have begun in a version of before. */
  requestId: string;
  begunAs?: string;
  payerParty: string;
  orderId: string;
  input: CapturePayment;
  evidence: Evidence;
};

/**
 * Purchase 12: captures an authorised payment, in full or in part; the rest of the hold is released. The request is saved
 * before the acquirer is asked, and a retry, or the job, continues from it. A card that is charged only now may be declined, which
 * ends the payment.
 */
export async function capture(
  context: SettlementContext,
  request: CaptureRequest,
): Promise<Result<Payment, CaptureRefusal>> {
  const saved = await inTransaction(context.db, (tx) => saveCapture(context, tx, request));
  if (!saved.ok) return saved;
  const { state, payment } = await performRequest(context, saved.value);
  if (state === 'open') return refuse('payment_unknown');
  if (state === 'done') return done(paymentAnswer(context, payment));
  const { status, decline_reason } = payment;
  return status === 'declined'
    ? refuse('payment_declined', { decline_reason })
    : refuse('authorisation_expired');
}

async function saveCapture(
  context: SettlementContext,
  tx: Tx,
  { requestId, begunAs = requestId, payerParty, orderId, input, evidence }: CaptureRequest,
): Promise<Result<AcquirerRequest, CaptureRefusal>> {
  const now = context.clock();
  await lockOrder(tx, payerParty, orderId);
  const known = await findRequest(tx, [requestId, begunAs]);
  if (known !== undefined) return done(known);
  const payment = await findPayment(tx, payerParty, orderId);
  if (payment === undefined) return refuse('payment_not_found');
  if (payment.status === 'expired') return refuse('authorisation_expired');
  if (payment.status !== 'authorised' || payment.hold_transfer_id === null) {
    return refuse('wrong_state', { status_now: payment.status });
  }
  // The job that expires authorisations may not have run yet.
  if (payment.authorisation_expires_at === null || payment.authorisation_expires_at <= now) {
    return refuse('authorisation_expired');
  }
  const amountMinor = minorFromJson(input.amount_minor);
  if (amountMinor > payment.amount_minor) return refuse('capture_exceeds_authorisation');
  if (await hasOpenRequest(tx, payment.payment_id)) return refuse('request_in_progress');
  const opened = {
    request_id: requestId,
    payment_id: payment.payment_id,
    acquirer: payment.acquirer,
    kind: 'capture',
    amount_minor: amountMinor,
    reason: null,
    hold_transfer_id: null,
    evidence_id: await storeEvidence(tx, evidence),
    created_at: now,
  } as const;
  return done(await openRequest(tx, opened, dueAfterAttempt(now)));
}
