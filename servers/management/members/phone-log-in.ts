import { sql } from '../../../kit/db/sql.ts';
import type { Asker } from '../../../kit/fair-queue.ts';
import { compareCounted, consumeAll, type LimitUse } from '../../../kit/limits.ts';
import { refuseLogIn } from '../../../kit/log-ins-failed.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { parseMemberNumber } from '../../../kit/typed/member-number.ts';
import { parsePin } from '../../../kit/typed/pin.ts';
import type { ManagementContext } from '../context.ts';
import {
  type Member,
  type MemberSession,
  openSession,
  readMember,
  type TerminalLine,
} from './open-session.ts';
import { hashPhonePin, isPhonePin, isUnderOldKey } from './phone-pin-hash.ts';

/** A member number and phone PIN as they were keyed on a line. */
export type PhoneCredentials = { member_number: string; phone_pin: string };

/** A call. Its number is easily forged, so it is only a budget of guesses. */
export type CallLine = { call_id: string; phone: string | null };

export const PHONE_LOG_IN_REFUSALS = refusals(
  'member_number_invalid', // can't be anybody's, and is no attempt; nor are the next two
  'pin_not_digits',
  'pin_wrong_length',
  'rate_limited',
  'credentials_wrong',
);
type LoggedIn = Result<MemberSession, RefusalOf<typeof PHONE_LOG_IN_REFUSALS>>;

/**
 * Purchase 1–2 on the phone line. Failures from the member's own number count apart from those from all others, so that
 * strangers who guess keep nobody from calling at home; from another phone the way in is a call back.
 */
export async function logInByCall(
  context: ManagementContext,
  credentials: PhoneCredentials,
  { call_id, phone }: CallLine,
): Promise<LoggedIn> {
  const { limits } = context;
  const whose = await accountOf(context, credentials);
  if (!whose.ok) return whose;
  const { member, account } = whose.value;
  const isOwn = phone !== null && (phone === member?.mobile || phone === member?.landline);
  const caller = `voice:${phone ?? call_id}`;
  const asker = { from: caller, share: 'known' } as const;
  return attempt(context, { member, asker }, credentials, { line: 'phone' }, [
    isOwn ? [limits.phonePinByOwnPhone, account] : [limits.phonePinByMember, account],
    [limits.logInByAddress, caller],
  ]);
}

/** Purchase 1–2 at a terminal. Its failures count for that terminal and its shop, so nobody is refused at another. */
export async function logInAtTerminal(
  context: ManagementContext,
  credentials: PhoneCredentials,
  terminal: TerminalLine,
): Promise<LoggedIn> {
  const { party, terminal_id } = terminal;
  const { limits } = context;
  const whose = await accountOf(context, credentials);
  if (!whose.ok) return whose;
  const { member, account } = whose.value;
  const asker = { from: `${party}:${terminal_id}`, share: 'known' } as const;
  return attempt(context, { member, asker }, credentials, { line: 'terminal', terminal }, [
    [limits.phonePinAtTerminal, `${account}:${party}:${terminal_id}`],
    [limits.phonePinAtShop, `${account}:${party}`],
  ]);
}

/** The member whose number was keyed, and what attempts at it count under: also if it is nobody's. */
async function accountOf(
  context: ManagementContext,
  { member_number }: PhoneCredentials,
): Promise<Result<{ member: Member | undefined; account: string }, 'member_number_invalid'>> {
  const number = parseMemberNumber(member_number);
  if (!number.ok) return number;
  const member = await readMember(context, { member_number: number.value });
  return done({ member, account: member?.member_id ?? number.value });
}

async function attempt(
  context: ManagementContext,
  { member, asker }: { member: Member | undefined; asker: Asker },
  { phone_pin }: PhoneCredentials,
  { line, ...where }: { line: 'phone' } | { line: 'terminal'; terminal: TerminalLine },
  budget: readonly LimitUse[],
): Promise<LoggedIn> {
  const typed = parsePin(phone_pin);
  if (!typed.ok) return typed;
  // Taken before the comparison, so that parallel guesses can't overrun it, and given back after a success.
  const allowed = await consumeAll(budget);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  const { member_id = '', phone_pin_hash = null } = member ?? {};
  const isRight = await compareCounted(budget, () =>
    isPhonePin(context, member_id, phone_pin_hash, phone_pin, asker),
  );
  if (!isRight || member === undefined) return refuseLogIn('member', 'credentials_wrong');
  return openSession(context, await underCurrentKey(context, member, phone_pin), line, where);
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
