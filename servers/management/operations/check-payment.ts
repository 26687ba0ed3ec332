import { Value } from 'typebox/value';
import { PAYMENT_PATHS, Payment } from '../../../contracts/settlement-payments.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { done, type Result, refuse } from '../../../kit/result.ts';
import { storeEvidence } from '../../../kit/signing/evidence.ts';
import { signedFetch } from '../../../kit/signing/index.ts';
import { currentTraceparent } from '../../../kit/trace.ts';
import { type ManagementContext, settlementParty } from '../context.ts';
import { lockOrder, type OrderView, orderView, readOrder, shopOf } from './orders.ts';
import { takePayment } from './take-payment-answer.ts';

/**
 * Asks what became of a payment that waits for its bank or for the buyer's second step, and moves the order by it.
 * Refusals in order: order_not_found, payment_unknown.
 */
export async function checkPayment(
  context: ManagementContext,
  orderId: string,
  memberId?: string,
): Promise<Result<OrderView>> {
  const order = await inTransaction(context.db, (tx) => lockOrder(tx, orderId, memberId));
  if (order === undefined) return refuse('order_not_found');
  if (order.state !== 'authorising' && order.state !== 'requires_action') return done(orderView(order));
  const shop = await shopOf(context.db, order);
  const throughShop = order.payment_route === 'through_shop';
  const party = throughShop
    ? context.parties.find((candidate) => candidate.party === shop.party)
    : settlementParty(context);
  if (party === undefined) return refuse('payment_unknown');
  const answer = await signedFetch({
    key: context.signingKey,
    party,
    method: 'GET',
    path: `${PAYMENT_PATHS.payments}/by-order/${orderId}`,
    clock: context.clock,
    timeout_ms: 10_000,
    traceparent: currentTraceparent(),
  });
  if (answer.kind === 'unknown' || answer.status !== 200) return refuse('payment_unknown');
  const payment: unknown = answer.json;
  if (!Value.Check(Payment, payment)) return refuse('payment_unknown');
  await inTransaction(context.db, async (tx) => {
    const locked = await lockOrder(tx, orderId);
    if (locked?.state !== 'authorising' && locked?.state !== 'requires_action') return;
    const evidenceId = await storeEvidence(tx, answer.evidence);
    await takePayment(context, tx, locked, payment, { evidenceId });
  });
  return done(orderView(await readOrder(context.db, orderId)));
}
