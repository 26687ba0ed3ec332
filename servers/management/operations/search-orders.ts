import { sql } from 'kysely';
import { maskName } from '../../../kit/names.ts';
import { parsePhone } from '../../../kit/phone.ts';
import type { ManagementContext } from '../context.ts';
import { type OrderRow, type OrderView, orderView } from './orders.ts';

export type StaffOrder = OrderView & { buyer: string; buyer_member_number: string };

/** Orders by their id, the certificate's last digits, or a phone number of either side; the newest 50. */
export async function searchOrders(context: ManagementContext, query: string): Promise<StaffOrder[]> {
  const phone = parsePhone(query);
  const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(query);
  const condition = isId
    ? sql`o.order_id = ${query}`
    : /^[0-9]{4}$/.test(query)
      ? sql`o.certificate_last4 = ${query}`
      : sql`(o.recipient_phone = ${phone.ok ? phone.e164 : query} or m.mobile = ${phone.ok ? phone.e164 : query}
          or o.recipient_email = ${query} or m.member_number = ${query})`;
  const found = await sql<OrderRow & { buyer_name: string; member_number: string }>`
    select o.*, m.name as buyer_name, m.member_number from orders o join members m using (member_id)
    where ${condition} order by o.order_id desc limit 50`.execute(context.db);
  return found.rows.map((order) => ({
    ...orderView(order),
    buyer: maskName(order.buyer_name),
    buyer_member_number: order.member_number,
  }));
}
