import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import type { Locale } from '../../../kit/words/index.ts';
import type { Shop } from '../shops/shops.ts';
import type { Buyer } from './buyer.ts';
import { ORDER_COLUMNS, type OrderRow } from './orders.ts';
import { localeAt } from './recipient/locale.ts';

/** What a step of an order needs to know of its shop. */
export type GiftShop = Pick<
  Shop,
  | 'party'
  | 'settlement'
  | 'name_ko'
  | 'name_en'
  | 'answer_days'
  | 'remind_days'
  | 'validity_months'
  | 'refund_days'
  | 'time_zone'
>;

/** An order with what its steps need: read once, in one statement, and passed on. */
export type Gift = {
  order: OrderRow;
  shop: GiftShop;
  buyer: Buyer;
  /** The language of messages to the recipient. */
  recipientLocale: Locale;
  /** Of the buyer's card, if settlement tells. */
  cardFingerprint: string | null;
};

export type GiftRow = OrderRow &
  GiftShop &
  Buyer & { recipient_locale: Locale | null; card_fingerprint: string | null };

/** The columns of a GiftRow, from `GIFT_TABLES`. */
export const GIFT_COLUMNS = sql`
  ${ORDER_COLUMNS}, s.party, s.settlement, s.name_ko, s.name_en, s.answer_days, s.remind_days, s.validity_months, s.refund_days,
  s.time_zone, m.name, m.member_number, m.locale, m.notices_off, m.email, m.mobile, m.landline, m.preferred_channel,
  ${localeAt(sql`case when o.recipient_channel = 'email' then o.recipient_email else o.recipient_phone end`)}
    as recipient_locale,
  (select p.card_fingerprint from payment_methods p where p.payment_method_id = o.payment_method_id)
    as card_fingerprint`;

export const GIFT_TABLES = sql`
  orders o join shops s on s.shop_id = o.shop_id
    join members m on m.member_id = o.member_id and m.member_number is not null`;

export function giftOf(row: GiftRow): Gift {
  return {
    order: row,
    shop: row,
    buyer: row,
    recipientLocale: row.recipient_locale ?? row.locale,
    cardFingerprint: row.card_fingerprint,
  };
}

export async function readGift(executor: Executor, orderId: string): Promise<Gift> {
  const found = await sql<GiftRow>`
    select ${GIFT_COLUMNS} from ${GIFT_TABLES} where o.order_id = ${orderId}`.execute(executor);
  const row = found.rows[0];
  if (row === undefined) throw new Error(`There is no order ${orderId}.`);
  return giftOf(row);
}
