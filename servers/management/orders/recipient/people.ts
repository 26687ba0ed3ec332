import { sql } from '../../../../kit/db/sql.ts';
import type { Db } from '../../../../kit/db/transaction.ts';
import { maskEmail } from '../../../../kit/email.ts';
import { maskName } from '../../../../kit/names.ts';
import { maskPhone } from '../../../../kit/phone.ts';
import type { Recipient } from './look-up-name.ts';

/** Somebody whom the buyer has paid a gift for; `order_id` is the last of them. */
export type Person = {
  order_id: string;
  masked_name: string;
  masked_address: string;
  shop_id: string;
  last_at: string;
};

/** How many of the newest gifts are looked through, and how many people are named. */
const GIFTS_LOOKED_AT = 200;
const PEOPLE_MAX = 12;

type PersonRow = {
  order_id: string;
  shop_id: string;
  recipient_channel: 'sms' | 'email' | 'voice' | null;
  recipient_phone: string | null;
  recipient_email: string | null;
  recipient_name: string | null;
  created_at: Date;
};

/** The people to whom the member gave last, each once, newest first. Their names and addresses are masked, as always. */
export async function peopleGivenTo(db: Db, memberId: string): Promise<Person[]> {
  const found = await sql<PersonRow>`
    with recent as (
      select order_id, shop_id, recipient_channel, recipient_phone, recipient_email, recipient_name, captured_at, created_at
      from orders where member_id = ${memberId} order by order_id desc limit ${GIFTS_LOOKED_AT}),
    newest as (
      select distinct on (coalesce(recipient_phone, recipient_email)) order_id, shop_id, recipient_channel,
        recipient_phone, recipient_email, recipient_name, created_at
      from recent where captured_at is not null and recipient_name is not null
      order by coalesce(recipient_phone, recipient_email), order_id desc)
    select * from newest order by order_id desc limit ${PEOPLE_MAX}`.execute(db);
  return found.rows.map(
    ({
      order_id,
      shop_id,
      recipient_channel,
      recipient_phone,
      recipient_email,
      recipient_name,
      created_at,
    }) => ({
      order_id,
      shop_id,
      masked_name: maskName(recipient_name ?? ''),
      masked_address:
        recipient_channel === 'email' ? maskEmail(recipient_email ?? '') : maskPhone(recipient_phone ?? ''),
      last_at: created_at.toISOString(),
    }),
  );
}

/** The recipient of an earlier gift of the member, to be looked up anew; undefined if it is not theirs or was erased. */
export async function recipientAsBefore(
  db: Db,
  memberId: string,
  orderId: string,
): Promise<Recipient | undefined> {
  const found = await sql<{
    recipient_channel: 'sms' | 'email' | 'voice' | null;
    recipient_phone: string | null;
    recipient_email: string | null;
    recipient_name: string | null;
    name_source: string | null;
  }>`
    select recipient_channel, recipient_phone, recipient_email, recipient_name, name_source from orders
    where order_id = ${orderId} and member_id = ${memberId}`.execute(db);
  const [order] = found.rows;
  if (order?.recipient_name == null) return undefined;
  const { recipient_channel, recipient_phone, recipient_email, recipient_name: name, name_source } = order;
  if (recipient_phone === null)
    return recipient_email === null ? undefined : { email: recipient_email, name };
  return {
    phone: recipient_phone,
    ...(recipient_channel === 'voice' ? { by_call: true } : {}),
    ...(name_source === 'typed' ? { name } : {}),
  };
}
