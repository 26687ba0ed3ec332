import { sql } from '../../../../kit/db/sql.ts';
import type { ManagementContext } from '../../context.ts';

const BATCH_MAX = 100;

/**
 * Forgets who closed their account: their name once no gift of theirs waits for its recipient, who is told from whom it is,
 * and the rest when the law no longer has it kept. Returns how much it forgot.
 */
export async function forgetClosed({ db, clock }: ManagementContext): Promise<number> {
  const names = await sql`
    update members set name = case locale when 'en' then 'Former member' else '탈퇴한 회원' end
    where member_id in (
      select m.member_id from members m
      where m.closed_at is not null and m.name not in ('Former member', '탈퇴한 회원') and not exists (
        select 1 from orders o where o.member_id = m.member_id
          and o.state not in ('accepted', 'issued', 'refunded', 'abandoned', 'declined'))
      order by m.member_id limit ${BATCH_MAX} for update skip locked)
    returning 1`.execute(db);
  const identities = await sql`
    delete from closed_members where member_id in (
      select member_id from closed_members where forget_at <= ${clock()}
      order by forget_at limit ${BATCH_MAX})
    returning 1`.execute(db);
  return names.rows.length + identities.rows.length;
}
