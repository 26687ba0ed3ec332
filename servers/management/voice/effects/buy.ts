import { setTimeout as pause } from 'node:timers/promises';
import { SECOND_MS } from '../../../../kit/clock.ts';
import { sql } from '../../../../kit/db/sql.ts';
import type { ProblemCode } from '../../../../kit/http/statuses.ts';
import { minorToJson } from '../../../../kit/money.ts';
import { maskName } from '../../../../kit/names.ts';
import type { Result } from '../../../../kit/result.ts';
import { type ManagementContext, settlementName } from '../../context.ts';
import type { StoredPaymentMethod } from '../../members/payment-methods/payment-methods.ts';
import { logInByCall } from '../../members/phone-log-in.ts';
import { driveOrder } from '../../orders/drive-order.ts';
import { abandonOrder } from '../../orders/end-order.ts';
import { readGiftFacts } from '../../orders/gift-facts.ts';
import { buyerState } from '../../orders/gift-state.ts';
import { ownOrder } from '../../orders/list-orders.ts';
import type { OrderView } from '../../orders/order-view.ts';
import { ORDER_COLUMNS, type OrderRow } from '../../orders/orders.ts';
import { placeOrder } from '../../orders/place-order.ts';
import { confirmRecipient } from '../../orders/recipient/confirm-recipient.ts';
import { nameRecipient } from '../../orders/recipient/name-recipient.ts';
import { SHOP_COLUMNS, type Shop } from '../../shops/shops.ts';
import type { MethodFact } from '../dialogues/card-types.ts';
import type { EffectResult, GiftFact, ShopFact } from '../dialogues/types.ts';
import { markToldInCall } from '../tellings.ts';
import type { EffectCall, EffectOf } from './effect-call.ts';

const CHECK_DELAY_MS = 3 * SECOND_MS;
const SHOPS_MAX = 50;
const GIFTS_PER_TURN = 3;

/** Purchase 1–2. Nobody gets the session's token: the call is the session, and ends with it. */
export async function logInByPhone(
  context: ManagementContext,
  { member_number, phone_pin }: EffectOf<'log_in'>,
  { call }: EffectCall,
): Promise<EffectResult> {
  const opened = await logInByCall(context, { member_number, phone_pin }, call);
  if (!opened.ok) return { kind: 'refused', code: opened.code };
  const { member, payment_methods } = opened.value;
  return {
    kind: 'logged_in',
    member_id: member.member_id,
    masked_name: member.name,
    methods: payment_methods.map(methodFact),
  };
}

export function methodFact({
  payment_method_id,
  brand,
  masked_number,
  settlement,
}: StoredPaymentMethod): MethodFact {
  return { payment_method_id, brand, last4: masked_number.slice(-4), settlement };
}

export async function listShops(context: ManagementContext): Promise<EffectResult> {
  const found = await sql<Shop>`
    select ${SHOP_COLUMNS} from shops where active order by shop_id limit ${SHOPS_MAX}`.execute(context.db);
  const shops = found.rows.map(
    (shop): ShopFact => ({
      shop_id: shop.shop_id,
      party: shop.party,
      settlement: settlementName(context, shop),
      name_ko: shop.name_ko,
      name_en: shop.name_en,
      currency: shop.currency,
      amount_min_minor: minorToJson(shop.amount_min_minor),
      amount_max_minor: minorToJson(shop.amount_max_minor),
      suggested_minor: shop.suggested_minor.map(minorToJson),
    }),
  );
  return { kind: 'shops_listed', shops };
}

/** Purchase 3–5. The order's id is the input's effect id, so handling the input again makes no second order. */
export async function placeOrderByPhone(
  context: ManagementContext,
  { member_id, shop_id, amount_minor, currency, payment_method_id }: EffectOf<'place_order'>,
  { effectId }: EffectCall,
): Promise<EffectResult> {
  const input = { shop_id, amount_minor, currency, payment_method_id };
  return orderSeen(await placeOrder(context, effectId, member_id, input));
}

/** Waits a moment, then asks settlement again. */
export async function lookAtOrder(
  context: ManagementContext,
  { member_id, order_id }: EffectOf<'look_at_order'>,
): Promise<EffectResult> {
  await pause(CHECK_DELAY_MS);
  await driveOrder(context, order_id);
  return orderSeen(await ownOrder(context, member_id, order_id));
}

/** Purchase 6–10. */
export async function nameRecipientByPhone(
  context: ManagementContext,
  { member_id, order_id, phone }: EffectOf<'name_recipient'>,
): Promise<EffectResult> {
  const named = await nameRecipient(context, order_id, member_id, { phone });
  if (!named.ok) return { kind: 'refused', code: named.code };
  const { recipient } = named.value;
  if (recipient?.read_back_id === undefined) return { kind: 'refused', code: 'wrong_state' };
  const { masked_name, read_back_id, recycled = false } = recipient;
  return { kind: 'named', named: { phone, masked_name, read_back_id, recycled } };
}

/** Purchase 11–13. */
export async function confirm(
  context: ManagementContext,
  { member_id, order_id, read_back_id }: EffectOf<'confirm'>,
  { call }: EffectCall,
): Promise<EffectResult> {
  const confirmed = await confirmRecipient(context, order_id, member_id, read_back_id);
  await markToldInCall(context, call.call_id, { order_id, kind: 'buyer.purchase_complete' });
  return orderSeen(confirmed);
}

export async function abandon(
  context: ManagementContext,
  { member_id, order_id }: EffectOf<'abandon'>,
): Promise<EffectResult> {
  return orderSeen(await abandonOrder(context, order_id, member_id));
}

function orderSeen(result: Result<OrderView, ProblemCode>): EffectResult {
  if (!result.ok) return { kind: 'refused', code: result.code };
  const { order_id, state, decline_reason } = result.value;
  // Settlement refused the card, which is no decline of the bank's.
  if (decline_reason === 'payment_method_elsewhere') return { kind: 'refused', code: decline_reason };
  return { kind: 'order_seen', order_id, state };
}

/** A member's gifts and their states, newest first, without orders that were never paid. */
export async function listGifts(
  { db }: ManagementContext,
  { member_id, before }: EffectOf<'list_gifts'>,
): Promise<EffectResult> {
  const found = await sql<OrderRow & Pick<Shop, 'name_ko' | 'name_en'>>`
    select ${ORDER_COLUMNS}, s.name_ko, s.name_en from orders o join shops s using (shop_id)
    where o.member_id = ${member_id} and o.captured_at is not null
      and ${before === null ? sql`true` : sql`o.order_id < ${before}`}
    order by o.order_id desc limit ${GIFTS_PER_TURN + 1}`.execute(db);
  const listed = found.rows.slice(0, GIFTS_PER_TURN);
  const known = await readGiftFacts(db, listed);
  const gifts = listed.map((row): GiftFact => {
    const facts = known.get(row.order_id);
    return {
      shop_name_ko: row.name_ko,
      shop_name_en: row.name_en,
      amount_minor: minorToJson(row.amount_minor),
      currency: row.currency,
      recipient_name: maskName(row.recipient_name ?? ''),
      gift_state: buyerState(row, facts),
      state: row.state,
      remaining_minor: facts === undefined ? null : minorToJson(facts.left_minor),
    };
  });
  const last = found.rows[GIFTS_PER_TURN - 1];
  const more = found.rows.length > GIFTS_PER_TURN;
  return { kind: 'gifts_listed', gifts, before: more && last !== undefined ? last.order_id : null };
}
