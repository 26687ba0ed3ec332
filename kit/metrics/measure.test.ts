import { Registry } from 'prom-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts';
import { type Database, openDatabase } from '../db/pool.ts';
import { sql } from '../db/sql.ts';
import { serverGauge } from './definition.ts';
import { METRICS_UNREAD, measure } from './measure.ts';

const STAFF = serverGauge('seonmul_test_staff', 'Staff.');
const SLOW = serverGauge('seonmul_test_slow', 'Takes too long.', ['of']);
const LOUD = serverGauge('seonmul_test_loud', 'How many read at once.');

let database: TestDatabase;
let opened: Database;
beforeAll(async () => {
  database = await testDatabase('shop');
  opened = openDatabase(database.url, {
    applicationName: 'test',
    connectionsMax: 2,
    connectionWait_ms: 60_000,
  });
});
afterAll(async () => {
  await opened.close();
  await database.drop();
});

/** The lines of a metric. */
async function lines(registry: Registry, { name }: { name: string }): Promise<string[]> {
  return (await registry.metrics()).split('\n').filter((line) => line.startsWith(name));
}

function measureStaff(registry: Registry): void {
  measure(registry, opened, [STAFF], async (tx) => {
    const found = await sql<{ staff: bigint }>`select count(*) as staff from staff`.execute(tx);
    return [[STAFF, found.rows[0]?.staff ?? 0]];
  });
}

test('a statement that takes too long is ended; its metric has no value, says so, and the others are there', async () => {
  const registry = new Registry();
  measure(registry, opened, [SLOW], async (tx) => {
    await sql`select pg_sleep(600)`.execute(tx);
    return [[SLOW, 1, { of: 'sleep' }]];
  });
  measureStaff(registry);
  const text = await registry.metrics();
  expect(text).not.toMatch(/^seonmul_test_slow\{/m);
  expect(text).toMatch(/^seonmul_test_staff 0$/m);
  expect(text).toMatch(/^seonmul_metrics_unread\{metric="seonmul_test_slow"\} 1$/m);
  expect(text).toMatch(/^seonmul_metrics_unread\{metric="seonmul_test_staff"\} 0$/m);
});

test('what can’t be read has no value, not even the one from before or 0', async () => {
  const registry = new Registry();
  let isBroken = false;
  measure(registry, opened, [STAFF], async () => {
    if (isBroken) throw new Error('It can’t be read.');
    return [[STAFF, 7]];
  });
  expect(await lines(registry, STAFF)).toEqual(['seonmul_test_staff 7']);
  isBroken = true;
  expect(await lines(registry, STAFF)).toEqual([]);
  expect(await lines(registry, METRICS_UNREAD)).toEqual([
    'seonmul_metrics_unread{metric="seonmul_test_staff"} 1',
  ]);
  isBroken = false;
  expect(await lines(registry, STAFF)).toEqual(['seonmul_test_staff 7']);
});

test('a look ends although the pool has no connection to give, and nothing is changed by looking', async () => {
  const registry = new Registry();
  measureStaff(registry);
  const holding = await Promise.all([opened.pool.connect(), opened.pool.connect()]);
  expect(await lines(registry, STAFF)).toEqual([]);
  for (const client of holding) client.release();
  expect(await lines(registry, STAFF)).toEqual(['seonmul_test_staff 0']);
  measure(registry, opened, [LOUD], async (tx) => {
    await sql`insert into leases (name, leased_until, fence) values ('x', now(), 1)`.execute(tx);
    return [[LOUD, 1]];
  });
  expect(await lines(registry, LOUD)).toEqual([]);
});

test('one statement runs at a time, however many metrics there are and whoever looks at once', async () => {
  const registry = new Registry();
  const seen = { now: 0, most: 0 };
  for (const number of [1, 2, 3, 4]) {
    const metric = serverGauge(`seonmul_test_${number}`, 'One of several.');
    measure(registry, opened, [metric], async (tx) => {
      seen.now += 1;
      seen.most = Math.max(seen.most, seen.now);
      await sql`select 1`.execute(tx);
      seen.now -= 1;
      return [[metric, number]];
    });
  }
  const looks = await Promise.all([registry.metrics(), registry.metrics(), registry.metrics()]);
  for (const look of looks) expect(look).toMatch(/^seonmul_test_4 4$/m);
  expect(seen).toEqual({ now: 0, most: 1 });
});
