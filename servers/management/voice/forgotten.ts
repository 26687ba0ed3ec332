import { sql } from '../../../kit/db/sql.ts';
import { type Erased, erasing } from '../../../kit/erase.ts';
import { FORGET_MAX } from '../../../kit/forget.ts';

/** Who called or was called. That there was a call, and what came of it, stays. */
export const CALLS_ERASED: readonly Erased[] = [
  erasing(['voice_calls'], 'peopleKeptDays', (executor, now, before) =>
    sql<{ rows: number }>`
      select coalesce(forget_callers(${now}, ${before}, ${FORGET_MAX}), 0) as rows`.execute(executor),
  ),
  erasing(['voice_dials'], 'peopleKeptDays', (executor, _now, before) =>
    sql<{ rows: number }>`
      select coalesce(forget_called(${before}, ${FORGET_MAX}), 0) as rows`.execute(executor),
  ),
];
