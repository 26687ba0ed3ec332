import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';

/** A member whose number was just proven by a call. */
export type PhoneMember = { member_id: string; member_number: string };

/** The member who has proven this mobile or landline. */
export async function memberOfPhone(executor: Executor, phone: string): Promise<PhoneMember | undefined> {
  const found = await sql<PhoneMember>`
    select member_id, member_number from members
    where member_number is not null and (mobile = ${phone} or landline = ${phone})`.execute(executor);
  return found.rows[0];
}
