import { addMs, DAY_MS } from '../../../kit/clock.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import type { ManagementContext } from '../context.ts';
import type { Gift } from './gift.ts';
import { moveOrder, type OrderChange, type OrderRow } from './orders.ts';
import { type Notice, tell } from './tell.ts';
import { refundUntil } from './terms.ts';

/**
 * Receipt 1: tells the recipient, and whoever else is to be told, and starts the deadline. The days to withdraw the gift
 * count from here if it is later than was foreseen, as after a correction.
 */
export async function openOffer(
  context: ManagementContext,
  tx: Tx,
  gift: Gift,
  change: OrderChange,
  others: readonly Notice[] = [],
): Promise<OrderRow> {
  const { order, shop } = gift;
  const now = context.clock();
  const set = {
    ...change.set,
    answer_by: addMs(now, shop.answer_days * DAY_MS),
    remind_at: addMs(now, shop.remind_days * DAY_MS),
    refund_until: later(order.refund_until, refundUntil(order, shop, now)),
  };
  const [offered] = await Promise.all([
    moveOrder(tx, order, 'offered', now, { ...change, set }),
    tell(context, tx, { ...gift, order: { ...order, ...set, state: 'offered' } }, [
      { to: 'recipient', kind: 'recipient.gift_arrived' },
      ...others,
    ]),
  ]);
  return offered;
}

function later(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}
