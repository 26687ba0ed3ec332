import { addMs, DAY_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { type Erased, erasing } from '../../../kit/erase.ts';
import { FORGET_MAX, type Forgotten, SESSIONS_KEPT_MS } from '../../../kit/forget.ts';

/** What is left of sign-ups and log-ins. */
export const MEMBERS_FORGOTTEN: readonly Forgotten[] = [
  {
    table: 'member_registrations',
    async forget(executor, now) {
      const deleted = await sql`
        delete from member_registrations where registration_id in (
          select registration_id from member_registrations where expires_at < ${addMs(now, -DAY_MS)}
          order by expires_at limit ${FORGET_MAX}) returning 1`.execute(executor);
      return deleted.rows.length;
    },
  },
  {
    table: 'member_sessions',
    async forget(executor, now) {
      const deleted = await sql`
        delete from member_sessions where session_id in (
          select session_id from member_sessions where expires_at < ${addMs(now, -SESSIONS_KEPT_MS)}
          order by expires_at limit ${FORGET_MAX}) returning 1`.execute(executor);
      return deleted.rows.length;
    },
  },
];

/** Whose name another server asked for, with its request. That it asked, stays. */
export const LOOK_UPS_ERASED: Erased = erasing(
  ['member_lookups'],
  'peopleKeptDays',
  (executor, now, before) =>
    sql<{ rows: number }>`
    select coalesce(forget_looked_up(${now}, ${before}, ${FORGET_MAX}), 0) as rows`.execute(executor),
);
