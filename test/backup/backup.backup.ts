import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { readEnvFile } from '../../bin/operate/arguments.ts';
import { isRoot, NOBODY } from '../../bin/stack/postgres-files.ts';
import { ALARMS } from '../../kit/alarms/every-server.ts';
import { measureServer } from '../../kit/alarms/measure-server.ts';
import { openDatabase } from '../../kit/db/pool.ts';
import { Sequencer } from '../../kit/journal/sequencer.ts';
import { conservation } from '../../servers/shop/books/conservation.ts';
import { watching } from '../alarms/planted.ts';
import { TestShop } from '../builders/shop-server.ts';
import { type TestDatabase, testDatabase, withDatabase } from '../harness/database.ts';
import { pgCtl } from './debian-postgres.ts';

const ROOT = join(import.meta.dirname, '../..');
const cluster = inject('cluster');
const { adminUrl } = inject('postgres');
const folder = mkdtempSync(join(tmpdir(), 'seonmul-backed-'));
const backupEnv = join(folder, 'backup/backup.env');
const workDir = join(dirname(cluster.dataDir), 'work');
const repository = join(cluster.folder, 'repository');
const envOf = (server: string) => join(folder, server, 'server.env');
const serverOption = (role: 'shop' | 'settlement') => [
  '--server',
  `${role}=${envOf(role === 'shop' ? 'shop-haneul' : role)}`,
];

let shop: TestShop;
let shopDatabase: string;
let settlement: TestDatabase;
let settlementDatabase: string;

/** Runs a command of operators to its end. */
async function seonmul(...args: string[]) {
  const child = spawn(process.execPath, ['bin/operate.mjs', ...args], { cwd: ROOT, stdio: 'pipe' });
  child.stdin.end();
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((ended) => child.on('exit', ended)),
  ]);
  return { out, err, code };
}
const backup = (verb: string, ...more: string[]) => seonmul('backup', verb, '--env', backupEnv, ...more);

