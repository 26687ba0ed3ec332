import { addDays, type Day, dayIn, endOfDay } from '../../../kit/calendar.ts';
import type { Shop } from '../shops/shops.ts';
import type { OrderRow } from './orders.ts';

/** The day on which the recipient is told of a gift: its terms count from then, without that day. */
export function deliveryDay(
  { deliver_at }: Pick<OrderRow, 'deliver_at'>,
  { time_zone }: Pick<Shop, 'time_zone'>,
  now: Date,
): Day {
  return dayIn(time_zone, deliver_at !== null && deliver_at > now ? deliver_at : now);
}

/** The last moment at which an accepted gift can be withdrawn; null if the shop never allows it. */
export function refundUntil(
  order: Pick<OrderRow, 'deliver_at'>,
  shop: Pick<Shop, 'time_zone' | 'refund_days'>,
  now: Date,
): Date | null {
  if (shop.refund_days === 0) return null;
  return endOfDay(shop.time_zone, addDays(deliveryDay(order, shop, now), shop.refund_days));
}
