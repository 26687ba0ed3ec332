import { rollsBack } from '../result.ts';
import { isPlanOutdated } from './prepared.ts';
import { DEADLOCK_DETECTED, SERIALIZATION_FAILURE, sqlstateOf } from './sqlstate.ts';

/** How a statement is planned, as PostgreSQL's `plan_cache_mode` (`plans.ts`). */
export type Planning = 'auto' | 'force_generic_plan';

/** What statements run on: the database, or a transaction, which plans all its statements alike. */
export type Executor = {
  ask<Row>(text: string, values: readonly unknown[], planning?: Planning): Promise<{ rows: Row[] }>;
};

/** Tells a transaction from the database, for the compiler. */
export const holdsConnection: unique symbol = Symbol('holds a connection');

/**
 * A transaction, which holds a connection of the pool. Whatever asks the pool for another takes a `Db`, which this is not. That
 * no closure brings a `Db` along is seen to by `bin/check/connections.ts`.
 */
export type Tx = Executor & { readonly [holdsConnection]: true };

/** The database itself. Each statement run on it is a transaction of its own. */
export type Db = Executor & {
  readonly [holdsConnection]?: never;
  /** Runs `work` between `begin`, with its mode, and `commit`. An error rolls back and is rethrown. */
  transaction<T>(work: (tx: Tx) => Promise<T>, mode?: string, atLocks?: AtLocks): Promise<T>;
};

/**
 * What a transaction does that meets a lock of somebody else for longer than a moment: it `waits`, without its connection,
 * and is run again (`patience.ts`), or it `gives_way` and fails, since whoever asked tries again by itself.
 */
export type AtLocks = 'waits' | 'gives_way';

const ATTEMPTS_MAX = 5;

/**
 * Runs `work` in one transaction (READ COMMITTED), and runs it again if it lost a race or met a lock. So `work` must have no
 * effect outside the database. A refusal commits like any other answer, unless it was made by `rollBack`.
 */
export function inTransaction<T>(
  db: Db,
  work: (tx: Tx) => Promise<T>,
  atLocks: AtLocks = 'waits',
): Promise<T> {
  return untilNoRaceIsLost(async () => {
    let undone: { answer: T } | undefined;
    try {
      return await db.transaction(
        async (tx) => {
          const answer = await work(tx);
          if (!rollsBack(answer)) return answer;
          undone = { answer };
          throw new RolledBack();
        },
        undefined,
        atLocks,
      );
    } catch (error) {
      if (undone !== undefined && error instanceof RolledBack) return undone.answer;
      throw error;
    }
  });
}

/**
 * Runs `work`, all of whose effect is one transaction or statement, again if that lost a race (40001, 40P01) or a migration
 * has changed a table.
 */
export async function untilNoRaceIsLost<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const state = sqlstateOf(error);
      const isRetryable =
        state === SERIALIZATION_FAILURE || state === DEADLOCK_DETECTED || isPlanOutdated(error);
      if (!isRetryable || attempt === ATTEMPTS_MAX) throw error;
    }
  }
}

/** Makes the database roll back. It never leaves `inTransaction`. */
class RolledBack extends Error {}

/** Several reads of a single, consistent snapshot. */
export function inSnapshot<T>(db: Db, read: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction(read, 'isolation level repeatable read read only');
}
