import { sql } from '../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import { maskEmail } from '../../../kit/email.ts';
import type { Locale } from '../../../kit/format/locale.ts';
import { maskName } from '../../../kit/names.ts';
import { maskPhone } from '../../../kit/phone.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { parseName } from '../../../kit/typed/name.ts';
import { type Channel, CONTACT_COLUMNS } from '../messages/reach.ts';

/**
 * Notices that a buyer may turn off. Those about their money (bought, not bought, refunded) are not among them. The
 * database lists the same kinds (`notices_off_known`).
 */
export const OPTIONAL_NOTICES = [
  'gift_accepted',
  'certificate_issued',
  'certificate_used',
  'use_reversed',
  'birthday_soon',
] as const;
export type OptionalNotice = (typeof OPTIONAL_NOTICES)[number];

export type MemberProfile = {
  member_id: string;
  member_number: string;
  name: string;
  /** A member who joined by telephone may have only a landline. */
  email: string | null;
  mobile: string | null;
  landline: string | null;
  locale: Locale;
  preferred_channel: Channel;
  /** Which of the optional notices are on. */
  notices: Record<OptionalNotice, boolean>;
};

export type ProfileChange = {
  name?: string;
  locale?: Locale;
  preferred_channel?: Channel;
  notices?: Partial<Record<OptionalNotice, boolean>>;
};

type Line = 'web' | 'phone' | 'terminal';
type Row = Omit<MemberProfile, 'notices'> & { notices_off: OptionalNotice[] };
const COLUMNS = sql`member_id, member_number, name, locale, notices_off, ${CONTACT_COLUMNS}`;

export const PROFILE_REFUSALS = refusals('member_not_found');
export const CHANGE_PROFILE_REFUSALS = refusals('name_invalid', ...PROFILE_REFUSALS);

/** A member's profile. On a phone line or a terminal's screen others may hear or see it, so it is masked there. */
export async function readProfile(
  executor: Executor,
  memberId: string,
  line: Line,
): Promise<Result<MemberProfile, RefusalOf<typeof PROFILE_REFUSALS>>> {
  const found = await sql<Row>`select ${COLUMNS} from members
    where member_id = ${memberId} and member_number is not null`.execute(executor);
  const member = found.rows[0];
  return member === undefined ? refuse('member_not_found') : done(profileView(member, line));
}

/** Changes what a member may change freely; omitted fields stay as they are. */
export async function changeProfile(
  tx: Tx,
  memberId: string,
  line: Line,
  change: ProfileChange,
): Promise<Result<MemberProfile, RefusalOf<typeof CHANGE_PROFILE_REFUSALS>>> {
  const name = change.name === undefined ? undefined : parseName(change.name);
  if (name?.ok === false) return name;
  const found = await sql<Row>`select ${COLUMNS} from members
    where member_id = ${memberId} and member_number is not null for update`.execute(tx);
  const before = found.rows[0];
  if (before === undefined) return refuse('member_not_found');
  const wanted = { ...noticesOf(before), ...change.notices };
  const after: Row = {
    ...before,
    name: name?.value ?? before.name,
    locale: change.locale ?? before.locale,
    preferred_channel: change.preferred_channel ?? before.preferred_channel,
    notices_off: OPTIONAL_NOTICES.filter((kind) => !wanted[kind]),
  };
  await sql`
    update members set name = ${after.name}, locale = ${after.locale}, preferred_channel = ${after.preferred_channel},
      notices_off = ${after.notices_off}
    where member_id = ${memberId}`.execute(tx);
  return done(profileView(after, line));
}

function noticesOf({ notices_off }: Row): Record<OptionalNotice, boolean> {
  const wanted = (kind: OptionalNotice) => !notices_off.includes(kind);
  return {
    gift_accepted: wanted('gift_accepted'),
    certificate_issued: wanted('certificate_issued'),
    certificate_used: wanted('certificate_used'),
    use_reversed: wanted('use_reversed'),
    birthday_soon: wanted('birthday_soon'),
  };
}

function profileView(member: Row, line: Line): MemberProfile {
  const { member_id, member_number, name, email, mobile, landline, locale, preferred_channel } = member;
  const isPrivate = line === 'web';
  return {
    member_id,
    member_number,
    name: isPrivate ? name : maskName(name),
    email: isPrivate || email === null ? email : maskEmail(email),
    mobile: isPrivate || mobile === null ? mobile : maskPhone(mobile),
    landline: isPrivate || landline === null ? landline : maskPhone(landline),
    locale,
    preferred_channel,
    notices: noticesOf(member),
  };
}
