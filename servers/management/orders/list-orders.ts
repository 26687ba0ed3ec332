import { sql } from 'kysely';
import { minorToJson } from '../../../kit/money.ts';
import { done, type Result, refuse } from '../../../kit/result.ts';
import type { ManagementContext } from '../context.ts';
import {
  ORDER_COLUMNS,
  type OrderRow,
  type OrderView,
  orderView,
  readShop,
  SHOP_COLUMNS,
  type Shop,
} from './orders.ts';

export async function listShops(context: ManagementContext) {
  const found = await sql<Shop>`select ${SHOP_COLUMNS} from shops where active order by shop_id`.execute(
    context.db,
  );
  return found.rows.map(shopView);
}

/** Refusal: shop_not_found. */
export async function findShop(context: ManagementContext, shopId: string): Promise<Result<ShopView>> {
  const shop = await readShop(context.db, shopId);
  return shop === undefined ? refuse('shop_not_found') : done(shopView(shop));
}

export type ShopView = ReturnType<typeof shopView>;

function shopView(shop: Shop) {
  return {
    shop_id: shop.shop_id,
    name_ko: shop.name_ko,
    name_en: shop.name_en,
    currency: shop.currency,
    amount_min_minor: minorToJson(shop.amount_min_minor),
    amount_max_minor: minorToJson(shop.amount_max_minor),
    ...(shop.description_ko === null ? {} : { description_ko: shop.description_ko }),
    ...(shop.description_en === null ? {} : { description_en: shop.description_en }),
    ...(shop.image_key === null ? {} : { image_key: shop.image_key }),
    answer_days: shop.answer_days,
    validity_months: shop.validity_months,
    refund_days: shop.refund_days,
    suggested_minor: shop.suggested_minor.map(minorToJson),
  };
}

/** A member's orders, newest first, before the order `before` when one is given. Those of a group stand in their group. */
export async function listOrders(
  context: ManagementContext,
  memberId: string,
  limit: number,
  before: string | undefined,
): Promise<OrderView[]> {
  const found = await sql<OrderRow>`
    select ${ORDER_COLUMNS} from orders o
    where member_id = ${memberId} and group_id is null and ${before === undefined ? sql`true` : sql`order_id < ${before}`}
    order by order_id desc limit ${limit}`.execute(context.db);
  return found.rows.map(orderView);
}

export async function ownOrder(
  context: ManagementContext,
  memberId: string,
  orderId: string,
): Promise<Result<OrderView>> {
  const found = await sql<OrderRow>`
    select ${ORDER_COLUMNS} from orders o where order_id = ${orderId} and member_id = ${memberId}`.execute(
    context.db,
  );
  const order = found.rows[0];
  return order === undefined ? refuse('order_not_found') : done(orderView(order));
}
