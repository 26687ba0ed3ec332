import { sql } from '../../../../kit/db/sql.ts';
import { type Claim, claimUnparted } from '../../../../kit/due/claims.ts';
import { eachDue } from '../../../../kit/due/each-due.ts';
import type { ManagementContext } from '../../context.ts';

/**
 * Forgets who closed their account: their name once no gift of theirs waits for its recipient, who is told from whom it is,
 * and the rest when the law no longer has it kept. Returns of how many members it forgot something.
 */
export async function forgetClosed(context: ManagementContext): Promise<number> {
  const { db, clock } = context;
  const hasName = sql`
    m.closed_at is not null and m.name not in ('Former member', '탈퇴한 회원') and not exists (
      select 1 from orders o where o.member_id = m.member_id
        and o.state not in ('accepted', 'issued', 'refunded', 'abandoned', 'declined'))`;
  const due = (now: Date) => sql`
    select u.member_id::text as subject_id, min(u.due_at) as due_at from (
      select m.member_id, m.closed_at as due_at from members m where ${hasName}
      union all
      select c.member_id, c.forget_at from closed_members c where c.forget_at <= ${now}) u
    group by u.member_id`;
  const find = (claim: Claim) => claimUnparted(claim, due(claim.now)).execute(db);
  return eachDue(context, 'closed_accounts', find, async (_within, { subject_id }) => {
    const names = await sql`
      update members m set name = case m.locale when 'en' then 'Former member' else '탈퇴한 회원' end
      where m.member_id = ${subject_id} and ${hasName} returning 1`.execute(db);
    const identities = await sql`
      delete from closed_members where member_id = ${subject_id} and forget_at <= ${clock()} returning 1`.execute(
      db,
    );
    return names.rows.length + identities.rows.length > 0;
  });
}
