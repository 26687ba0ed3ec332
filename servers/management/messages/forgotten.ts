import { sql } from '../../../kit/db/sql.ts';
import { type Erased, erasing } from '../../../kit/erase.ts';
import { FORGET_MAX } from '../../../kit/forget.ts';

/** To which number or address messages went. That somebody was told, and when, stays. */
export const MESSAGES_ERASED: Erased = erasing(['messages'], 'peopleKeptDays', (executor, _now, before) =>
  sql<{ rows: number }>`
    select coalesce(forget_addressees(${before}, ${FORGET_MAX}), 0) as rows`.execute(executor),
);
