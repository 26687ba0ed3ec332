import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import type { Locale } from '../../../kit/words/index.ts';

/** A member whose number was just proven by a call. */
export type PhoneMember = { member_id: string; member_number: string };
type Found = PhoneMember & { proven_at: Date; email: string | null; locale: Locale };

/** The member who has proven this mobile or landline, and when. */
export async function memberOfPhone(executor: Executor, phone: string): Promise<Found | undefined> {
  const found = await sql<Found>`
    select member_id, member_number, mobile_verified_at as proven_at, email, locale from members
    where member_number is not null and mobile = ${phone} and mobile_verified_at is not null
    union all
    select member_id, member_number, landline_verified_at, email, locale from members
    where member_number is not null and landline = ${phone} and landline_verified_at is not null`.execute(
    executor,
  );
  return found.rows[0];
}
