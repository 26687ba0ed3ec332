import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sequencerOf, tellOf } from '../../test/builders/journal.ts';
import { keepNothing } from '../../test/builders/keep-nothing.ts';
import { aParty } from '../../test/builders/parties.ts';
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts';
import { addMs, DAY_MS, SECOND_MS } from '../clock.ts';
import { type Database, openDatabase } from '../db/pool.ts';
import { sql } from '../db/sql.ts';
import { newId } from '../ids.ts';
import { createLogger } from '../log.ts';
import { dropMonthsJob } from './drop-months.ts';
import { journalMonthsJob } from './months.ts';
import { renderAgain } from './render.ts';

const OWN = 'carrier';
const [OVER, OPEN] = [newId(), newId()];
const { key: signingKey } = aParty(OWN, 'k1');

let database: TestDatabase;
let opened: Database;
let now: Date;

beforeEach(async () => {
  database = await testDatabase('carrier');
  opened = openDatabase(database.url, { applicationName: 'drop-months-test' });
  await keepNothing(database.ownerUrl);
  now = new Date('2026-01-01T00:00:00Z');
  await journalMonthsJob({ db: opened.db, clock: () => now }).round();
});
afterEach(async () => {
  await opened.close();
  await database.drop();
});

async function asOwner(statement: string): Promise<void> {
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(statement);
  await owner.end();
}

/** Says that only facts about that subject are still needed. */
const needOnly = (subject: string) =>
  asOwner(`create or replace function is_fact_needed(kind text, subject uuid) returns boolean language sql stable
    as $$ select subject = '${subject}' $$`);

const at = (day: string) => new Date(`${day}T12:00:00Z`);

/** The n-th fact about a subject: its value is one higher each time. */
async function tell(n: number, day: string, { subject = OVER, party = OWN } = {}): Promise<void> {
  await tellOf(opened.db, n, { subject, party, at: at(day), delta_minor: 1n });
}

/** Puts everything in order, and waits until nothing is looked for any more. */
async function fixOrder({ db } = opened): Promise<number> {
  const sequencer = sequencerOf({ db, clock: () => now, signingKey, parties: [] }, { entriesMax: 3 });
  let taken = 0;
  await expect
    .poll(
      async () => {
        taken += await sequencer.fixOrder();
        const found = await sql<{ is_done: boolean }>`
        select floor_seq >= coalesce(pg_sequence_last_value('journal_seq'), 0) as is_done
        from journal_sequencer`.execute(db);
        return found.rows[0]?.is_done;
      },
      { timeout: 30_000 },
    )
    .toBe(true);
  now = addMs(now, 10 * SECOND_MS);
  return taken;
}

const dropMonths = (journalKeptDays: number | null = 30) =>
  dropMonthsJob({
    db: opened.db,
    clock: () => now,
    log: createLogger('drop-months-test', 'fatal'),
    settings: { journalKeptDays },
  }).round();

/** A transaction that goes on until its connection is ended. */
async function readingJournal(): Promise<Client> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query('begin');
  await client.query('select count(*) from journal');
  return client;
}

async function problems(): Promise<string[]> {
  const found = await sql<{ problem: string }>`select problem from failing_work`.execute(opened.db);
  return found.rows.map(({ problem }) => problem);
}

const rowsOf = async (statement: string) => (await opened.pool.query(statement)).rows;

async function months(): Promise<string[]> {
  const found = await rowsOf(
    "select inhrelid::regclass::text as name from pg_inherits where inhparent = 'journal'::regclass order by 1",
  );
  return found.map(({ name }) => String(name));
}

async function tellThreeMonths(): Promise<void> {
  await tell(1, '2026-01-05');
  await tell(1, '2026-01-06', { subject: OPEN });
  await tell(2, '2026-01-07');
  await tell(2, '2026-02-05', { subject: OPEN });
  await tell(3, '2026-02-06');
  await tell(4, '2026-03-05');
  await fixOrder();
}

