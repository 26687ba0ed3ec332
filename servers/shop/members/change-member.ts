import { isServed } from '../../../kit/countries-served.ts';
import { sql } from '../../../kit/db/sql.ts';
import { sqlstateOf, UNIQUE_VIOLATION } from '../../../kit/db/sqlstate.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import { consumeAll } from '../../../kit/limits.ts';
import { isMobile, isPersonal } from '../../../kit/phone.ts';
import { done, type RefusalOf, type Result, refusals, refuse, rollBack } from '../../../kit/result.ts';
import { parseEmail } from '../../../kit/typed/email.ts';
import { parseName } from '../../../kit/typed/name.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import { type Locale, words } from '../../../kit/words/index.ts';
import type { ShopContext } from '../context.ts';
import { type SentBy, sentBy, tell } from '../messages/tell.ts';
import { queueText } from '../messages/text-messages.ts';
import {
  CODE_MINUTES,
  codeUse,
  GUESS_PHONE_CODE_REFUSALS,
  newPhoneCode,
  type ProvenPhone,
  spendPhoneCode,
} from '../opening/phone-codes.ts';
import type { Member } from './members.ts';

export type OwnMembership = Member & { locale: Locale; joined_at: string };

export const READ_OWN_MEMBERSHIP_REFUSALS = refusals('member_not_found');

/** A member's own profile. */
export async function readOwnMembership(
  executor: Executor,
  memberId: string,
): Promise<Result<OwnMembership, RefusalOf<typeof READ_OWN_MEMBERSHIP_REFUSALS>>> {
  const found = await sql<Omit<OwnMembership, 'joined_at'> & { created_at: Date }>`
    select member_id, member_no, name, phone, email, locale, created_at from members
    where member_id = ${memberId} and left_at is null and name is not null and phone is not null`.execute(
    executor,
  );
  const row = found.rows[0];
  if (row === undefined) return refuse('member_not_found');
  const { created_at, ...membership } = row;
  return done({ ...membership, joined_at: created_at.toISOString() });
}

export const CHANGE_MEMBER_REFUSALS = refusals('name_invalid', 'email_invalid', 'member_not_found');

/**
 * Changes what is given; an email address of null removes it. The response is stored for good, so it has no personal
 * data.
 */
export async function changeMember(
  tx: Tx,
  memberId: string,
  changes: { name?: string; email?: string | null; locale?: Locale },
): Promise<Result<{ member_id: string }, RefusalOf<typeof CHANGE_MEMBER_REFUSALS>>> {
  const name = changes.name === undefined ? undefined : parseName(changes.name);
  if (name?.ok === false) return name;
  const email = typeof changes.email === 'string' ? parseEmail(changes.email) : undefined;
  if (email?.ok === false) return refuse(email.code);
  const changed = await sql`
    update members set name = coalesce(${name?.value ?? null}, name), locale = coalesce(${changes.locale ?? null}, locale),
      email = case when ${changes.email === undefined} then email else ${email?.email ?? null} end
    where member_id = ${memberId} and left_at is null returning 1`.execute(tx);
  return changed.rows.length === 0 ? refuse('member_not_found') : done({ member_id: memberId });
}

export const BEGIN_PHONE_CHANGE_REFUSALS = refusals(
  'phone_number_invalid',
  'country_not_served', // no codes are sent to numbers of that country
  'rate_limited',
  'member_not_found',
);

/** Parses the new phone number and counts the code against its limits, before the transaction of `beginPhoneChange`. */
export async function countPhoneChange(
  context: ShopContext,
  input: { phone: string },
  address: string,
): Promise<Result<string, 'phone_number_invalid' | 'country_not_served' | 'rate_limited'>> {
  const parsed = parsePhone(input.phone);
  if (!parsed.ok || !isPersonal(parsed.e164)) return refuse('phone_number_invalid');
  const phone = parsed.e164;
  if (!isServed(phone, context.settings.countriesServed)) return refuse('country_not_served');
  const allowed = await consumeAll([
    codeUse(context, 'new_phone', phone),
    [context.limits.codeByAddress, address],
  ]);
  return allowed.ok ? done(phone) : refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
}

/**
 * Tells a code to the member's new phone. Whether that phone is another member's is disclosed only once it is proven.
 */
export async function beginPhoneChange(
  context: ShopContext,
  tx: Tx,
  memberId: string,
  { phone, by }: { phone: string; by?: SentBy | undefined },
): Promise<Result<{ expires_in_minutes: number; sent_by: SentBy }, 'member_not_found'>> {
  const me = await readOwnMembership(tx, memberId);
  if (!me.ok) return me;
  const code = await newPhoneCode(context, tx, { purpose: 'new_phone', subject: memberId }, phone);
  const { locale } = me.value;
  await tell(context, tx, { phone, locale, by }, { kind: 'account.verification_code', ...code });
  return done({ expires_in_minutes: CODE_MINUTES, sent_by: sentBy(phone, by) });
}

export const COMPLETE_PHONE_CHANGE_REFUSALS = refusals(
  ...GUESS_PHONE_CODE_REFUSALS,
  'member_not_found',
  'member_exists', // the phone is another member's
);

/** Sets the new phone once it is proven, and texts the old one about it, if it takes texts. */
export async function completePhoneChange(
  context: ShopContext,
  tx: Tx,
  memberId: string,
  { code_id, phone }: ProvenPhone,
): Promise<Result<{ member_id: string }, RefusalOf<typeof COMPLETE_PHONE_CHANGE_REFUSALS>>> {
  if (!(await spendPhoneCode(context, tx, code_id))) return refuse('verification_code_wrong');
  const me = await readOwnMembership(tx, memberId);
  if (!me.ok) return me;
  if (me.value.phone === phone) return done({ member_id: memberId });
  try {
    await sql`update members set phone = ${phone} where member_id = ${memberId} and left_at is null`.execute(
      tx,
    );
  } catch (error) {
    if (sqlstateOf(error) === UNIQUE_VIOLATION) return rollBack(refuse('member_exists'));
    throw error;
  }
  const now = context.clock();
  const { locale } = me.value;
  const kind = 'account.contact_changed';
  const text = words(locale).sms(kind, { changed_at: now });
  if (isMobile(me.value.phone))
    await queueText(context, tx, { phone: me.value.phone, text, due_at: now, notice: { kind, locale } });
  return done({ member_id: memberId });
}
