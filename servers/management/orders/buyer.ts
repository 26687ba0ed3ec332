import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import type { Locale } from '../../../kit/words/index.ts';
import { CONTACT_COLUMNS, type Contact } from '../messages/reach.ts';
import type { OrderRow } from './orders.ts';

export type Buyer = Contact & {
  name: string;
  member_number: string;
  locale: Locale;
  notices_off: string[];
};

export const BUYER_COLUMNS = sql`name, member_number, locale, notices_off, ${CONTACT_COLUMNS}`;

export async function readBuyer(executor: Executor, order: Pick<OrderRow, 'member_id'>): Promise<Buyer> {
  const found = await sql<Buyer>`
    select ${BUYER_COLUMNS} from members
    where member_id = ${order.member_id} and member_number is not null`.execute(executor);
  const buyer = found.rows[0];
  if (buyer === undefined) throw new Error(`There is no member ${order.member_id}.`);
  return buyer;
}
