import { sql } from 'kysely';
import { Value } from 'typebox/value';
import { Payment } from '../../../contracts/settlement-payments.ts';
import { type CallOutcome, type CallRow, performCall } from '../../../kit/calls/calls.ts';
import { addMs, DAY_MS, SECOND_MS } from '../../../kit/clock.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import type { ManagementContext } from '../context.ts';
import { planRefund, planRegister } from './order-calls.ts';
import { ORDER_STATES } from './order-states.ts';
import { lockOrder, moveOrder, type OrderRow, readOrder, shopOf } from './orders.ts';
import { readBuyer, tellBuyer, tellRecipient } from './tell.ts';

const STEPS_MAX = 10;
const POLL_MS = 2 * SECOND_MS;

/**
 * Takes an order as far as it goes by itself: asks for the answer that its state awaits, and on. It stops where a
 * person must act, at an end, or where an answer is not known yet; the janitor comes back to that.
 */
export async function driveOrder(context: ManagementContext, orderId: string): Promise<void> {
  for (let step = 0; step < STEPS_MAX; step++) {
    const { state } = await readOrder(context.db, orderId);
    const { awaits } = ORDER_STATES[state];
    if (awaits === null) return;
    const call = await sql<{ call_id: string }>`
      select call_id from calls where subject_id = ${orderId} and purpose = ${awaits}
      order by created_at desc, call_id desc limit 1`.execute(context.db);
    const callId = call.rows[0]?.call_id;
    if (callId === undefined) return;
    const outcome = await performCall(context, callId, (tx, answered, row) =>
      applyAnswer(context, tx, row, answered),
    );
    if (outcome.kind === 'unknown') return;
    // An answer that changes nothing (a payment that is still being processed) is asked about again later.
    if ((await readOrder(context.db, orderId)).state === state) return;
  }
}

type Apply = (
  context: ManagementContext,
  tx: Executor,
  order: OrderRow,
  outcome: Exclude<CallOutcome, { kind: 'unknown' }>,
  callId: string,
) => Promise<void>;

/** What an answer does to its order, in the transaction that stores it. An answer to a state that has passed does nothing. */
export async function applyAnswer(
  context: ManagementContext,
  tx: Executor,
  call: CallRow,
  outcome: CallOutcome,
): Promise<void> {
  if (outcome.kind === 'unknown') return;
  const order = await lockOrder(tx, call.subject_id);
  const apply = APPLY[call.purpose];
  if (order === undefined || apply === undefined || ORDER_STATES[order.state].awaits !== call.purpose) return;
  await apply(context, tx, order, outcome, call.call_id);
}

const APPLY: Readonly<Record<string, Apply>> = {
  authorise: afterAuthorise,
  capture: afterCapture,
  register: afterRegister,
  accept: afterAccept,
  cancel: afterCancel,
  refund: afterRefund,
  void: afterVoid,
};

async function afterAuthorise(...[context, tx, order, outcome, callId]: Parameters<Apply>): Promise<void> {
  if (outcome.kind === 'refused') return decline(context, tx, order, outcome.code, callId);
  if (Value.Check(Payment, outcome.answer)) await takePayment(context, tx, order, outcome.answer, callId);
}

/** Moves an order that waits for its authorisation by what the payment has become. */
export async function takePayment(
  context: ManagementContext,
  tx: Executor,
  order: OrderRow,
  payment: Payment,
  callId?: string,
): Promise<void> {
  const now = context.clock();
  const about = callId === undefined ? {} : { callId };
  switch (payment.status) {
    case 'authorised':
      await moveOrder(tx, order, 'authorised', now, { kind: 'payment_authorised', ...about });
      return;
    case 'requires_action':
      if (order.state === 'requires_action') return;
      await sql`update orders set action_url = ${payment.action_url ?? null} where order_id = ${order.order_id}`.execute(
        tx,
      );
      await moveOrder(tx, order, 'requires_action', now, { kind: 'second_step_needed', ...about });
      return;
    case 'processing':
      await sql`update orders set check_payment_at = ${addMs(now, POLL_MS)} where order_id = ${order.order_id}`.execute(
        tx,
      );
      return;
    default:
      await decline(context, tx, order, payment.decline_reason ?? payment.status, callId);
  }
}

async function decline(
  context: ManagementContext,
  tx: Executor,
  order: OrderRow,
  reason: string,
  callId: string | undefined,
): Promise<void> {
  await sql`update orders set decline_reason = ${reason} where order_id = ${order.order_id}`.execute(tx);
  const about = callId === undefined ? {} : { callId };
  await moveOrder(tx, order, 'declined', context.clock(), {
    kind: 'payment_declined',
    detail: { reason },
    ...about,
  });
}

async function afterCapture(...[context, tx, order, outcome, callId]: Parameters<Apply>): Promise<void> {
  if (outcome.kind === 'refused') {
    await decline(context, tx, order, outcome.code, callId);
    return tellBuyer(context, tx, order, 'buyer.purchase_failed');
  }
  const moved = await moveOrder(tx, order, 'registering', context.clock(), {
    kind: 'payment_captured',
    callId,
  });
  await planRegister(context, tx, moved, await shopOf(tx, moved), await readBuyer(tx, moved));
}

