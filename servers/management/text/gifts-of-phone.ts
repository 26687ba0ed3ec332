import { sql } from 'kysely';
import type { Executor } from '../../../kit/db/transaction.ts';
import type { Locale } from '../../../kit/messages/index.ts';
import type { ManagementContext } from '../context.ts';
import type { OrderRow } from '../operations/orders.ts';

export type Offered = OrderRow & {
  shop_name_ko: string;
  shop_name_en: string;
  sender_name: string;
  locale: Locale;
};

/** The gifts that wait for this phone's answer, oldest first. */
export async function waitingFor(
  context: ManagementContext,
  executor: Executor,
  phone: string,
): Promise<Offered[]> {
  const found = await sql<Offered>`
    select o.*, s.name_ko as shop_name_ko, s.name_en as shop_name_en, m.name as sender_name, m.locale
    from orders o join shops s using (shop_id) join members m using (member_id)
    where o.recipient_phone = ${phone} and o.state = 'offered' and o.answer_by > ${context.clock()}
    order by o.order_id limit 10`.execute(executor);
  return found.rows;
}

/** The certificates that this phone opens. */
export async function heldBy(executor: Executor, phone: string): Promise<Offered[]> {
  const found = await sql<Offered>`
    select o.*, s.name_ko as shop_name_ko, s.name_en as shop_name_en, m.name as sender_name, m.locale
    from orders o join shops s using (shop_id) join members m using (member_id)
    where o.accepted_phone = ${phone} and o.state in ('accepted', 'issued')
    order by o.order_id desc limit 10`.execute(executor);
  return found.rows;
}
