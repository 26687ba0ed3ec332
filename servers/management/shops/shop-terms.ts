import { isTimeZone } from '../../../kit/calendar.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { minorToJson } from '../../../kit/money.ts';
import { type Refusal, refuse } from '../../../kit/result.ts';
import type { ManagementContext } from '../context.ts';
import { SHOP_COLUMNS, type Shop } from './shops.ts';

/**
 * What the operator may change about a shop. Orders keep the route, deadline and validity that they were sold with.
 */
export type ShopTerms = {
  name_ko: string;
  name_en: string;
  description_ko: string | null;
  description_en: string | null;
  image_key: string | null;
  amount_min_minor: number;
  amount_max_minor: number;
  suggested_minor: number[];
  payment_route: 'direct' | 'through_shop';
  commission_bp: number;
  answer_days: number;
  remind_days: number;
  validity_months: number;
  refund_days: number;
  /** In which its days begin and end; the shop server has the same. */
  time_zone: string;
  active: boolean;
};

/**
 * A shop as staff see it. Its party, settlement server and currency never change: certificates were sold under them, and the
 * settlement server holds what buyers paid.
 */
export type StaffShop = ShopTerms & {
  shop_id: string;
  party: string;
  settlement: string | null;
  currency: string;
};

/** The rule that is broken, if any; the database has those between several terms under the same names. */
export function brokenRule(terms: ShopTerms): Refusal<'shop_terms_invalid'> | null {
  const { amount_min_minor: min, amount_max_minor: max, suggested_minor: suggested } = terms;
  if (min > max) return refuse('shop_terms_invalid', { rule: 'amounts_in_order' });
  if (suggested.some((amount) => amount < min || amount > max))
    return refuse('shop_terms_invalid', { rule: 'suggested_within_amounts' });
  if (terms.remind_days >= terms.answer_days)
    return refuse('shop_terms_invalid', { rule: 'reminder_before_deadline' });
  if (!isTimeZone(terms.time_zone)) return refuse('shop_terms_invalid', { rule: 'time_zone_known' });
  return null;
}

export function staffShop(shop: Shop): StaffShop {
  return {
    shop_id: shop.shop_id,
    party: shop.party,
    settlement: shop.settlement,
    currency: shop.currency,
    name_ko: shop.name_ko,
    name_en: shop.name_en,
    description_ko: shop.description_ko,
    description_en: shop.description_en,
    image_key: shop.image_key,
    amount_min_minor: minorToJson(shop.amount_min_minor),
    amount_max_minor: minorToJson(shop.amount_max_minor),
    suggested_minor: shop.suggested_minor.map(minorToJson),
    payment_route: shop.payment_route,
    commission_bp: shop.commission_bp,
    answer_days: shop.answer_days,
    remind_days: shop.remind_days,
    validity_months: shop.validity_months,
    refund_days: shop.refund_days,
    time_zone: shop.time_zone,
    active: shop.active,
  };
}

/** All shops, including those no longer on sale. */
export async function listStaffShops(executor: Executor): Promise<StaffShop[]> {
  const found = await sql<Shop>`select ${SHOP_COLUMNS} from shops order by shop_id limit 1000`.execute(
    executor,
  );
  return found.rows.map(staffShop);
}

/** The shop servers that are permitted here. */
export function shopParties({ parties }: Pick<ManagementContext, 'parties'>): string[] {
  return parties.filter(({ role }) => role === 'shop').map(({ party }) => party);
}
