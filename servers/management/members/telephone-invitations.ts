import { addMs, DAY_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import type { Locale } from '../../../kit/format/locale.ts';
import { isDomestic, isPersonal, maskPhone } from '../../../kit/phone.ts';
import { type Done, done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { recordAudit } from '../../../kit/staff/audit.ts';
import { parseName } from '../../../kit/typed/name.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import type { ManagementContext } from '../context.ts';
import { canCall, planAccountCall } from '../messages/plan-dial.ts';
import { chooseLocale } from '../orders/recipient/locale.ts';
import { memberOfPhone } from './phone-member.ts';

/** Whom staff have called, under the name on the document that they have seen. */
export type InviteByTelephone = { name: string; phone: string; locale: Locale };

export type TelephoneInvitation = { invitation_id: string; masked_phone: string; expires_at: string };

export const INVITE_BY_TELEPHONE_REFUSALS = refusals(
  'name_invalid',
  'phone_number_invalid', // also abroad, or at a premium rate
  'member_exists', // the number is a member's
  'service_unavailable', // no phone line
  'rate_limited', // calls to that number that somebody asked for
);

/** Checks whom to call, and counts the call, before the transaction of `inviteByTelephone`. */
export async function countInvitation(
  context: ManagementContext,
  { name, phone, locale }: InviteByTelephone,
): Promise<Result<InviteByTelephone, RefusalOf<typeof INVITE_BY_TELEPHONE_REFUSALS>>> {
  const named = parseName(name);
  if (!named.ok) return named;
  const parsed = parsePhone(phone);
  if (!parsed.ok || !isPersonal(parsed.e164) || !isDomestic(parsed.e164))
    return refuse('phone_number_invalid');
  if ((await memberOfPhone(context.db, parsed.e164)) !== undefined) return refuse('member_exists');
  if (!(await canCall(context))) return refuse('service_unavailable');
  const allowed = await context.limits.callBacksByPhone.consume(parsed.e164);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  return done({ name: named.value, phone: parsed.e164, locale });
}

/**
 * Has a number called at once, in the language its owner asked for: whoever answers hears this name instead of the
 * operator's, and chooses the phone PIN. Should nobody answer, the name is kept for a day, for the next call to the number.
 */
export async function inviteByTelephone(
  context: ManagementContext,
  tx: Tx,
  { invitation_id, staff_id }: { invitation_id: string; staff_id: string },
  { name, phone, locale }: InviteByTelephone,
): Promise<Done<TelephoneInvitation>> {
  const now = context.clock();
  const expires = addMs(now, DAY_MS);
  const masked_phone = maskPhone(phone);
  await sql`
    insert into telephone_invitations (invitation_id, phone, name, staff_id, created_at, expires_at)
    values (${invitation_id}, ${phone}, ${name}, ${staff_id}, ${now}, ${expires})`.execute(tx);
  await chooseLocale(context, tx, phone, locale);
  await planAccountCall(context, tx, { phone, due_at: now });
  await recordAudit(context, tx, {
    staff_id,
    action: 'invite_by_telephone',
    subject: { subject_kind: 'telephone_invitation', subject_id: invitation_id, masked_phone },
  });
  return done({ invitation_id, masked_phone, expires_at: expires.toISOString() });
}

/** The name that staff wrote down last for a number, within the day and before its owner joined. */
export async function invitedName(
  { db, clock }: ManagementContext,
  phone: string,
): Promise<string | undefined> {
  const found = await sql<{ name: string }>`
    select name from telephone_invitations
    where phone = ${phone} and used_at is null and expires_at > ${clock()}
    order by created_at desc, invitation_id desc limit 1`.execute(db);
  return found.rows[0]?.name;
}

/** Whether staff had a number called again after it answered the call of a dial. */
export async function wasInvitedAfter(
  { clock }: ManagementContext,
  tx: Tx,
  { dial_id, phone }: { dial_id: string; phone: string },
): Promise<boolean> {
  const found = await sql`
    select 1 from telephone_invitations
    where phone = ${phone} and used_at is null and expires_at > ${clock()}
      and created_at > (
        select max(at) from voice_dial_outcomes where dial_id = ${dial_id} and outcome = 'answered')
    limit 1`.execute(tx);
  return found.rows.length > 0;
}

/** The number's owner has joined, so no name that staff wrote down for it is used again. */
export async function closeInvitations({ clock }: ManagementContext, tx: Tx, phone: string): Promise<void> {
  await sql`
    update telephone_invitations set used_at = ${clock()} where phone = ${phone} and used_at is null`.execute(
    tx,
  );
}
