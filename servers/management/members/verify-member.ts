import { sql } from '../../../kit/db/sql.ts';
import { constraintOf } from '../../../kit/db/sqlstate.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse, rollBack } from '../../../kit/result.ts';
import { parseCode } from '../../../kit/typed/code.ts';
import type { ManagementContext } from '../context.ts';
import { memberNumberFor } from './member-number.ts';
import { isCode } from './verification-codes.ts';

export type Verification = {
  member_id: string;
  verified: ('sms' | 'email')[];
  /** Assigned once both are verified. */
  member_number?: string;
};

type Code = { code_id: string; digest: Buffer; expires_at: Date };

export const CODE_ATTEMPTS_MAX = 5;

export const VERIFY_MEMBER_REFUSALS = refusals(
  'code_not_digits',
  'verification_code_wrong', // also when there is no such code, and after five attempts
  'verification_code_expired',
  'member_exists', // somebody else has proven the same number or address
);

/**
 * Verifies the mobile number or the email address with the code sent there; once both are verified the member number
 * is assigned.
 */
export async function verifyMember(
  context: ManagementContext,
  memberId: string,
  { channel, code }: { channel: 'sms' | 'email'; code: string },
): Promise<Result<Verification, RefusalOf<typeof VERIFY_MEMBER_REFUSALS>>> {
  const typed = parseCode(code);
  if (!typed.ok) return typed;
  // The attempt is counted and committed before the code is compared.
  const counted = await sql<Code>`
    update verification_codes set attempts = attempts + 1
    where code_id = (
      select code_id from verification_codes
      where member_id = ${memberId} and channel = ${channel} and new_address is null and used_at is null
      order by created_at desc limit 1)
      and attempts < ${CODE_ATTEMPTS_MAX}
    returning code_id, digest, expires_at`.execute(context.db);
  const stored = counted.rows[0];
  if (stored === undefined) return refuse('verification_code_wrong');
  if (!isCode(context, stored, typed.value)) return refuse('verification_code_wrong');
  if (stored.expires_at <= context.clock()) return refuse('verification_code_expired');
  return markVerified(context, memberId, channel, stored.code_id);
}

async function markVerified(
  context: ManagementContext,
  memberId: string,
  channel: 'sms' | 'email',
  codeId: string,
): Promise<Result<Verification, RefusalOf<typeof VERIFY_MEMBER_REFUSALS>>> {
  const now = context.clock();
  return inTransaction(context.db, async (tx) => {
    await sql`update verification_codes set used_at = ${now} where code_id = ${codeId}`.execute(tx);
    const found = await sql<{
      email_verified_at: Date | null;
      mobile_verified_at: Date | null;
      member_number: string | null;
    }>`
      select email_verified_at, mobile_verified_at, member_number from members
      where member_id = ${memberId} for update`.execute(tx);
    const member = found.rows[0];
    if (member === undefined) return refuse('verification_code_wrong');
    const emailAt = channel === 'email' ? now : member.email_verified_at;
    const mobileAt = channel === 'sms' ? now : member.mobile_verified_at;
    const both = emailAt !== null && mobileAt !== null;
    const number = member.member_number ?? (both ? await memberNumberFor(context, tx) : null);
    try {
      await sql`
        update members set email_verified_at = ${emailAt}, mobile_verified_at = ${mobileAt}, member_number = ${number}
        where member_id = ${memberId}`.execute(tx);
    } catch (error) {
      if (ADDRESS_TAKEN.has(constraintOf(error) ?? '')) return rollBack(refuse('member_exists'));
      throw error;
    }
    const verified: ('sms' | 'email')[] = [];
    if (mobileAt !== null) verified.push('sms');
    if (emailAt !== null) verified.push('email');
    return done({ member_id: memberId, verified, ...(number === null ? {} : { member_number: number }) });
  });
}

/** The constraints that fail if somebody else has verified the same number or address. */
export const ADDRESS_TAKEN: ReadonlySet<string> = new Set([
  'one_member_a_mobile',
  'one_member_an_email',
  'one_member_an_email_key', // the same in other upper and lower case
  'one_member_a_landline',
]);
