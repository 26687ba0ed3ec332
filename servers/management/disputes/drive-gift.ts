import { insertCall } from '../../../kit/calls/calls.ts';
import type { CallRow } from '../../../kit/calls/outcomes.ts';
import { addMs, SECOND_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { type Claim, claimDue } from '../../../kit/due/claims.ts';
import { eachDue, type WithinJob } from '../../../kit/due/each-due.ts';
import { derivedId } from '../../../kit/journal/derived-id.ts';
import { certificateBalance } from '../books/books.ts';
import type { ManagementContext } from '../context.ts';
import { driveOrder } from '../orders/drive-order.ts';
import { beginEnding } from '../orders/end-order.ts';
import { lockOrder, type OrderRow } from '../orders/orders.ts';
import { tryPeerCall } from '../peer-calls.ts';
import { shopOf } from '../shops/shops.ts';
import { applyDisputeAnswer } from './apply-answer.ts';
import { chargeBackCall, freezeCall, refundLeftCall, unfreezeCall } from './dispute-calls.ts';
import { freeGift } from './free-gift.ts';
import { type DisputedGift, lockDisputedGift, markOrder, moveGift } from './gift-states.ts';
import { type Action, nextAction, type PaymentStanding } from './next-action.ts';

const AGAIN_MS = 10 * SECOND_MS;

const SHOPS = sql`select shop_id as party from shops`;

/** Works on gifts whose payment is or was disputed, shop by shop: one that doesn't answer holds up no other. */
export function driveDisputedGifts(context: ManagementContext): Promise<number> {
  const due = (now: Date) => sql`
    select g.order_id::text as subject_id, g.due_at from disputed_gifts g join orders o using (order_id)
    where o.shop_id = p.party and g.due_at <= ${now}`;
  const find = (claim: Claim) => claimDue(claim, SHOPS, due(claim.now)).execute(context.db);
  return eachDue(context, 'disputed_gifts', find, (within, { subject_id }) => driveGift(within, subject_id));
}

async function driveGift(within: WithinJob<ManagementContext>, orderId: string): Promise<boolean> {
  const taken = await inTransaction(within.db, (tx) => takeStep(within, tx, orderId));
  if (taken === null) return false;
  if (taken.call !== null)
    await tryPeerCall(within, taken.call.call_id, (tx, outcome, call) =>
      applyDisputeAnswer(within, tx, call, outcome),
    );
  if (taken.action === 'end') await driveOrder(within, orderId);
  return true;
}

/** Takes the next step of a gift, under the locks that it depends on; null if nothing is due any more, or it has to wait. */
async function takeStep(
  context: ManagementContext,
  tx: Tx,
  orderId: string,
): Promise<{ action: Action; call: CallRow | null } | null> {
  const now = context.clock();
  const order = await lockOrder(tx, orderId);
  if (order === undefined) throw new Error(`There is no order ${orderId}.`);
  const gift = await lockGiftDue(tx, orderId, now);
  if (gift === undefined) return null;
  const standing = await lockStanding(tx, gift.payment_id);
  const booked_minor = await certificateBalance(tx, order);
  const action = nextAction(order, gift, { ...standing, booked_minor });
  if (action === 'wait' || action === 'rest') {
    const due_at = action === 'wait' ? addMs(now, AGAIN_MS) : null;
    await sql`update disputed_gifts set due_at = ${due_at} where order_id = ${orderId}`.execute(tx);
    return null;
  }
  return { action, call: await take(context, tx, { order, gift, standing }, action) };
}

async function take(
  context: ManagementContext,
  tx: Tx,
  { order, gift, standing }: { order: OrderRow; gift: DisputedGift; standing: PaymentStanding },
  action: Exclude<Action, 'wait' | 'rest'>,
): Promise<CallRow | null> {
  const now = context.clock();
  const shop = await shopOf(tx, order);
  // Under keys that follow from what is called for the how-many-eth time: after a restore the same steps make the same calls, which
  // the other servers answer as they did.
  const plan = async ({ purpose, ...call }: CallRow) => {
    const before = await sql<{ calls: bigint }>`
      select count(*) as calls from calls where subject_id = ${order.order_id} and purpose = ${purpose}`.execute(
      tx,
    );
    const call_id = derivedId(purpose, order.order_id, `${before.rows[0]?.calls ?? 0n}`);
    const planned = { ...call, purpose, call_id };
    await insertCall(planned, now).execute(tx);
    return planned;
  };
  switch (action) {
    case 'freeze':
      await moveGift(tx, order, gift, 'freezing', now);
      return plan(freezeCall(order, shop));
    case 'unfreeze':
      await moveGift(tx, order, gift, 'unfreezing', now);
      return plan(unfreezeCall(order, shop));
    case 'charge_back':
      await moveGift(tx, order, gift, 'charging_back', now);
      return plan(chargeBackCall(order, shop, standing.uncovered_minor));
    case 'refund':
      await moveGift(tx, order, gift, 'refunding', now);
      return plan(refundLeftCall(context, order, shop, gift.cancelled_minor));
    case 'end':
      await beginEnding(context, tx, order, { reason: 'charged_back', from: 'shop' });
      await markOrder(tx, order.order_id, 'lost');
      await moveGift(tx, order, gift, 'cancelled', now, { cancelled_minor: order.amount_minor });
      return null;
    case 'close':
      await markOrder(tx, order.order_id, 'lost');
      await moveGift(tx, order, gift, 'cancelled', now);
      return null;
    case 'free':
      await freeGift(tx, order, gift, now);
      return null;
  }
}

async function lockGiftDue(tx: Tx, orderId: string, now: Date): Promise<DisputedGift | undefined> {
  const gift = await lockDisputedGift(tx, orderId);
  return gift?.due_at != null && gift.due_at <= now ? gift : undefined;
}

/**
 * How a payment stands. Its disputes are locked, so that of several gifts that were paid for together one is charged back after
 * the other, each with what the others have left of the loss.
 */
async function lockStanding(tx: Tx, paymentId: string): Promise<PaymentStanding> {
  const disputes = await sql<{ state: string; amount_minor: bigint }>`
    select state, amount_minor from disputes where payment_id = ${paymentId} and doubt is null
    order by told_by, dispute_id for update`.execute(tx);
  const gifts = await sql<{ cancelled_minor: bigint; is_busy: boolean }>`
    select coalesce(sum(cancelled_minor), 0)::bigint as cancelled_minor,
      coalesce(bool_or(state = 'charging_back'), false) as is_busy
    from disputed_gifts where payment_id = ${paymentId}`.execute(tx);
  const { cancelled_minor = 0n, is_busy = false } = gifts.rows[0] ?? {};
  const lost = disputes.rows.filter(({ state }) => state === 'lost');
  const uncovered = lost.reduce((sum, { amount_minor }) => sum + amount_minor, 0n) - cancelled_minor;
  return {
    is_open: disputes.rows.some(({ state }) => state === 'open'),
    uncovered_minor: uncovered > 0n ? uncovered : 0n,
    is_busy,
  };
}
