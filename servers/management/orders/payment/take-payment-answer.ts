import { Value } from 'typebox/value';
import { isCash } from '../../../../contracts/cash.ts';
import { approvalNumberOf, declineReasonOf, Payment } from '../../../../contracts/settlement-payments.ts';
import type { Answered } from '../../../../kit/calls/calls.ts';
import { addMs, SECOND_MS } from '../../../../kit/clock.ts';
import type { Tx } from '../../../../kit/db/transaction.ts';
import { bookCapture, bookRefund } from '../../books/books.ts';
import type { ManagementContext } from '../../context.ts';
import type { Gift } from '../gift.ts';
import type { OrderAnswer, Step } from '../order-answer.ts';
import { refundCall, registerCall, voidCall } from '../order-calls.ts';
import { changeOrder, moveOrder, type OrderChange, type OrderRow } from '../orders.ts';
import { type BuyerKind, type Notice, tell } from '../tell.ts';
import { refundUntil } from '../terms.ts';

const CHECK_MS = 2 * SECOND_MS;
/** After a second step the buyer's browser returns to us; this is for when it does not. */
const CHECK_ACTION_MS = 30 * SECOND_MS;

type Authorised = Omit<OrderAnswer, 'gift'> & { gift: Pick<Gift, 'order'> };

/** The answer that told the payment's status: to the authorisation, or to a question. */
type Source = { answer: Answered } | { evidenceId: string };

/** Purchase 5. */
export async function takeAuthorisation({ context, tx, gift: { order }, answer }: Authorised): Promise<Step> {
  const { outcome } = answer;
  const now = context.clock();
  if (outcome.kind === 'refused' && outcome.code !== 'wrong_state')
    return { order: await decline(tx, order, outcome.code, now, { answer }), call: null };
  // A payment that exists already, or an answer that can't be read: what was authorised is looked up.
  if (outcome.kind === 'refused' || !Value.Check(Payment, outcome.answer))
    return { order: await keep(tx, order, addMs(now, CHECK_MS), now, { answer }), call: null };
  return { order: await takePayment(tx, order, outcome.answer, now, { answer }), call: null };
}

/** Moves an order that waits for its authorisation according to the payment's status. */
export async function takePayment(
  tx: Tx,
  order: OrderRow,
  payment: Payment,
  now: Date,
  source: Source,
): Promise<OrderRow> {
  switch (payment.status) {
    case 'authorised': {
      const set = { check_payment_at: null };
      return moveOrder(tx, order, 'authorised', now, { kind: 'payment_authorised', set, ...source });
    }
    case 'requires_action': {
      const check_payment_at = addMs(now, CHECK_ACTION_MS);
      if (order.state === 'requires_action') return keep(tx, order, check_payment_at, now, source);
      const set = { check_payment_at, action_url: payment.action_url ?? null };
      return moveOrder(tx, order, 'requires_action', now, { kind: 'second_step_needed', set, ...source });
    }
    case 'processing':
      return keep(tx, order, addMs(now, CHECK_MS), now, source);
    default:
      return decline(tx, order, payment.decline_reason ?? payment.status, now, source);
  }
}

/** Nothing is known yet: the payment is looked at again later. */
function keep(tx: Tx, order: OrderRow, check_payment_at: Date, now: Date, source: Source): Promise<OrderRow> {
  return changeOrder(tx, order, now, {
    set: { check_payment_at },
    ...('answer' in source ? { answer: source.answer } : {}),
  });
}

/** Purchase 12: the payment was captured, so the certificate is registered at the shop; or the card was declined only now. */
export async function takeCapture({ context, tx, gift, answer }: OrderAnswer): Promise<Step> {
  const { order, shop } = gift;
  const { outcome } = answer;
  if (outcome.kind === 'done') {
    const change = { kind: 'payment_captured', answer };
    return registerPaid(context, tx, gift, change, approvalNumberOf(outcome.answer));
  }
  if (outcome.code === 'payment_declined') {
    const why = declineReasonOf(outcome.answer) ?? 'do_not_honor';
    const declined = await decline(tx, order, why, context.clock(), { answer });
    await tell(context, tx, { ...gift, order: declined }, [{ to: 'buyer', kind: 'buyer.card_declined' }]);
    return { order: declined, call: null };
  }
  const reason = 'capture_refused';
  const call = voidCall(context, order, shop);
  const detail = { code: outcome.code };
  const change = { kind: reason, detail, set: { end_reason: reason }, answer, call };
  return { order: await moveOrder(tx, order, 'voiding', context.clock(), change), call };
}

/**
 * Books what was captured for an order, by its own payment or as its share of a group's, and registers the
 * certificate. The number is the card's bank's, for the receipt.
 */
