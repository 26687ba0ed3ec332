import { expect, test } from 'vitest';
import type { Idempotency } from '../idempotency.ts';
import type { Db, Executor, Tx } from './transaction.ts';

/** Whether a value of the first type may be used where the second is wanted. */
type Fits<Given, Wanted> = [Given] extends [Wanted] ? true : false;

test('the compiler tells a transaction, which holds a connection, from the database, which gives another', () => {
  const fits: [
    transaction_as_database: Fits<Tx, Db>,
    transaction_for_another_transaction: Fits<Tx, Idempotency['db']>,
    database_as_transaction: Fits<Db, Tx>,
    read_in_a_transaction: Fits<Tx, Executor>,
    read_outside: Fits<Db, Executor>,
  ] = [false, false, false, true, true];
  expect(fits).toHaveLength(5);
});
