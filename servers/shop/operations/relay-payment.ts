import { PAYMENT_PATHS, type Payment } from '../../../contracts/settlement-payments.ts';
import { performCall, planCall } from '../../../kit/calls/calls.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { ProblemError } from '../../../kit/http/problem.ts';
import { isProblemCode } from '../../../kit/http/statuses.ts';
import { done, type Result, refuse } from '../../../kit/result.ts';
import { storeEvidence } from '../../../kit/signing/evidence.ts';
import { type Evidence, type Party, signedFetch } from '../../../kit/signing/index.ts';
import { currentTraceparent } from '../../../kit/trace.ts';
import type { ShopContext } from '../context.ts';

/**
 * The route of payment through the shop server: what management asks is asked of settlement under the shop's own
 * signature, and settlement's answer is given back. Not knowing is passed on as `payment_unknown`; asked again with
 * the same key, the same call is tried again.
 */
export async function relayPayment(
  context: ShopContext,
  callId: string,
  { path, body, orderId, evidence }: { path: string; body: unknown; orderId: string; evidence: Evidence },
): Promise<Result<Payment>> {
  const settlement = settlementParty(context);
  await inTransaction(context.db, async (tx) => {
    await storeEvidence(tx, evidence);
    const call = {
      party: settlement.party,
      method: 'POST',
      path,
      body,
      purpose: 'relay_payment',
      subject_id: orderId,
    } as const;
    await planCall(tx, { ...call, call_id: callId }, context.clock());
  });
  const outcome = await performCall(context, callId, async () => {});
  if (outcome.kind === 'unknown') return refuse('payment_unknown');
  if (outcome.kind === 'refused')
    return refuse(isProblemCode(outcome.code) ? outcome.code : 'payment_unknown');
  return done(outcome.answer as Payment);
}

/** What settlement says of a payment that this shop took. Refusals: payment_not_found, payment_unknown. */
export async function relayLookUp(context: ShopContext, orderId: string): Promise<Result<Payment>> {
  const answer = await signedFetch({
    key: context.signingKey,
    party: settlementParty(context),
    method: 'GET',
    path: `${PAYMENT_PATHS.payments}/by-order/${orderId}`,
    clock: context.clock,
    timeout_ms: 10_000,
    traceparent: currentTraceparent(),
  });
  if (answer.kind === 'unknown' || (answer.status !== 200 && answer.status !== 404))
    return refuse('payment_unknown');
  return answer.status === 404 ? refuse('payment_not_found') : done(answer.json as Payment);
}

function settlementParty(context: ShopContext): Party {
  const settlement = context.parties.find(({ role }) => role === 'settlement');
  if (settlement === undefined) throw new ProblemError('service_unavailable');
  return settlement;
}
