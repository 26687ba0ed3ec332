import { sql } from '../../../kit/db/sql.ts';
import { type Erased, erasing } from '../../../kit/erase.ts';
import { FORGET_MAX } from '../../../kit/forget.ts';

/** Who gave, got and handed on certificates of which nothing is left. What they were worth, and where it went, stays. */
export const CERTIFICATES_ERASED: Erased = erasing(
  ['certificates', 'hand_overs', 'recipient_corrections'],
  'peopleKeptDays',
  (executor, now, before) =>
    sql<{ rows: number }>`
    select coalesce(forget_people_of_certificates(${now}, ${before}, ${FORGET_MAX}), 0) as rows`.execute(
      executor,
    ),
);
