import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts';
import { HOUR_MS, SECOND_MS } from '../clock.ts';
import { type Database, openDatabase } from '../db/pool.ts';
import { sql } from '../db/sql.ts';
import { backOffMs, nextAttemptAt } from './back-off.ts';

let database: TestDatabase;
let opened: Database;
beforeAll(async () => {
  database = await testDatabase('carrier');
  opened = openDatabase(database.url, { applicationName: 'back-off-test' });
});
afterAll(async () => {
  await opened.close();
  await database.drop();
});

test('it doubles up to an end, and is the same in a statement', async () => {
  const now = new Date('2026-03-02T09:00:00Z');
  const backOff = { min_ms: 10 * SECOND_MS, max_ms: HOUR_MS };
  const waits = [1, 2, 3, 9, 10, 1_000].map((failures) => backOffMs(failures, backOff));
  expect(waits.map((ms) => ms / SECOND_MS)).toEqual([10, 20, 40, 2_560, 3_600, 3_600]);
  const found = await sql<{ at: Date }>`
    select ${nextAttemptAt(now, sql`failures`, backOff)} as at
    from unnest(${[1, 2, 3, 9, 10, 1_000]}::int[]) with ordinality as f (failures, place) order by place`.execute(
    opened.db,
  );
  expect(found.rows.map(({ at }) => at.getTime() - now.getTime())).toEqual(waits);
});
