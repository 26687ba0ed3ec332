import { addMs, DAY_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { FORGET_MAX, type Forgotten } from '../../../kit/forget.ts';

/** To whom something was said, after so many days. What it said was deleted when it had been sent. */
export function messagesForgotten(keptDays: number): readonly Forgotten[] {
  return [
    {
      table: 'messages',
      async forget(executor, now) {
        const deleted = await sql`
          delete from messages where message_id = any(array(
            select message_id from messages
            where state not in ('due', 'sending') and created_at < ${addMs(now, -keptDays * DAY_MS)}
            order by created_at limit ${FORGET_MAX})) returning 1`.execute(executor);
        return deleted.rows.length;
      },
    },
  ];
}
