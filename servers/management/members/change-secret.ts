import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import type { ProblemCode } from '../../../kit/http/statuses.ts';
import { compareCounted, consumeAll } from '../../../kit/limits.ts';
import { checkPassword } from '../../../kit/password-policy.ts';
import { hashSecret, verifySecret } from '../../../kit/passwords.ts';
import { checkPin, PIN_REFUSALS } from '../../../kit/pin-policy.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { parsePin } from '../../../kit/typed/pin.ts';
import type { ManagementContext } from '../context.ts';
import { CONTACT_COLUMNS } from '../messages/reach.ts';
import { type Addressee, tellMember } from '../messages/tell-member.ts';
import { endAccess } from './end-access.ts';
import { hashPhonePin, isPhonePin } from './phone-pin-hash.ts';
import { PHONE_PIN_DIGITS } from './register-member.ts';

type Caller = { member_id: string; session_id: string };
type Member = Addressee & { name: string; password_hash: string | null; phone_pin_hash: string };
export type SecretChanged = { changed: true };

export const CHANGE_PASSWORD_REFUSALS = refusals('rate_limited', 'credentials_wrong', 'password_too_weak');

/**
 * Changes a member's password, given the old one. All their other sessions end, and they are told. Passkeys stay unless
 * they ask otherwise. A retry after it worked succeeds.
 */
export async function changePassword(
  context: ManagementContext,
  caller: Caller,
  input: { old_password: string; new_password: string; remove_passkeys?: boolean },
): Promise<Result<SecretChanged, RefusalOf<typeof CHANGE_PASSWORD_REFUSALS>>> {
  return changeSecret(context, caller, {
    column: 'password_hash',
    removesPasskeys: input.remove_passkeys === true,
    isOld: (stored) => verifySecret(stored, input.old_password),
    isNew: (stored) => verifySecret(stored, input.new_password),
    hashNew: () => hashSecret(input.new_password),
    problemOf: ({ name, email, mobile, landline }) =>
      checkPassword(input.new_password, { name, login: email, phones: [mobile, landline] }),
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
    removesPasskeys: false,
    isOld: (stored) => isPhonePin(context, member_id, stored, input.old_phone_pin),
    isNew: (stored) => isPhonePin(context, member_id, stored, input.new_phone_pin),
    hashNew: () => hashPhonePin(context, member_id, input.new_phone_pin),
    problemOf: async ({ mobile, landline }) =>
      checkPin(input.new_phone_pin, { digits, phone: mobile ?? landline ?? '' }),
  });
}

type Change<Code extends ProblemCode> = {
  column: 'password_hash' | 'phone_pin_hash';
  removesPasskeys: boolean;
  /** They take as long for null, which matches nothing. */
  isOld: (stored: string | null) => Promise<boolean>;
  isNew: (stored: string | null) => Promise<boolean>;
  hashNew: () => Promise<string>;
  problemOf: (member: Member) => Promise<Code | null>;
};

async function changeSecret<Code extends ProblemCode>(
  context: ManagementContext,
  { member_id, session_id }: Caller,
  { column, removesPasskeys, isOld, isNew, hashNew, problemOf }: Change<Code>,
): Promise<Result<SecretChanged, 'rate_limited' | 'credentials_wrong' | Code>> {
  const { db } = context;
  const tries = [[context.limits.proofsBySession, session_id]] as const;
  // Counted before the comparison: a stolen session must not be a way to guess the password.
  const allowed = await consumeAll(tries);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  const found = await sql<Member>`
    select member_id, name, locale, password_hash, phone_pin_hash, ${CONTACT_COLUMNS}
    from members where member_id = ${member_id}`.execute(db);
  const member = found.rows[0];
  const stored = member?.[column] ?? null;
  const isRight = await compareCounted(tries, () => isOld(stored));
  if (!isRight || member === undefined || stored === null) {
    const isDone = await isNew(stored);
    return isDone ? done({ changed: true }) : refuse('credentials_wrong');
  }
  const problem = await problemOf(member);
  if (problem !== null) return refuse(problem);
  const hash = await hashNew();
  return inTransaction(db, async (tx) => {
    const now = context.clock();
    // Only if the hash is still the one compared: of two concurrent changes the second is refused.
    const changed = await sql`
      update members set ${sql.ref(column)} = ${hash}
      where member_id = ${member_id} and ${sql.ref(column)} = ${stored} returning 1`.execute(tx);
    if (changed.rows.length === 0) return refuse('credentials_wrong');
    await endAccess(context, tx, { member_id, except: session_id, removesPasskeys });
    await tellMember(context, tx, member, { kind: 'account.password_changed', changed_at: now });
    return done({ changed: true });
  });
}
