import { sql } from '../../../kit/db/sql.ts';
import { type Erased, erasing } from '../../../kit/erase.ts';
import { FORGET_MAX } from '../../../kit/forget.ts';

/** Whose name was asked for. Who asked, when and on what ground, stays. */
export const LOOK_UPS_ERASED: Erased = erasing(['lookups'], 'peopleKeptDays', (executor, _now, before) =>
  sql<{ rows: number }>`
    select coalesce(forget_looked_up(${before}, ${FORGET_MAX}), 0) as rows`.execute(executor),
);
