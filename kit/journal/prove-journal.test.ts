import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sequencerOf, tellOf } from '../../test/builders/journal.ts';
import { aParty, NOW } from '../../test/builders/parties.ts';
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts';
import { type Database, openDatabase } from '../db/pool.ts';
import { journalProblems } from './prove-journal.ts';

let database: TestDatabase;
let opened: Database;
const { key: signingKey } = aParty('carrier', 'k1');

/** Three ranges for management and one for settlement. */
beforeEach(async () => {
  database = await testDatabase('carrier');
  opened = openDatabase(database.url, { applicationName: 'prove-journal' });
  const sequencer = sequencerOf(
    { db: opened.db, clock: () => NOW, signingKey, parties: [] },
    { entriesMax: 2 },
  );
  for (let n = 1; n <= 6; n++) await tellOf(opened.db, n, { at: NOW });
  await tellOf(opened.db, 1, { party: 'settlement', at: NOW });
  while ((await sequencer.fixOrder()) > 0);
});
afterEach(async () => {
  await opened.close();
  await database.drop();
});

async function byHand(statement: string): Promise<string[]> {
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
  return (await journalProblems(opened.db)).problems;
}

const CHANGED = 'range 2 for management does not have the bytes that were told: a row of it was changed';
const third = `seq = (select seq from journal where party = 'management' order by seq offset 2 limit 1)`;

test('a journal that was only written by its server has the bytes that it told', async () => {
  expect(await journalProblems(opened.db)).toEqual({ ranges: 4, problems: [] });
});

test.each([
  ['a row was changed', `update journal set body = '{"n":7}' where ${third}`, [CHANGED]],
  ['a row was deleted', `delete from journal where ${third}`, [CHANGED]],
  [
    'a range was deleted',
    `delete from journal_ranges where party = 'management' and range_no = 2`,
    ['range 3 for management does not follow the one before it'],
  ],
  [
    'a digest was changed',
    `update journal_ranges set digest = sha256('x') where party = 'management' and range_no = 2`,
    [CHANGED, 'range 3 for management does not follow the one before it'],
  ],
  [
    'the last range was deleted',
    `delete from journal_ranges where party = 'settlement'`,
    ['ranges for settlement do not end with the last one that was told'],
  ],
])('%s by hand, and it shows', async (_, statement, problems) => {
  expect(await byHand(statement)).toEqual(problems);
});

test('of many differences, ten are named', async () => {
  const problems = await byHand(`
    insert into journal_ranges (party, range_no, first_position, entries, seqs, from_at, until_at, digest, fence, created_at,
      next_attempt_at)
    select 'settlement', n, n, 1, '{[1,1]}', now(), now(), 'x', 1, now(), now() from generate_series(2, 40) n`);
  expect(problems).toHaveLength(11);
  expect(problems.at(-1)).toBe('and more');
});
