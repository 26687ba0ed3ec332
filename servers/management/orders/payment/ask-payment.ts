import { Value } from 'typebox/value';
import { PAYMENTS_PATH, Payment } from '../../../../contracts/settlement-payments.ts';
import type { CallContext } from '../../../../kit/calls/calls.ts';
import { mayAsk, noteAnswer } from '../../../../kit/due/silent-parties.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../../kit/result.ts';
import { type Evidence, signedFetch } from '../../../../kit/signing/index.ts';
import { currentTraceparent } from '../../../../kit/trace.ts';
import type { ManagementContext } from '../../context.ts';
import { shopOf } from '../../shops/shops.ts';
import { paymentParty } from '../order-calls.ts';
import type { OrderRow } from '../orders.ts';

export const ASK_PAYMENT_REFUSALS = refusals('payment_unknown');

/** Asks how a payment stands, by the id it was authorised under; returns it with the signed answer. */
export async function askPayment(
  context: ManagementContext & Pick<CallContext, 'spares_silent'>,
  paymentOf: Pick<OrderRow, 'shop_id' | 'payment_route'>,
  id: string,
): Promise<Result<{ payment: Payment; evidence: Evidence }, RefusalOf<typeof ASK_PAYMENT_REFUSALS>>> {
  const name = paymentParty(context, paymentOf, await shopOf(context.db, paymentOf));
  const party = context.parties.find((candidate) => candidate.party === name);
  if (party === undefined) return refuse('payment_unknown');
  const { db, clock, spares_silent = false } = context;
  if (spares_silent && !(await mayAsk(db, name, clock()))) return refuse('payment_unknown');
  const answer = await signedFetch({
    key: context.signingKey,
    party,
    method: 'GET',
    path: `${PAYMENTS_PATH}/by-order/${id}`,
    clock: context.clock,
    timeout_ms: 10_000,
    traceparent: currentTraceparent(),
  });
  await noteAnswer(db, name, answer, spares_silent, clock());
  if (answer.kind === 'unknown' || answer.status !== 200) return refuse('payment_unknown');
  const payment: unknown = answer.json;
  if (!Value.Check(Payment, payment)) return refuse('payment_unknown');
  return done({ payment, evidence: answer.evidence });
}
