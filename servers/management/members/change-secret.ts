import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import type { ProblemCode } from '../../../kit/http/statuses.ts';
import { checkPassword, hashSecret, verifySecret } from '../../../kit/passwords.ts';
import { checkPin, PIN_REFUSALS } from '../../../kit/pin-policy.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { parsePin } from '../../../kit/typed/pin.ts';
import type { ManagementContext } from '../context.ts';
import { CONTACT_COLUMNS } from '../messages/reach.ts';
import { type Addressee, tellMember } from '../messages/tell-member.ts';
import { hashPhonePin, isPhonePin } from './phone-pin-hash.ts';
import { PHONE_PIN_DIGITS } from './register-member.ts';

type Caller = { member_id: string; session_id: string };
type Member = Addressee & { password_hash: string | null; phone_pin_hash: string };
export type SecretChanged = { changed: true };

export const CHANGE_PASSWORD_REFUSALS = refusals('rate_limited', 'credentials_wrong', 'password_too_weak');

/**
 * Changes a member's password, given the old one. All their other sessions end, and they are told. A retry after it
 * worked succeeds.
 */
export async function changePassword(
  context: ManagementContext,
  caller: Caller,
  input: { old_password: string; new_password: string },
): Promise<Result<SecretChanged, RefusalOf<typeof CHANGE_PASSWORD_REFUSALS>>> {
  return changeSecret(context, caller, {
    column: 'password_hash',
    isOld: (stored) => verifySecret(stored, input.old_password),
    isNew: (stored) => verifySecret(stored, input.new_password),
    hashNew: () => hashSecret(input.new_password),
    problemOf: ({ email }) => checkPassword(input.new_password, { email }),
  });
}

export const CHANGE_PHONE_PIN_REFUSALS = refusals('rate_limited', 'credentials_wrong', ...PIN_REFUSALS);

/** Like `changePassword`, for the PIN used on phone lines and at terminals. */
export async function changePhonePin(
  context: ManagementContext,
  caller: Caller,
  input: { old_phone_pin: string; new_phone_pin: string },
): Promise<Result<SecretChanged, RefusalOf<typeof CHANGE_PHONE_PIN_REFUSALS>>> {
  const old = parsePin(input.old_phone_pin);
  if (!old.ok) return old;
  const { member_id } = caller;
  const digits = { min: PHONE_PIN_DIGITS, max: PHONE_PIN_DIGITS };
  return changeSecret(context, caller, {
    column: 'phone_pin_hash',
    isOld: (stored) => isPhonePin(context, member_id, stored, input.old_phone_pin),
    isNew: (stored) => isPhonePin(context, member_id, stored, input.new_phone_pin),
    hashNew: () => hashPhonePin(context, member_id, input.new_phone_pin),
    problemOf: ({ mobile, landline }) =>
      checkPin(input.new_phone_pin, { digits, phone: mobile ?? landline ?? '' }),
  });
}

type Change<Code extends ProblemCode> = {
  column: 'password_hash' | 'phone_pin_hash';
  /** They take as long for null, which matches nothing. */
  isOld: (stored: string | null) => Promise<boolean>;
  isNew: (stored: string | null) => Promise<boolean>;
  hashNew: () => Promise<string>;
  problemOf: (member: Member) => Code | null;
};

async function changeSecret<Code extends ProblemCode>(
  context: ManagementContext,
  { member_id, session_id }: Caller,
  { column, isOld, isNew, hashNew, problemOf }: Change<Code>,
): Promise<Result<SecretChanged, 'rate_limited' | 'credentials_wrong' | Code>> {
  const { db, limits } = context;
  // Counted before the comparison: a stolen session must not be a way to guess the password.
  const allowed = await limits.secretChangesByMember.consume(member_id);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  const found = await sql<Member>`
    select member_id, locale, password_hash, phone_pin_hash, ${CONTACT_COLUMNS}
    from members where member_id = ${member_id}`.execute(db);
  const member = found.rows[0];
  const stored = member?.[column] ?? null;
  if (!(await isOld(stored)) || member === undefined || stored === null) {
    const isDone = await isNew(stored);
    return isDone ? done({ changed: true }) : refuse('credentials_wrong');
  }
  const problem = problemOf(member);
  if (problem !== null) return refuse(problem);
  const hash = await hashNew();
  return inTransaction(db, async (tx) => {
    const now = context.clock();
    // Only if the hash is still the one compared: of two concurrent changes the second is refused.
    const changed = await sql`
      update members set ${sql.ref(column)} = ${hash}
      where member_id = ${member_id} and ${sql.ref(column)} = ${stored} returning 1`.execute(tx);
    if (changed.rows.length === 0) return refuse('credentials_wrong');
    await sql`
      update member_sessions set ended_at = ${now}
      where member_id = ${member_id} and session_id <> ${session_id} and ended_at is null`.execute(tx);
    await tellMember(context, tx, member, { kind: 'account.password_changed', changed_at: now });
    return done({ changed: true });
  });
}