export async function registerPaid(
  context: ManagementContext,
  tx: Tx,
  { order, shop, buyer }: Gift,
  change: OrderChange,
  approval_number: string | null,
): Promise<Step> {
  const now = context.clock();
  const call = registerCall(context, order, shop, buyer);
  const set = { captured_at: now, refund_until: refundUntil(order, shop, now), approval_number };
  const [moved] = await Promise.all([
    moveOrder(tx, order, 'registering', now, { ...change, set, call, money: 'captured' }),
    bookCapture(tx, order, now),
  ]);
  return { order: moved, call };
}

const BUYER_NOTICES = {
  refused: 'buyer.gift_refused',
  not_answered: 'buyer.gift_expired',
  cancelled_by_buyer: 'buyer.gift_cancelled',
  withdrawn_by_buyer: 'buyer.gift_cancelled',
} as const;

/** The till's receipt for cash that a clerk took; null for a card, and if none was taken. */
function cashReceipt({ payment_method_id }: OrderRow, answer: unknown): string | null {
  return isCash(payment_method_id) ? approvalNumberOf(answer) : null;
}

/** What a buyer is told of the end of their gift: cash is not on its way to them, but waits where they paid. */
function toBuyer(receipt_no: string | null, kind: BuyerKind = 'buyer.purchase_failed'): Notice {
  return receipt_no === null
    ? { to: 'buyer', kind }
    : { to: 'buyer', kind: 'buyer.cash_waits', more: { receipt_no } };
}

export async function takeRefund({ context, tx, gift, answer }: OrderAnswer): Promise<Step> {
  const now = context.clock();
  const { order } = gift;
  const { outcome } = answer;
  if (outcome.kind === 'refused') {
    const change = { kind: 'refund_failed', detail: { code: outcome.code }, answer };
    return { order: await moveOrder(tx, order, 'refund_failed', now, change), call: null };
  }
  const approval_number = cashReceipt(order, outcome.answer);
  const refunded = await moveOrder(tx, order, 'refunded', now, {
    kind: 'refunded',
    ...(approval_number === null ? {} : { set: { approval_number } }),
    answer,
    money: 'refunded',
  });
  await bookRefund(tx, refunded, now);
  const reason = order.end_reason as keyof typeof BUYER_NOTICES;
  // Whoever's payment was lost by a dispute was told of that.
  const notices: Notice[] =
    order.end_reason === 'charged_back' ? [] : [toBuyer(approval_number, BUYER_NOTICES[reason])];
  if (reason === 'not_answered') notices.push({ to: 'recipient', kind: 'recipient.gift_expired' });
  // A recipient who was never told of the gift is not told that it was cancelled.
  if (reason === 'cancelled_by_buyer' && order.answer_by !== null)
    notices.push({ to: 'recipient', kind: 'recipient.gift_cancelled' });
  if (order.end_reason === 'charged_back' && order.answer_by !== null)
    notices.push({ to: 'recipient', kind: 'recipient.gift_charged_back' });
  if (reason === 'withdrawn_by_buyer') notices.push({ to: 'recipient', kind: 'recipient.gift_withdrawn' });
  await tell(context, tx, { ...gift, order: refunded }, notices);
  return { order: refunded, call: null };
}

export async function takeVoid({ context, tx, gift, answer }: OrderAnswer): Promise<Step> {
  const now = context.clock();
  const { order, shop } = gift;
  const { outcome } = answer;
  if (outcome.kind === 'refused') {
    // A void is refused only once the payment was captured: settlement has the money, and it is refunded.
    const call = refundCall(context, order, shop, order.end_reason);
    const change = { kind: 'void_refused', detail: { code: outcome.code }, answer, call };
    const moved = await moveOrder(tx, order, 'refunding', now, { ...change, money: 'captured' });
    await bookCapture(tx, moved, now);
    return { order: moved, call };
  }
  // Of cash that a clerk had taken by then there is a receipt, and it waits at the till.
  const approval_number = cashReceipt(order, outcome.answer);
  const change = { kind: 'authorisation_released', set: { approval_number }, answer };
  const abandoned = await moveOrder(tx, order, 'abandoned', now, change);
  // A buyer who gave up knows; anybody else is told that nothing was bought.
  if (order.end_reason !== 'given_up' || approval_number !== null)
    await tell(context, tx, { ...gift, order: abandoned }, [toBuyer(approval_number)]);
  return { order: abandoned, call: null };
}

function decline(tx: Tx, order: OrderRow, reason: string, now: Date, source: Source): Promise<OrderRow> {
  return moveOrder(tx, order, 'declined', now, {
    kind: 'payment_declined',
    detail: { reason },
    set: { decline_reason: reason, check_payment_at: null },
    ...source,
  });
}
