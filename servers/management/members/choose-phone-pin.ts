import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { checkPin, PIN_REFUSALS } from '../../../kit/pin-policy.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { ManagementContext } from '../context.ts';
import { queueMessage } from '../messages/queue-message.ts';
import { CONTACT_COLUMNS, reachesOf } from '../messages/reach.ts';
import type { Addressee } from '../messages/tell-member.ts';
import { memberOfPhone, type PhoneMember } from './phone-member.ts';
import { hashPhonePin, isPhonePin } from './phone-pin-hash.ts';

export const CHOOSE_PHONE_PIN_REFUSALS = refusals(
  ...PIN_REFUSALS,
  'member_not_found', // the number is no member's any more
);

/**
 * A new phone PIN for the member whose number was proven by calling it, when the old one is forgotten. Sessions that a
 * phone PIN opened end, and every other way to reach the member tells them: whoever answers their phone is not always them.
 * A retry changes and tells nothing more.
 */
export async function choosePhonePinByCall(
  context: ManagementContext,
  phone: string,
  phonePin: string,
): Promise<Result<PhoneMember, RefusalOf<typeof CHOOSE_PHONE_PIN_REFUSALS>>> {
  const bad = checkPin(phonePin, { phone });
  if (bad !== null) return refuse(bad);
  const known = await memberOfPhone(context.db, phone);
  if (known === undefined) return refuse('member_not_found');
  const { member_id, member_number } = known;
  const found = await sql<Addressee & { phone_pin_hash: string }>`
    select member_id, locale, phone_pin_hash, ${CONTACT_COLUMNS} from members where member_id = ${member_id}`.execute(
    context.db,
  );
  const member = found.rows[0];
  if (member === undefined) return refuse('member_not_found');
  if (!(await isPhonePin(context, member_id, member.phone_pin_hash, phonePin)))
    await storePhonePin(context, phone, member, await hashPhonePin(context, member_id, phonePin));
  await context.limits.logInByAccount.clear(member_number);
  return done(known);
}

async function storePhonePin(
  context: ManagementContext,
  phone: string,
  member: Addressee,
  hash: string,
): Promise<void> {
  const now = context.clock();
  const { member_id, locale } = member;
  await inTransaction(context.db, async (tx) => {
    await sql`update members set phone_pin_hash = ${hash} where member_id = ${member_id}`.execute(tx);
    await sql`
      update member_sessions set ended_at = ${now}
      where member_id = ${member_id} and line in ('phone', 'terminal') and ended_at is null`.execute(tx);
    for (const reach of reachesOf(member).filter(({ address }) => address !== phone))
      await queueMessage(context, tx, {
        kind: 'account.password_changed',
        vars: { changed_at: now.toISOString() },
        to: [reach],
        locale,
        subject_id: member_id,
      });
  });
}
