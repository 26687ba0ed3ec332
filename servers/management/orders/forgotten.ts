import { sql } from '../../../kit/db/sql.ts';
import { type Erased, erasing } from '../../../kit/erase.ts';
import { FORGET_MAX } from '../../../kit/forget.ts';

/** For whom gifts were that are over, and what the buyer wrote to them. That they were given, and for how much, stays. */
export const GIFTS_ERASED: Erased = erasing(
  ['orders', 'group_lines', 'recipient_corrections'],
  'peopleKeptDays',
  (executor, now, before) =>
    sql<{ rows: number }>`
    select coalesce(forget_people_of_gifts(${now}, ${before}, ${FORGET_MAX}), 0) as rows`.execute(executor),
);

/** The languages that people chose for whom there is no gift any more. */
export const LOCALES_ERASED: Erased = erasing(
  ['recipient_locales'],
  'peopleKeptDays',
  (executor, now, before) =>
    sql<{ rows: number }>`
    select coalesce(forget_locales(${now}, ${before}, ${FORGET_MAX}), 0) as rows`.execute(executor),
);

/** Whose name a shop was asked for, and what it answered. */
export const LOOK_UPS_ERASED: Erased = erasing(
  ['calls', 'signed_messages'],
  'peopleKeptDays',
  (executor, now, before) =>
    sql<{ rows: number }>`
    select coalesce(forget_looked_up(${now}, ${before}, ${FORGET_MAX}), 0) as rows`.execute(executor),
);
