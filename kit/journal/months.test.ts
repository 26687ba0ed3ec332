import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sequencerOf, tellOf } from '../../test/builders/journal.ts';
import { aParty } from '../../test/builders/parties.ts';
import { checkOrder } from '../../test/builders/told.ts';
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts';
import { type Database, openDatabase } from '../db/pool.ts';
import { sql } from '../db/sql.ts';
import { journalMonthsJob } from './months.ts';

let database: TestDatabase;
let opened: Database;
let now = new Date('2026-11-28T21:00:00Z');

beforeEach(async () => {
  database = await testDatabase('carrier');
  opened = openDatabase(database.url, { applicationName: 'journal-months-test' });
});
afterEach(async () => {
  await opened.close();
  await database.drop();
});

const makeMonths = () => journalMonthsJob({ db: opened.db, clock: () => now }).round();

async function partitionOf(at: string): Promise<string | undefined> {
  await tellOf(opened.db, 1, { at: new Date(at) });
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query('select tableoid::regclass::text as name from journal where at = $1', [
    at,
  ]);
  await owner.end();
  return rows[0]?.name;
}

test('facts lie in the partition of their month, made ahead of time; ranges are rendered across them', async () => {
  expect(await partitionOf('2026-11-28T20:59:59.999Z')).toBe('journal_rest');
  // This month has a row already, so only the next two are made, and nothing again.
  expect(await makeMonths()).toBe(2);
  expect(await makeMonths()).toBe(0);
  expect(await partitionOf('2026-11-30T23:59:59.999Z')).toBe('journal_rest');
  expect(await partitionOf('2026-12-01T00:00:00.000Z')).toBe('journal_2026_12');
  expect(await partitionOf('2027-01-31T23:59:59.999Z')).toBe('journal_2027_01');
  now = new Date('2026-12-31T23:00:00Z');
  expect(await makeMonths()).toBe(1);
  expect(await partitionOf('2027-02-01T00:00:00.000Z')).toBe('journal_2027_02');

  const { key: signingKey } = aParty('carrier', 'k1');
  const sequencer = sequencerOf({ db: opened.db, clock: () => now, signingKey, parties: [] });
  expect(await sequencer.fixOrder()).toBe(5);
  expect(await checkOrder(opened.db)).toBe(5);
  const ids = await sql<{ found: bigint }>`
    select count(*) as found from journal_ids i join journal j on j.at = i.at and j.seq = i.seq`.execute(
    opened.db,
  );
  expect(ids.rows).toEqual([{ found: 5n }]);
});

test('the server can make partitions, but neither drop them nor read around the journal', async () => {
  now = new Date('2026-11-28T21:00:00Z');
  expect(await makeMonths()).toBe(3);
  for (const statement of ['drop table journal_2026_12', 'select from journal_2026_12', 'truncate journal'])
    await expect(opened.pool.query(statement)).rejects.toMatchObject({ code: '42501' });
});
