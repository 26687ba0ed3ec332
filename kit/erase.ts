import { addMs, DAY_MS } from './clock.ts';
import { sql } from './db/sql.ts';
import type { Executor } from './db/transaction.ts';
import { FORGET_MAX } from './forget.ts';

/** For how many days the operator keeps what is about people, once it is over, and what proves what was agreed. */
export type Terms = { readonly peopleKeptDays: number; readonly evidenceKeptDays: number };

/** What rows that stay hold of people. Books, histories and the journal hold none, so they add up without it. */
export type Erased = {
  readonly tables: readonly string[];
  /** Erases it in up to FORGET_MAX rows, and returns how many it looked at. */
  erase(executor: Executor, now: Date, terms: Terms): Promise<number>;
};

/**
 * Runs a function of the owner that erases: the runtime role may not change history itself. `before` is the moment from
 * before which nothing is kept.
 */
export function erasing(
  tables: readonly string[],
  term: keyof Terms,
  call: (executor: Executor, now: Date, before: Date) => Promise<{ rows: { rows: number }[] }>,
): Erased {
  return {
    tables,
    async erase(executor, now, terms) {
      const erased = await call(executor, now, addMs(now, -terms[term] * DAY_MS));
      return erased.rows[0]?.rows ?? 0;
    },
  };
}

/** What every server erases. */
export const KIT_ERASED: readonly Erased[] = [
  erasing(['signed_messages'], 'evidenceKeptDays', (executor, now, before) =>
    sql<{ rows: number }>`
      select coalesce(forget_signed_messages(${now}, ${before}, ${FORGET_MAX}), 0) as rows`.execute(executor),
  ),
  erasing(['calls'], 'evidenceKeptDays', (executor, now, before) =>
    sql<{ rows: number }>`
      select coalesce(forget_calls(${now}, ${before}, ${FORGET_MAX}), 0) as rows`.execute(executor),
  ),
  erasing(['idempotency_keys'], 'peopleKeptDays', (executor, _now, before) =>
    sql<{ rows: number }>`
      select coalesce(forget_answers(${before}, ${FORGET_MAX}), 0) as rows`.execute(executor),
  ),
  erasing(['staff_notes'], 'evidenceKeptDays', (executor, now, before) =>
    sql<{ rows: number }>`
      select coalesce(forget_staff_notes(${now}, ${before}, ${FORGET_MAX}), 0) as rows`.execute(executor),
  ),
];
