import type { Static } from 'typebox';
import { Value } from 'typebox/value';
import { CertificateState, ChargeBack, ChargedBack } from '../../../contracts/shop-certificates.ts';
import type { CallOutcome, CallRow, DefiniteOutcome } from '../../../kit/calls/outcomes.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { minorFromJson, minorToJson } from '../../../kit/money.ts';
import { bookRefund } from '../books/books.ts';
import type { ManagementContext } from '../context.ts';
import { moneyMoved } from '../orders/order-events.ts';
import { lockOrder, type OrderRow } from '../orders/orders.ts';
import { freeGift } from './free-gift.ts';
import { type DisputedGift, GIFT_STATES, lockDisputedGift, markOrder, moveGift } from './gift-states.ts';

type Answer = {
  tx: Tx;
  order: OrderRow;
  gift: DisputedGift;
  call: CallRow;
  outcome: DefiniteOutcome;
  now: Date;
};

/** Applies an answer about a disputed gift, in the transaction that stores it. */
export async function applyDisputeAnswer(
  context: ManagementContext,
  tx: Tx,
  call: CallRow,
  outcome: CallOutcome,
): Promise<void> {
  if (outcome.kind === 'unknown') return;
  const order = await lockOrder(tx, call.subject_id);
  const gift = await lockDisputedGift(tx, call.subject_id);
  if (order === undefined || gift === undefined || GIFT_STATES[gift.state].awaits !== call.purpose) return;
  await TAKE[call.purpose]?.({ tx, order, gift, call, outcome, now: context.clock() });
}

export function isDisputeCall(purpose: string): boolean {
  return Object.hasOwn(TAKE, purpose);
}

const TAKE: Readonly<Record<string, (answer: Answer) => Promise<void>>> = {
  freeze: takeFreeze,
  unfreeze: takeUnfreezing,
  charge_back: takeChargeBack,
  refund_left: takeRefund,
};

/** What a shop says of a certificate must be about this one, and be no more than was bought. Otherwise nobody knows what it did. */
function readState<Shape extends typeof CertificateState | typeof ChargedBack>(
  { order_id, currency, amount_minor }: OrderRow,
  answer: unknown,
  shape: Shape,
): Static<Shape> {
  if (!Value.Check(shape, answer)) throw new Error(`The shop's answer about ${order_id} can't be read.`);
  const { certificate_id, balance_minor, currency: said }: CertificateState = answer;
  if (certificate_id.toLowerCase() !== order_id || said !== currency || balance_minor > amount_minor)
    throw new Error(`The shop's answer about ${order_id} is about something else.`);
  return answer;
}

/** The shop keeps it as it is: nothing is left that could be frozen, say. */
async function takeRefusal(
  { tx, order, gift, call, now }: Answer,
  kind: string,
  code: string,
): Promise<void> {
  await freeGift(tx, order, gift, now, { kind, detail: { code }, callId: call.call_id });
}

async function takeFreeze(answer: Answer): Promise<void> {
  const { tx, order, gift, call, outcome, now } = answer;
  if (outcome.kind === 'refused') return takeRefusal(answer, 'freeze_refused', outcome.code);
  const { balance_minor } = readState(order, outcome.answer, CertificateState);
  const detail = { amount_minor: balance_minor, currency: order.currency };
  const event = { kind: 'certificate_frozen', detail, callId: call.call_id };
  // The dispute may have ended meanwhile.
  await moveGift(tx, order, gift, 'frozen', now, { due_at: now, event });
}

async function takeUnfreezing(answer: Answer): Promise<void> {
  const { tx, order, gift, call, outcome, now } = answer;
  if (outcome.kind === 'refused') return takeRefusal(answer, 'unfreezing_refused', outcome.code);
  readState(order, outcome.answer, CertificateState);
  const event = { kind: 'certificate_unfrozen', callId: call.call_id };
  // Another dispute may have been opened meanwhile.
  await moveGift(tx, order, gift, 'held', now, { due_at: now, event });
}

async function takeChargeBack(answer: Answer): Promise<void> {
  const { tx, order, gift, call, outcome, now } = answer;
  if (outcome.kind === 'refused') return takeRefusal(answer, 'charge_back_refused', outcome.code);
  const { state, cancelled_minor } = readState(order, outcome.answer, ChargedBack);
  if (state !== 'cancelled') {
    const event = { kind: 'certificate_unfrozen', callId: call.call_id };
    return (await isDisputed(tx, gift.payment_id))
      ? moveGift(tx, order, gift, 'held', now, { due_at: now, event })
      : freeGift(tx, order, gift, now, event);
  }
  const cancelled = minorFromJson(cancelled_minor);
  const { uncovered_minor } = Value.Parse(ChargeBack, JSON.parse(call.body));
  if (cancelled > minorFromJson(uncovered_minor))
    throw new Error(`The shop says that it cancelled more of ${order.order_id} than was lost.`);
  const detail = { amount_minor: cancelled_minor, currency: order.currency };
  const event = { kind: 'charged_back', detail, callId: call.call_id };
  await moveGift(tx, order, gift, 'charged_back', now, { cancelled_minor: cancelled, due_at: now, event });
}

/** Whether another dispute was opened meanwhile. */
async function isDisputed(tx: Tx, paymentId: string): Promise<boolean> {
  const open = await sql`
    select 1 from disputes where payment_id = ${paymentId} and state = 'open' and doubt is null limit 1`.execute(
    tx,
  );
  return open.rows.length > 0;
}

/** What was left is off our books, too. What had been used before is lost. */
async function takeRefund({ tx, order, gift, call, outcome, now }: Answer): Promise<void> {
  const { call_id: callId } = call;
  if (outcome.kind === 'refused') {
    const { code } = outcome;
    const event = { kind: 'loss_not_covered', detail: { code }, callId };
    return moveGift(tx, order, gift, 'refund_refused', now, { code, event });
  }
  const refunded = { ...order, amount_minor: gift.cancelled_minor };
  const detail = { amount_minor: minorToJson(gift.cancelled_minor), currency: order.currency };
  const event = { kind: 'loss_covered', detail, callId, terms: moneyMoved('refunded', refunded) };
  await moveGift(tx, order, gift, 'cancelled', now, { event });
  await bookRefund(tx, refunded, now);
  await markOrder(tx, order.order_id, 'lost');
}
