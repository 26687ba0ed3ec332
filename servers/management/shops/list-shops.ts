import { sql } from '../../../kit/db/sql.ts';
import { minorToJson } from '../../../kit/money.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { type ManagementContext, settlementName } from '../context.ts';
import { readShop, SHOP_COLUMNS, type Shop } from './shops.ts';

export async function listShops(context: ManagementContext) {
  const found = await sql<Shop>`select ${SHOP_COLUMNS} from shops where active order by shop_id`.execute(
    context.db,
  );
  return found.rows.map((shop) => shopView(context, shop));
}

export const FIND_SHOP_REFUSALS = refusals('shop_not_found');

export async function findShop(
  context: ManagementContext,
  shopId: string,
): Promise<Result<ShopView, RefusalOf<typeof FIND_SHOP_REFUSALS>>> {
  const shop = await readShop(context.db, shopId);
  return shop === undefined ? refuse('shop_not_found') : done(shopView(context, shop));
}

export type ShopView = ReturnType<typeof shopView>;

function shopView(context: ManagementContext, shop: Shop) {
  return {
    shop_id: shop.shop_id,
    name_ko: shop.name_ko,
    name_en: shop.name_en,
    currency: shop.currency,
    settlement: settlementName(context, shop),
    amount_min_minor: minorToJson(shop.amount_min_minor),
    amount_max_minor: minorToJson(shop.amount_max_minor),
    ...(shop.description_ko === null ? {} : { description_ko: shop.description_ko }),
    ...(shop.description_en === null ? {} : { description_en: shop.description_en }),
    ...(shop.image_key === null ? {} : { image_key: shop.image_key }),
    ...(shop.picture_id === null ? {} : { picture_id: shop.picture_id }),
    ...(shop.usage_ko === null ? {} : { usage_ko: shop.usage_ko }),
    ...(shop.usage_en === null ? {} : { usage_en: shop.usage_en }),
    answer_days: shop.answer_days,
    validity_months: shop.validity_months,
    refund_days: shop.refund_days,
    suggested_minor: shop.suggested_minor.map(minorToJson),
  };
}