test('a month that is old enough is dropped, the oldest first; what is needed of it stays, and sums are carried', async () => {
  await tellThreeMonths();
  await needOnly(OPEN);
  const ranges = await rowsOf('select * from journal_ranges order by range_no');
  const ids = await rowsOf('select * from journal_ids order by seq');
  const open = await rowsOf(`select * from journal where subject_id = '${OPEN}' order by seq`);

  now = at('2026-03-03');
  expect(await dropMonths()).toBe(1);
  expect(await dropMonths()).toBe(0);
  expect(await problems()).toEqual([]);
  // February has ended, and has not been over for 30 days.
  expect(await rowsOf('select month::text, dropped, kept from journal_dropped_months')).toEqual([
    { month: '2026-01-01', dropped: 2n, kept: 1n },
  ]);
  now = at('2026-04-05');
  expect(await dropMonths()).toBe(1);
  expect(await dropMonths()).toBe(0);

  expect(
    await rowsOf(`select month::text, subject_id, kind, facts, delta_minor, last_entry_no, after_minor
      from journal_carried order by month`),
  ).toEqual([
    {
      month: '2026-01-01',
      subject_id: OVER,
      kind: 'something_happened',
      facts: 2n,
      delta_minor: 2n,
      last_entry_no: 2n,
      after_minor: 2n,
    },
    {
      month: '2026-02-01',
      subject_id: OVER,
      kind: 'something_happened',
      facts: 1n,
      delta_minor: 1n,
      last_entry_no: 3n,
      after_minor: 3n,
    },
  ]);
  // What stays is what it was, in its month, and has been told: nobody tells it again. Digests and ids stay for all.
  expect(await rowsOf(`select * from journal where subject_id = '${OPEN}' order by seq`)).toEqual(open);
  expect(
    await rowsOf(
      'select entry_no from journal where subject_id is distinct from $1'.replace('$1', `'${OPEN}'`),
    ),
  ).toEqual([{ entry_no: 4n }]);
  expect(await rowsOf('select * from journal_ranges order by range_no')).toEqual(ranges);
  expect(await rowsOf('select * from journal_ids order by seq')).toEqual(ids);
  expect(await months()).toEqual(['journal_2026_01', 'journal_2026_02', 'journal_2026_03', 'journal_rest']);
  await tell(5, '2026-04-05');
  expect(await fixOrder()).toBe(1);
});

test('a month of which nothing is needed has no partition any more; facts go on being written', async () => {
  await tell(1, '2026-01-05');
  await fixOrder();
  await needOnly(OPEN);
  now = at('2026-06-01');
  expect(await dropMonths()).toBe(1);
  expect(await months()).toEqual(['journal_2026_02', 'journal_2026_03', 'journal_rest']);
  expect(await dropMonths()).toBe(1);
  expect(await dropMonths()).toBe(1);
  expect(await dropMonths()).toBe(0);
  await journalMonthsJob({ db: opened.db, clock: () => now }).round();
  await tell(2, '2026-06-01');
  expect(await fixOrder()).toBe(1);
  expect((await months()).filter((name) => name !== 'journal_rest')).toEqual([
    'journal_2026_06',
    'journal_2026_07',
    'journal_2026_08',
  ]);
});

test('a range that a month took away is refused plainly, and others are rendered as before', async () => {
  await tellThreeMonths();
  await needOnly(OPEN);
  const last = await renderAgain(opened.db, OWN, 2n);
  expect(last.body).toBeDefined();
  now = at('2026-03-03');
  await dropMonths();
  expect(await renderAgain(opened.db, OWN, 1n)).toEqual({ problem: 'month_dropped' });
  expect(await renderAgain(opened.db, OWN, 2n)).toEqual(last);
});

