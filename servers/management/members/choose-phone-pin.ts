import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { checkPin, PIN_REFUSALS } from '../../../kit/pin-policy.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { ManagementContext } from '../context.ts';
import { CONTACT_COLUMNS } from '../messages/reach.ts';
import { type Addressee, tellEverywhere } from '../messages/tell-member.ts';
import { memberOfPhone, type PhoneMember } from './phone-member.ts';
import { hashPhonePin, isPhonePin } from './phone-pin-hash.ts';
import { openRequest, provedContacts, sendRequestCode } from './request-codes.ts';

export const CHOOSE_PHONE_PIN_REFUSALS = refusals(
  ...PIN_REFUSALS,
  'member_not_found', // the number is no member's any more
  'verification_code_wrong', // the member has a mail address, and its code was not entered
);

/**
 * A new phone PIN for the member whose number was proven by calling it, when the old one is forgotten. A member with a mail
 * address has entered the code sent there, too (`requestId`). Sessions that a
 * phone PIN opened end, and every other way to reach the member tells them: whoever answers their phone is not always them.
 * A retry changes and tells nothing more.
 */
export async function choosePhonePinByCall(
  context: ManagementContext,
  phone: string,
  phonePin: string,
  requestId?: string,
): Promise<Result<PhoneMember, RefusalOf<typeof CHOOSE_PHONE_PIN_REFUSALS>>> {
  const bad = checkPin(phonePin, { phone });
  if (bad !== null) return refuse(bad);
  const known = await memberOfPhone(context.db, phone);
  if (known === undefined) return refuse('member_not_found');
  if (known.email !== null && !(await isMailProved(context, known.member_id, requestId)))
    return refuse('verification_code_wrong');
  const { member_id } = known;
  const found = await sql<Addressee & { phone_pin_hash: string }>`
    select member_id, locale, phone_pin_hash, ${CONTACT_COLUMNS} from members where member_id = ${member_id}`.execute(
    context.db,
  );
  const member = found.rows[0];
  if (member === undefined) return refuse('member_not_found');
  if (!(await isPhonePin(context, member_id, member.phone_pin_hash, phonePin)))
    await storePhonePin(context, phone, member, await hashPhonePin(context, member_id, phonePin));
  await context.limits.phonePinByOwnPhone.clear(member_id);
  await context.limits.phonePinByMember.clear(member_id);
  return done(known);
}

/** Whether the mail address was proved as well, by the request's code. */
async function isMailProved(
  context: ManagementContext,
  memberId: string,
  requestId: string | undefined,
): Promise<boolean> {
  if (requestId === undefined) return false;
  const request = await provedContacts(context, context.db, requestId, 'phone_pin');
  return request?.member_id === memberId && request.contacts.includes('email');
}

export const SEND_PHONE_PIN_CODE_REFUSALS = refusals(
  'member_not_found', // the number is no member's with a mail address
  'rate_limited', // codes of the member
);

/** Sends a code to the mail address of the member whose phone was proved by calling it. */
export async function sendPhonePinCode(
  context: ManagementContext,
  phone: string,
): Promise<Result<{ request_id: string }, RefusalOf<typeof SEND_PHONE_PIN_CODE_REFUSALS>>> {
  const member = await memberOfPhone(context.db, phone);
  if (member === undefined || member.email === null) return refuse('member_not_found');
  const allowed = await context.limits.recoveryCodesByMember.consume(member.member_id);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  const to = { channel: 'email', address: member.email } as const;
  return inTransaction(context.db, async (tx) => {
    const requestId = await openRequest(context, tx, 'phone_pin', member);
    await sendRequestCode(context, tx, { requestId, member, contact: 'email', to });
    return done({ request_id: requestId });
  });
}

async function storePhonePin(
  context: ManagementContext,
  phone: string,
  member: Addressee,
  hash: string,
): Promise<void> {
  const now = context.clock();
  const { member_id } = member;
  await inTransaction(context.db, async (tx) => {
    await sql`update members set phone_pin_hash = ${hash} where member_id = ${member_id}`.execute(tx);
    await sql`
      update member_sessions set ended_at = ${now}
      where member_id = ${member_id} and line in ('phone', 'terminal') and ended_at is null`.execute(tx);
    const vars = { changed_at: now.toISOString() };
    await tellEverywhere(context, tx, member, { kind: 'account.password_changed', vars, except: phone });
  });
}
