import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts';
import { type Database, openDatabase } from './pool.ts';
import { sql } from './sql.ts';
import { type Executor, inTransaction } from './transaction.ts';

const CONNECTIONS = 4;
let place: TestDatabase;
let opened: Database;
let holder: Client;

beforeAll(async () => {
  place = await testDatabase('carrier');
  opened = openDatabase(place.url, { applicationName: 'patience-test', connectionsMax: CONNECTIONS });
  holder = new Client({ connectionString: place.ownerUrl });
  await holder.connect();
  await holder.query(
    `insert into leases (name, leased_until, fence) values ('locked', '-infinity', 0), ('free', '-infinity', 0)`,
  );
});
afterAll(async () => {
  await holder?.end();
  await opened?.close();
  await place?.drop();
});
beforeEach(async () => {
  await holder.query('update leases set fence = 0');
  await holder.query('start transaction');
  await holder.query(`select 1 from leases where name = 'locked' for update`);
});
afterEach(() => holder.query('rollback'));

const raise = (executor: Executor, name: string) =>
  sql`update leases set fence = fence + 1 where name = ${name} returning 1`.execute(executor);

async function fenceOf(name: string): Promise<number> {
  const { rows } = await holder.query('select fence::integer from leases where name = $1', [name]);
  return rows[0].fence;
}

const outcomes = async (asked: readonly Promise<unknown>[]) =>
  (await Promise.allSettled(asked)).map((each) => (each.status === 'rejected' ? each.reason.code : 'done'));

test.each([
  ['transactions', () => inTransaction(opened.db, (tx) => raise(tx, 'locked'))],
  ['single statements', () => raise(opened.db, 'locked')],
])('many %s that need a locked row keep nobody else from the database', async (_, needLocked) => {
  const asked = Array.from({ length: CONNECTIONS * 4 }, needLocked);
  const came = outcomes(asked);
  for (let at = 0; at < 3; at++) await inTransaction(opened.db, (tx) => raise(tx, 'free'));
  expect(await fenceOf('free')).toBe(3);
  await holder.query('commit');
  expect(await came).toEqual(asked.map(() => 'done'));
  expect(await fenceOf('locked')).toBe(asked.length);
});

test('those who wait are bounded, and what failed had no effect', async () => {
  const many = Array.from({ length: 60 }, () =>
    inTransaction(opened.db, async (tx) => {
      await raise(tx, 'free');
      await raise(tx, 'locked');
    }),
  );
  const refused = outcomes(many);
  await Promise.race(many.map((each) => each.catch(() => {})));
  await holder.query('commit');
  const came = await refused;
  expect(new Set(came)).toEqual(new Set(['done', '55P03']));
  const done = came.filter((each) => each === 'done').length;
  expect([await fenceOf('locked'), await fenceOf('free')]).toEqual([done, done]);
});

test('who gives way is refused at once, and waits for no turn', async () => {
  let tried = 0;
  const gaveWay = inTransaction(
    opened.db,
    (tx) => {
      tried++;
      return raise(tx, 'locked');
    },
    'gives_way',
  );
  expect(await outcomes([gaveWay])).toEqual(['55P03']);
  expect(tried).toBe(1);
});
