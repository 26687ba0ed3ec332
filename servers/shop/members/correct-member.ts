import { sql } from '../../../kit/db/sql.ts';
import { sqlstateOf, UNIQUE_VIOLATION } from '../../../kit/db/sqlstate.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse, rollBack } from '../../../kit/result.ts';
import { CHECK_PERSON_REFUSALS, checkPerson, type OfficeMember } from './members.ts';

export const READ_MEMBER_REFUSALS = refusals(
  'member_not_found', // also for one who has left
);

/** A member as the office sees them. */
export async function readMember(
  executor: Executor,
  memberId: string,
): Promise<Result<OfficeMember, RefusalOf<typeof READ_MEMBER_REFUSALS>>> {
  const found = await sql<OfficeMember>`
    select member_id, member_no, name, phone, email, origin from members
    where member_id = ${memberId} and left_at is null and name is not null and phone is not null`.execute(
    executor,
  );
  const [member] = found.rows;
  return member === undefined ? refuse('member_not_found') : done(member);
}

export const OFFICE_CHANGE_MEMBER_REFUSALS = refusals(
  ...CHECK_PERSON_REFUSALS,
  'member_not_found',
  'member_exists', // the phone is another member's
);

/**
 * Corrects a member's details for staff; the member number stays. The response is stored for good, so it has no personal
 * data.
 */
export async function correctMember(
  tx: Tx,
  memberId: string,
  input: { name: string; phone: string; email: string | null },
): Promise<Result<{ member_id: string }, RefusalOf<typeof OFFICE_CHANGE_MEMBER_REFUSALS>>> {
  const checked = checkPerson({ ...input, email: input.email ?? undefined });
  if (!checked.ok) return checked;
  const { name, phone, email } = checked.value;
  try {
    const changed = await sql`
      update members set name = ${name}, phone = ${phone}, email = ${email}
      where member_id = ${memberId} and left_at is null returning 1`.execute(tx);
    return changed.rows.length === 0 ? refuse('member_not_found') : done({ member_id: memberId });
  } catch (error) {
    if (sqlstateOf(error) === UNIQUE_VIOLATION) return rollBack(refuse('member_exists'));
    throw error;
  }
}
