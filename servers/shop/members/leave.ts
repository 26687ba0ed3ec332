import { sql } from '../../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { ShopContext } from '../context.ts';

export const LEAVE_REFUSALS = refusals('member_not_found');

/**
 * A member leaves: name, phone and email address are erased, sessions end and codes are deleted. The member number stays
 * taken, so that neither a new member nor an old import file gets it. Certificates belong to a phone and PIN, not to a
 * member, so they stay usable and refundable.
 */
export async function leave(
  context: ShopContext,
  tx: Tx,
  memberId: string,
): Promise<Result<{ left: true }, RefusalOf<typeof LEAVE_REFUSALS>>> {
  const now = context.clock();
  const leaving = await sql<{ phone: string }>`
      select phone from members
      where member_id = ${memberId} and left_at is null and phone is not null for update`.execute(tx);
  const phone = leaving.rows[0]?.phone;
  if (phone === undefined) return refuse('member_not_found');
  await sql`
      update members set name = null, phone = null, email = null, left_at = ${now}
      where member_id = ${memberId}`.execute(tx);
  await sql`
      update member_sessions set ended_at = ${now}
      where member_id = ${memberId} and ended_at is null`.execute(tx);
  await sql`
      delete from phone_codes
      where (purpose = 'member_session' and phone = ${phone}) or (purpose = 'new_phone' and subject = ${memberId})`.execute(
    tx,
  );
  await sql`delete from member_registrations where phone = ${phone}`.execute(tx);
  return done({ left: true });
}

/** As `leave`, in a transaction of its own. */
export function leaveAsMember(
  context: ShopContext,
  memberId: string,
): Promise<Result<{ left: true }, RefusalOf<typeof LEAVE_REFUSALS>>> {
  return inTransaction(context.db, (tx) => leave(context, tx, memberId));
}