async function afterRegister(...[context, tx, order, outcome, callId]: Parameters<Apply>): Promise<void> {
  const now = context.clock();
  if (outcome.kind === 'refused') {
    const ended = await endWith(tx, order, 'shop_refused');
    const moved = await moveOrder(tx, ended, 'refunding', now, {
      kind: 'shop_refused',
      detail: { code: outcome.code },
      callId,
    });
    await planRefund(context, tx, moved, await shopOf(tx, moved));
    return;
  }
  if (order.deliver_at !== null && order.deliver_at > now) {
    await moveOrder(tx, order, 'scheduled', now, { kind: 'registered', callId });
    return;
  }
  await offer(context, tx, order, { kind: 'registered', callId });
}

/** Receipt 1: the recipient is told, the deadline runs, and the buyer hears that the purchase is complete. */
export async function offer(
  context: ManagementContext,
  tx: Executor,
  order: OrderRow,
  change: { kind: string; callId?: string },
): Promise<void> {
  const now = context.clock();
  const shop = await shopOf(tx, order);
  const answerBy = addMs(now, shop.answer_days * DAY_MS);
  const remindAt = addMs(now, shop.remind_days * DAY_MS);
  await sql`
    update orders set answer_by = ${answerBy}, remind_at = ${remindAt} where order_id = ${order.order_id}`.execute(
    tx,
  );
  const offered = { ...(await moveOrder(tx, order, 'offered', now, change)), answer_by: answerBy };
  await tellRecipient(context, tx, offered, 'recipient.gift_arrived');
  await tellBuyer(context, tx, offered, 'buyer.purchase_complete');
}

async function afterAccept(...[context, tx, order, outcome, callId]: Parameters<Apply>): Promise<void> {
  const now = context.clock();
  if (outcome.kind === 'refused') {
    await sql`
      update orders set acceptance_problem = ${outcome.code}, certificate_last4 = null
      where order_id = ${order.order_id}`.execute(tx);
    await moveOrder(tx, order, 'offered', now, {
      kind: 'acceptance_refused',
      detail: { code: outcome.code },
      callId,
    });
    return;
  }
  await sql`update orders set acceptance_problem = null where order_id = ${order.order_id}`.execute(tx);
  const accepted = await moveOrder(tx, order, 'accepted', now, { kind: 'accepted', callId });
  await tellRecipient(context, tx, accepted, 'recipient.gift_accepted');
  await tellBuyer(context, tx, accepted, 'buyer.gift_accepted');
}

async function afterCancel(...[context, tx, order, outcome, callId]: Parameters<Apply>): Promise<void> {
  const now = context.clock();
  if (outcome.kind === 'refused') {
    // The shop says that it was accepted: then it was, and nothing is refunded.
    await moveOrder(tx, await endWith(tx, order, null), 'accepted', now, {
      kind: 'cancel_refused',
      detail: { code: outcome.code },
      callId,
    });
    return;
  }
  const moved = await moveOrder(tx, order, 'refunding', now, { kind: 'cancelled_at_shop', callId });
  await planRefund(context, tx, moved, await shopOf(tx, moved));
}

const TOLD_AFTER_REFUND = {
  refused: 'buyer.gift_refused',
  not_answered: 'buyer.gift_expired',
  cancelled_by_buyer: 'buyer.gift_cancelled',
} as const;

async function afterRefund(...[context, tx, order, outcome, callId]: Parameters<Apply>): Promise<void> {
  const now = context.clock();
  if (outcome.kind === 'refused') {
    await moveOrder(tx, order, 'refund_failed', now, {
      kind: 'refund_failed',
      detail: { code: outcome.code },
      callId,
    });
    return;
  }
  const refunded = await moveOrder(tx, order, 'refunded', now, { kind: 'refunded', callId });
  const reason = order.end_reason as keyof typeof TOLD_AFTER_REFUND;
  await tellBuyer(context, tx, refunded, TOLD_AFTER_REFUND[reason] ?? 'buyer.purchase_failed');
  if (reason === 'not_answered') await tellRecipient(context, tx, refunded, 'recipient.gift_expired');
  if (reason === 'cancelled_by_buyer') await tellRecipient(context, tx, refunded, 'recipient.gift_cancelled');
}

async function afterVoid(...[context, tx, order, outcome, callId]: Parameters<Apply>): Promise<void> {
  const now = context.clock();
  if (outcome.kind === 'refused') {
    // Only a captured payment can't be voided; then it is given back.
    const moved = await moveOrder(tx, order, 'refunding', now, {
      kind: 'void_refused',
      detail: { code: outcome.code },
      callId,
    });
    await planRefund(context, tx, moved, await shopOf(tx, moved));
    return;
  }
  await moveOrder(tx, order, 'abandoned', now, { kind: 'authorisation_released', callId });
}

/** Notes why an order ends, before it does. */
export async function endWith(tx: Executor, order: OrderRow, reason: string | null): Promise<OrderRow> {
  await sql`update orders set end_reason = ${reason} where order_id = ${order.order_id}`.execute(tx);
  return { ...order, end_reason: reason };
}
