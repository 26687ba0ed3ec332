import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startPostgres } from '../../bin/stack/postgres.ts';
import { SCHEMAS } from '../../bin/stack/schemas.ts';
import { removeDataDir, temporaryDataDir } from '../../bin/stack/temporary.ts';
import { sequencerOf, tellOf } from '../../test/builders/journal.ts';
import { aParty, NOW } from '../../test/builders/parties.ts';
import { checkOrder } from '../../test/builders/told.ts';
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts';
import { freePort } from '../../test/harness/free-port.ts';
import { addMs, SECOND_MS } from '../clock.ts';
import { migrate } from '../db/migrate.ts';
import { type Database, openDatabase } from '../db/pool.ts';
import { sql } from '../db/sql.ts';
import { newId } from '../ids.ts';
import type { Sequencer } from './sequencer.ts';

let database: TestDatabase;
let opened: Database;
let now: Date;

beforeEach(async () => {
  database = await testDatabase('carrier');
  opened = openDatabase(database.url, { applicationName: 'sequencer-test' });
  now = NOW;
});
afterEach(async () => {
  await opened.close();
  await database.drop();
});

const { key: signingKey } = aParty('carrier', 'k1');
const process = ({ db } = opened, limits = {}): Sequencer =>
  sequencerOf({ db, clock: () => now, signingKey, parties: [] }, limits);

async function fixAll(sequencer: Sequencer): Promise<number> {
  let taken = 0;
  for (;;) {
    const did = await sequencer.fixOrder();
    if (did === 0) return taken;
    taken += did;
  }
}

async function state() {
  const found = await sql<{ floor_seq: bigint; next_floor_seq: bigint | null; taken: string; fence: bigint }>`
    select floor_seq, next_floor_seq, taken::text, l.fence from journal_sequencer, leases l where name = 'journal_order'`.execute(
    opened.db,
  );
  return found.rows[0];
}

/** A transaction that a test commits when it likes. */
async function transaction(): Promise<{
  tell(n: number, subject?: string): Promise<void>;
  end(how: 'commit' | 'rollback'): Promise<void>;
}> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query('begin');
  const tx = {
    ask: async <Row>(text: string, values: readonly unknown[]) => {
      const { rows } = await client.query(text, [...values]);
      return { rows: rows as Row[] };
    },
  };
  return {
    tell: (n, subject) => tellOf(tx, n, subject === undefined ? {} : { subject }),
    end: async (how) => {
      await client.query(how);
      await client.end();
    },
  };
}

test('a row that commits late is taken when it is there, and once', async () => {
  const sequencer = process();
  const late = await transaction();
  await late.tell(1);
  for (let n = 0; n < 3; n++) {
    await tellOf(opened.db, 1);
    expect(await fixAll(sequencer)).toBe(1);
  }
  await late.end('commit');
  expect(await fixAll(sequencer)).toBe(1);
  expect(await checkOrder(opened.db)).toBe(4);
  // Nothing is left to look at, once transactions of other databases in this cluster have ended.
  await expect
    .poll(
      async () => {
        await fixAll(sequencer);
        return state();
      },
      { timeout: 30_000 },
    )
    .toMatchObject({ floor_seq: 4n, taken: '{}' });
});

test('the floor waits for a transaction that has drawn a number, not for one that began later', async () => {
  const sequencer = process();
  const fixed = async () => {
    await fixAll(sequencer);
    return state();
  };
  // Transactions of other databases hold it back, too.
  const patience = { timeout: 30_000 };
  await tellOf(opened.db, 1);
  await expect.poll(fixed, patience).toMatchObject({ floor_seq: 1n });
  const early = await transaction();
  await early.tell(1);
  await tellOf(opened.db, 1);
  expect(await fixAll(sequencer)).toBe(1);
  await expect.poll(fixed, patience).toMatchObject({ floor_seq: 1n, next_floor_seq: 3n });
  const later = await transaction();
  await later.tell(1);
  expect(await fixAll(sequencer)).toBe(0);
  expect(await state()).toMatchObject({ floor_seq: 1n, taken: '{[3,4)}' });
  await early.end('rollback');
  await expect.poll(fixed, patience).toMatchObject({ floor_seq: 3n });
  await later.end('commit');
  expect(await fixAll(sequencer)).toBe(1);
  expect(await checkOrder(opened.db)).toBe(3);
});

test('a subject’s later fact doesn’t overtake the earlier one, whichever transaction began first', async () => {
  const sequencer = process();
  const subject = newId();
  const [first, second] = [await transaction(), await transaction()];
  await second.tell(1);
  await first.tell(1, subject);
  await first.end('commit');
  await second.tell(2, subject);
  expect(await fixAll(sequencer)).toBe(1);
  await second.end('commit');
  expect(await fixAll(sequencer)).toBe(2);
  expect(await checkOrder(opened.db)).toBe(3);
});

