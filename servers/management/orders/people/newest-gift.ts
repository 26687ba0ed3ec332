import { type Sql, sql } from '../../../../kit/db/sql.ts';

/** Somebody's last gift, which says who they are. */
export type PersonRow = {
  order_id: string;
  shop_id: string;
  recipient_channel: 'sms' | 'email' | 'voice' | null;
  recipient_phone: string | null;
  recipient_email: string | null;
  recipient_name: string | null;
  created_at: Date;
};

/** The columns of a PersonRow, from `orders o`. */
export const PERSON_COLUMNS = sql`
  o.order_id, o.shop_id, o.recipient_channel, o.recipient_phone, o.recipient_email, o.recipient_name, o.created_at`;

/** Of `orders o`: those that were paid for, for somebody else than the buyer, and still say for whom. */
export const IS_TO_SOMEBODY = sql`
  o.confirmed_at is not null and o.name_source <> 'self' and o.captured_at is not null and o.recipient_name <> ''`;

/** A member's last gift to an address; none once who it was for is erased. */
export function newestGift(memberId: Sql, address: Sql): Sql<PersonRow> {
  return sql<PersonRow>`
    select ${PERSON_COLUMNS} from orders o
    where o.member_id = ${memberId} and coalesce(o.recipient_phone, o.recipient_email) = ${address} and ${IS_TO_SOMEBODY}
    order by o.confirmed_at desc limit 1`;
}
