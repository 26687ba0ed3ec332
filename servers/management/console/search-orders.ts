import { inDays } from '../../../kit/db/in-days.ts';
import { FOR_THESE_VALUES } from '../../../kit/db/plans.ts';
import { sql } from '../../../kit/db/sql.ts';
import { emailKey } from '../../../kit/email.ts';
import { isId } from '../../../kit/ids.ts';
import { maskName } from '../../../kit/names.ts';
import { parseEmail } from '../../../kit/typed/email.ts';
import { parseMemberNumber } from '../../../kit/typed/member-number.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import type { ManagementContext } from '../context.ts';
import type { OrderState } from '../orders/order-states.ts';
import { type OrderView, withViews } from '../orders/order-view.ts';
import { ORDER_COLUMNS, type OrderRow } from '../orders/orders.ts';

export type StaffOrder = OrderView & {
  buyer: string;
  buyer_member_number: string;
  shop: { name_ko: string; name_en: string };
};

export type StaffOrderRow = OrderRow & {
  buyer_name: string;
  member_number: string;
  shop_name_ko: string;
  shop_name_en: string;
};

/** Orders with the columns that staff see beside them. */
export const STAFF_ORDERS = sql`
  select ${ORDER_COLUMNS}, m.name as buyer_name, m.member_number, s.name_ko as shop_name_ko, s.name_en as shop_name_en
  from orders o join members m on m.member_id = o.member_id and m.member_number is not null
    join shops s on s.shop_id = o.shop_id`;

export type OrderSearch = {
  /** An id, the certificate's last four digits, a phone number or mail address of buyer or recipient, or the buyer's member number. */
  query?: string;
  state?: OrderState;
  shop_id?: string;
  /** Korean days on which it was ordered, inclusive. */
  from?: string;
  until?: string;
};

/** Orders, newest first; with `before`, only those older than that order. */
export async function searchOrders(
  { db, clock }: Pick<ManagementContext, 'db' | 'clock'>,
  { query, state, shop_id, from, until }: OrderSearch,
  { before, limit }: { before?: string; limit: number },
): Promise<StaffOrder[]> {
  const found = await sql<StaffOrderRow>`
    ${STAFF_ORDERS}
    where ${query === undefined ? sql`true` : sql`o.order_id = any(array(${idsOf(query.trim())}))`}
      and ${state === undefined ? sql`true` : sql`o.state = ${state}`}
      and ${shop_id === undefined ? sql`true` : sql`o.shop_id = ${shop_id}`}
      and ${inDays(sql`o.created_at`, { from, until })}
      and ${before === undefined ? sql`true` : sql`o.order_id < ${before}`}
    order by o.order_id desc limit ${limit}`.execute(db, FOR_THESE_VALUES);
  return (await withViews(db, found.rows, clock())).map(staffOrder);
}

/** An order as staff see it: as its buyer does, and whose it is. */
export function staffOrder({ row, view }: { row: StaffOrderRow; view: OrderView }): StaffOrder {
  return {
    ...view,
    buyer: maskName(row.buyer_name),
    buyer_member_number: row.member_number,
    shop: { name_ko: row.shop_name_ko, name_en: row.shop_name_en },
  };
}

/** One query per kind of search, so that each can use its index. */
function idsOf(query: string) {
  if (isId(query)) return sql`select ${query}::uuid`;
  if (/^[0-9]{4}$/.test(query)) return sql`select order_id from orders where certificate_last4 = ${query}`;
  const ofMembers = (condition: ReturnType<typeof sql>) => sql`
    select x.order_id from orders x join members y using (member_id) where y.member_number is not null and ${condition}`;
  const email = parseEmail(query);
  if (email.ok) {
    return sql`
      select order_id from orders where lower(recipient_email) = ${emailKey(email.email)}
      union ${ofMembers(sql`lower(y.email) = ${emailKey(email.email)}`)}`;
  }
  const phone = parsePhone(query);
  const number = phone.ok ? phone.e164 : query;
  const memberNumber = parseMemberNumber(query);
  return sql`
    select order_id from orders where recipient_phone = ${number}
    union select order_id from orders where accepted_phone = ${number}
    union ${ofMembers(sql`y.mobile = ${number}`)}
    union ${ofMembers(sql`y.landline = ${number}`)}
    union ${ofMembers(sql`y.member_number = ${memberNumber.ok ? memberNumber.value : query}`)}`;
}
