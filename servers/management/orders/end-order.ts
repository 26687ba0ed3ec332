import { CANCEL_CERTIFICATE_REFUSALS } from '../../../contracts/shop-certificates.ts';
import { sql } from '../../../kit/db/sql.ts';
import { type Executor, inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import type { ProblemCode } from '../../../kit/http/statuses.ts';
import { done, knownRefusal, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { ManagementContext } from '../context.ts';
import { shopOf } from '../shops/shops.ts';
import { type AskedBy, askedIn, endedBy, lockAsked, noteAct, type ShopAsking } from './asked-by.ts';
import { driveOrder } from './drive-order.ts';
import { cancelCall, voidCall } from './order-calls.ts';
import { isBeforeAcceptance, isBeforeCapture } from './order-states.ts';
import { type OrderView, orderView } from './order-view.ts';
import { isAccepted, isTaken, moveOrder, type OrderColumns, type OrderRow } from './orders.ts';

export const ABANDON_ORDER_REFUSALS = refusals(
  'order_not_found',
  'share_of_group', // its group excludes it or is abandoned
  'wrong_state',
);

/** The buyer gives up before the capture; the authorisation is voided. Repeating it changes nothing. */
export async function abandonOrder(
  context: ManagementContext,
  orderId: string,
  memberId: string,
): Promise<Result<OrderView, RefusalOf<typeof ABANDON_ORDER_REFUSALS>>> {
  return endOrder(context, orderId, { by: memberId, action: 'abandon' }, async (order) => {
    if (order.group_id !== null) return refuse('share_of_group', { group_id: order.group_id });
    if (order.state === 'voiding' || order.state === 'abandoned') return done(null);
    return isBeforeCapture(order.state)
      ? done({ reason: 'given_up', from: 'settlement' })
      : refuse('wrong_state', { state_now: order.state });
  });
}

export const CANCEL_ORDER_REFUSALS = refusals(
  'order_not_found',
  'already_accepted',
  'cancellation_not_allowed',
);

/** The buyer, or staff or the shop for them, cancels the gift before it is accepted: it is cancelled at the shop and refunded. */
export async function cancelOrder(
  context: ManagementContext,
  orderId: string,
  by: AskedBy | ShopAsking,
): Promise<Result<OrderView, RefusalOf<typeof CANCEL_ORDER_REFUSALS>>> {
  return endOrder(context, orderId, { by, action: 'cancel' }, async (order) => {
    if (
      ['cancelling', 'refunding', 'refunded'].includes(order.state) &&
      order.end_reason === 'cancelled_by_buyer'
    ) {
      return done(null);
    }
    if (isTaken(order)) return refuse('already_accepted');
    return isBeforeAcceptance(order.state)
      ? done({
          reason: 'cancelled_by_buyer',
          kind: endedBy('cancelled', by),
          ...askedIn(by),
          from: 'shop',
        })
      : refuse('cancellation_not_allowed', { state_now: order.state });
  });
}

export const WITHDRAW_ORDER_REFUSALS = refusals(
  'order_not_found',
  'wrong_state', // not accepted yet, or ended
  'certificate_frozen', // its payment is disputed
  'refund_period_over',
  ...CANCEL_CERTIFICATE_REFUSALS, // what the shop says
);

/**
 * The buyer, or staff or the shop for them, withdraws an accepted gift within the shop's refund period, while none of it was
 * used. The shop decides whether that holds; then the gift is refunded.
 */
export async function withdrawOrder(
  context: ManagementContext,
  orderId: string,
  by: AskedBy | ShopAsking,
): Promise<Result<OrderView, RefusalOf<typeof WITHDRAW_ORDER_REFUSALS>>> {
  const asked = await endOrder(context, orderId, { by, action: 'refund' }, async (order, tx) => {
    if (order.end_reason === 'withdrawn_by_buyer') return done(null);
    if (!isAccepted(order)) return refuse('wrong_state', { state_now: order.state });
    if (order.dispute !== null) return refuse('certificate_frozen');
    if (order.refund_until === null || order.refund_until <= context.clock())
      return refuse('refund_period_over');
    const reported = await reportedByShop(tx, orderId);
    if (reported.expired) return refuse('wrong_state', { state_now: order.state });
    return reported.used
      ? refuse('certificate_used')
      : done({
          reason: 'withdrawn_by_buyer',
          kind: endedBy('withdrawn', by),
          ...askedIn(by),
          from: 'shop',
        });
  });
  return asked.ok && isAccepted(asked.value) ? whyRefused(context, orderId) : asked;
}

/** Whether the shop has reported a use of it, or its end. */
async function reportedByShop(
  executor: Executor,
  orderId: string,
): Promise<{ used: boolean; expired: boolean }> {
  const found = await sql<{ used: boolean; expired: boolean }>`
    select exists (select 1 from certificate_uses where order_id = ${orderId}) as used,
      exists (select 1 from order_events where order_id = ${orderId} and kind = 'certificate_expired') as expired`.execute(
    executor,
  );
  return found.rows[0] ?? { used: false, expired: false };
}

/** The shop kept the certificate and said why. */
async function whyRefused(
  context: ManagementContext,
  orderId: string,
): Promise<Result<never, RefusalOf<typeof CANCEL_CERTIFICATE_REFUSALS>>> {
  const refused = await sql<{ code: string | null }>`
    select detail ->> 'code' as code from order_events where order_id = ${orderId} and kind = 'cancel_refused'
    order by event_id desc limit 1`.execute(context.db);
  return refuse(knownRefusal(CANCEL_CERTIFICATE_REFUSALS, refused.rows[0]?.code, 'wrong_state'));
}

type Ending = {
  /** What the shop is told. */
  reason: string;
  /** The event's kind, if not the reason: staff or the shop did it. */
  kind?: string;
  detail?: Record<string, unknown>;
  from: 'settlement' | 'shop';
  set?: Partial<OrderColumns>;
};

async function endOrder<Code extends ProblemCode>(
  context: ManagementContext,
  orderId: string,
  { by, action }: { by: AskedBy | ShopAsking; action: string },
  decide: (order: OrderRow, tx: Tx) => Promise<Result<Ending | null, Code>>,
): Promise<Result<OrderView, 'order_not_found' | Code>> {
  const begun = await inTransaction(
    context.db,
    async (tx): Promise<Result<null, 'order_not_found' | Code>> => {
      const order = await lockAsked(tx, orderId, by);
      if (order === undefined) return refuse('order_not_found');
      const decided = await decide(order, tx);
      if (!decided.ok) return decided;
      if (decided.value === null) return done(null);
      await beginEnding(context, tx, order, decided.value);
      await noteAct(tx, by, { subject_id: orderId, action, at: context.clock() });
      return done(null);
    },
  );
  if (!begun.ok) return begun;
  return done(await orderView(context.db, await driveOrder(context, orderId), context.clock()));
}

/** Starts to end a locked order: before the capture by a void, after it by cancellation and refund. */
export async function beginEnding(
  context: ManagementContext,
  tx: Tx,
  order: OrderRow,
  { reason, kind = reason, detail = {}, from, set: more }: Ending,
): Promise<void> {
  const shop = await shopOf(tx, order);
  const now = context.clock();
  const set = { ...more, end_reason: reason };
  if (from === 'settlement') {
    await moveOrder(tx, order, 'voiding', now, { kind, detail, set, call: voidCall(context, order, shop) });
  } else {
    await moveOrder(tx, order, 'cancelling', now, {
      kind,
      detail,
      set,
      call: cancelCall(order, shop, reason),
    });
  }
}
