import { sql } from '../../../../kit/db/sql.ts';
import type { Db } from '../../../../kit/db/transaction.ts';
import type { Recipient } from './look-up-name.ts';

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
