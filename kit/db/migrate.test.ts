import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts';
import { ConfigError } from '../config.ts';
import { migrate, type Patience } from './migrate.ts';

const FOLDER = 'servers/carrier/db';
let database: TestDatabase;
let owner: Client;
let folder: string;

/** The carrier's database and migrations, to which the tests add others. */
beforeEach(async () => {
  database = await testDatabase('carrier');
  owner = await connected();
  folder = mkdtempSync(join(tmpdir(), 'seonmul-migrate-'));
  cpSync(FOLDER, folder, { recursive: true });
  await owner.query('create table things (kind text); insert into things values ($$a$$), ($$a$$)');
});
afterEach(async () => {
  await owner.end();
  await database.drop();
  rmSync(folder, { recursive: true });
});

async function connected(): Promise<Client> {
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  return client;
}

function write(file: string, sql: string): void {
  writeFileSync(join(folder, 'migrations', file), sql);
}

const run = (patience?: Patience) =>
  migrate({
    ownerUrl: database.ownerUrl,
    schema: { role: 'carrier', folder },
    runtimeRole: 'seonmul_carrier',
    ...(patience === undefined ? {} : { patience }),
  });

async function appliedOf(prefix: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    'select name from schema_migrations where name like $1 order by name',
    [`${prefix}%`],
  );
  return rows.map(({ name }) => name);
}

async function indexes(): Promise<{ name: string; valid: boolean; isUnique: boolean }[]> {
  const { rows } = await owner.query<{ name: string; valid: boolean; isUnique: boolean }>(
    `select relname as name, indisvalid as valid, indisunique as "isUnique"
     from pg_index join pg_class on oid = indexrelid where indrelid = 'things'::regclass`,
  );
  return rows;
}

const BY_KIND = '-- no transaction\ncreate index concurrently things_by_kind on things (kind);\n';

test('an index is built outside a transaction, and an invalid one that a crash left is built anew', async () => {
  // Fails at the second row, like a crash, and leaves the index.
  const broken = owner.query('create unique index concurrently things_by_kind on things (kind)');
  await expect(broken).rejects.toThrow('could not create unique index');
  expect(await indexes()).toEqual([{ name: 'things_by_kind', valid: false, isUnique: true }]);
  write('900-index.sql', BY_KIND);
  await run();
  expect(await indexes()).toEqual([{ name: 'things_by_kind', valid: true, isUnique: false }]);
  expect(await appliedOf('carrier/900')).toHaveLength(1);
});

test('a file whose first step was done before a crash goes on with the second', async () => {
  await owner.query('create index things_by_kind on things (kind)');
  write('900-index.sql', `${BY_KIND}create index concurrently things_by_length on things (length(kind));`);
  await run();
  expect((await indexes()).map(({ name }) => name).sort()).toEqual(['things_by_kind', 'things_by_length']);
});

test('a constraint is added without looking at the rows, then checked while the table is used', async () => {
  write('900-known.sql', 'alter table things add constraint kind_known not null kind not valid;');
  write('901-known.sql', '-- no transaction\nalter table things validate constraint kind_known;');
  const reader = await connected();
  await reader.query('begin; insert into things values ($$b$$)');
  const released = () => reader.query('commit');
  await run({ lockTimeout_ms: 50, attemptsMax: 3, pause: released });
  await expect(owner.query('insert into things values (null)')).rejects.toThrow('kind');
  const { rows } = await owner.query(
    "select convalidated as validated from pg_constraint where conname = 'kind_known'",
  );
  expect(rows).toEqual([{ validated: true }]);
  await reader.end();
});

test('what can be half done when it is run again may not run outside a transaction', async () => {
  write('900-update.sql', "-- no transaction\nupdate things set kind = kind || 'x';");
  await expect(run()).rejects.toThrow('may not run outside a transaction');
});

test('a locked table is asked for again and again, so that nobody waits long behind the migration', async () => {
  const reader = await connected();
  await reader.query('begin; select from things');
  write('900-size.sql', 'alter table things add column size integer;');
  const pauses: number[] = [];
  await run({
    lockTimeout_ms: 20,
    attemptsMax: 5,
    pause: async (attempts) => {
      pauses.push(attempts);
      if (attempts === 2) await reader.query('commit');
    },
  });
  expect(pauses).toEqual([1, 2]);
  expect(await appliedOf('carrier/900')).toHaveLength(1);
  await reader.end();
});

test('when it stays locked, the migration says so, and leaves nothing half done', async () => {
  const reader = await connected();
  await reader.query('begin; select from things');
  write('900-size.sql', 'create table others (); alter table things add column size integer;');
  const failed = run({ lockTimeout_ms: 20, attemptsMax: 2, pause: async () => {} });
  await expect(failed).rejects.toThrow(ConfigError);
  expect(await appliedOf('carrier/900')).toEqual([]);
  expect((await owner.query("select to_regclass('others') as there")).rows).toEqual([{ there: null }]);
  await reader.end();
});

test('processes that migrate at once take turns, also while one builds an index', async () => {
  write('900-index.sql', BY_KIND);
  write('901-size.sql', 'alter table things add column size integer;');
  await Promise.all([run(), run(), run()]);
  expect(await appliedOf('carrier/90')).toHaveLength(2);
});

test('a file that was changed after it was applied is refused', async () => {
  write('900-size.sql', 'alter table things add column size integer;');
  await run();
  write('900-size.sql', 'alter table things add column size bigint;');
  await expect(run()).rejects.toThrow('was changed after it was applied');
});
