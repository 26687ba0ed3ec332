import { sql } from 'kysely';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { done, type Result, refuse } from '../../../kit/result.ts';
import type { ManagementContext } from '../context.ts';
import { driveOrder } from './drive-order.ts';
import { planCancel, planVoid } from './order-calls.ts';
import {
  endWith,
  isAccepted,
  lockOrder,
  moveOrder,
  type OrderRow,
  type OrderView,
  orderView,
  readOrder,
  shopOf,
} from './orders.ts';

const BEFORE_CAPTURE = new Set(['authorising', 'requires_action', 'authorised', 'awaiting_confirmation']);
const BEFORE_ACCEPTANCE = new Set(['offered', 'scheduled']);

/**
 * The buyer gives up before the capture: the authorisation is released. Giving up again is the same.
 * Refusals in order: order_not_found, share_of_group (its group leaves it out or is given up), wrong_state.
 */
export async function abandonOrder(
  context: ManagementContext,
  orderId: string,
  memberId: string,
): Promise<Result<OrderView>> {
  return ended(context, orderId, memberId, async (order) => {
    if (order.group_id !== null) return refuse('share_of_group', { group_id: order.group_id });
    if (order.state === 'voiding' || order.state === 'abandoned') return done(null);
    return BEFORE_CAPTURE.has(order.state)
      ? done({ reason: 'given_up', from: 'settlement' })
      : refuse('wrong_state', { state_now: order.state });
  });
}

/**
 * The buyer takes the gift back before it is accepted: it is cancelled at the shop and refunded.
 * Refusals in order: order_not_found, already_accepted, cancellation_not_allowed.
 */
export async function cancelOrder(
  context: ManagementContext,
  orderId: string,
  memberId: string,
): Promise<Result<OrderView>> {
  return ended(context, orderId, memberId, async (order) => {
    if (
      ['cancelling', 'refunding', 'refunded'].includes(order.state) &&
      order.end_reason === 'cancelled_by_buyer'
    ) {
      return done(null);
    }
    if (['accepting', 'accepted', 'issued'].includes(order.state)) return refuse('already_accepted');
    return BEFORE_ACCEPTANCE.has(order.state)
      ? done({ reason: 'cancelled_by_buyer', from: 'shop' })
      : refuse('cancellation_not_allowed', { state_now: order.state });
  });
}

/**
 * The buyer takes back a gift that was accepted, within the days that the shop grants and while nothing of it was used:
 * the shop says whether that is so, and then it is refunded. Refusals in order: order_not_found, wrong_state (not
 * accepted yet, or ended), refund_period_over, and the shop's: certificate_handed_over, certificate_used, wrong_state.
 */
export async function withdrawOrder(
  context: ManagementContext,
  orderId: string,
  memberId: string,
): Promise<Result<OrderView>> {
  const asked = await ended(context, orderId, memberId, async (order) => {
    if (order.end_reason === 'withdrawn_by_buyer') return done(null);
    if (!isAccepted(order)) return refuse('wrong_state', { state_now: order.state });
    return order.refund_until === null || order.refund_until <= context.clock()
      ? refuse('refund_period_over')
      : done({ reason: 'withdrawn_by_buyer', from: 'shop' });
  });
  return asked.ok && isAccepted(asked.value) ? whyKept(context, orderId) : asked;
}

/** The shop did not let it go, and said why. */
async function whyKept(context: ManagementContext, orderId: string): Promise<Result<never>> {
  const refused = await sql<{ code: string | null }>`
    select detail ->> 'code' as code from order_events where order_id = ${orderId} and kind = 'cancel_refused'
    order by event_id desc limit 1`.execute(context.db);
  return refuse(refused.rows[0]?.code ?? 'wrong_state');
}

type Ending = { reason: string; from: 'settlement' | 'shop' };

async function ended(
  context: ManagementContext,
  orderId: string,
  memberId: string,
  decide: (order: OrderRow) => Promise<Result<Ending | null>>,
): Promise<Result<OrderView>> {
  const begun = await inTransaction(context.db, async (tx): Promise<Result<null>> => {
    const order = await lockOrder(tx, orderId, memberId);
    if (order === undefined) return refuse('order_not_found');
    const decided = await decide(order);
    if (!decided.ok) return decided;
    if (decided.value !== null) await beginEnding(context, tx, order, decided.value);
    return done(null);
  });
  if (!begun.ok) return begun;
  await driveOrder(context, orderId);
  return done(orderView(await readOrder(context.db, orderId)));
}

/** Sets a locked order on its way to an end: before the capture by a void, after it by cancel and refund. */
export async function beginEnding(
  context: ManagementContext,
  tx: Parameters<typeof lockOrder>[0],
  order: OrderRow,
  { reason, from }: Ending,
): Promise<void> {
  const ending = await endWith(tx, order, reason);
  const shop = await shopOf(tx, order);
  const now = context.clock();
  if (from === 'settlement') {
    await planVoid(context, tx, await moveOrder(tx, ending, 'voiding', now, { kind: reason }), shop);
  } else {
    await planCancel(context, tx, await moveOrder(tx, ending, 'cancelling', now, { kind: reason }), shop);
  }
}
