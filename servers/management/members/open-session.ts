import { addMs, DAY_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
import { maskName } from '../../../kit/names.ts';
import { done, type Result, refuse } from '../../../kit/result.ts';
import { newToken, tokenDigest } from '../../../kit/tokens.ts';
import type { Locale } from '../../../kit/words/index.ts';
import type { ManagementContext } from '../context.ts';
import { CONTACT_COLUMNS, type Contact } from '../messages/reach.ts';
import { addressArea, type Place } from './known-places.ts';
import { listPaymentMethods, type StoredPaymentMethod } from './payment-methods/payment-methods.ts';

export type Line = 'web' | 'phone' | 'terminal';
/** A till that its shop vouches for. */
export type TerminalLine = { party: string; terminal_id: string };

export type MemberSession = {
  session_token: string;
  expires_at: string;
  member: { member_id: string; member_number: string; name: string; locale: Locale };
  payment_methods: StoredPaymentMethod[];
};

/** A member with their current secrets. */
export type Member = Contact & {
  member_id: string;
  member_number: string;
  name: string;
  locale: Locale;
  /** Null for a member who joined by telephone and has chosen none, and for a closed account. */
  password_hash: string | null;
  phone_pin_hash: string;
};

const SESSION_MS = { web: DAY_MS, phone: 30 * MINUTE_MS, terminal: 10 * MINUTE_MS };

type Key = { member_id: string } | { member_number: string } | { email: string };

/** A member by id, number or mail address (`emailKey`). */
export async function readMember({ db }: ManagementContext, key: Key): Promise<Member | undefined> {
  const found = await sql<Member>`
    select member_id, member_number, name, locale, password_hash, phone_pin_hash, ${CONTACT_COLUMNS} from members
    where member_number is not null and closed_at is null and ${condition(key)}`.execute(db);
  return found.rows[0];
}

function condition(key: Key) {
  if ('member_id' in key) return sql`member_id = ${key.member_id}`;
  return 'email' in key
    ? sql`lower(email) = ${key.email} and not email_is_anothers`
    : sql`member_number = ${key.member_number}`;
}

/** Opens a session for a member who has been authenticated. */
export async function openSession(
  context: ManagementContext,
  member: Member,
  line: Line,
  where: { place?: Place | undefined; terminal?: TerminalLine } = {},
): Promise<Result<MemberSession, 'credentials_wrong'>> {
  const now = context.clock();
  const expires = addMs(now, SESSION_MS[line]);
  const token = newToken('member', context.random);
  const { place, terminal } = where;
  const area = place === undefined ? null : addressArea(place.address);
  // Only if the secrets are still those compared: a password change ends all sessions, this one too.
  const opened = await sql`
    with current as (
      select member_id from members
      where member_id = ${member.member_id} and closed_at is null
        and password_hash is not distinct from ${member.password_hash} and phone_pin_hash = ${member.phone_pin_hash}
      for share)
    insert into member_sessions (session_id, member_id, token_digest, line, created_at, expires_at, proved_at,
      last_used_at, browser, area, terminal_party, terminal_id)
    select ${newId()}::uuid, member_id, ${tokenDigest(token)}::bytea, ${line}, ${now}::timestamptz,
      ${expires}::timestamptz, ${now}::timestamptz, ${now}::timestamptz, ${place?.browser ?? null}::text, ${area}::text,
      ${terminal?.party ?? null}::text, ${terminal?.terminal_id ?? null}::uuid
    from current returning 1`.execute(context.db);
  if (opened.rows.length === 0) return refuse('credentials_wrong');
  const { member_id, member_number, name, locale } = member;
  return done({
    session_token: token,
    expires_at: expires.toISOString(),
    // On a phone line or a terminal's screen others may hear or see the name.
    member: { member_id, member_number, name: line === 'web' ? name : maskName(name), locale },
    payment_methods: await listPaymentMethods(context, member_id),
  });
}

/** Ends a session; repeating it changes nothing. */
export async function logOut(context: ManagementContext, sessionId: string): Promise<void> {
  await sql`
    update member_sessions set ended_at = ${context.clock()}
    where session_id = ${sessionId} and ended_at is null`.execute(context.db);
}
