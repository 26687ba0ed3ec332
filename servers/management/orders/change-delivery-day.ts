import { addMs, DAY_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { ManagementContext } from '../context.ts';
import { registeredUntil } from './certificate-expiry.ts';
import { readGift } from './gift.ts';
import { openOffer } from './open-offer.ts';
import { type OrderView, orderView } from './order-view.ts';
import { lockOrder, type OrderRow, recordEvent } from './orders.ts';
import { SCHEDULED_DAYS_MAX } from './place-order.ts';

/** The certificate ends on the day that the shop registered; whoever gets it later still has so long to use it. */
const USABLE_DAYS_MIN = 180;

export const CHANGE_DELIVERY_DAY_REFUSALS = refusals(
  'order_not_found',
  'rate_limited',
  'wrong_state', // it has no day to come: delivered, ended or being corrected
  'certificate_frozen', // its payment is disputed
  'delivery_date_out_of_range', // in the past, or after `latest`
);

/** Counts a change of the day of an order that is the member's. */
export async function countDayChange(
  { db, limits }: ManagementContext,
  orderId: string,
  memberId: string,
): Promise<Result<null, 'order_not_found' | 'rate_limited'>> {
  const own = await sql`
    select 1 from orders where order_id = ${orderId} and member_id = ${memberId}`.execute(db);
  if (own.rows.length === 0) return refuse('order_not_found');
  const allowed = await limits.dayChangesByOrder.consume(orderId);
  return allowed.ok ? done(null) : refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
}

/**
 * The buyer moves a scheduled gift to another moment, or, with null, has it delivered now. Until when its certificate is valid
 * stays as it was registered. The same moment again changes nothing.
 */
export async function changeDeliveryDay(
  context: ManagementContext,
  tx: Tx,
  orderId: string,
  memberId: string,
  deliverAt: Date | null,
): Promise<Result<OrderView, RefusalOf<typeof CHANGE_DELIVERY_DAY_REFUSALS>>> {
  const order = await lockOrder(tx, orderId, memberId);
  if (order === undefined) return refuse('order_not_found');
  if (order.state !== 'scheduled') return refuse('wrong_state', { state_now: order.state });
  if (order.dispute !== null) return refuse('certificate_frozen');
  const now = context.clock();
  if (deliverAt === null) return done(await orderView(tx, await deliverNow(context, tx, order, now), now));
  if (deliverAt.getTime() === order.deliver_at?.getTime()) return done(await orderView(tx, order, now));
  const latest = await latestDelivery(tx, order);
  if (deliverAt <= now || deliverAt > latest)
    return refuse('delivery_date_out_of_range', { latest: latest.toISOString() });
  const moved = await setDay(tx, order, deliverAt);
  await recordEvent(tx, orderId, order.state, order.state, now, changed(order, deliverAt));
  return done(await orderView(tx, moved, now));
}

/** The last moment to which it can be moved: at least the one that it has. */
async function latestDelivery(
  executor: Executor,
  { order_id, created_at, deliver_at }: OrderRow,
): Promise<Date> {
  const sold = addMs(created_at, SCHEDULED_DAYS_MAX * DAY_MS);
  const until = (await registeredUntil(executor, [order_id])).get(order_id);
  // Where it isn't kept any more until when it is valid, it is delivered no later than was chosen.
  const usable =
    until === undefined ? (deliver_at ?? created_at) : addMs(new Date(until), -USABLE_DAYS_MIN * DAY_MS);
  const latest = Math.min(sold.getTime(), usable.getTime());
  return new Date(Math.max(latest, deliver_at?.getTime() ?? latest));
}

async function deliverNow(context: ManagementContext, tx: Tx, order: OrderRow, now: Date): Promise<OrderRow> {
  const moved = await setDay(tx, order, now);
  const gift = { ...(await readGift(tx, order.order_id)), order: moved };
  return openOffer(context, tx, gift, changed(order, null));
}

/** What its history says of the change: the day before, and the day after; none if it is delivered now. */
function changed({ deliver_at }: OrderRow, after: Date | null) {
  const before = deliver_at?.toISOString();
  const detail = after === null ? { before } : { before, after: after.toISOString() };
  return { kind: 'delivery_day_changed', detail };
}

async function setDay(tx: Tx, order: OrderRow, deliver_at: Date): Promise<OrderRow> {
  await sql`
    update orders set deliver_at = ${deliver_at} where order_id = ${order.order_id}`.execute(tx);
  return { ...order, deliver_at };
}
