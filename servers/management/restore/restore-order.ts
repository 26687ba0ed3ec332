import { Value } from 'typebox/value';
import { RefundPayment } from '../../../contracts/settlement-payments.ts';
import {
  CancelCertificate,
  CorrectRecipient,
  type RegisterCertificate,
} from '../../../contracts/shop-certificates.ts';
import { isCallKept } from '../../../kit/calls/calls.ts';
import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { minorFromJson } from '../../../kit/money.ts';
import { isMobile } from '../../../kit/phone.ts';
import type { ManagementContext } from '../context.ts';
import { keepCorrection, markCorrection, newestCorrection } from '../orders/corrections/corrections.ts';
import { takeAnswer } from '../orders/drive-order.ts';
import { readGift } from '../orders/gift.ts';
import { openOffer } from '../orders/open-offer.ts';
import { isBeforeCapture, mayMove } from '../orders/order-states.ts';
import { lockOrder, moveOrder, newOrder, type OrderRow } from '../orders/orders.ts';
import { AUTHORISE_MINUTES, storeOrder } from '../orders/place-order.ts';
import type { NamedRecipient } from '../orders/recipient/look-up-name.ts';
import { recipientColumns } from '../orders/recipient/name-recipient.ts';
import type { Purpose } from '../peer-calls.ts';
import { SHOP_COLUMNS, type Shop } from '../shops/shops.ts';
import { asOf, callThen, keepCall, makeAgain } from './make-again.ts';
import { find, type Ordered, type ToldCall } from './told-calls.ts';

/** The end of an order whose buyer gave up, or who did not confirm in time: which of them, no other server knows. */
const GIVEN_UP = 'given_up';

/** Stores an order again as it was placed, and takes the answer to its authorisation. What was written to the recipient is lost. */
export async function restoreOrder(
  context: ManagementContext,
  told: ToldCall,
  ordered: Ordered,
  shop: Shop,
): Promise<void> {
  const then = asOf(context, told);
  const at = then.clock();
  const order = newOrder({
    ...{ order_id: ordered.order_id, member_id: ordered.payer_reference, shop_id: shop.shop_id },
    ...{ payment_method_id: ordered.payment_method_id, currency: ordered.currency },
    ...{ amount_minor: minorFromJson(ordered.amount_minor), message: null, card_design: null },
    payment_route: told.party === shop.party ? 'through_shop' : 'direct',
    deliver_at: ordered.deliver_at,
    authorise_by: addMs(at, AUTHORISE_MINUTES * MINUTE_MS),
    created_at: at,
  });
  const call = callThen(told, 'authorise', order.order_id);
  const isNew =
    !(await isCallKept(context.db, told.call_id)) && (await storeOrder(context.db, order, shop, call, at));
  if (isNew)
    await find(context, { kind: 'message_not_restored', party: told.party, subject_id: order.order_id });
  if (isNew || (await isCallKept(context.db, told.call_id))) await answer(context, told);
  else await notRepeated(context, told, order.order_id);
}

/** The shop that a payment was for. A party may have several; calls of earlier versions say only by which way it was paid. */
export async function shopThen(
  { db }: Pick<ManagementContext, 'db'>,
  { party }: ToldCall,
  { payee, currency, shop_id }: Ordered,
): Promise<Shop | undefined> {
  const found = await sql<Shop>`
    select ${SHOP_COLUMNS} from shops
    where party = ${payee} and currency = ${currency}
    order by shop_id = ${shop_id ?? null}::text desc nulls last, (payment_route = 'through_shop') = ${party === payee} desc, shop_id
    limit 1`.execute(db);
  return found.rows[0];
}

/** Keeps a capture until its certificate says for whom the gift was; one that was under way at the backup is taken at once. */
export async function restoreCapture(context: ManagementContext, told: ToldCall): Promise<void> {
  const order = await inTransaction(context.db, async (tx) => {
    const locked = await lockOrder(tx, told.subject_id);
    if (locked !== undefined && !(await isCallKept(tx, told.call_id)))
      await keepCall(tx, callThen(told, 'capture', locked.order_id), asOf(context, told).clock());
    return locked;
  });
  if (order === undefined) return notRepeated(context, told);
  if (order.state === 'capturing') await answer(context, told);
}

