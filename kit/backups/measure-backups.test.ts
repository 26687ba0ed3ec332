import { Client } from 'pg';
import { Registry } from 'prom-client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts';
import { type Database, openDatabase } from '../db/pool.ts';
import { measureBackups } from './measure-backups.ts';

let database: TestDatabase;
let opened: Database;
beforeEach(async () => {
  database = await testDatabase('carrier');
  opened = openDatabase(database.url, { applicationName: 'measure-backups' });
});
afterEach(async () => {
  await opened.close();
  await database.drop();
});

async function metrics(): Promise<string[]> {
  const registry = new Registry();
  measureBackups(registry, opened);
  return (await registry.metrics()).split('\n').filter((line) => /^seonmul_(backup|wal)/.test(line));
}

test('backups that were never made are as old as can be', async () => {
  expect(await metrics()).toEqual([
    'seonmul_backup_succeeded_timestamp_seconds{kind="backup"} 0',
    'seonmul_backup_succeeded_timestamp_seconds{kind="verification"} 0',
    'seonmul_backup_failed_timestamp_seconds{kind="backup"} 0',
    'seonmul_backup_failed_timestamp_seconds{kind="verification"} 0',
    'seonmul_backup_failing{kind="backup"} 0',
    'seonmul_backup_failing{kind="verification"} 0',
    'seonmul_wal_archive_failing 0',
  ]);
});

test('how the last ones went is what was noted', async () => {
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  await client.query(`
    insert into backup_outcomes (kind, succeeded_at, failed_at, problem) values
      ('mark', '2026-03-01T05:00:00Z', null, null),
      ('backup', '2026-03-01T02:30:00Z', null, null),
      ('verification', '2026-03-01T05:00:00Z', '2026-03-08T05:00:00Z', 'shop: ledger')`);
  await client.end();
  expect((await metrics()).slice(0, 6)).toEqual([
    'seonmul_backup_succeeded_timestamp_seconds{kind="backup"} 1772332200',
    'seonmul_backup_succeeded_timestamp_seconds{kind="verification"} 1772341200',
    'seonmul_backup_failed_timestamp_seconds{kind="backup"} 0',
    'seonmul_backup_failed_timestamp_seconds{kind="verification"} 1772946000',
    'seonmul_backup_failing{kind="backup"} 0',
    'seonmul_backup_failing{kind="verification"} 1',
  ]);
});
