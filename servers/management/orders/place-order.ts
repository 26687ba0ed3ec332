import { CASH, cashMethodAt, isCash } from '../../../contracts/cash.ts';
import { insertCall } from '../../../kit/calls/calls.ts';
import type { CallRow } from '../../../kit/calls/outcomes.ts';
import { addMs, DAY_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { factParts } from '../../../kit/journal/write.ts';
import { minorFromJson } from '../../../kit/money.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { parseMessage } from '../../../kit/typed/message.ts';
import { type ManagementContext, settlementName } from '../context.ts';
import { SHOP_COLUMNS, type Shop } from '../shops/shops.ts';
import { driveOn, driveOrder } from './drive-order.ts';
import type { Step } from './order-answer.ts';
import { authoriseCall } from './order-calls.ts';
import { eventOf, orderFact, orderTerms } from './order-events.ts';
import { type OrderView, orderView } from './order-view.ts';
import { newOrder, type OrderRow } from './orders.ts';

export type PlaceOrder = {
  shop_id: string;
  amount_minor: number;
  currency: string;
  payment_method_id: string;
  message?: string;
  card_design?: string;
  deliver_at?: string;
  /** Where the buyer stands, if they logged in at a shop's terminal. */
  terminal?: { party: string; terminal_id: string } | null;
};

/** The money is taken now, so delivery can't be postponed indefinitely. */
export const SCHEDULED_DAYS_MAX = 365;

/** No authorisation stays open for more than 15 minutes, so the void starts a minute earlier. */
export const AUTHORISE_MINUTES = 14;

export const PLACE_ORDER_REFUSALS = refusals(
  'shop_not_found',
  'currency_unsupported',
  'amount_out_of_range',
  'delivery_date_out_of_range', // also in the past
  'message_invalid',
  'message_has_link',
  'payment_method_not_found',
  'payment_method_elsewhere', // it belongs to another settlement server than the shop
  'cash_not_here', // cash is paid at one of the shop's own terminals
);

/**
 * Purchase 3–5: places the order and authorises its amount. The order is stored before settlement is asked, so that a
 * retry with the same key finds it and continues. A decline is a state of the order, not a refusal.
 */
export async function placeOrder(
  context: ManagementContext,
  orderId: string,
  memberId: string,
  input: PlaceOrder,
): Promise<Result<OrderView, RefusalOf<typeof PLACE_ORDER_REFUSALS>>> {
  const step = await beginOrder(context, orderId, memberId, input);
  const viewed = async (order: OrderRow) => done(await orderView(context.db, order, context.clock()));
  if (step.ok && step.value !== null) return viewed(await driveOn(context, step.value));
  // Placed before, under the same key, whatever would be said of it now.
  const known = await sql`select 1 from orders where order_id = ${orderId}`.execute(context.db);
  if (known.rows.length > 0) return viewed(await driveOrder(context, orderId));
  if (step.ok) throw new Error(`Order ${orderId} was not stored.`);
  return step;
}

/** Stores the order with the call that authorises its amount; null if there is an order with this id. */
async function beginOrder(
  context: ManagementContext,
  orderId: string,
  memberId: string,
  input: PlaceOrder,
): Promise<Result<Step | null, RefusalOf<typeof PLACE_ORDER_REFUSALS>>> {
  const offered = await readOffered(context.db, memberId, input);
  const { shop } = offered;
  if (shop === undefined) return refuse('shop_not_found');
  if (shop.currency !== input.currency) return refuse('currency_unsupported');
  const amount = minorFromJson(input.amount_minor);
  if (amount < shop.amount_min_minor || amount > shop.amount_max_minor) {
    return refuse('amount_out_of_range', {
      min_minor: `${shop.amount_min_minor}`,
      max_minor: `${shop.amount_max_minor}`,
      currency: shop.currency,
    });
  }
  const now = context.clock();
  const deliverAt = deliveryDate(input, now);
  if (!deliverAt.ok) return deliverAt;
  const message = messageOf(input);
  if (!message.ok) return message;
  const payment = paymentWith(context, input, offered, shop);
  if (!payment.ok) return payment;
  const order = newOrder({
    order_id: orderId,
    member_id: memberId,
    shop_id: shop.shop_id,
    ...payment.value,
    amount_minor: amount,
    currency: input.currency,
    message: message.value,
    card_design: input.card_design ?? null,
    deliver_at: deliverAt.value,
    authorise_by: addMs(now, AUTHORISE_MINUTES * MINUTE_MS),
    created_at: now,
  });
  const call = await authoriseCall(context, order, shop);
  return done((await storeOrder(context.db, order, shop, call, now)) ? { order, call } : null);
}

/** By card, the shop's own way; in cash, always through the shop, which keeps it. */
function paymentWith(
  context: ManagementContext,
  { payment_method_id, terminal }: PlaceOrder,
  offered: Offered,
  shop: Shop,
): Result<
  Pick<OrderRow, 'payment_method_id' | 'payment_route'>,
  'payment_method_not_found' | 'payment_method_elsewhere' | 'cash_not_here'
> {
  if (payment_method_id === CASH)
    return terminal?.party === shop.party
      ? done({ payment_method_id: cashMethodAt(terminal.terminal_id), payment_route: 'through_shop' })
      : refuse('cash_not_here');
  const payable = canPay(context, offered, shop);
  return payable.ok ? done({ payment_method_id, payment_route: shop.payment_route }) : payable;
}

type Offered = { shop: Shop | undefined; method: { settlement: string | null } | undefined };

/** The shop, if it sells, and the payment method, if it is the member's. */
export async function readOffered(
  executor: Executor,
  memberId: string,
  { shop_id, payment_method_id }: Pick<PlaceOrder, 'shop_id' | 'payment_method_id'>,
): Promise<Offered> {
  const found = await sql<Shop & { owns_method: boolean; method_settlement: string | null }>`
    with method as (
      select p.settlement from payment_methods p
      where p.payment_method_id = ${payment_method_id} and p.member_id = ${memberId} and p.removed_at is null)
    select ${SHOP_COLUMNS}, exists (select 1 from method) as owns_method,
      (select m.settlement from method m) as method_settlement
    from shops where shop_id = ${shop_id} and active`.execute(executor);
  const [shop] = found.rows;
  const method = shop?.owns_method === true ? { settlement: shop.method_settlement } : undefined;
  return { shop, method };
}

/** Whether the shop's settlement server can charge the payment method. */
export function canPay(
  context: ManagementContext,
  { method }: Pick<Offered, 'method'>,
  shop: Shop,
): Result<null, 'payment_method_not_found' | 'payment_method_elsewhere'> {
  if (method === undefined) return refuse('payment_method_not_found');
  return settlementName(context, method) === settlementName(context, shop)
    ? done(null)
    : refuse('payment_method_elsewhere');
}

/** Stores the order, its first event and its first call. False if there is an order with this id. */
export async function storeOrder(
  executor: Executor,
  order: OrderRow,
  shop: Pick<Shop, 'commission_bp'>,
  call: CallRow,
  now: Date,
): Promise<boolean> {
  // Its shop has the money, and pays nothing out of it.
  const commission_bp = isCash(order.payment_method_id) ? 0 : shop.commission_bp;
  const change = { kind: 'ordered', callId: call.call_id, terms: orderTerms({ ...order, commission_bp }) };
  const fact = orderFact(eventOf(order.order_id, null, order.state, change), now);
  const stored = await sql`
    with placed as (
      insert into orders (order_id, member_id, shop_id, payment_method_id, payment_route, commission_bp, amount_minor, currency,
        message, card_design, deliver_at, state, authorise_by, created_at)
      values (${order.order_id}, ${order.member_id}, ${order.shop_id}, ${order.payment_method_id}, ${order.payment_route},
        ${commission_bp}, ${order.amount_minor}, ${order.currency}, ${order.message}, ${order.card_design}, ${order.deliver_at},
        ${order.state}, ${order.authorise_by}, ${order.created_at})
      on conflict (order_id) do nothing
      returning order_id),
    planned as (${insertCall(call, now)} and exists (select 1 from placed)),
    ${factParts(fact, sql`placed`)}
    select 1 from placed`.execute(executor);
  return stored.rows.length > 0;
}

/** The delivery time; null means now. */
export function deliveryDate(
  { deliver_at }: Pick<PlaceOrder, 'deliver_at'>,
  now: Date,
): Result<Date | null, 'delivery_date_out_of_range'> {
  if (deliver_at === undefined) return done(null);
  const at = new Date(deliver_at);
  const isInRange = at > now && at <= addMs(now, SCHEDULED_DAYS_MAX * DAY_MS);
  return isInRange ? done(at) : refuse('delivery_date_out_of_range');
}

/** The buyer's words to the recipient; null if there are none. */
export function messageOf({
  message,
}: Pick<PlaceOrder, 'message'>): Result<string | null, 'message_invalid' | 'message_has_link'> {
  const parsed = parseMessage(message ?? '');
  return parsed.ok ? done(parsed.value === '' ? null : parsed.value) : parsed;
}