export function restoreVoid(context: ManagementContext, told: ToldCall): Promise<void> {
  return repeat(context, told, async (then, tx, order) => {
    if (order.state === 'voiding') return true;
    if (!isBeforeCapture(order.state)) return false;
    await moveOrder(tx, order, 'voiding', then.clock(), { kind: GIVEN_UP, set: { end_reason: GIVEN_UP } });
    return true;
  });
}

/** A certificate that was registered says who the gift is for: so the order was confirmed, and paid. */
export async function restoreRegistration(
  context: ManagementContext,
  told: ToldCall,
  certificate: RegisterCertificate,
): Promise<void> {
  await confirmThen(context, told, certificate);
  await repeat(
    context,
    { ...told, subject_id: certificate.order_id },
    async (_then, _tx, { state }) => state === 'registering',
  );
}

/** Confirms the order with the recipient of its certificate, if it was not, and takes the answer to its capture. */
async function confirmThen(
  context: ManagementContext,
  told: ToldCall,
  certificate: RegisterCertificate,
): Promise<void> {
  const then = asOf(context, told);
  const at = then.clock();
  const captureId = await inTransaction(context.db, async (tx) => {
    const order = await lockOrder(tx, certificate.order_id);
    if (order === undefined || order.group_id !== null || !isBeforeCapture(order.state)) return undefined;
    const held = await sql<{ call_id: string }>`
      select call_id from calls
      where subject_id = ${order.order_id} and purpose = 'capture' and state in ('planned', 'unknown')
      order by created_at desc limit 1`.execute(tx);
    const [capture] = held.rows;
    if (capture !== undefined) await nameAndConfirm(tx, order, recipientOf(certificate), at);
    return capture?.call_id;
  });
  if (captureId !== undefined)
    await makeAgain(context, captureId, (tx, answered) => takeAnswer(then, tx, answered));
}

/** Moves a locked order whose payment was captured then to where it waits for that. */
export async function nameAndConfirm(
  tx: Tx,
  order: OrderRow,
  named: NamedRecipient,
  at: Date,
): Promise<OrderRow> {
  let moved = order;
  if (moved.state === 'authorising' || moved.state === 'requires_action')
    moved = await moveOrder(tx, moved, 'authorised', at, {
      kind: 'payment_authorised',
      set: { check_payment_at: null },
    });
  const read_back_id = newId();
  moved = await moveOrder(tx, moved, 'awaiting_confirmation', at, {
    kind: 'name_read_back',
    detail: { source: named.source, read_back_id },
    set: { ...recipientColumns(named), read_back_id },
  });
  return moveOrder(tx, moved, 'capturing', at, {
    kind: 'recipient_confirmed',
    detail: { read_back_id },
    set: { confirmed_at: at },
  });
}

/** By which way its name was found, only this server knew. */
export function recipientOf({
  recipient_name: name,
  recipient_phone: phone,
  recipient_email: email,
}: CorrectRecipient): NamedRecipient {
  const channel = phone === undefined ? 'email' : isMobile(phone) ? 'sms' : 'voice';
  return { channel, phone: phone ?? null, email: email ?? null, name, source: 'restored', recycled: null };
}

export function restoreCorrection(context: ManagementContext, told: ToldCall): Promise<void> {
  const to: unknown = JSON.parse(told.body);
  return repeat(context, told, async (then, tx, order) => {
    if (order.state === 'correcting') return true;
    if (!Value.Check(CorrectRecipient, to)) return false;
    if (order.state !== 'offered' && order.state !== 'scheduled') return false;
    const at = then.clock();
    const ids = { orderId: order.order_id, readBackId: newId() };
    await keepCorrection(tx, ids, recipientOf(to), at);
    const kept = await newestCorrection(tx, order.order_id);
    if (kept !== undefined) await markCorrection(tx, kept, 'confirmed');
    const detail = { read_back_id: ids.readBackId, source: 'restored' };
    await moveOrder(tx, order, 'correcting', at, { kind: 'correction_confirmed', detail });
    return true;
  });
}