test('an idle journal writes nothing', async () => {
  const sequencer = process();
  await tellOf(opened.db, 1);
  await expect
    .poll(async () => {
      await fixAll(sequencer);
      return state();
    })
    .toMatchObject({ floor_seq: 1n, taken: '{}' });
  const version = async () => (await opened.pool.query('select xmin from journal_sequencer')).rows;
  const before = await version();
  for (let look = 0; look < 5; look++) expect(await sequencer.fixOrder()).toBe(0);
  expect(await version()).toEqual(before);
});

test('a job looks again at once only while a backlog fills whole pieces', async () => {
  const sequencer = process();
  await tellOf(opened.db, 1);
  expect(await sequencer.round()).toBe(0);
  expect(await checkOrder(opened.db)).toBe(1);
  await sql`
    insert into journal (at, party, kind, fact_id, subject_id, entry_no, before_minor, delta_minor, after_minor, trace_id, body)
    select ${NOW}::timestamptz, 'management', 'something_happened', gen_random_uuid(), gen_random_uuid(), 1, 0, 0, 0,
      repeat('0', 32), '{}' from generate_series(1, 4001) n`.execute(opened.db);
  expect([await sequencer.round(), await sequencer.round()]).toEqual([1, 0]);
  expect(await checkOrder(opened.db)).toBe(4_002);
});

test('a backlog is taken in pieces, and cut into ranges by entries and by bytes', async () => {
  await sql`
    insert into journal (at, party, kind, fact_id, subject_id, entry_no, before_minor, delta_minor, after_minor, trace_id, body)
    select ${NOW}::timestamptz, case when n % 3 = 0 then 'management' else 'carrier' end, 'something_happened',
      gen_random_uuid(), gen_random_uuid(), 1, 0, 0, 0, repeat('0', 32), '{"n":' || n || '}'
    from generate_series(1, 9000) n`.execute(opened.db);
  expect(await fixAll(process(opened, { entriesMax: 400, bytesMax: 40_000 }))).toBe(9_000);
  expect(await checkOrder(opened.db)).toBe(9_000);
  const cut = await sql<{ party: string; most: number; open: bigint }>`
    select party, max(entries) as most, count(*) filter (where acknowledged_at is null) as open
    from journal_ranges group by party order by party`.execute(opened.db);
  expect(cut.rows).toMatchObject([{ party: 'carrier', open: 0n }, { party: 'management' }]);
  for (const { most } of cut.rows) expect(most).toBeLessThan(300);
});

test('one process holds the lease; another takes over when it is over, with a higher fence', async () => {
  const [first, second] = [process(), process()];
  await tellOf(opened.db, 1);
  expect(await first.fixOrder()).toBe(1);
  await tellOf(opened.db, 1);
  expect(await second.fixOrder()).toBe(0);
  expect(await state()).toMatchObject({ fence: 1n });
  now = addMs(now, 10 * SECOND_MS);
  expect(await second.fixOrder()).toBe(1);
  expect(await state()).toMatchObject({ fence: 2n });
  await tellOf(opened.db, 1);
  expect(await first.fixOrder()).toBe(0);
  await fixAll(second);
  const fences = await sql<{ fence: bigint }>`select fence from journal_ranges order by range_no`.execute(
    opened.db,
  );
  expect(fences.rows.map(({ fence }) => fence)).toEqual([1n, 2n, 2n]);
  expect(await checkOrder(opened.db)).toBe(3);
});

test('writers and two processes at once: each row in one range, each subject in its order', async () => {
  const other = openDatabase(database.url, { applicationName: 'sequencer-test-other' });
  let writing = true;
  const subjects = Array.from({ length: 5 }, () => ({ subject: newId(), n: 0 }));
  const writers = subjects.map(async (about, worker) => {
    for (let round = 0; round < 30; round++) {
      const fails = round % 7 === worker;
      await opened.db
        .transaction(async (tx) => {
          const party = round % 3 === 0 ? 'carrier' : 'management';
          // Facts about one subject may be for one party only, or they would have no order.
          await tellOf(tx, about.n + 1, { subject: about.subject });
          await tellOf(tx, 1, { party });
          await pause(((round * 7 + worker * 3) % 5) * 2);
          if (fails) throw new Error('rolled back');
          about.n += 1;
        })
        .catch((error: Error) => expect(error.message).toBe('rolled back'));
    }
  });
  const sequencers = [process(opened, { entriesMax: 7 }), process(other, { entriesMax: 7 })];
  const looking = sequencers.map(async (sequencer) => {
    while (writing) {
      await sequencer.fixOrder();
      // So that each may take over from the other.
      now = addMs(now, SECOND_MS);
    }
  });
  await Promise.all(writers);
  writing = false;
  await Promise.all(looking);
  now = addMs(now, 10 * SECOND_MS);
  for (const sequencer of sequencers) await fixAll(sequencer);
  expect(await checkOrder(opened.db)).toBe(2 * subjects.reduce((sum, { n }) => sum + n, 0));
  await other.close();
});

