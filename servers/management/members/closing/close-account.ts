import { addMs, DAY_MS } from '../../../../kit/clock.ts';
import { sql } from '../../../../kit/db/sql.ts';
import type { Tx } from '../../../../kit/db/transaction.ts';
import { NOBODY_HASH } from '../../../../kit/passwords.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../../kit/result.ts';
import { sealText } from '../../../../kit/sealed-text.ts';
import type { ManagementContext } from '../../context.ts';
import { CONTACT_COLUMNS } from '../../messages/reach.ts';
import { type Addressee, tellEverywhere } from '../../messages/tell-member.ts';
import { endAccess } from '../end-access.ts';

export const CLOSE_ACCOUNT_REFUSALS = refusals('member_not_found');

/**
 * Closes a member's account. They are told at every contact, for the last time. Nobody can log in to it any more; its
 * contacts are free for another account; its number is never given again. Orders stay, and go on: gifts reach their
 * recipients, and refunds go to the card. Who it was is kept apart and encrypted for as long as the law asks.
 */
export async function closeAccount(
  context: ManagementContext,
  tx: Tx,
  memberId: string,
): Promise<Result<{ closed_at: string }, RefusalOf<typeof CLOSE_ACCOUNT_REFUSALS>>> {
  const now = context.clock();
  const found = await sql<Addressee & { name: string; member_number: string }>`
    select member_id, member_number, name, locale, ${CONTACT_COLUMNS} from members
    where member_id = ${memberId} and member_number is not null and closed_at is null for update`.execute(tx);
  const member = found.rows[0];
  if (member === undefined) return refuse('member_not_found');
  const { member_number, name, email, mobile, landline } = member;
  const vars = { member_number, closed_at: now.toISOString() };
  await tellEverywhere(context, tx, member, { kind: 'account.closed', vars });
  const identity = sealText(context, memberId, JSON.stringify({ name, email, mobile, landline }));
  // As long as contracts and payments: the E-Commerce Act (전자상거래법, decree art. 6) asks for five years.
  const forgetAt = addMs(now, context.settings.evidenceKeptDays * DAY_MS);
  await sql`
    insert into closed_members (member_id, identity_sealed, closed_at, forget_at)
    values (${memberId}, ${identity}, ${now}, ${forgetAt})`.execute(tx);
  await sql`
    update members set closed_at = ${now}, email = null, mobile = null, landline = null, password_hash = null,
      phone_pin_hash = ${NOBODY_HASH}
    where member_id = ${memberId}`.execute(tx);
  await endAccess(context, tx, { member_id: memberId, removesPasskeys: true });
  await sql`delete from known_places where member_id = ${memberId}`.execute(tx);
  await sql`delete from kept_people where member_id = ${memberId}`.execute(tx);
  await sql`
    update payment_methods set removed_at = ${now} where member_id = ${memberId} and removed_at is null`.execute(
    tx,
  );
  return done({ closed_at: now.toISOString() });
}
