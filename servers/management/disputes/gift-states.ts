import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { writeFact } from '../../../kit/journal/write.ts';
import { eventOf, orderFact } from '../orders/order-events.ts';
import type { OrderRow } from '../orders/orders.ts';

/**
 * What becomes of a gift whose payment is disputed, beside the states of its order. `awaits` is the purpose of the call whose
 * answer a state waits for. The database lists the same states (`disputed_gift_state_known`).
 */
export const GIFT_STATES = {
  // Nothing was asked of the shop, or not yet.
  held: { awaits: null },
  freezing: { awaits: 'freeze' },
  frozen: { awaits: null },
  unfreezing: { awaits: 'unfreeze' },
  charging_back: { awaits: 'charge_back' },
  // The shop has cancelled what was left; the refund of it waits until all uses before that are booked here.
  charged_back: { awaits: null },
  refunding: { awaits: 'refund_left' },
  // Somebody must look at it.
  refund_refused: { awaits: null },
  cancelled: { awaits: null },
  free: { awaits: null },
} as const;
export type GiftState = keyof typeof GIFT_STATES;

export type DisputedGift = {
  order_id: string;
  payment_id: string;
  state: GiftState;
  cancelled_minor: bigint;
  due_at: Date | null;
  since: Date;
};

export async function lockDisputedGift(tx: Tx, orderId: string): Promise<DisputedGift | undefined> {
  const found = await sql<DisputedGift>`
    select order_id, payment_id, state, cancelled_minor, due_at, since from disputed_gifts
    where order_id = ${orderId} for update`.execute(tx);
  return found.rows[0];
}

type Change = {
  due_at?: Date | null;
  cancelled_minor?: bigint;
  code?: string;
  /** What the order's history says of it. */
  event?: {
    kind: string;
    detail?: Record<string, unknown>;
    callId?: string;
    terms?: Record<string, unknown>;
  };
};

/** Moves a gift, whose order is locked, as is the gift itself. Without `due_at`, nothing is due until something happens. */
export async function moveGift(
  tx: Tx,
  order: OrderRow,
  gift: DisputedGift,
  to: GiftState,
  now: Date,
  { due_at = null, cancelled_minor = gift.cancelled_minor, code, event }: Change = {},
): Promise<void> {
  await sql`
    update disputed_gifts set state = ${to}, due_at = ${due_at}, cancelled_minor = ${cancelled_minor}, code = ${code ?? null}
    where order_id = ${gift.order_id}`.execute(tx);
  if (event === undefined) return;
  await writeFact(tx, orderFact(eventOf(order.order_id, order.state, order.state, event), now));
}

/** A refund that settlement refused is asked for again, because staff want that. */
export async function retryCover(tx: Tx, orderId: string, now: Date): Promise<void> {
  await sql`
    update disputed_gifts set state = 'charged_back', code = null, due_at = ${now}
    where order_id = ${orderId} and state = 'refund_refused'`.execute(tx);
}

/** Marks an order as one whose payment is disputed or was lost, or frees it. */
export async function markOrder(tx: Tx, orderId: string, dispute: OrderRow['dispute']): Promise<void> {
  await sql`update orders set dispute = ${dispute} where order_id = ${orderId}`.execute(tx);
}
