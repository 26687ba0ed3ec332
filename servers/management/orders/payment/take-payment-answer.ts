import { Value } from 'typebox/value';
import { Payment } from '../../../../contracts/settlement-payments.ts';
import { addMs, SECOND_MS } from '../../../../kit/clock.ts';
import { sql } from '../../../../kit/db/sql.ts';
import type { Executor } from '../../../../kit/db/transaction.ts';
import { bookCapture, bookRefund } from '../../books/books.ts';
import type { ManagementContext } from '../../context.ts';
import { shopOf } from '../../shops/shops.ts';
import type { OrderAnswer } from '../order-answer.ts';
import { planRefund, planRegister, planVoid } from '../order-calls.ts';
import { endWith, moveOrder, type OrderChange, type OrderRow } from '../orders.ts';
import { readBuyer, tellBuyer, tellRecipient } from '../tell.ts';
import { refundUntil } from '../terms.ts';

const CHECK_MS = 2 * SECOND_MS;
/** After a second step the buyer's browser returns to us; this is for when it does not. */
const CHECK_ACTION_MS = 30 * SECOND_MS;

/** The answer that told the payment's status. */
type Source = { callId: string } | { evidenceId: string };

/** Purchase 5. */
export async function takeAuthorisation({ context, tx, order, outcome, callId }: OrderAnswer): Promise<void> {
  if (outcome.kind === 'refused' && outcome.code !== 'wrong_state')
    return decline(context, tx, order, outcome.code, { callId });
  // A payment that exists already, or an answer that can't be read: what was authorised is looked up.
  if (outcome.kind === 'refused' || !Value.Check(Payment, outcome.answer))
    return checkLater(tx, order, addMs(context.clock(), CHECK_MS));
  await takePayment(context, tx, order, outcome.answer, { callId });
}

/** Moves an order that waits for its authorisation according to the payment's status. */
export async function takePayment(
  context: ManagementContext,
  tx: Executor,
  order: OrderRow,
  payment: Payment,
  source: Source,
): Promise<void> {
  const now = context.clock();
  switch (payment.status) {
    case 'authorised':
      await moveOrder(tx, order, 'authorised', now, { kind: 'payment_authorised', ...source });
      return checkLater(tx, order, null);
    case 'requires_action':
      await checkLater(tx, order, addMs(now, CHECK_ACTION_MS));
      if (order.state === 'requires_action') return;
      await sql`update orders set action_url = ${payment.action_url ?? null} where order_id = ${order.order_id}`.execute(
        tx,
      );
      await moveOrder(tx, order, 'requires_action', now, { kind: 'second_step_needed', ...source });
      return;
    case 'processing':
      return checkLater(tx, order, addMs(now, CHECK_MS));
    default:
      await decline(context, tx, order, payment.decline_reason ?? payment.status, source);
  }
}

/** Purchase 12: the payment was captured, so the certificate is registered at the shop. */
export async function takeCapture({ context, tx, order, outcome, callId }: OrderAnswer): Promise<void> {
  const now = context.clock();
  if (outcome.kind === 'refused') {
    const ending = await endWith(tx, order, 'capture_refused');
    const detail = { code: outcome.code };
    const voiding = await moveOrder(tx, ending, 'voiding', now, { kind: 'capture_refused', detail, callId });
    await planVoid(context, tx, voiding, await shopOf(tx, voiding));
    return;
  }
  await registerPaid(context, tx, order, { kind: 'payment_captured', callId });
}

/**
 * Books what was captured for an order, by its own payment or as its share of a group's, and registers the
 * certificate.
 */
export async function registerPaid(
  context: ManagementContext,
  tx: Executor,
  order: OrderRow,
  change: OrderChange,
): Promise<void> {
  const now = context.clock();
  const shop = await shopOf(tx, order);
  await sql`
    update orders set captured_at = ${now}, refund_until = ${refundUntil(order, shop, now)} where order_id = ${order.order_id}`.execute(
    tx,
  );
  const moved = await moveOrder(tx, order, 'registering', now, change);
  await bookCapture(tx, moved, now);
  await planRegister(context, tx, moved, shop, await readBuyer(tx, moved));
}

const BUYER_NOTICES = {
  refused: 'buyer.gift_refused',
  not_answered: 'buyer.gift_expired',
  cancelled_by_buyer: 'buyer.gift_cancelled',
  withdrawn_by_buyer: 'buyer.gift_cancelled',
} as const;

export async function takeRefund({ context, tx, order, outcome, callId }: OrderAnswer): Promise<void> {
  const now = context.clock();
  if (outcome.kind === 'refused') {
    const detail = { code: outcome.code };
    await moveOrder(tx, order, 'refund_failed', now, { kind: 'refund_failed', detail, callId });
    return;
  }
  const refunded = await moveOrder(tx, order, 'refunded', now, { kind: 'refunded', callId });
  await bookRefund(tx, refunded, now);
  const reason = order.end_reason as keyof typeof BUYER_NOTICES;
  await tellBuyer(context, tx, refunded, BUYER_NOTICES[reason] ?? 'buyer.purchase_failed');
  if (reason === 'not_answered') await tellRecipient(context, tx, refunded, 'recipient.gift_expired');
  // A recipient who was never told of the gift is not told that it was cancelled.
  if (reason === 'cancelled_by_buyer' && order.answer_by !== null)
    await tellRecipient(context, tx, refunded, 'recipient.gift_cancelled');
  if (reason === 'withdrawn_by_buyer') await tellRecipient(context, tx, refunded, 'recipient.gift_withdrawn');
}

export async function takeVoid({ context, tx, order, outcome, callId }: OrderAnswer): Promise<void> {
  const now = context.clock();
  if (outcome.kind === 'refused') {
    // A void is refused only once the payment was captured: settlement has the money, and it is refunded.
    const detail = { code: outcome.code };
    const moved = await moveOrder(tx, order, 'refunding', now, { kind: 'void_refused', detail, callId });
    await bookCapture(tx, moved, now);
    await planRefund(context, tx, moved, await shopOf(tx, moved));
    return;
  }
  const abandoned = await moveOrder(tx, order, 'abandoned', now, { kind: 'authorisation_released', callId });
  // A buyer who gave up knows; anybody else is told that nothing was bought.
  if (order.end_reason !== 'given_up') await tellBuyer(context, tx, abandoned, 'buyer.purchase_failed');
}

async function decline(
  context: ManagementContext,
  tx: Executor,
  order: OrderRow,
  reason: string,
  source: Source,
): Promise<void> {
  await sql`
    update orders set decline_reason = ${reason}, check_payment_at = null where order_id = ${order.order_id}`.execute(
    tx,
  );
  await moveOrder(tx, order, 'declined', context.clock(), {
    kind: 'payment_declined',
    detail: { reason },
    ...source,
  });
}

async function checkLater(tx: Executor, order: OrderRow, at: Date | null): Promise<void> {
  await sql`update orders set check_payment_at = ${at} where order_id = ${order.order_id}`.execute(tx);
}
