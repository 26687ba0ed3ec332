import { sql } from 'kysely';
import { sqlstateOf, UNIQUE_VIOLATION } from '../../../kit/db/sqlstate.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { done, Refused, type Result, refuse } from '../../../kit/result.ts';
import { checkPerson, type OfficeMember } from './members.ts';

/** A member as the office sees them. Refusal: member_not_found, of one who left too. */
export async function readMember(executor: Executor, memberId: string): Promise<Result<OfficeMember>> {
  const found = await sql<OfficeMember>`
    select member_id, member_no, name, phone, email, origin from members
    where member_id = ${memberId} and left_at is null and name is not null and phone is not null`.execute(
    executor,
  );
  const [member] = found.rows;
  return member === undefined ? refuse('member_not_found') : done(member);
}

/**
 * Staff correct what the shop has of a member; the member number stays. Answers of changes are kept for good, so they
 * have nothing of the person.
 * Refusals in order: validation_failed (the name), phone_number_invalid, email_invalid, member_not_found, member_exists
 * (the phone is another member's).
 */
export async function officeChangeMember(
  tx: Executor,
  memberId: string,
  input: { name: string; phone: string; email: string | null },
): Promise<Result<{ member_id: string }>> {
  const checked = checkPerson({ ...input, email: input.email ?? undefined });
  if (!checked.ok) return checked;
  const { name, phone, email } = checked.value;
  const changed = await sql`
    update members set name = ${name}, phone = ${phone}, email = ${email}
    where member_id = ${memberId} and left_at is null returning 1`
    .execute(tx)
    .catch((error: unknown) => {
      throw sqlstateOf(error) === UNIQUE_VIOLATION ? new Refused(refuse('member_exists')) : error;
    });
  return changed.rows.length === 0 ? refuse('member_not_found') : done({ member_id: memberId });
}
