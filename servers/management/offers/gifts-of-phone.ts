import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import type { Locale } from '../../../kit/words/index.ts';
import type { ManagementContext } from '../context.ts';
import { ORDER_COLUMNS, type OrderRow } from '../orders/orders.ts';

export type Offered = OrderRow & {
  shop_name_ko: string;
  shop_name_en: string;
  shop_party: string;
  sender_name: string;
  locale: Locale;
};

const COLUMNS = sql`
  ${ORDER_COLUMNS}, s.name_ko as shop_name_ko, s.name_en as shop_name_en, s.party as shop_party, m.name as sender_name,
  m.locale`;
const TABLES = sql`orders o join shops s using (shop_id) join members m using (member_id)`;

/** The gifts that wait for an answer from this phone, oldest first. */
export async function waitingFor(
  context: ManagementContext,
  executor: Executor,
  phone: string,
): Promise<Offered[]> {
  const found = await sql<Offered>`
    select ${COLUMNS} from ${TABLES}
    where o.recipient_phone = ${phone} and o.state = 'offered' and o.answer_by > ${context.clock()}
    order by o.order_id limit 10`.execute(executor);
  return found.rows;
}

/** The certificates that this phone number opens. */
export async function heldBy(executor: Executor, phone: string): Promise<Offered[]> {
  const found = await sql<Offered>`
    select ${COLUMNS} from ${TABLES}
    where o.accepted_phone = ${phone} and o.state in ('accepted', 'issued')
    order by o.order_id desc limit 10`.execute(executor);
  return found.rows;
}

/** What the buyer with this verified phone gave recently. Orders that were never paid are left out. */
export async function sentBy(executor: Executor, phone: string): Promise<Offered[]> {
  const found = await sql<Offered>`
    select ${COLUMNS} from ${TABLES}
    where (m.mobile = ${phone} or m.landline = ${phone}) and m.member_number is not null and o.captured_at is not null
    order by o.order_id desc limit 3`.execute(executor);
  return found.rows;
}

/** Whether this phone is a recipient's, a holder's or a member's. */
export async function isKnown(executor: Executor, phone: string): Promise<boolean> {
  const found = await sql`
    select 1 where exists (select 1 from orders where recipient_phone = ${phone} or accepted_phone = ${phone})
      or exists (
        select 1 from members where (mobile = ${phone} or landline = ${phone}) and member_number is not null)`.execute(
    executor,
  );
  return found.rows.length > 0;
}
