import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backrestConfig } from './backrest-config.ts';
import { isArchived } from './cluster.ts';
import { targetOptions } from './copy.ts';
import { type Backup, backupsIn, describeBackups, isFullDue } from './info.ts';
import {
  archiveCommand,
  otherConfiguration,
  patroniRequest,
  secondsOf,
  wantedSettings,
} from './postgres-settings.ts';
import { lastWords } from './programs.ts';
import { calledIn, readBackupPlan } from './settings.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seonmul-backup-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const KEY = 'k'.repeat(64);

function aPlan(changed: Record<string, string> = {}) {
  return readBackupPlan(join(folder, 'backup.env'), {
    BACKUP_DATABASES: 'management=seonmul_management, settlement=seonmul_settlement',
    BACKUP_REPOSITORY: '/mnt/backups',
    BACKUP_KEY_FILE: file('key', `${KEY}\n`),
    ...changed,
  });
}

describe('the settings', () => {
  test('name a cluster, its repository and the servers in it', () => {
    expect(aPlan()).toMatchObject({
      servers: [
        { role: 'management', database: 'seonmul_management' },
        { role: 'settlement', database: 'seonmul_settlement' },
      ],
      configFile: join(folder, 'pgbackrest.conf'),
      daysKept: 35,
      dataDir: '/var/lib/postgresql/18/main',
    });
  });

  test.each([
    [{ BACKUP_DATABASES: 'shop' }, /^BACKUP_DATABASES must be/],
    [{ BACKUP_DATABASES: "shop=x'; drop" }, /^BACKUP_DATABASES must be/],
    [{ BACKUP_REPOSITORY: 'CHANGE-ME' }, /^BACKUP_REPOSITORY still says CHANGE-ME/],
    [{ BACKUP_REPOSITORY: 'backups' }, /^BACKUP_REPOSITORY must be an absolute path/],
    [{ BACKUP_REPOSITORY: 's3://bucket/path' }, /^For S3, BACKUP_S3_ENDPOINT/],
    [{ BACKUP_STANZA: 'a b' }, /^BACKUP_STANZA/],
    [{ POSTGRES_DATA: "/data'; rm" }, /^POSTGRES_DATA must be an absolute path/],
  ] as const)('%j is refused', (changed, message) => {
    expect(() => aPlan(changed)).toThrow(message);
  });
});

test('of two shops a report says which by its database', () => {
  const { servers } = aPlan({
    BACKUP_DATABASES: 'management=seonmul_management,shop=seonmul_shop_haneul,shop=seonmul_shop_bada',
  });
  expect(servers.map((server) => calledIn(servers, server))).toEqual([
    'management',
    'shop (seonmul_shop_haneul)',
    'shop (seonmul_shop_bada)',
  ]);
});

describe("pgBackRest's configuration", () => {
  test('has a folder, the key, and the time in which any moment can be had', () => {
    const config = backrestConfig(aPlan({ BACKUP_DAYS_KEPT: '60' }));
    for (const line of [
      'repo1-path=/mnt/backups',
      'repo1-cipher-type=aes-256-cbc',
      `repo1-cipher-pass=${KEY}`,
      'repo1-retention-full-type=time',
      'repo1-retention-full=60',
      '[seonmul]',
      'pg1-path=/var/lib/postgresql/18/main',
    ])
      expect(config.split('\n')).toContain(line);
  });

  test('has an S3-compatible storage', () => {
    const s3 = {
      BACKUP_REPOSITORY: 's3://gift-backups/haneul',
      BACKUP_S3_ENDPOINT: 's3.example',
      BACKUP_S3_REGION: 'seoul',
      BACKUP_S3_URI_STYLE: 'path',
      BACKUP_S3_KEY_FILE: file('s3', 'access\nsecret\n'),
    };
    const config = backrestConfig(aPlan(s3));
    for (const line of [
      'repo1-type=s3',
      'repo1-path=/haneul',
      'repo1-s3-bucket=gift-backups',
      'repo1-s3-endpoint=s3.example',
      'repo1-s3-uri-style=path',
      'repo1-s3-key=access',
      'repo1-s3-key-secret=secret',
    ])
      expect(config.split('\n')).toContain(line);
    file('s3', 'access');
    expect(() => backrestConfig(aPlan(s3))).toThrow(/must have two lines/);
  });

  test.each(['', 'short', `${KEY} ${KEY}`])('wants a key that is one: %j', (key) => {
    const keyFile = file('bad-key', key);
    expect(() => backrestConfig(aPlan({ BACKUP_KEY_FILE: keyFile }))).toThrow(/^BACKUP_KEY_FILE/);
  });
});

