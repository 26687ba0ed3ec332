import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { newToken, tokenDigest } from '../../../kit/tokens.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import type { ShopContext } from '../context.ts';
import { GUESS_PHONE_CODE_REFUSALS, guessPhoneCode, spendPhoneCode } from '../opening/phone-codes.ts';

const SESSION_MINUTES = 30;

/** The session of a member's request. */
export type MemberSession = { session_id: string; member_id: string };

export const OPEN_MEMBER_SESSION_REFUSALS = refusals(
  'rate_limited',
  'phone_number_invalid',
  ...GUESS_PHONE_CODE_REFUSALS,
);

export async function openMemberSession(
  context: ShopContext,
  input: { phone: string; code: string; request_id: string },
  address: string,
): Promise<
  Result<{ session_token: string; expires_at: string }, RefusalOf<typeof OPEN_MEMBER_SESSION_REFUSALS>>
> {
  const allowed = await context.limits.unlockByAddress.consume(address);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  const parsed = parsePhone(input.phone);
  if (!parsed.ok) return refuse(parsed.code);
  const guessed = await guessPhoneCode(
    context,
    { purpose: 'member_session', subject: parsed.e164, asker: input.request_id },
    input.code,
  );
  if (!guessed.ok) return guessed;
  const now = context.clock();
  const expires = addMs(now, SESSION_MINUTES * MINUTE_MS);
  const token = newToken('member', context.random);
  return inTransaction(context.db, async (tx) => {
    if (!(await spendPhoneCode(context, tx, guessed.value.code_id))) return refuse('verification_code_wrong');
    const opened = await sql`
      insert into member_sessions (session_id, member_id, token_digest, created_at, expires_at)
      select ${newId()}, member_id, ${tokenDigest(token)}, ${now}::timestamptz, ${expires}::timestamptz
      from members where phone = ${parsed.e164} returning 1`.execute(tx);
    // The member has left or changed phones since the code was sent.
    if (opened.rows.length === 0) return refuse('verification_code_wrong');
    return done({ session_token: token, expires_at: expires.toISOString() });
  });
}

export async function findMemberSession(
  context: ShopContext,
  token: string,
): Promise<(MemberSession & { expires_at: Date }) | undefined> {
  const found = await sql<MemberSession & { expires_at: Date }>`
    select session_id, member_id, expires_at from member_sessions
    where token_digest = ${tokenDigest(token)} and ended_at is null`.execute(context.db);
  return found.rows[0];
}

export async function endMemberSession(context: ShopContext, { session_id }: MemberSession): Promise<void> {
  await sql`
    update member_sessions set ended_at = ${context.clock()}
    where session_id = ${session_id} and ended_at is null`.execute(context.db);
}