async function query<Row extends object>(database: string, statement: string): Promise<Row[]> {
  const client = new Client({ connectionString: withDatabase(adminUrl, database) });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

/** The database's own moment, after what was committed before and before what comes next. */
async function moment(): Promise<string> {
  await query('postgres', 'select pg_sleep(0.05)');
  const [row] = await query<{ at: Date }>('postgres', 'select clock_timestamp() as at');
  await query('postgres', 'select pg_sleep(0.05)');
  return row?.at.toISOString() ?? '';
}

function set(file: string, values: Record<string, string>): void {
  let settings = readFileSync(file, 'utf8');
  for (const [name, value] of Object.entries(values))
    settings = settings.replace(new RegExp(`^(# )?${name}=.*$`, 'm'), `${name}=${value}`);
  writeFileSync(file, settings);
  expect(readEnvFile(file)).toMatchObject(values);
}

/** A certificate of which something was used, in the journal and told in a range. */
async function used(): Promise<string> {
  const terminal = await shop.terminal();
  const { certificate_id } = await shop.accepted(50_000);
  const opened = await shop.opened(terminal);
  await shop.redeem(terminal, opened, [{ certificate_id, amount_minor: 20_000 }]);
  await new Sequencer({
    ...{ db: shop.context.db, clock: shop.context.clock, party: 'shop:haneul' },
    ...{ entriesMax: 100, bytesMax: 100_000 },
  }).fixOrder();
  return certificate_id;
}

const left = (certificate_id: string) =>
  query<{ balance_minor: bigint }>(
    shopDatabase,
    `select balance_minor from certificate_balances where certificate_id = '${certificate_id}'`,
  );

const restore = (role: 'shop' | 'settlement', to: string, ...more: string[]) =>
  seonmul('restore', '--env', backupEnv, '--to', to, ...serverOption(role), ...more);

/** A database of a server that BACKUP_DATABASES does not name. */
const UNNAMED = 'seonmul_shop';
const ACCOUNT = '00000000-0000-7000-8000-000000000001';
/** A balance that no transfer has brought about. */
const PLANTED_TRANSFER = `
  insert into ledger_accounts (account_id, code, subject_id, currency, side, created_at)
  values ('${ACCOUNT}', 'trust', 'shop:haneul', 'KRW', 'credit', now());
  insert into ledger_balances (account_id, balance_minor) values ('${ACCOUNT}', 5);`;
const REPAIRED_TRANSFER = `update ledger_balances set balance_minor = 0 where account_id = '${ACCOUNT}'`;

/** Waits until all that was committed is in the repository. */
async function archived(): Promise<void> {
  const [end] = await query<{ name: string }>('postgres', 'select pg_walfile_name(pg_switch_wal()) as name');
  const last = async () => {
    const [row] = await query<{ last_archived_wal: string }>('postgres', 'select * from pg_stat_archiver');
    expect((row?.last_archived_wal ?? '') >= (end?.name ?? 'none')).toBe(true);
  };
  await vi.waitFor(last, { timeout: 120_000, interval: 100 });
}

beforeAll(async () => {
  // The cluster's user reads what is in a folder of it.
  chmodSync(folder, 0o711);
  shop = await TestShop.open();
  settlement = await testDatabase('settlement');
  shopDatabase = basename(new URL(shop.ownerUrl).pathname);
  settlementDatabase = basename(new URL(settlement.url).pathname);
  const made = await seonmul(
    ...['init', 'settlement', 'brand', '--domain', 'gifts.example', '--folder', folder, '--brand', 'haneul'],
    ...['--name-ko', '하늘 상점', '--name-en', 'Haneul'],
  );
  expect(made).toMatchObject({ err: '', code: 0 });
  const shopUrl = withDatabase(inject('postgres').templates.shop?.databaseUrl ?? '', shopDatabase);
  for (const [name, url] of [
    ['shop-haneul', shopUrl],
    ['settlement', settlement.url],
  ] as const)
    set(envOf(name), { NODE_ENV: 'test', DATABASE_URL: url });
  set(backupEnv, {
    BACKUP_DATABASES: `settlement=${settlementDatabase},shop=${shopDatabase}`,
    BACKUP_REPOSITORY: repository,
    BACKUP_WORK_DIR: workDir,
    ...{ POSTGRES_DATA: cluster.dataDir, POSTGRES_SOCKET: join(cluster.folder, 'socket') },
    ...{ POSTGRES_PORT: String(cluster.port), POSTGRES_PROGRAMS: cluster.programs },
    ...{ PGBACKREST: cluster.pgbackrest, POSTGRES_SERVICE: '' },
  });
  if (isRoot)
    for (const name of ['', 'backup.env']) chownSync(join(folder, 'backup', name), NOBODY.uid, NOBODY.gid);
});
afterAll(() => rmSync(folder, { recursive: true }));

const fine = { err: '', code: 0 };
const done = { ...fine, out: expect.stringContaining('Start the servers again.') };

test('init says what waits for a restart, and then backups can be made', async () => {
  const first = await backup('init');
  expect(first).toMatchObject({ err: '', code: 1 });
  expect(first.out).toContain('PostgreSQL has to be restarted for archive_mode');
  await pgCtl(cluster, 'restart');
  const second = await backup('init');
  expect(second).toMatchObject(fine);
  expect(second.out).toContain('Backups can be made');
  for (const name of ['key', 'pgbackrest.conf'])
    expect(statSync(join(folder, 'backup', name)).mode & 0o777).toBe(0o600);
});

test('init of another backup.env for the same cluster is refused, and says what to do', async () => {
  const others = join(folder, 'others');
  mkdirSync(others, { mode: 0o755 });
  const env = join(others, 'backup.env');
  writeFileSync(env, readFileSync(backupEnv, 'utf8'));
  set(env, {
    BACKUP_DATABASES: 'shop=seonmul_shop_bada',
    BACKUP_KEY_FILE: join(others, 'key'),
  });
  const refused = await seonmul('backup', 'init', '--env', env);
  expect(refused).toMatchObject({ out: '', code: 2 });
  expect(refused.err).toContain(`add shop=seonmul_shop_bada to BACKUP_DATABASES in ${backupEnv}`);
  expect(readdirSync(others)).toEqual(['backup.env']);
});

let first: string;
let second: string;
let beforeTheMistake: string;

test('backups are made, a full one first, and everything in the repository is encrypted', async () => {
  first = await used();
  expect(await backup('run')).toMatchObject({ ...fine, out: expect.stringContaining(', a full backup') });
  second = await used();
  expect(await backup('run')).toMatchObject({ ...fine, out: expect.stringContaining('an incremental') });
  const listed = await backup('list');
  expect(listed).toMatchObject(fine);
  expect(listed.out).toMatch(/ full .*\n.* incr .*\n\nA restore is possible to any moment from /);
  const info = readFileSync(join(repository, 'backup/seonmul/backup.info'));
  expect(info.subarray(0, 8).toString()).toBe('Salted__');
});

test('a backup is verified by restoring it, and what was found is noted for the metrics', async () => {
  const verified = await backup('verify');
  expect(verified).toMatchObject(fine);
  expect(verified.out).toMatch(/fine {3}shop: everything until /);
  expect(verified.out).toMatch(/fine {3}shop: journal, [1-9]\d* ranges/);
  expect(verified.out).toContain('Nothing is wrong.');
  for (const database of [shopDatabase, settlementDatabase])
    expect(
      await query(
        database,
        `select kind, problem from backup_outcomes where succeeded_at is not null order by kind`,
      ),
    ).toEqual(['backup', 'mark', 'verification'].map((kind) => ({ kind, problem: null })));
  expect(readdirSync(workDir).sort()).toEqual(['lock', 'log']);
  const checked = await backup('check');
  // Here the repository is a folder beside the cluster.
  expect(checked.out.match(/^WRONG .*$/gm)).toEqual([
    expect.stringMatching(/^WRONG {2}repository: .* is on the disk of the cluster/),
  ]);
});

test('a server’s database that nobody has named is found', async () => {
  await query('postgres', `alter database ${UNNAMED} is_template false`);
  const checked = await backup('check');
  await query('postgres', `alter database ${UNNAMED} is_template true`);
  expect(checked).toMatchObject({
    code: 1,
    out: expect.stringContaining(`WRONG  BACKUP_DATABASES: it does not name ${UNNAMED}: add each`),
  });
});

test('while the repository is away, an alarm is raised', async () => {
  const { context, app } = shop;
  measureServer(app.metrics, context);
  const raised = watching(app.metrics, context.clock, ALARMS);
  const alarm = 'SeonmulArchiveFailing';
  const later = async (expected: boolean) => {
    const isRaised = async () => expect((await raised()).includes(alarm)).toBe(expected);
    await vi.waitFor(isRaised, { timeout: 120_000, interval: 500 });
  };
  await archived();
  await later(false);
  const archive = join(repository, 'archive');
  renameSync(archive, `${archive}-away`);
  await query('postgres', "select pg_logical_emit_message(true, 'test', 'something to archive')");
  await query('postgres', 'select pg_switch_wal()');
  await later(true);
  renameSync(`${archive}-away`, archive);
  await later(false);
});

test('a server that still runs is not restored', async () => {
  beforeTheMistake = await moment();
  await query(shopDatabase, `delete from certificate_balances where certificate_id = '${second}'`);
  await query(
    settlementDatabase,
    `insert into leases (name, holder, leased_until, fence) values ('after the mistake', gen_random_uuid(), now(), 1)`,
  );
  const refused = await restore('shop', beforeTheMistake);
  expect(refused).toMatchObject({ out: '', code: 1 });
  expect(refused.err).toMatch(/^Stop every process of it first.* Connected are .*: shop-test/);
  expect(await left(second)).toEqual([]);
});

test('one server is restored to just before a mistake, and the rest of the cluster goes on', async () => {
  await shop.app.close();
  await shop.context.close();
  const restored = await restore('shop', beforeTheMistake);
  expect(restored).toEqual(done);
  expect(await left(second)).toEqual([{ balance_minor: 30_000n }]);
  expect(await left(first)).toEqual([{ balance_minor: 30_000n }]);
  const kept = await query(settlementDatabase, `select name from leases where name = 'after the mistake'`);
  expect(kept).toHaveLength(1);
  const [, before = ''] = /The one before is (\w+)\./.exec(restored.out) ?? [];
  expect(await query(before, 'select 1 from certificate_balances')).toHaveLength(1);
  // Its role and its owner have the rights that they had.
  const opened = openDatabase(readEnvFile(envOf('shop-haneul')).DATABASE_URL ?? '', {
    applicationName: 'again',
  });
  expect(await conservation(opened.db)).toMatchObject([{ issued_minor: 100_000, differences: [] }]);
  await expect(opened.pool.query('delete from journal')).rejects.toMatchObject({ code: '42501' });
  await opened.close();
});

test('the restored server has begun a new epoch', async () => {
  const epochs = await query(shopDatabase, 'select epoch_no, reason from epochs order by epoch_no');
  expect(epochs).toEqual([
    { epoch_no: 1n, reason: 'made' },
    { epoch_no: 2n, reason: 'restored' },
  ]);
});

test('a row that somebody has changed by hand is found, and raises an alarm', async () => {
  await query(
    shopDatabase,
    `update journal set body = replace(body, '20000', '10000') where kind = 'certificate_redeemed'`,
  );
  await query(settlementDatabase, PLANTED_TRANSFER);
  const verified = await backup('verify');
  expect(verified).toMatchObject({ err: '', code: 1 });
  expect(verified.out).toMatch(/^WRONG {2}shop: journal, .*range 1 for .* a row of it was changed\.$/m);
  expect(verified.out).toMatch(
    /^WRONG {2}settlement: ledger: account trust .*balance is not the sum of its transfers\.$/m,
  );
  const [noted] = await query<{ failed: boolean; problem: string }>(
    shopDatabase,
    `select failed_at > succeeded_at as failed, problem from backup_outcomes where kind = 'verification'`,
  );
  expect(noted).toEqual({ failed: true, problem: expect.stringContaining('settlement: ledger') });
});

test('a lost disk: all of the cluster is restored to its end, and every server notes it', async () => {
  await query(settlementDatabase, REPAIRED_TRANSFER);
  const refused = await restore('shop', 'latest', '--whole-cluster');
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('name settlement (') });
  await archived();
  await pgCtl(cluster, 'stop');
  rmSync(cluster.dataDir, { recursive: true });
  const whole = ['--whole-cluster', ...serverOption('settlement')];
  const stopped = await restore('shop', 'latest', ...whole);
  // The journal was changed by hand.
  expect(stopped).toMatchObject({ code: 1, err: expect.stringContaining('Nothing was changed.') });
  expect(existsSync(cluster.dataDir)).toBe(false);
  const restored = await restore('shop', 'latest', ...whole, '--accept-faults');
  expect(restored).toEqual(done);
  const kept = await query(settlementDatabase, `select name from leases where name = 'after the mistake'`);
  expect(kept).toHaveLength(1);
  expect(await query(settlementDatabase, 'select 1 from epochs')).toHaveLength(2);
  expect(await query(shopDatabase, 'select 1 from epochs')).toHaveLength(3);
  expect(await backup('run', '--full')).toMatchObject(fine);
});
