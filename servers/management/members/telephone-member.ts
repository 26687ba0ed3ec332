import { sql } from '../../../kit/db/sql.ts';
import { constraintOf } from '../../../kit/db/sqlstate.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import type { Locale } from '../../../kit/format/locale.ts';
import { isMobile } from '../../../kit/phone.ts';
import { checkPin, PIN_REFUSALS } from '../../../kit/pin-policy.ts';
import { done, type RefusalOf, type Result, refusals, refuse, rollBack } from '../../../kit/result.ts';
import type { ManagementContext } from '../context.ts';
import { queueMessage } from '../messages/queue-message.ts';
import { checkConsents, type GivenConsents, recordConsents } from './consents/consents.ts';
import { memberNumberFor } from './member-number.ts';
import { memberOfPhone, type PhoneMember } from './phone-member.ts';
import { hashPhonePin } from './phone-pin-hash.ts';
import { closeInvitations } from './telephone-invitations.ts';
import { ADDRESS_TAKEN } from './verify-member.ts';

export type TelephoneMember = {
  /** E.164, proven by calling it. */
  phone: string;
  /** As staff wrote it down, or as the operator knows the number's owner; whoever joins agreed to it. */
  name: string;
  phone_pin: string;
  locale: Locale;
  /** The versions that they heard of and agreed to. */
  consents?: GivenConsents;
};

export const JOIN_BY_TELEPHONE_REFUSALS = refusals(
  ...PIN_REFUSALS,
  'member_exists', // the number is a member's
  'consent_required', // to terms and privacy policy in the versions in force
);

/**
 * Makes a member of whoever answered a call at a number: they need no mail address, password or mobile. A retry with the
 * same id gets the same member. A mobile is texted its member number; on a landline it was only heard.
 */
export async function joinByTelephone(
  context: ManagementContext,
  memberId: string,
  { phone, name, phone_pin, locale, consents = {} }: TelephoneMember,
): Promise<Result<PhoneMember, RefusalOf<typeof JOIN_BY_TELEPHONE_REFUSALS>>> {
  const bad = checkPin(phone_pin, { phone });
  if (bad !== null) return refuse(bad);
  const hash = await hashPhonePin(context, memberId, phone_pin);
  const canText = isMobile(phone);
  const now = context.clock();
  return inTransaction(context.db, async (tx) => {
    const known = await memberOfPhone(tx, phone);
    if (known !== undefined) return known.member_id === memberId ? done(known) : refuse('member_exists');
    const agreed = await checkConsents(tx, now, consents);
    if (!agreed.ok) return agreed;
    const number = await memberNumberFor(context, tx);
    try {
      await sql`
        insert into members (member_id, member_number, name, mobile, mobile_verified_at, landline, landline_verified_at,
          phone_pin_hash, locale, preferred_channel, joined_by, created_at)
        values (${memberId}, ${number}, ${name}, ${canText ? phone : null}, ${canText ? now : null},
          ${canText ? null : phone}, ${canText ? null : now}, ${hash}, ${locale}, ${canText ? 'sms' : 'voice'},
          'telephone', ${now})`.execute(tx);
    } catch (error) {
      if (ADDRESS_TAKEN.has(constraintOf(error) ?? '')) return rollBack(refuse('member_exists'));
      throw error;
    }
    await recordConsents(tx, { member_id: memberId, line: 'phone' }, agreed.value, now);
    await closeInvitations(context, tx, phone);
    if (canText)
      await queueMessage(context, tx, {
        kind: 'account.welcome',
        vars: { name, member_number: number },
        to: [{ channel: 'sms', address: phone }],
        locale,
        subject_id: memberId,
      });
    return done({ member_id: memberId, member_number: number });
  });
}
