import { addMs } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { FORGET_MAX, type Forgotten, SESSIONS_KEPT_MS } from '../../../kit/forget.ts';

/** What is left of terminals' log-ins. */
export const TILLS_FORGOTTEN: readonly Forgotten[] = [
  {
    table: 'terminal_challenges',
    async forget(executor, now) {
      const deleted = await sql`
        delete from terminal_challenges where challenge in (
          select challenge from terminal_challenges where expires_at < ${now}
          order by expires_at limit ${FORGET_MAX}) returning 1`.execute(executor);
      return deleted.rows.length;
    },
  },
  {
    table: 'terminal_sessions',
    async forget(executor, now) {
      const deleted = await sql`
        delete from terminal_sessions where session_id in (
          select session_id from terminal_sessions where expires_at < ${addMs(now, -SESSIONS_KEPT_MS)}
          order by expires_at limit ${FORGET_MAX}) returning 1`.execute(executor);
      return deleted.rows.length;
    },
  },
];
