import { addMs, SECOND_MS } from '../../../kit/clock.ts';
import { type Sql, sql } from '../../../kit/db/sql.ts';
import { type Executor, inTransaction } from '../../../kit/db/transaction.ts';
import { isNotWaiting, workThrough } from '../../../kit/failing-work.ts';
import type { ManagementContext } from '../context.ts';
import { driveOrder } from './drive-order.ts';
import { beginEnding } from './end-order.ts';
import { readGift } from './gift.ts';
import { openOffer } from './open-offer.ts';
import { lockOrder, type OrderRow } from './orders.ts';
import { checkPayment } from './payment/check-payment.ts';
import { tellRecipient } from './tell.ts';

const BATCH = 20;
const CHECK_AGAIN_MS = 10 * SECOND_MS;

/** Checks payments that wait for their bank or payer. The next check is scheduled before this one is made. */
export async function checkWaitingPayments(context: ManagementContext): Promise<number> {
  const now = context.clock();
  const due = await sql<{ order_id: string }>`
    update orders set check_payment_at = ${addMs(now, CHECK_AGAIN_MS)}
    where order_id in (
      select order_id from orders o where state in ('authorising', 'requires_action') and check_payment_at <= ${now}
        and ${isNotWaiting('waiting_payments', sql`o.order_id`, now)}
      order by check_payment_at limit ${BATCH} for update skip locked)
    returning order_id`.execute(context.db);
  return workThrough(context, 'waiting_payments', due.rows, idOf, ({ order_id }) =>
    checkPayment(context, order_id),
  );
}

/** Voids authorisations that the buyer did not confirm in time: none stays open for more than fifteen minutes. */
export function releaseUnconfirmed(context: ManagementContext): Promise<number> {
  const isDue = (order: OrderRow) =>
    ['authorising', 'requires_action', 'authorised', 'awaiting_confirmation'].includes(order.state) &&
    order.authorise_by <= context.clock();
  return eachDue(
    context,
    'unconfirmed',
    // A group's payment is voided through its group, and its gifts follow.
    sql`state in ('authorising', 'requires_action', 'authorised', 'awaiting_confirmation')
      and authorise_by <= ${context.clock()} and group_id is null`,
    async (tx, order) => {
      if (isDue(order))
        await beginEnding(context, tx, order, { reason: 'not_confirmed', from: 'settlement' });
    },
  );
}

/** Cancels offers not answered by the deadline at the shop and refunds them; both sides are told. */
export function expireOffers(context: ManagementContext): Promise<number> {
  return eachDue(
    context,
    'unanswered',
    sql`state = 'offered' and answer_by <= ${context.clock()}`,
    async (tx, order) => {
      const due = order.state === 'offered' && order.answer_by !== null && order.answer_by <= context.clock();
      if (due) await beginEnding(context, tx, order, { reason: 'not_answered', from: 'shop' });
    },
  );
}

/** Reminds recipients who have not answered, once, before the deadline. */
export function remindRecipients(context: ManagementContext): Promise<number> {
  const now = context.clock();
  return eachDue(
    context,
    'reminders',
    sql`state = 'offered' and reminded_at is null and remind_at <= ${now} and answer_by > ${now}`,
    async (tx, order) => {
      const marked = await sql`
        update orders set reminded_at = ${now}
        where order_id = ${order.order_id} and state = 'offered' and reminded_at is null returning 1`.execute(
        tx,
      );
      if (marked.rows.length > 0) await tellRecipient(context, tx, order, 'recipient.gift_reminder');
    },
  );
}

/** Offers scheduled gifts when their day has come. */
export function deliverScheduled(context: ManagementContext): Promise<number> {
  return eachDue(
    context,
    'scheduled',
    sql`state = 'scheduled' and deliver_at <= ${context.clock()}`,
    async (tx, order) => {
      if (order.state === 'scheduled')
        await openOffer(
          context,
          tx,
          { ...(await readGift(tx, order.order_id)), order },
          { kind: 'delivery_day_came' },
        );
    },
  );
}

/**
 * Locks each due order, does its work and drives it on. `work` checks again under the lock, since another process may
 * have been first.
 */
async function eachDue(
  context: ManagementContext,
  job: string,
  condition: Sql,
  work: (tx: Executor, order: OrderRow) => Promise<void>,
): Promise<number> {
  const due = await sql<{ order_id: string }>`
    select order_id from orders o
    where ${condition} and ${isNotWaiting(job, sql`o.order_id`, context.clock())}
    order by order_id limit ${BATCH}`.execute(context.db);
  return workThrough(context, job, due.rows, idOf, async ({ order_id }) => {
    await inTransaction(context.db, async (tx) => {
      const order = await lockOrder(tx, order_id);
      if (order !== undefined) await work(tx, order);
    });
    await driveOrder(context, order_id);
  });
}

function idOf({ order_id }: { order_id: string }): string {
  return order_id;
}
