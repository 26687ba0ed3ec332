import type { Kysely, QueryExecutorProvider, Transaction } from 'kysely';
import { type Refusal, Refused } from '../result.ts';
import { isPlanOutdated } from './prepared.ts';
import { DEADLOCK_DETECTED, SERIALIZATION_FAILURE, sqlstateOf } from './sqlstate.ts';

/** What kit's own statements run on: a database or a transaction, whatever its tables. */
export type Executor = QueryExecutorProvider;

const ATTEMPTS_MAX = 5;

/**
 * Runs `work` in one transaction (READ COMMITTED) and runs it again when the database says that it lost a race (40001,
 * 40P01) or that a migration has changed a table. `work` must therefore have no effect outside the database.
 */
export async function inTransaction<Tables, T>(
  db: Kysely<Tables>,
  work: (tx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      const state = sqlstateOf(error);
      const again = state === SERIALIZATION_FAILURE || state === DEADLOCK_DETECTED || isPlanOutdated(error);
      if (!again || attempt === ATTEMPTS_MAX) throw error;
    }
  }
}

/** As `inTransaction`, but a thrown `Refused` rolls everything back and comes out as its refusal. */
export async function inTransactionOrRefused<Tables, T>(
  db: Kysely<Tables>,
  work: (tx: Transaction<Tables>) => Promise<T>,
): Promise<T | Refusal> {
  try {
    return await inTransaction(db, work);
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}
