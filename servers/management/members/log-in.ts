import { addMs, DAY_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { emailKey } from '../../../kit/email.ts';
import { newId } from '../../../kit/ids.ts';
import { consumeAll } from '../../../kit/limits.ts';
import { maskName } from '../../../kit/names.ts';
import { verifySecret } from '../../../kit/passwords.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { newToken, tokenDigest } from '../../../kit/tokens.ts';
import { parseEmail } from '../../../kit/typed/email.ts';
import { parsePin } from '../../../kit/typed/pin.ts';
import type { ManagementContext } from '../context.ts';
import { listPaymentMethods, type StoredPaymentMethod } from './payment-methods/payment-methods.ts';
import { hashPhonePin, isPhonePin, isUnderOldKey } from './phone-pin-hash.ts';

export type Credentials =
  | { member_number: string; phone_pin: string; line: 'phone' | 'terminal' }
  | { email: string; password: string }
  | { member_number: string; password: string };

export type MemberSession = {
  session_token: string;
  expires_at: string;
  member: { member_id: string; member_number: string; name: string; locale: 'ko' | 'en' };
  payment_methods: StoredPaymentMethod[];
};

type Member = {
  member_id: string;
  member_number: string;
  name: string;
  locale: 'ko' | 'en';
  /** Null for a member who joined by telephone and has chosen none. */
  password_hash: string | null;
  phone_pin_hash: string;
};

const SESSION_MS = { web: DAY_MS, phone: 30 * MINUTE_MS, terminal: 10 * MINUTE_MS };

export const LOG_IN_REFUSALS = refusals(
  'email_invalid',
  'pin_not_digits', // can't be anybody's phone PIN, and is no attempt
  'pin_wrong_length',
  'rate_limited',
  'credentials_wrong',
);

/**
 * Purchase 1–2: the buyer logs in and gets their name and masked payment methods. The attempt is counted against the
 * account and the address before anything is compared, and an unknown member takes as long as a known one.
 */
export async function logIn(
  context: ManagementContext,
  credentials: Credentials,
  address: string,
): Promise<Result<MemberSession, RefusalOf<typeof LOG_IN_REFUSALS>>> {
  const typed = parseTyped(credentials);
  if (!typed.ok) return typed;
  const account = typed.value;
  const allowed = await consumeAll([
    [context.limits.logInByAccount, account],
    [context.limits.logInByAddress, address],
  ]);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });

  const member = await findMember(context, credentials, account);
  if (!(await secretMatches(context, member, credentials, address)) || member === undefined) {
    return refuse('credentials_wrong');
  }
  await context.limits.logInByAccount.clear(account);
  if (!('line' in credentials)) return openSession(context, member, 'web');
  return openSession(
    context,
    await underCurrentKey(context, member, credentials.phone_pin),
    credentials.line,
  );
}

/** A member by id, with their current secrets. */
export async function readMember(context: ManagementContext, memberId: string): Promise<Member | undefined> {
  const found = await sql<Member>`
    select member_id, member_number, name, locale, password_hash, phone_pin_hash from members
    where member_number is not null and member_id = ${memberId}`.execute(context.db);
  return found.rows[0];
}

/** What can't be an address or a phone PIN is no attempt. Returns what names the account. */
function parseTyped(
  credentials: Credentials,
): Result<string, 'email_invalid' | 'pin_not_digits' | 'pin_wrong_length'> {
  if ('email' in credentials) {
    const email = parseEmail(credentials.email);
    return email.ok ? done(emailKey(email.email)) : email;
  }
  const pin = 'phone_pin' in credentials ? parsePin(credentials.phone_pin) : undefined;
  return pin?.ok === false ? pin : done(credentials.member_number);
}

async function findMember(
  context: ManagementContext,
  credentials: Credentials,
  account: string,
): Promise<Member | undefined> {
  const found = await sql<Member>`
    select member_id, member_number, name, locale, password_hash, phone_pin_hash from members
    where member_number is not null and ${
      'email' in credentials
        ? sql`lower(email) = ${account} and not email_is_anothers`
        : sql`member_number = ${account}`
    }`.execute(context.db);
  return found.rows[0];
}

async function secretMatches(
  context: ManagementContext,
  member: Member | undefined,
  credentials: Credentials,
  address: string,
): Promise<boolean> {
  const asker = { from: address, share: 'known' } as const;
  if ('password' in credentials)
    return verifySecret(member?.password_hash ?? null, credentials.password, asker);
  const { member_id = '', phone_pin_hash = null } = member ?? {};
  return isPhonePin(context, member_id, phone_pin_hash, credentials.phone_pin, asker);
}

/** The member with their phone PIN stored under the current key: only now that it was typed can it be hashed anew. */
async function underCurrentKey(
  context: ManagementContext,
  member: Member,
  phonePin: string,
): Promise<Member> {
  const { member_id, phone_pin_hash: before } = member;
  if (!isUnderOldKey(context, before)) return member;
  const phone_pin_hash = await hashPhonePin(context, member_id, phonePin);
  const stored = await sql`
    update members set phone_pin_hash = ${phone_pin_hash}
    where member_id = ${member_id} and phone_pin_hash = ${before} returning 1`.execute(context.db);
  return stored.rows.length === 0 ? member : { ...member, phone_pin_hash };
}

/** Opens a session for a member who has been authenticated. */
export async function openSession(
  context: ManagementContext,
  member: Member,
  line: 'web' | 'phone' | 'terminal',
): Promise<Result<MemberSession, 'credentials_wrong'>> {
  const now = context.clock();
  const expires = addMs(now, SESSION_MS[line]);
  const token = newToken('member', context.random);
  // Only if the secrets are still those compared: a password change ends all sessions, this one too.
  const opened = await sql`
    with current as (
      select member_id from members
      where member_id = ${member.member_id} and password_hash is not distinct from ${member.password_hash}
        and phone_pin_hash = ${member.phone_pin_hash}
      for share)
    insert into member_sessions (session_id, member_id, token_digest, line, created_at, expires_at)
    select ${newId()}::uuid, member_id, ${tokenDigest(token)}::bytea, ${line}, ${now}::timestamptz,
      ${expires}::timestamptz
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
