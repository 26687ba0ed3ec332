import { addMs, DAY_MS } from '../../../../kit/clock.ts';
import { sql } from '../../../../kit/db/sql.ts';
import { FORGET_MAX, type Forgotten } from '../../../../kit/forget.ts';
import { newestGift } from './newest-gift.ts';

/** How often it is looked whether a gift still says who it is. */
const LOOK_AFTER_MS = 30 * DAY_MS;

/** What was noted about people, once no gift says any more who they are. */
export const PEOPLE_FORGOTTEN: readonly Forgotten[] = [
  {
    table: 'kept_people',
    async forget(executor, now) {
      const looked = await sql<{ forgotten: boolean }>`
        with due as (
          select k.kept_id, exists (${newestGift(sql`k.member_id`, sql`k.address`)}) as is_known from kept_people k
          where k.looked_at < ${addMs(now, -LOOK_AFTER_MS)}
          order by k.looked_at limit ${FORGET_MAX} for no key update of k skip locked),
        later as (
          update kept_people k set looked_at = ${now} from due where k.kept_id = due.kept_id and due.is_known returning 1),
        forgotten as (
          delete from kept_people k using due where k.kept_id = due.kept_id and not due.is_known returning 1)
        select not is_known as forgotten from due`.execute(executor);
      return looked.rows.length;
    },
  },
];
