import { addMs, DAY_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { type Erased, erasing } from '../../../kit/erase.ts';
import { FORGET_MAX, type Forgotten } from '../../../kit/forget.ts';

/** What is left of codes and of certificates that somebody opened: it names their phones. */
export const OPENING_FORGOTTEN: readonly Forgotten[] = [
  {
    table: 'phone_codes',
    async forget(executor, now) {
      const deleted = await sql`
        delete from phone_codes where code_id in (
          select code_id from phone_codes where expires_at < ${addMs(now, -DAY_MS)}
          order by expires_at limit ${FORGET_MAX}) returning 1`.execute(executor);
      return deleted.rows.length;
    },
  },
  {
    table: 'verifications',
    async forget(executor, now) {
      const deleted = await sql`
        delete from verifications where verification_id in (
          select verification_id from verifications where expires_at < ${addMs(now, -DAY_MS)}
          order by expires_at limit ${FORGET_MAX}) returning 1`.execute(executor);
      return deleted.rows.length;
    },
  },
];

/** Whose certificates clerks opened. That they did, and on what proof, stays. */
export const OPENINGS_ERASED: Erased = erasing(
  ['clerk_openings'],
  'peopleKeptDays',
  (executor, _now, before) =>
    sql<{ rows: number }>`
    select coalesce(forget_opened(${before}, ${FORGET_MAX}), 0) as rows`.execute(executor),
);
