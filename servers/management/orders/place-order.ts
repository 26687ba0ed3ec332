import { addMs, DAY_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { type Executor, inTransaction } from '../../../kit/db/transaction.ts';
import { minorFromJson } from '../../../kit/money.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { parseMessage } from '../../../kit/typed/message.ts';
import type { ManagementContext } from '../context.ts';
import { readShop } from '../shops/shops.ts';
import { driveOrder } from './drive-order.ts';
import { planAuthorise } from './order-calls.ts';
import { ORDER_COLUMNS, type OrderRow, type OrderView, orderView, readOrder, recordEvent } from './orders.ts';

export type PlaceOrder = {
  shop_id: string;
  amount_minor: number;
  currency: string;
  payment_method_id: string;
  message?: string;
  card_design?: string;
  deliver_at?: string;
};

/** The money is taken now, so delivery can't be postponed indefinitely. */
const SCHEDULED_DAYS_MAX = 365;

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
  const begun = await inTransaction(
    context.db,
    async (tx): Promise<Result<null, RefusalOf<typeof PLACE_ORDER_REFUSALS>>> => {
      const known = await sql`select 1 from orders where order_id = ${orderId}`.execute(tx);
      if (known.rows.length > 0) return done(null);
      const shop = await readShop(tx, input.shop_id);
      if (shop === undefined) return refuse('shop_not_found');
      if (shop.currency !== input.currency) return refuse('currency_unsupported');
      const amount = minorFromJson(input.amount_minor);
      if (amount < shop.amount_min_minor || amount > shop.amount_max_minor) {
        return refuse('amount_out_of_range', {
          min_minor: `${shop.amount_min_minor}`,
          max_minor: `${shop.amount_max_minor}`,
        });
      }
      const now = context.clock();
      const deliverAt = deliveryDate(input, now);
      if (!deliverAt.ok) return deliverAt;
      const message = messageOf(input);
      if (!message.ok) return message;
      if (!(await ownsMethod(tx, memberId, input.payment_method_id)))
        return refuse('payment_method_not_found');

      const inserted = await sql<OrderRow>`
      insert into orders as o (order_id, member_id, shop_id, payment_method_id, payment_route, commission_bp, amount_minor, currency, message, card_design,
        deliver_at, state, authorise_by, created_at)
      values (${orderId}, ${memberId}, ${shop.shop_id}, ${input.payment_method_id}, ${shop.payment_route}, ${shop.commission_bp}, ${amount}, ${input.currency},
        ${message.value}, ${input.card_design ?? null}, ${deliverAt.value}, 'authorising',
        ${addMs(now, AUTHORISE_MINUTES * MINUTE_MS)}, ${now})
      returning ${ORDER_COLUMNS}`.execute(tx);
      for (const order of inserted.rows) {
        const callId = await planAuthorise(context, tx, order, shop);
        await recordEvent(tx, orderId, null, 'authorising', now, { kind: 'ordered', callId });
      }
      return done(null);
    },
  );
  if (!begun.ok) return begun;
  await driveOrder(context, orderId);
  return done(orderView(await readOrder(context.db, orderId)));
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

/** Whether the member may pay with this payment method. */
export async function ownsMethod(tx: Executor, memberId: string, paymentMethodId: string): Promise<boolean> {
  const method = await sql`
    select 1 from payment_methods
    where payment_method_id = ${paymentMethodId} and member_id = ${memberId} and removed_at is null`.execute(
    tx,
  );
  return method.rows.length > 0;
}