describe("PostgreSQL's settings", () => {
  const isGood = (name: string, value: string) =>
    wantedSettings(aPlan())
      .find((wanted) => wanted.name === name)
      ?.isGood(value);

  test('are told from those that do not archive within a minute', () => {
    expect([isGood('wal_level', 'replica'), isGood('wal_level', 'logical')]).toEqual([true, true]);
    expect([isGood('wal_level', 'minimal'), isGood('archive_mode', 'off')]).toEqual([false, false]);
    expect(isGood('archive_command', archiveCommand(aPlan()))).toBe(true);
    expect(isGood('archive_command', 'true')).toBe(false);
    expect(['1min', '30s', '0', '5min'].map((value) => isGood('archive_timeout', value))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test('are told from those that another backup.env has made', () => {
    const command = archiveCommand(aPlan());
    expect(otherConfiguration(command, aPlan())).toBeUndefined();
    const others = command.replace(join(folder, 'pgbackrest.conf'), '/etc/seonmul/backup/pgbackrest.conf');
    expect(otherConfiguration(others, aPlan())).toBe('/etc/seonmul/backup/pgbackrest.conf');
    for (const none of ['', '(disabled)', 'cp %p /mnt/%f'])
      expect(otherConfiguration(none, aPlan())).toBeUndefined();
  });

  test.each([
    ['60s', 60],
    ['1min', 60],
    ['2h', 7200],
    ['0', 0],
    ['soon', 0],
  ] as const)('%s is %i seconds', (shown, seconds) => {
    expect(secondsOf(shown)).toBe(seconds);
  });

  test('are what Patroni is asked for', () => {
    const [level] = wantedSettings(aPlan());
    expect(patroniRequest(level === undefined ? [] : [level])).toBe(
      '{"postgresql":{"parameters":{"wal_level":"replica"}}}',
    );
  });
});

const AT = new Date('2026-03-08T02:30:00Z');
const backup = (label: string, type: Backup['type'], began: string): Backup => ({
  ...{ label, type, bytes: 23_702_025, stored_bytes: 2_870_976, hasErrors: false },
  ...{ began_at: new Date(began), ended_at: new Date(began) },
});

describe('backups', () => {
  const json = (status: { code: number; message: string }, stanza = 'seonmul') =>
    JSON.stringify([
      {
        name: stanza,
        status,
        backup: [
          {
            label: '20261129-090410F',
            type: 'full',
            timestamp: { start: 1795943050, stop: 1795943051 },
            info: { size: 23702025, repository: { delta: 2870976 } },
            error: true,
          },
        ],
      },
    ]);

  test('are read as pgBackRest lists them', () => {
    expect(backupsIn(json({ code: 0, message: 'ok' }))).toEqual([
      {
        ...{ label: '20261129-090410F', type: 'full', bytes: 23_702_025, stored_bytes: 2_870_976 },
        ...{ began_at: new Date('2026-11-29T09:04:10Z'), ended_at: new Date('2026-11-29T09:04:11Z') },
        hasErrors: true,
      },
    ]);
    expect(backupsIn(json({ code: 1, message: 'missing stanza path' }))).toBeUndefined();
    expect(backupsIn('[]')).toBeUndefined();
    expect(() => backupsIn(json({ code: 99, message: 'unable to open' }))).toThrow('unable to open');
  });

  test('are full after a week, though the timer is early', () => {
    const incremental = backup('i', 'incr', '2026-03-07T02:30:00Z');
    expect(isFullDue([], AT, 7)).toBe(true);
    expect(isFullDue([incremental], AT, 7)).toBe(true);
    expect(isFullDue([backup('f', 'full', '2026-03-01T02:38:00Z'), incremental], AT, 7)).toBe(true);
    expect(isFullDue([backup('f', 'full', '2026-03-02T02:25:00Z'), incremental], AT, 7)).toBe(false);
  });

  test('are listed with the moments that can be had', () => {
    expect(describeBackups([])).toBe('There is no backup yet.');
    const damaged = { ...backup('20260302-023000I', 'incr', '2026-03-02T02:30:00Z'), hasErrors: true };
    expect(describeBackups([backup('20260301-023000F', 'full', '2026-03-01T02:30:00Z'), damaged])).toBe(
      [
        '20260301-023000F                   full  ended 2026-03-01T02:30:00Z  22.6 MB, 2.7 MB stored',
        '20260302-023000I                   incr  ended 2026-03-02T02:30:00Z  22.6 MB, 2.7 MB stored  WITH DAMAGED PAGES',
        '',
        'A restore is possible to any moment from 2026-03-01T02:30:00Z on.',
      ].join('\n'),
    );
  });
});

test('pgBackRest is told the moment in UTC, to the millisecond', () => {
  expect(targetOptions('latest')).toEqual(['--type=default']);
  expect(targetOptions(new Date('2026-03-01T08:15:00.250+09:00'))).toEqual([
    '--type=time',
    '--target=2026-02-28 23:15:00.250+00',
    '--target-action=promote',
  ]);
});

test.each([
  ['000000010000000000000004', true],
  ['000000010000000000000003', true],
  ['000000010000000000000002', false],
  ['000000020000000000000001', true],
  ['00000002.history', false],
  ['000000010000000000000003.00000028.backup', true],
  ['000000010000000000000002.00000028.backup', false],
])('with %s archived, the third segment is: %s', (last, archived) => {
  expect(isArchived(last, '000000010000000000000003')).toBe(archived);
});

test('of what a program said, the errors are told, without times', () => {
  const said = `2026-11-29 09:04:10.139 P00   INFO: backup start
2026-11-29 09:04:11.655 P00  ERROR: [082]: WAL segment 2 was not archived
            HINT: check the archive_command
2026-11-29 09:04:12.119 P00   INFO: backup command end`;
  expect(lastWords(said)).toBe(
    'ERROR: [082]: WAL segment 2 was not archived / HINT: check the archive_command',
  );
  expect(lastWords('2026-11-29 09:04:15.539 UTC [123] FATAL:  recovery ended')).toBe(
    'FATAL:  recovery ended',
  );
  expect(lastWords('one\n\ntwo\n')).toBe('one / two');
});
