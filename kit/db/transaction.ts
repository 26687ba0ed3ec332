import type { Kysely, QueryExecutorProvider, Transaction } from 'kysely';
import { rollsBack } from '../result.ts';
import { isPlanOutdated } from './prepared.ts';
import { DEADLOCK_DETECTED, SERIALIZATION_FAILURE, sqlstateOf } from './sqlstate.ts';

/** What kit's own statements run on: a database or a transaction, whatever its tables. */
export type Executor = QueryExecutorProvider;

const ATTEMPTS_MAX = 5;

/**
 * Runs `work` in one transaction (READ COMMITTED) and runs it again when the database says that it lost a race (40001,
 * 40P01) or that a migration has changed a table. `work` must therefore have no effect outside the database. A refusal
 * commits like any other answer, unless it is one of `rollBack`.
 */
export async function inTransaction<Tables, T>(
  db: Kysely<Tables>,
  work: (tx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    let undone: { answer: T } | undefined;
    try {
      return await db.transaction().execute(async (tx) => {
        const answer = await work(tx);
        if (!rollsBack(answer)) return answer;
        undone = { answer };
        throw new RolledBack();
      });
    } catch (error) {
      if (undone !== undefined && error instanceof RolledBack) return undone.answer;
      const state = sqlstateOf(error);
      const again = state === SERIALIZATION_FAILURE || state === DEADLOCK_DETECTED || isPlanOutdated(error);
      if (!again || attempt === ATTEMPTS_MAX) throw error;
    }
  }
}

/** Makes the database roll back; it never leaves `inTransaction`. */
class RolledBack extends Error {}
