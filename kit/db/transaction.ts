import { rollsBack } from '../result.ts';
import { isPlanOutdated } from './prepared.ts';
import { DEADLOCK_DETECTED, SERIALIZATION_FAILURE, sqlstateOf } from './sqlstate.ts';

/** What statements run on: the database, or a transaction. */
export type Executor = {
  ask<Row>(text: string, values: readonly unknown[]): Promise<{ rows: Row[] }>;
};

/** The database itself. Each statement that it is asked is a transaction of its own. */
export type Db = Executor & {
  /** Runs `work` between `begin`, with its mode, and `commit`; what it throws rolls back and is thrown on. */
  transaction<T>(work: (tx: Executor) => Promise<T>, mode?: string): Promise<T>;
};

const ATTEMPTS_MAX = 5;

/**
 * Runs `work` in one transaction (READ COMMITTED) and runs it again when the database says that it lost a race (40001,
 * 40P01) or that a migration has changed a table. `work` must therefore have no effect outside the database. A refusal
 * commits like any other answer, unless it is one of `rollBack`.
 */
export async function inTransaction<T>(db: Db, work: (tx: Executor) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    let undone: { answer: T } | undefined;
    try {
      return await db.transaction(async (tx) => {
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

/** Reads in several statements what was there at one moment. */
export function inSnapshot<T>(db: Db, read: (tx: Executor) => Promise<T>): Promise<T> {
  return db.transaction(read, 'isolation level repeatable read read only');
}
