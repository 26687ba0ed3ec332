import type { CallOutcome, CallRow } from '../../../kit/calls/calls.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import type { ManagementContext } from '../context.ts';
import { tryPeerCall } from '../peer-calls.ts';
import { takeCorrection } from './corrections/take-correction.ts';
import type { OrderAnswer } from './order-answer.ts';
import { ORDER_STATES } from './order-states.ts';
import { lockOrder, readOrder } from './orders.ts';
import { takeAuthorisation, takeCapture, takeRefund, takeVoid } from './payment/take-payment-answer.ts';
import { takeAcceptance, takeCancellation, takeRegistration } from './take-shop-answer.ts';
import { retryWaitingNotices } from './uses/take-notices.ts';

const STEPS_MAX = 10;

/**
 * Drives an order as far as it can go on its own: makes the call that its state waits for, then the next. It stops
 * where a person must act, at a final state, or while an answer is unknown, which the janitor asks for again.
 */
export async function driveOrder(context: ManagementContext, orderId: string): Promise<void> {
  for (let step = 0; step < STEPS_MAX; step++) {
    const { state } = await readOrder(context.db, orderId);
    const { awaits } = ORDER_STATES[state];
    if (awaits === null) return;
    const call = await sql<{ call_id: string }>`
      select call_id from calls where subject_id = ${orderId} and purpose = ${awaits}
      order by created_at desc, call_id desc limit 1`.execute(context.db);
    const callId = call.rows[0]?.call_id;
    if (callId === undefined) return;
    const outcome = await tryPeerCall(context, callId, (tx, answered, row) =>
      applyAnswer(context, tx, row, answered),
    );
    if (outcome.kind === 'unknown') return;
    // An answer that changes nothing (a payment still processing) is checked again later.
    if ((await readOrder(context.db, orderId)).state === state) return;
  }
}

/**
 * Applies an answer to its order, in the transaction that stores the answer. One the order no longer waits for does
 * nothing.
 */
export async function applyAnswer(
  context: ManagementContext,
  tx: Executor,
  call: CallRow,
  outcome: CallOutcome,
): Promise<void> {
  if (outcome.kind === 'unknown') return;
  const take = TAKE[call.purpose];
  if (take === undefined) return;
  const order = await lockOrder(tx, call.subject_id);
  if (order === undefined || ORDER_STATES[order.state].awaits !== call.purpose) return;
  await take({ context, tx, order, outcome, callId: call.call_id });
  if (call.purpose === 'cancel') await retryWaitingNotices(context, tx, order.order_id);
}

const TAKE: Readonly<Record<string, (answer: OrderAnswer) => Promise<void>>> = {
  authorise: takeAuthorisation,
  capture: takeCapture,
  register: takeRegistration,
  correct: takeCorrection,
  accept: takeAcceptance,
  cancel: takeCancellation,
  refund: takeRefund,
  void: takeVoid,
};