test.each([
  ['and nobody else’s ranges change', async () => {}],
  [
    'also while another transaction hangs',
    async () => {
      const hanging = await transaction();
      await hanging.tell(1);
      return () => hanging.end('rollback');
    },
  ],
])('after a restore from a backup, what was refused gets other numbers, %s', async (_what, hang) => {
  const end = await hang();
  const sequencer = process(opened, { entriesMax: 2 });
  for (let round = 0; round < 3; round++) {
    for (const party of ['management', 'settlement', 'management']) await tellOf(opened.db, 1, { party });
    await fixAll(sequencer);
  }
  const numbers = async () => {
    const found = await sql<{ party: string; range_no: bigint; entries: number }>`
      select party, range_no, entries from journal_ranges order by party, range_no`.execute(opened.db);
    return found.rows.map(({ party, range_no, entries }) => `${party} ${range_no}: ${entries}`);
  };
  const settlement = ['settlement 1: 1', 'settlement 2: 1', 'settlement 3: 1'];
  expect(await numbers()).toEqual(['management 1: 2', 'management 2: 2', 'management 3: 2', ...settlement]);
  await sql`update journal_ranges set acknowledged_at = now() where range_no = 1`.execute(opened.db);
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query(`select renumber_ranges('management', 11) as rows`);
  await owner.end();
  expect(rows).toEqual([{ rows: 4n }]);
  expect(await fixAll(sequencer)).toBe(4);
  expect(await numbers()).toEqual(['management 1: 2', 'management 11: 2', 'management 12: 2', ...settlement]);
  await end?.();
  await expect
    .poll(
      async () => {
        await fixAll(sequencer);
        return state();
      },
      { timeout: 30_000 },
    )
    .toMatchObject({ floor_seq: end === undefined ? 9n : 10n, taken: '{}' });
});

test('a dump restored in another cluster goes on where it was', async () => {
  await tellOf(opened.db, 1);
  await tellOf(opened.db, 1);
  const before = process();
  await fixAll(before);
  const open = await transaction();
  await open.tell(1);
  await tellOf(opened.db, 1);
  expect(await before.fixOrder()).toBe(1);
  // One that the sequencer has not seen when the dump is made, and one that is not in the dump.
  await tellOf(opened.db, 1);
  const tables = ['journal', 'journal_ids', 'journal_sequencer', 'journal_parties', 'journal_ranges'];
  const dump = await Promise.all(
    tables.map(async (table) => {
      const { rows } = await opened.pool.query(
        `select coalesce(json_agg(t), '[]')::text as rows from ${table} t`,
      );
      return [table, rows[0]?.rows] as const;
    }),
  );
  const { rows: drawn } = await opened.pool.query('select last_value from journal_seq');
  await open.end('commit');

  const dataDir = temporaryDataDir('restored');
  const postgres = await startPostgres(dataDir, await freePort(), { durable: false });
  try {
    const { databaseUrl, ownerDatabaseUrl: ownerUrl } = await postgres.ensureServerDatabase('carrier');
    await migrate({ ownerUrl, schema: SCHEMAS.carrier, runtimeRole: 'seonmul_carrier' });
    const owner = new Client({ connectionString: ownerUrl });
    await owner.connect();
    await owner.query('delete from journal_sequencer');
    for (const [table, rows] of dump)
      await owner.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [
        rows,
      ]);
    await owner.query(`select setval('journal_seq', $1)`, [drawn[0]?.last_value]);
    await owner.end();
    const restored = openDatabase(databaseUrl, { applicationName: 'sequencer-test-restored' });
    now = addMs(now, 10 * SECOND_MS);
    const sequencer = process(restored);
    expect(await fixAll(sequencer)).toBe(1);
    await tellOf(restored.db, 1);
    expect(await fixAll(sequencer)).toBe(1);
    expect(await checkOrder(restored.db)).toBe(5);
    const kept = await sql<{ floor_seq: bigint; taken: string }>`
      select floor_seq, taken::text from journal_sequencer`.execute(restored.db);
    expect(kept.rows).toEqual([{ floor_seq: 6n, taken: '{}' }]);
    await restored.close();
  } finally {
    await postgres.stop();
    removeDataDir(dataDir);
  }
});
