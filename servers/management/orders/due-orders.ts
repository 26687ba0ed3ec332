import { addMs, SECOND_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { type Claim, type Claimed, claimDue } from '../../../kit/due/claims.ts';
import { eachDue, type WithinJob } from '../../../kit/due/each-due.ts';
import type { ManagementContext } from '../context.ts';
import { driveOrder } from './drive-order.ts';
import { beginEnding } from './end-order.ts';
import { readGift } from './gift.ts';
import { openOffer } from './open-offer.ts';
import { lockOrder, type OrderRow } from './orders.ts';
import { checkPayment } from './payment/check-payment.ts';
import { tellRecipient } from './tell.ts';

const CHECK_AGAIN_MS = 10 * SECOND_MS;

/** Orders are worked on shop by shop: what one of them keeps waiting for holds up no other's. */
const SHOPS = sql`select shop_id as party from shops`;

/** Checks payments that wait for their bank or payer. The next check is scheduled before this one is made. */
export function checkWaitingPayments(context: ManagementContext): Promise<number> {
  const due = (now: Date) => sql`
    select order_id::text as subject_id, check_payment_at as due_at from orders
    where shop_id = p.party and state in ('authorising', 'requires_action') and check_payment_at <= ${now}`;
  const find = (claim: Claim) => claimDue(claim, SHOPS, due(claim.now)).execute(context.db);
  return eachDue(context, 'waiting_payments', find, async (within, { subject_id }) => {
    await sql`
      update orders set check_payment_at = ${addMs(context.clock(), CHECK_AGAIN_MS)}
      where order_id = ${subject_id} and check_payment_at is not null`.execute(context.db);
    await checkPayment(within, subject_id);
  });
}

/** Voids authorisations that the buyer did not confirm in time: none stays open for more than fifteen minutes. */
export function releaseUnconfirmed(context: ManagementContext): Promise<number> {
  // A group's payment is voided through its group, and its gifts follow.
  const due = (now: Date) => sql`
    select order_id::text as subject_id, authorise_by as due_at from orders
    where shop_id = p.party and state in ('authorising', 'requires_action', 'authorised', 'awaiting_confirmation')
      and authorise_by <= ${now} and group_id is null`;
  const find = (claim: Claim) => claimDue(claim, SHOPS, due(claim.now)).execute(context.db);
  const isDue = (order: OrderRow) =>
    ['authorising', 'requires_action', 'authorised', 'awaiting_confirmation'].includes(order.state) &&
    order.authorise_by <= context.clock();
  return eachDue(context, 'unconfirmed', find, (within, order) =>
    workAndDrive(within, order, async (tx, locked) => {
      if (isDue(locked))
        await beginEnding(context, tx, locked, { reason: 'not_confirmed', from: 'settlement' });
    }),
  );
}

/**
 * Cancels offers not answered by the deadline at the shop and refunds them; both sides are told. While a payment is disputed its
 * gift waits, as do reminders and days of delivery.
 */
export function expireOffers(context: ManagementContext): Promise<number> {
  const due = (now: Date) => sql`
    select order_id::text as subject_id, answer_by as due_at from orders
    where shop_id = p.party and state = 'offered' and dispute is null and answer_by <= ${now}`;
  const find = (claim: Claim) => claimDue(claim, SHOPS, due(claim.now)).execute(context.db);
  return eachDue(context, 'unanswered', find, (within, order) =>
    workAndDrive(within, order, async (tx, locked) => {
      const isDue =
        locked.state === 'offered' &&
        locked.dispute === null &&
        locked.answer_by !== null &&
        locked.answer_by <= context.clock();
      if (isDue) await beginEnding(context, tx, locked, { reason: 'not_answered', from: 'shop' });
    }),
  );
}

/** Reminds recipients who have not answered, once, before the deadline. */
export function remindRecipients(context: ManagementContext): Promise<number> {
  const due = (now: Date) => sql`
    select order_id::text as subject_id, remind_at as due_at from orders
    where shop_id = p.party and state = 'offered' and dispute is null and reminded_at is null and remind_at <= ${now}
      and answer_by > ${now}`;
  const find = (claim: Claim) => claimDue(claim, SHOPS, due(claim.now)).execute(context.db);
  return eachDue(context, 'reminders', find, (within, order) =>
    workAndDrive(within, order, async (tx, { order_id, ...locked }) => {
      const marked = await sql`
        update orders set reminded_at = ${context.clock()}
        where order_id = ${order_id} and state = 'offered' and dispute is null and reminded_at is null returning 1`.execute(
        tx,
      );
      if (marked.rows.length > 0)
        await tellRecipient(context, tx, { order_id, ...locked }, 'recipient.gift_reminder');
    }),
  );
}

/** Offers scheduled gifts when their day has come. */
export function deliverScheduled(context: ManagementContext): Promise<number> {
  const due = (now: Date) => sql`
    select order_id::text as subject_id, deliver_at as due_at from orders
    where shop_id = p.party and state = 'scheduled' and dispute is null and deliver_at <= ${now}`;
  const find = (claim: Claim) => claimDue(claim, SHOPS, due(claim.now)).execute(context.db);
  return eachDue(context, 'scheduled', find, (within, order) =>
    workAndDrive(within, order, async (tx, locked) => {
      const isDue = locked.deliver_at !== null && locked.deliver_at <= context.clock();
      if (locked.state !== 'scheduled' || locked.dispute !== null || !isDue) return;
      const gift = { ...(await readGift(tx, locked.order_id)), order: locked };
      await openOffer(context, tx, gift, { kind: 'delivery_day_came' });
    }),
  );
}

/** Does the work on a locked order, which checks again whether it is due, and drives the order on. */
async function workAndDrive(
  within: WithinJob<ManagementContext>,
  { subject_id }: Claimed,
  work: (tx: Tx, order: OrderRow) => Promise<void>,
): Promise<void> {
  await inTransaction(within.db, async (tx) => {
    const order = await lockOrder(tx, subject_id);
    if (order !== undefined) await work(tx, order);
  });
  await driveOrder(within, subject_id);
}