/** Number and PIN were sealed for the shop: neither was ever known here, but for the number's last digits, which are lost. */
export function restoreAcceptance(context: ManagementContext, told: ToldCall): Promise<void> {
  return repeat(context, told, async (then, tx, order) => {
    if (order.state === 'accepting') return true;
    const offered =
      order.state === 'scheduled'
        ? await openOffer(then, tx, await readGift(tx, order.order_id), { kind: 'delivery_day_came' })
        : order;
    if (offered.state !== 'offered') return false;
    const set = { accepted_phone: order.recipient_phone, certificate_last4: null, acceptance_problem: null };
    await moveOrder(tx, offered, 'accepting', then.clock(), { kind: 'accepting', set });
    return true;
  });
}

export function restoreCancellation(context: ManagementContext, told: ToldCall): Promise<void> {
  const asked: unknown = JSON.parse(told.body);
  return repeat(context, told, async (then, tx, order) => {
    if (order.state === 'cancelling') return true;
    if (!Value.Check(CancelCertificate, asked) || !mayMove(order.state, 'cancelling')) return false;
    const set = { end_reason: asked.reason };
    await moveOrder(tx, order, 'cancelling', then.clock(), { kind: asked.reason, set });
    return true;
  });
}

/** Also of one whose registration the shop had refused: of that it keeps nothing. */
export async function restoreRefund(context: ManagementContext, told: ToldCall): Promise<void> {
  const asked: unknown = JSON.parse(told.body);
  if (!Value.Check(RefundPayment, asked)) return notRepeated(context, told);
  const orderId = await refundedOrder(context, told, asked);
  // What was left after a dispute is refunded again by what follows from the dispute, under the same key.
  if (orderId === undefined) return asked.reason === 'charged_back' ? undefined : notRepeated(context, told);
  return repeat(context, { ...told, subject_id: orderId }, async (then, tx, order) => {
    if (order.state === 'refunding') return true;
    if (!mayMove(order.state, 'refunding') || order.state === 'voiding') return false;
    const set = { end_reason: asked.reason };
    await moveOrder(tx, order, 'refunding', then.clock(), { kind: asked.reason, set });
    return true;
  });
}

/** The order itself, or the gift of a group that was to be refunded. */
async function refundedOrder(
  { db }: ManagementContext,
  { subject_id, call_id }: ToldCall,
  { amount_minor, reason }: RefundPayment,
): Promise<string | undefined> {
  const found = await sql<{ order_id: string }>`
    select coalesce((select subject_id from calls where call_id = ${call_id}), order_id) as order_id from orders
    where coalesce(group_id, order_id) = ${subject_id} and amount_minor = ${minorFromJson(amount_minor)}
      and (group_id is null or (state = 'refunding' and coalesce(end_reason, 'refund') = ${reason})
        or exists (select from calls where call_id = ${call_id}))
      and (${reason} <> 'charged_back' or state in ('refunding', 'refunded'))
    order by order_id limit 1`.execute(db);
  return found.rows[0]?.order_id;
}

/**
 * Takes the step again that a call was made in, with the call, and then its answer. `prepare` moves the locked order to where it
 * waits for that answer; if it can't, people have to look.
 */
async function repeat(
  context: ManagementContext,
  told: ToldCall,
  prepare: (then: ManagementContext, tx: Tx, order: OrderRow) => Promise<boolean>,
): Promise<void> {
  const then = asOf(context, told);
  const isThere = await inTransaction(context.db, async (tx) => {
    const order = await lockOrder(tx, told.subject_id);
    if (order === undefined) return false;
    if (await isCallKept(tx, told.call_id)) return true;
    if (!(await prepare(then, tx, order))) return false;
    await keepCall(tx, callThen(told, told.action as Purpose, order.order_id), then.clock());
    return true;
  });
  if (isThere) await answer(context, told);
  else await notRepeated(context, told);
}

function answer(context: ManagementContext, told: ToldCall): Promise<void> {
  const then = asOf(context, told);
  return makeAgain(context, told.call_id, (tx, answered) => takeAnswer(then, tx, answered));
}

function notRepeated(
  context: ManagementContext,
  told: ToldCall,
  subject_id = told.subject_id,
): Promise<void> {
  return find(context, { ...told, kind: 'call_not_repeated', subject_id });
}