test.each([
  [
    'not_acknowledged',
    () => tell(1, '2026-01-08', { subject: newId(), party: 'management' }).then(() => fixOrder()),
  ],
  ['not_in_order', () => tell(1, '2026-01-08', { subject: newId() })],
  ['entries_do_not_follow', () => tell(7, '2026-01-08').then(() => fixOrder())],
  [
    'range 1 of carrier has other bytes',
    () => asOwner(`update journal set body = '{"n":9}' where entry_no = 1`),
  ],
])('a month stays, and staff see why: %s', async (problem, spoil) => {
  await tellThreeMonths();
  await needOnly(OPEN);
  await spoil();
  const before = await rowsOf('select * from journal order by seq');
  now = at('2026-03-03');
  expect(await dropMonths()).toBe(0);
  expect(await problems()).toEqual([expect.stringContaining(problem)]);
  expect(await rowsOf('select * from journal order by seq')).toEqual(before);
  expect(await rowsOf('select * from journal_carried')).toEqual([]);
  // The next month waits for it.
  now = at('2026-08-01');
  expect(await dropMonths()).toBe(0);
  expect(await rowsOf('select * from journal_dropped_months')).toEqual([]);
});

test('nothing is dropped without the setting, before the owner allows it, or of a server that names nothing as over', async () => {
  await tellThreeMonths();
  now = at('2026-08-01');
  expect(await dropMonths(null)).toBe(0);
  await asOwner("update least_kept set journal = '1827 days'");
  const young = sql<{ problem: string | null }>`
    select drop_journal_month('2026-01-01', now(), now() + interval '100 years') as problem`;
  expect((await young.execute(opened.db)).rows).toEqual([{ problem: 'not_the_oldest' }]);
  expect(await dropMonths()).toBe(0);
  expect(await rowsOf('select * from journal_dropped_months')).toEqual([]);

  await keepNothing(database.ownerUrl);
  await asOwner('delete from failing_work');
  expect(await dropMonths()).toBe(1);
  expect(await rowsOf('select dropped, kept from journal_dropped_months')).toEqual([
    { dropped: 0n, kept: 3n },
  ]);
  expect(await rowsOf('select count(*) as n from journal')).toEqual([{ n: 6n }]);
});

test('a sale that is on its way is not waited for long: the month is dropped later', async () => {
  await tellThreeMonths();
  await needOnly(OPEN);
  now = at('2026-03-03');
  const busy = await readingJournal();
  expect(await dropMonths()).toBe(0);
  expect(await problems()).toEqual(['SQLSTATE 55P03']);
  expect(await rowsOf('select count(*) as n from journal')).toEqual([{ n: 6n }]);
  await busy.end();
  now = addMs(now, DAY_MS);
  expect(await dropMonths()).toBe(1);
});

test('a dump made after a month went is restored and goes on where it was', async () => {
  await tellThreeMonths();
  await needOnly(OPEN);
  now = at('2026-03-03');
  await dropMonths();
  const restored = await testDatabase('carrier');
  const owner = new Client({ connectionString: restored.ownerUrl });
  await owner.connect();
  await owner.query('delete from journal_sequencer');
  for (const table of [
    'journal',
    'journal_ids',
    'journal_sequencer',
    'journal_parties',
    'journal_ranges',
    'journal_dropped_months',
    'journal_carried',
  ]) {
    const [dump] = await rowsOf(`select coalesce(json_agg(t), '[]')::text as rows from ${table} t`);
    await owner.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [
      dump?.rows,
    ]);
  }
  const [drawn] = await rowsOf('select last_value from journal_seq');
  await owner.query("select setval('journal_seq', $1)", [drawn?.last_value]);
  await owner.end();
  const again = openDatabase(restored.url, { applicationName: 'drop-months-test-restored' });
  await tellOf(again.db, 4, { subject: OVER, party: OWN, at: now });
  expect(await fixOrder(again)).toBe(1);
  expect(await renderAgain(again.db, OWN, 1n)).toEqual({ problem: 'month_dropped' });
  expect((await renderAgain(again.db, OWN, 3n)).body).toBeDefined();
  await again.close();
  await restored.drop();
});
