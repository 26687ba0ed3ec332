import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import type { ManagementContext } from '../context.ts';
import type { Gift } from './gift.ts';
import { openOffer } from './open-offer.ts';
import type { OrderAnswer, Step } from './order-answer.ts';
import { cancelCall, refundCall } from './order-calls.ts';
import { moveOrder, type OrderChange, type OrderRow } from './orders.ts';
import { type Notice, tell } from './tell.ts';

/**
 * Purchase 13: the shop has registered the certificate; the buyer is told that the purchase is complete, and the
 * recipient is told of the gift.
 */
export async function takeRegistration({ context, tx, gift, answer }: OrderAnswer): Promise<Step> {
  const now = context.clock();
  const { order, shop } = gift;
  const { outcome } = answer;
  if (outcome.kind === 'refused') {
    const reason = 'shop_refused';
    const call = refundCall(context, order, shop, reason);
    const detail = { code: outcome.code };
    const change = { kind: reason, detail, set: { end_reason: reason }, answer, call };
    return { order: await moveOrder(tx, order, 'refunding', now, change), call };
  }
  const change = { kind: 'registered', answer };
  // The buyer of a group is told once, when its payment is complete.
  const toBuyer: Notice[] = order.group_id === null ? [{ to: 'buyer', kind: 'buyer.purchase_complete' }] : [];
  if (order.deliver_at === null || order.deliver_at <= now)
    return { order: await openOffer(context, tx, gift, change, toBuyer), call: null };
  const scheduled = await moveOrder(tx, order, 'scheduled', now, change);
  await tell(context, tx, { ...gift, order: scheduled }, toBuyer);
  return { order: scheduled, call: null };
}

/** These are not about this PIN or its sealing: the certificate itself can't be accepted any more. */
const GONE = new Set(['certificate_not_found', 'cancelled', 'expired']);

/** Receipt 3: the shop has taken number and PIN, or says why not. */
export async function takeAcceptance({ context, tx, gift, answer }: OrderAnswer): Promise<Step> {
  const now = context.clock();
  const { order, shop } = gift;
  const { outcome } = answer;
  const acceptedBefore = outcome.kind === 'refused' && stateNow(outcome) === 'active';
  if (outcome.kind === 'done' || acceptedBefore)
    return { order: await accept(context, tx, gift, { kind: 'accepted', answer }), call: null };
  const { code } = outcome;
  const set = { acceptance_problem: code, accepted_phone: null, certificate_last4: null };
  const detail = { code };
  if (GONE.has(code) || GONE.has(stateNow(outcome) ?? '')) {
    const end_reason = 'shop_refused';
    const call = cancelCall(order, shop, end_reason);
    const change = { kind: 'acceptance_impossible', detail, set: { ...set, end_reason }, answer, call };
    return { order: await moveOrder(tx, order, 'cancelling', now, change), call };
  }
  const change = { kind: 'acceptance_refused', detail, set, answer };
  return { order: await moveOrder(tx, order, 'offered', now, change), call: null };
}

/** The certificate can be used: both sides are told. */
async function accept(
  context: ManagementContext,
  tx: Tx,
  gift: Gift,
  change: OrderChange,
): Promise<OrderRow> {
  const set = { acceptance_problem: null };
  const { order } = gift;
  const [accepted] = await Promise.all([
    moveOrder(tx, order, 'accepted', context.clock(), { ...change, set }),
    tell(context, tx, { ...gift, order: { ...order, ...set, state: 'accepted' } }, [
      { to: 'recipient', kind: 'recipient.gift_accepted' },
      { to: 'buyer', kind: 'buyer.gift_accepted' },
    ]),
  ]);
  return accepted;
}

/** The shop has taken the certificate back, or says why it can't. */
export async function takeCancellation({ context, tx, gift, answer }: OrderAnswer): Promise<Step> {
  const now = context.clock();
  const { order, shop } = gift;
  const { outcome } = answer;
  if (outcome.kind === 'refused' && (await isKept(tx, order, outcome))) {
    const back = (await hasEvent(tx, order, 'issued')) ? 'issued' : 'accepted';
    const detail = { code: outcome.code };
    const change = { kind: 'cancel_refused', detail, set: { end_reason: null }, answer };
    return { order: await moveOrder(tx, order, back, now, change), call: null };
  }
  // Cancelled before, or never registered: either way nobody can use it, and the money goes back.
  const call = refundCall(context, order, shop, order.end_reason);
  const change = { kind: 'cancelled_at_shop', answer, call };
  return { order: await moveOrder(tx, order, 'refunding', now, change), call };
}

/**
 * Its holder has it, so nothing is refunded. For a gift that nobody accepted here the shop got no PIN from us: if it
 * keeps the certificate all the same, that is at its own cost.
 */
async function isKept(tx: Tx, order: OrderRow, refused: { answer: unknown }): Promise<boolean> {
  const state = stateNow(refused);
  return (state === 'active' || state === 'expired') && hasEvent(tx, order, 'accepted');
}

async function hasEvent(tx: Tx, { order_id }: OrderRow, kind: string): Promise<boolean> {
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
