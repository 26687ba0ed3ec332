import {
  type Answered,
  type Attempt,
  beginAttempt,
  isAnswered,
  storeAnswer,
  storeUnknown,
} from '../../../kit/calls/calls.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import type { ManagementContext } from '../context.ts';
import { attemptPeerCall } from '../peer-calls.ts';
import { takeCorrection } from './corrections/take-correction.ts';
import { GIFT_COLUMNS, GIFT_TABLES, type Gift, type GiftRow, giftOf } from './gift.ts';
import type { OrderAnswer, Step } from './order-answer.ts';
import { ORDER_STATES } from './order-states.ts';
import { type OrderRow, readOrder, unlessOvertaken } from './orders.ts';
import { takeAuthorisation, takeCapture, takeRefund, takeVoid } from './payment/take-payment-answer.ts';
import { takeAcceptance, takeCancellation, takeRegistration } from './take-shop-answer.ts';
import { retryWaitingNotices } from './uses/take-notices.ts';

const STEPS_MAX = 10;

/**
 * Drives an order as far as it can go on its own: makes the call that its state waits for, then the next. It stops
 * where a person must act, at a final state, or while an answer is unknown, which the janitor asks for again.
 */
export async function driveOrder(context: ManagementContext, orderId: string): Promise<OrderRow> {
  const order = await readOrder(context.db, orderId);
  const { awaits } = ORDER_STATES[order.state];
  if (awaits === null) return order;
  const newest = await sql<{ call_id: string }>`
    select call_id from calls where subject_id = ${orderId} and purpose = ${awaits}
    order by created_at desc, call_id desc limit 1`.execute(context.db);
  const callId = newest.rows[0]?.call_id;
  if (callId === undefined) return order;
  const call = await beginAttempt(context.db, callId, context.clock());
  // A payment still processing, say: its order is checked again later.
  return call.state === 'done' || call.state === 'refused' ? order : driveOn(context, { order, call });
}

/**
 * Goes on from a step that was just taken: nothing that it knows is read again.
 * @param gift the order with what its steps need, if it was read.
 */
export async function driveOn(
  context: ManagementContext,
  { order, call }: Step,
  gift?: Gift,
): Promise<OrderRow> {
  let at: Step = { order, call };
  for (let step = 0; step < STEPS_MAX && at.call !== null; step++) {
    const attempt = await attemptPeerCall(context, at.call);
    const taken = await takeAtOnce(context, attempt, at.order, gift);
    at = taken ?? (await takeAttempt(context, attempt, at.order));
  }
  return at.order;
}

/**
 * Stores an answer right after its call was made, without looking at the order first; undefined if it can't be taken so, or
 * if somebody else was faster.
 */
async function takeAtOnce(
  context: ManagementContext,
  answer: Attempt,
  order: OrderRow,
  gift: Gift | undefined,
): Promise<Step | undefined> {
  if (!isAnswered(answer)) return undefined;
  const { purpose } = answer.call;
  if (ORDER_STATES[order.state].awaits !== purpose) return undefined;
  const takeWhole = AT_ONCE[purpose];
  const take: ((tx: Tx) => Promise<Step>) | undefined =
    purpose === 'authorise'
      ? (tx) => takeAuthorisation({ context, tx, gift: { order }, answer })
      : takeWhole && gift && ((tx) => takeWhole({ context, tx, gift: { ...gift, order }, answer }));
  return take && unlessOvertaken(context.db, take);
}

/** Attempts a call again whose outcome is unknown, and drives its order on. Says whether the outcome is known now. */
export async function retryOrderCall(context: ManagementContext, callId: string): Promise<boolean> {
  const call = await beginAttempt(context.db, callId, context.clock());
  if (call.state === 'done' || call.state === 'refused') return true;
  const order = await readOrder(context.db, call.subject_id);
  const attempt = await attemptPeerCall(context, call);
  await driveOn(context, await takeAttempt(context, attempt, order));
  return isAnswered(attempt);
}

/** Whether a call's answer moves an order, rather than a group or a payout. */
export function isOrderCall(purpose: string): boolean {
  return Object.hasOwn(TAKE, purpose);
}

/**
 * Stores what came of an attempt, and an answer together with what it does to its order. One the order no longer waits for
 * does nothing, and neither does one that another process got first.
 */
async function takeAttempt(context: ManagementContext, attempt: Attempt, order: OrderRow): Promise<Step> {
  if (isAnswered(attempt)) return inTransaction(context.db, (tx) => takeAnswer(context, tx, attempt));
  await storeUnknown(context.db, attempt, context.clock());
  return { order, call: null };
}

/** Stores an answer with what it does to its order; the call that is next was not made yet. */
export async function takeAnswer(context: ManagementContext, tx: Tx, answer: Answered): Promise<Step> {
  const { call_id, purpose } = answer.call;
  const found = await sql<GiftRow & { call_state: string }>`
    select ${GIFT_COLUMNS}, c.state as call_state from calls c join ${GIFT_TABLES} on o.order_id = c.subject_id
    where c.call_id = ${call_id} for update of c, o`.execute(tx);
  const row = found.rows[0];
  if (row === undefined) throw new Error(`The order of call ${call_id} is not there.`);
  const gift = giftOf(row);
  const { order } = gift;
  if (row.call_state === 'done' || row.call_state === 'refused') return { order, call: null };
  const take = TAKE[purpose];
  if (take === undefined || ORDER_STATES[order.state].awaits !== purpose) {
    await storeAnswer(tx, answer, context.clock());
    return { order, call: null };
  }
  const step = await take({ context, tx, gift, answer });
  if (purpose === 'cancel') await retryWaitingNotices(context, tx, order.order_id);
  return step;
}

type Take = (answer: OrderAnswer) => Promise<Step>;

/** What depends on nothing but the order and the answer, while the order stays in its state. */
const AT_ONCE: Readonly<Record<string, Take>> = {
  capture: takeCapture,
  register: takeRegistration,
  accept: takeAcceptance,
};

const TAKE: Readonly<Record<string, Take>> = {
  ...AT_ONCE,
  authorise: takeAuthorisation,
  correct: takeCorrection,
  cancel: takeCancellation,
  refund: takeRefund,
  void: takeVoid,
};
