import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts';
import { FOR_THESE_VALUES } from './plans.ts';
import { type Database, openDatabase } from './pool.ts';
import { StatementNames } from './prepared.ts';
import { type Executor, inSnapshot, inTransaction } from './transaction.ts';
import { isDatabaseUnavailable } from './unavailable.ts';

let place: TestDatabase;
let owner: Client;
let database: Database;
beforeAll(async () => {
  place = await testDatabase('carrier');
  owner = new Client({ connectionString: place.ownerUrl });
  await owner.connect();
  await owner.query('create table things (thing_id int primary key)');
  await owner.query('insert into things values (1)');
  await owner.query('grant select, update on things to seonmul_carrier');
  database = openDatabase(place.url, { applicationName: 'test', connectionsMax: 1 });
});
afterAll(async () => {
  await owner.end();
  await database.close();
  await place.drop();
});

const readThing = (executor: Executor, id: number) =>
  executor.ask('select * from things where thing_id = $1', [id]);

test('a statement is prepared once, whatever its values', async () => {
  const { db } = database;
  for (const id of [1, 2, 1]) await readThing(db, id);
  const { rows } = await db.ask(
    `select generic_plans + custom_plans as uses from pg_prepared_statements
     where statement = 'select * from things where thing_id = $1'`,
    [],
  );
  expect(rows).toEqual([{ uses: 3n }]);
});

test('a statement is planned once, whatever its values, and a list with filters for those that are given', async () => {
  const { db } = database;
  const text = 'select * from things where thing_id = any($1)';
  const plans = async () => {
    const { rows } = await db.ask(
      'select generic_plans, custom_plans from pg_prepared_statements where statement = $1',
      [text],
    );
    return rows;
  };
  await db.ask(text, [[1]]);
  await inTransaction(db, (tx) => tx.ask(text, [[1, 2]]));
  expect(await plans()).toEqual([{ generic_plans: 2n, custom_plans: 0n }]);
  await db.ask(text, [[1]], FOR_THESE_VALUES);
  expect(await plans()).toEqual([{ generic_plans: 2n, custom_plans: 1n }]);
  await db.ask(text, [[1]]);
  expect(await plans()).toEqual([{ generic_plans: 3n, custom_plans: 1n }]);
});

test('a list that fails leaves no transaction behind, and says why', async () => {
  const { db } = database;
  await expect(db.ask('select 1 / $1::int', [0], FOR_THESE_VALUES)).rejects.toThrow('division by zero');
  const { rows } = await db.ask('select pg_current_xact_id_if_assigned() is null as fresh', []);
  expect(rows).toEqual([{ fresh: true }]);
});

test('what a commit did that no standby confirmed is unknown', async () => {
  const { db, pool } = database;
  const cancelled = { routine: 'SyncRepWaitForLSN' };
  const client = await pool.connect();
  client.release();
  const attempt = inTransaction(db, async (tx) => {
    await readThing(tx, 1);
    client.emit('notice', cancelled);
  });
  await expect(attempt).rejects.toSatisfy(isDatabaseUnavailable);

  const next = await pool.connect();
  next.release();
  expect(next).not.toBe(client);
  const single = readThing(db, 1);
  next.emit('notice', cancelled);
  await expect(single).rejects.toSatisfy(isDatabaseUnavailable);
  expect((await readThing(db, 1)).rows).toHaveLength(1);
});

test('after a migration statements have texts that no pooler has seen', () => {
  const [one, other] = [new StatementNames(), new StatementNames()];
  expect(one.nameOf('select 1')).toEqual({ name: 's0', text: 'select 1' });
  for (const names of [one, other]) names.reset();
  const texts = ['select 1', ...[one, other].map((names) => names.nameOf('select 1').text)];
  expect(new Set(texts).size).toBe(3);
  expect(one.nameOf('select 1').name).toBe('s1');
});

test('so are the reads of a snapshot; what comes after them is planned as usual', async () => {
  const { db } = database;
  const modeOf = async (executor: Executor) =>
    (await executor.ask("select current_setting('plan_cache_mode') as mode", [])).rows;
  expect(await inSnapshot(db, modeOf)).toEqual([{ mode: 'auto' }]);
  expect(await inTransaction(db, modeOf)).toEqual([{ mode: 'force_generic_plan' }]);
  expect(await inSnapshot(db, modeOf)).toEqual([{ mode: 'auto' }]);
  expect(await modeOf(db)).toEqual([{ mode: 'force_generic_plan' }]);
});

test('a table that was migrated under a running server is read with its new columns', async () => {
  const { db } = database;
  await readThing(db, 1);
  await owner.query("alter table things add column colour text not null default 'red'");
  expect((await readThing(db, 1)).rows).toEqual([{ thing_id: 1, colour: 'red' }]);
});

test('in a transaction, too, which then runs again from its start', async () => {
  const { db } = database;
  await owner.query('alter table things add column uses int not null default 0');
  const seen = await inTransaction(db, async (tx) => {
    await tx.ask('update things set uses = uses + 1', []);
    return (await readThing(tx, 1)).rows;
  });
  expect(seen).toEqual([{ thing_id: 1, colour: 'red', uses: 1 }]);
  expect((await readThing(db, 1)).rows).toEqual(seen);
});

test('the number of prepared statements is limited', async () => {
  const { db } = database;
  for (let n = 0; n < 1_100; n++) await db.ask(`select ${n} as n`, []);
  const { rows } = await db.ask<{ n: bigint }>('select count(*) as n from pg_prepared_statements', []);
  expect(Number(rows[0]?.n)).toBeLessThan(1_100);
});

test('a failed transaction is rolled back, and its connection is reused', async () => {
  const { db } = database;
  const failed = db.transaction(async (tx) => {
    await tx.ask('update things set uses = 7', []);
    throw new Error('changed my mind');
  });
  await expect(failed).rejects.toThrow('changed my mind');
  expect((await readThing(db, 1)).rows).toEqual([{ thing_id: 1, colour: 'red', uses: 1 }]);
});

test('the first statement is inside its transaction, and has its mode', async () => {
  const { db } = database;
  const failed = db.transaction(async (tx) => {
    await tx.ask('update things set uses = 8', []);
    await tx.ask('select 1 / 0', []);
  });
  await expect(failed).rejects.toThrow('division by zero');
  const never = db.transaction(
    (tx) => tx.ask('update things set uses = 9', []),
    'isolation level serializable read only',
  );
  await expect(never).rejects.toThrow('read-only transaction');
  expect((await readThing(db, 1)).rows).toEqual([{ thing_id: 1, colour: 'red', uses: 1 }]);
});

test('what goes on after a transaction could not begin changes nothing', async () => {
  const { db } = database;
  const { promise: gone, resolve: goOn } = Promise.withResolvers<void>();
  let wrote: Promise<unknown> = Promise.resolve();
  const attempt = db.transaction(async (tx) => {
    wrote = gone.then(() => tx.ask('update things set thing_id = 99 where thing_id = 1', []));
    await wrote;
  }, 'isolation level nonsense');
  await expect(attempt).rejects.toThrow('syntax error');
  goOn();
  await expect(wrote).rejects.toThrow();
  expect((await readThing(db, 99)).rows).toEqual([]);
});

test('a connection that breaks in a transaction is replaced', async () => {
  const { db } = database;
  const broken = db.transaction((tx) => tx.ask('select pg_terminate_backend(pg_backend_pid())', []));
  await expect(broken).rejects.toThrow(/terminat/i);
  expect((await readThing(db, 1)).rows).toHaveLength(1);
});
