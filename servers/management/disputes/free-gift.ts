import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import type { OrderRow } from '../orders/orders.ts';
import { type DisputedGift, markOrder, moveGift } from './gift-states.ts';

type Event = { kind: string; detail?: Record<string, unknown>; callId?: string };

/** Frees a gift again. One that waits for an answer has as much time left for it as it had before the dispute. */
export async function freeGift(
  tx: Tx,
  order: OrderRow,
  gift: DisputedGift,
  now: Date,
  event?: Event,
): Promise<void> {
  await moveGift(tx, order, gift, 'free', now, event === undefined ? {} : { event });
  await markOrder(tx, order.order_id, null);
  if (order.state !== 'offered') return;
  const waited_ms = now.getTime() - gift.since.getTime();
  await sql`
    update orders set answer_by = answer_by + ${waited_ms}::bigint * interval '1 millisecond',
      remind_at = remind_at + ${waited_ms}::bigint * interval '1 millisecond'
    where order_id = ${order.order_id}`.execute(tx);
}
