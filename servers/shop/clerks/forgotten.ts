import { addMs, DAY_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { FORGET_MAX, type Forgotten } from '../../../kit/forget.ts';

/** Who stood at which till when. Who made a sale is said by the journal. */
export function clerksForgotten(keptDays: number): readonly Forgotten[] {
  return [
    {
      table: 'clerk_sessions',
      async forget(executor, now) {
        const deleted = await sql`
          delete from clerk_sessions where session_id in (
            select session_id from clerk_sessions where ended_at < ${addMs(now, -keptDays * DAY_MS)}
            order by ended_at limit ${FORGET_MAX}) returning 1`.execute(executor);
        return deleted.rows.length;
      },
    },
  ];
}
