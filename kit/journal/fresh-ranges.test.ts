import { afterAll, beforeAll, expect, test } from 'vitest';
import { sequencerOf, tellOf } from '../../test/builders/journal.ts';
import { aParty, NOW } from '../../test/builders/parties.ts';
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts';
import { type Database, openDatabase } from '../db/pool.ts';
import { sql } from '../db/sql.ts';
import { FreshRanges } from './fresh-ranges.ts';
import { digestOf, renderAgain } from './render.ts';

let database: TestDatabase;
let opened: Database;

beforeAll(async () => {
  database = await testDatabase('carrier');
  opened = openDatabase(database.url, { applicationName: 'fresh-ranges-test' });
});
afterAll(async () => {
  await opened.close();
  await database.drop();
});

const { key: signingKey } = aParty('carrier', 'k1');

test('what is kept of a range is what its rows say, for those that are sent to others', async () => {
  const { db } = opened;
  for (let n = 1; n <= 5; n++) await tellOf(db, n, { party: n === 4 ? 'carrier' : 'management' });
  const fresh = new FreshRanges();
  const context = { db, clock: () => NOW, signingKey, parties: [] };
  await sequencerOf(context, { entriesMax: 2, fresh }).fixOrder();
  const ranges = await sql<{ party: string; range_no: bigint; digest: Buffer }>`
    select party, range_no, digest from journal_ranges order by party, range_no`.execute(db);
  expect(ranges.rows.map(({ party }) => party)).toEqual(['carrier', 'management', 'management']);
  for (const { party, range_no, digest } of ranges.rows) {
    const rendered = await renderAgain(db, party, range_no);
    expect(fresh.take(party, range_no, digest)).toBe(party === 'carrier' ? undefined : rendered?.body);
    expect(fresh.take(party, range_no, digest)).toBeUndefined();
  }
});

test('nothing is sent that has another digest than the range has now', () => {
  const fresh = new FreshRanges();
  fresh.keep('management', 1n, { body: 'a', digest: digestOf('a') });
  expect(fresh.take('management', 1n, digestOf('b'))).toBeUndefined();
});

test('the oldest go when there are many', () => {
  const fresh = new FreshRanges();
  const body = 'x'.repeat(1024 * 1024);
  const digest = digestOf(body);
  for (let no = 1n; no <= 20n; no++) fresh.keep('management', no, { body, digest });
  expect(fresh.take('management', 4n, digest)).toBeUndefined();
  expect(fresh.take('management', 5n, digest)).toBe(body);
});
