import { isServed } from '../../../kit/countries-served.ts';
import { sql } from '../../../kit/db/sql.ts';
import { constraintOf } from '../../../kit/db/sqlstate.ts';
import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import type { Locale } from '../../../kit/format/locale.ts';
import { consumeAll } from '../../../kit/limits.ts';
import { isMobile, isPersonal } from '../../../kit/phone.ts';
import { done, type RefusalOf, type Result, refusals, refuse, rollBack } from '../../../kit/result.ts';
import { parseCode } from '../../../kit/typed/code.ts';
import { parseEmail } from '../../../kit/typed/email.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import type { ManagementContext } from '../context.ts';
import { queueMessage } from '../messages/queue-message.ts';
import { type Channel, CONTACT_COLUMNS, type Contact } from '../messages/reach.ts';
import { type MemberProfile, PROFILE_REFUSALS, readProfile } from './member-profile.ts';
import { countCodeCall, countStrangerCodes, isCode, isSaid, sendCode } from './verification-codes.ts';
import { ADDRESS_TAKEN, CODE_ATTEMPTS_MAX } from './verify-member.ts';

export const BEGIN_CONTACT_CHANGE_REFUSALS = refusals(
  'phone_number_invalid',
  'country_not_served', // no codes are sent to mobiles of that country
  'email_invalid',
  'service_unavailable', // the code would be said, and there is no phone line
  'rate_limited', // codes of the member, to the number, or to strangers altogether
);

/** A new mobile (`sms`), mail address or landline (`voice`). A mobile may have its code said. */
export type ContactChange = { channel: Channel; address: string; by?: 'text' | 'call' };

/**
 * Parses a new number or email address and counts the code against the limits, before the transaction of
 * `beginContactChange`.
 */
export async function countContactChange(
  context: ManagementContext,
  memberId: string,
  change: ContactChange,
): Promise<Result<string, RefusalOf<typeof BEGIN_CONTACT_CHANGE_REFUSALS>>> {
  const to = readAddress(change);
  if (!to.ok) return to;
  const byMember = [context.limits.contactCodesByMember, memberId] as const;
  if (isSaid(change)) {
    const called = await countCodeCall(context, to.value);
    if (!called.ok) return called;
    const allowed = await consumeAll([byMember]);
    return allowed.ok ? to : refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  }
  const isMail = change.channel === 'email';
  if (!isMail && !isServed(to.value, context.settings.countriesServed)) return refuse('country_not_served');
  const counted = await countStrangerCodes(context, isMail ? { email: to.value } : { mobile: to.value }, [
    byMember,
  ]);
  return counted.ok ? to : counted;
}

/**
 * Sends a code to a member's new number or email address, or has it said there. The old one stays valid until the code is entered.
 * Whether somebody else has verified the same one is revealed only to whoever receives the code.
 */
export async function beginContactChange(
  context: ManagementContext,
  tx: Tx,
  memberId: string,
  { channel, by = 'text' }: ContactChange,
  to: string,
): Promise<Result<{ channel: Channel; code_expires_at: string }, never>> {
  const found = await sql<{ locale: Locale }>`
    select locale from members where member_id = ${memberId}`.execute(tx);
  const locale = found.rows[0]?.locale ?? 'ko';
  const expires = await sendCode(context, tx, {
    memberId,
    channel,
    to,
    by,
    locale,
    isNewAddress: true,
  });
  return done({ channel, code_expires_at: expires.toISOString() });
}

function readAddress({
  channel,
  address,
}: ContactChange): Result<string, 'phone_number_invalid' | 'email_invalid'> {
  if (channel === 'email') {
    const email = parseEmail(address);
    return email.ok ? done(email.email) : refuse(email.code);
  }
  const phone = parsePhone(address);
  const fits = phone.ok && isPersonal(phone.e164) && isMobile(phone.e164) === (channel === 'sms');
  return fits ? done(phone.e164) : refuse('phone_number_invalid');
}

type Code = { code_id: string; digest: Buffer; new_address: string; expires_at: Date; used_at: Date | null };

export const COMPLETE_CONTACT_CHANGE_REFUSALS = refusals(
  'code_not_digits',
  'verification_code_wrong', // also when there is no such code, and after five attempts
  'verification_code_expired',
  'member_exists', // somebody else has proven the same number or address
  ...PROFILE_REFUSALS,
);

/**
 * Replaces the number or address with the new one that the code verifies, and tells the old one. Entering the code
 * again after it worked gives the same answer.
 */
export async function completeContactChange(
  context: ManagementContext,
  memberId: string,
  { channel, code }: { channel: Channel; code: string },
): Promise<Result<MemberProfile, RefusalOf<typeof COMPLETE_CONTACT_CHANGE_REFUSALS>>> {
  const typed = parseCode(code);
  if (!typed.ok) return typed;
  // The attempt is counted and committed before the code is compared.
  const counted = await sql<Code>`
    update verification_codes set attempts = attempts + 1
    where code_id = (
      select code_id from verification_codes
      where member_id = ${memberId} and channel = ${channel} and new_address is not null
      order by created_at desc, code_id desc limit 1)
      and attempts < ${CODE_ATTEMPTS_MAX} and new_address is not null
    returning code_id, digest, new_address, expires_at, used_at`.execute(context.db);
  const stored = counted.rows[0];
  if (stored === undefined || !isCode(context, stored, typed.value)) return refuse('verification_code_wrong');
  if (stored.used_at !== null) return readProfile(context.db, memberId, 'web');
  if (stored.expires_at <= context.clock()) return refuse('verification_code_expired');
  return inTransaction(context.db, async (tx) => {
    const moved = await moveContact(context, tx, memberId, channel, stored);
    if (!moved.ok) return moved;
    return readProfile(tx, memberId, 'web');
  });
}

const COLUMNS = {
  sms: { column: 'mobile', verified_at: 'mobile_verified_at' },
  email: { column: 'email', verified_at: 'email_verified_at' },
  voice: { column: 'landline', verified_at: 'landline_verified_at' },
} as const;

async function moveContact(
  context: ManagementContext,
  tx: Tx,
  memberId: string,
  channel: Channel,
  { code_id, new_address }: Code,
): Promise<Result<null, 'verification_code_wrong' | 'member_exists'>> {
  const now = context.clock();
  const found = await sql<Contact & { locale: Locale }>`
    select locale, ${CONTACT_COLUMNS} from members where member_id = ${memberId} for update`.execute(tx);
  const before = found.rows[0];
  if (before === undefined) return refuse('verification_code_wrong');
  const used = await sql`
    update verification_codes set used_at = ${now} where code_id = ${code_id} and used_at is null returning 1`.execute(
    tx,
  );
  // A concurrent request with the same code has done it.
  if (used.rows.length === 0) return done(null);
  try {
    const { column, verified_at } = COLUMNS[channel];
    await sql`
      update members set ${sql.ref(column)} = ${new_address}, ${sql.ref(verified_at)} = ${now},
        email_is_anothers = email_is_anothers and ${channel !== 'email'}
      where member_id = ${memberId}`.execute(tx);
  } catch (error) {
    if (ADDRESS_TAKEN.has(constraintOf(error) ?? '')) return rollBack(refuse('member_exists'));
    throw error;
  }
  const address = before[COLUMNS[channel].column];
  // A first number or address replaces none.
  if (address === null) return done(null);
  await queueMessage(context, tx, {
    kind: 'account.contact_changed',
    vars: { changed_at: now.toISOString() },
    to: [{ channel, address }],
    locale: before.locale,
    subject_id: memberId,
  });
  return done(null);
}
