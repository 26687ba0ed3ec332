import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOW } from '../test/builders/parties.ts';
import { type TestDatabase, testDatabase } from '../test/harness/database.ts';
import { addMs, SECOND_MS } from './clock.ts';
import { type Database, openDatabase } from './db/pool.ts';
import { inTransaction } from './db/transaction.ts';
import { newId } from './ids.ts';
import { endLeases, holdLease, type Lease, LostLease, takeLease } from './lease.ts';

let database: TestDatabase;
let opened: Database;
beforeAll(async () => {
  database = await testDatabase('carrier');
  opened = openDatabase(database.url, { applicationName: 'lease-test' });
});
afterAll(async () => {
  await opened.close();
  await database.drop();
});

const MS = 2 * SECOND_MS;
const after = (ms: number) => addMs(NOW, ms);
const take = (holder: string, now = NOW, name = 'one') => takeLease(opened.db, { name, holder }, now, MS);
const hold = (lease: Lease | undefined, now = NOW) =>
  inTransaction(opened.db, async (tx) => {
    if (lease === undefined) throw new Error('It was not taken.');
    await holdLease(tx, lease, now, MS);
  });
const [A, B] = [newId(), newId()];

test('one process has it at a time; whoever was overtaken writes nothing more', async () => {
  const first = await take(A);
  expect(first).toMatchObject({ fence: 1n });
  expect(await take(B)).toBeUndefined();
  expect(await take(A)).toMatchObject({ fence: 1n });
  await hold(first, after(1_500));
  expect(await take(B, after(3_000))).toBeUndefined();
  // Nobody minds that it is late, as long as nobody else has it.
  await hold(first, after(4_000));
  const second = await take(B, after(6_001));
  expect(second).toMatchObject({ fence: 2n });
  await expect(hold(first, after(6_001))).rejects.toBeInstanceOf(LostLease);
  await hold(second, after(6_001));
  expect(await take(A, after(9_000))).toMatchObject({ fence: 3n });
});

test('of many that want it at the same moment, new or not, one has it', async () => {
  for (const now of [NOW, after(MS)]) {
    const taken = await Promise.all(Array.from({ length: 8 }, () => take(newId(), now, 'two')));
    expect(taken.filter((lease) => lease !== undefined).length).toBe(1);
  }
});

test('while somebody writes under it, others neither wait nor have it', async () => {
  const lease = await take(A, NOW, 'three');
  if (lease === undefined) throw new Error('It was not taken.');
  const [held, done] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const writing = inTransaction(opened.db, async (tx) => {
    await holdLease(tx, lease, NOW, MS);
    held.resolve();
    await done.promise;
  });
  await held.promise;
  expect(await take(B, after(60_000), 'three')).toBeUndefined();
  done.resolve();
  await writing;
  expect(await take(B, after(60_000), 'three')).toMatchObject({ fence: 2n });
});

test('a process that ends lets others take over at once', async () => {
  await take(A, NOW, 'four');
  await endLeases(opened.db, A);
  expect(await take(B, NOW, 'four')).toMatchObject({ fence: 2n });
});
