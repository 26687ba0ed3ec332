import { addMs, DAY_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { FORGET_MAX, type Forgotten } from '../../../kit/forget.ts';

/** Conversations by text that ended so many days ago, unless their owner wants no texts. */
export function dialoguesForgotten(keptDays: number): readonly Forgotten[] {
  return [
    {
      table: 'text_dialogues',
      async forget(executor, now) {
        const deleted = await sql`
          delete from text_dialogues where phone in (
            select phone from text_dialogues
            where stopped_at is null and updated_at < ${addMs(now, -keptDays * DAY_MS)}
            order by updated_at limit ${FORGET_MAX}) returning 1`.execute(executor);
        return deleted.rows.length;
      },
    },
  ];
}
