import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import type { ManagementContext } from '../context.ts';
import { shopOf } from '../shops/shops.ts';
import { openOffer } from './open-offer.ts';
import type { OrderAnswer } from './order-answer.ts';
import { planCancel, planRefund } from './order-calls.ts';
import { endWith, moveOrder, type OrderChange, type OrderRow } from './orders.ts';
import { tellBuyer, tellRecipient } from './tell.ts';

/**
 * Purchase 13: the shop has registered the certificate; the buyer is told that the purchase is complete, and the
 * recipient is told of the gift.
 */
export async function takeRegistration({ context, tx, order, outcome, callId }: OrderAnswer): Promise<void> {
  const now = context.clock();
  const shop = await shopOf(tx, order);
  if (outcome.kind === 'refused') {
    const ended = await endWith(tx, order, 'shop_refused');
    const detail = { code: outcome.code };
    const moved = await moveOrder(tx, ended, 'refunding', now, { kind: 'shop_refused', detail, callId });
    await planRefund(context, tx, moved, shop);
    return;
  }
  if (order.deliver_at !== null && order.deliver_at > now) {
    const scheduled = await moveOrder(tx, order, 'scheduled', now, { kind: 'registered', callId });
    await tellPurchaseComplete(context, tx, scheduled);
    return;
  }
  const offered = await openOffer(context, tx, order, { kind: 'registered', callId });
  await tellPurchaseComplete(context, tx, offered);
}

/** The buyer of a group is told once, when its payment is complete. */
async function tellPurchaseComplete(
  context: ManagementContext,
  tx: Executor,
  order: OrderRow,
): Promise<void> {
  if (order.group_id === null) await tellBuyer(context, tx, order, 'buyer.purchase_complete');
}

/** These are not about this PIN or its sealing: the certificate itself can't be accepted any more. */
const GONE = new Set(['certificate_not_found', 'cancelled', 'expired']);

/** Receipt 3: the shop has taken number and PIN, or says why not. */
export async function takeAcceptance({ context, tx, order, outcome, callId }: OrderAnswer): Promise<void> {
  const now = context.clock();
  const acceptedBefore = outcome.kind === 'refused' && stateNow(outcome) === 'active';
  if (outcome.kind === 'refused' && !acceptedBefore) {
    const { code } = outcome;
    await sql`
      update orders set acceptance_problem = ${code}, accepted_phone = null, certificate_last4 = null
      where order_id = ${order.order_id}`.execute(tx);
    if (GONE.has(code) || GONE.has(stateNow(outcome) ?? '')) {
      const ending = await endWith(tx, order, 'shop_refused');
      const change = { kind: 'acceptance_impossible', detail: { code }, callId };
      await planCancel(
        context,
        tx,
        await moveOrder(tx, ending, 'cancelling', now, change),
        await shopOf(tx, order),
      );
      return;
    }
    await moveOrder(tx, order, 'offered', now, { kind: 'acceptance_refused', detail: { code }, callId });
    return;
  }
  await markAccepted(context, tx, order, { kind: 'accepted', callId });
}

/** The certificate can be used: both sides are told. */
export async function markAccepted(
  context: ManagementContext,
  tx: Executor,
  order: OrderRow,
  change: OrderChange,
): Promise<OrderRow> {
  await sql`update orders set acceptance_problem = null where order_id = ${order.order_id}`.execute(tx);
  const accepted = await moveOrder(tx, order, 'accepted', context.clock(), change);
  await tellRecipient(context, tx, accepted, 'recipient.gift_accepted');
  await tellBuyer(context, tx, accepted, 'buyer.gift_accepted');
  return accepted;
}

/** The shop has taken the certificate back, or says why it can't. */
export async function takeCancellation({ context, tx, order, outcome, callId }: OrderAnswer): Promise<void> {
  const now = context.clock();
  if (outcome.kind === 'refused' && (await isKept(tx, order, outcome))) {
    const detail = { code: outcome.code };
    const kept = await endWith(tx, order, null);
    const back = (await hasEvent(tx, order, 'issued')) ? 'issued' : 'accepted';
    await moveOrder(tx, kept, back, now, { kind: 'cancel_refused', detail, callId });
    return;
  }
  // Cancelled before, or never registered: either way nobody can use it, and the money goes back.
  const moved = await moveOrder(tx, order, 'refunding', now, { kind: 'cancelled_at_shop', callId });
  await planRefund(context, tx, moved, await shopOf(tx, moved));
}

/**
 * Its holder has it, so nothing is refunded. For a gift that nobody accepted here the shop got no PIN from us: if it
 * keeps the certificate all the same, that is at its own cost.
 */
async function isKept(tx: Executor, order: OrderRow, refused: { answer: unknown }): Promise<boolean> {
  const state = stateNow(refused);
  return (state === 'active' || state === 'expired') && hasEvent(tx, order, 'accepted');
}

async function hasEvent(tx: Executor, { order_id }: OrderRow, kind: string): Promise<boolean> {
  const found = await sql`
    select 1 from order_events where order_id = ${order_id} and kind = ${kind} limit 1`.execute(tx);
  return found.rows.length > 0;
}

/** A `wrong_state` names the state that the certificate is in. */
function stateNow({ answer }: { answer: unknown }): string | undefined {
  return typeof answer === 'object' &&
    answer !== null &&
    'state_now' in answer &&
    typeof answer.state_now === 'string'
    ? answer.state_now
    : undefined;
}
