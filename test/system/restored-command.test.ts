import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serverEnvironment } from '../../bin/stack/environment.ts';
import { prepareFiles, type StackFiles } from '../../bin/stack/files.ts';
import { removeDataDir, temporaryDataDir } from '../../bin/stack/temporary.ts';
import { openDatabase } from '../../kit/db/pool.ts';
import { readEpoch } from '../../kit/journal/epoch.ts';
import { keepFinding } from '../../kit/restore/findings.ts';
import { NOT_ASKED } from '../../kit/restore/reconcile.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';

const ROOT = join(import.meta.dirname, '../..');
const ROLES = ['shop', 'carrier', 'settlement'] as const;
const dataDir = temporaryDataDir('restored');
const databases = new Map<string, TestDatabase>();
let files: StackFiles;

beforeAll(async () => {
  files = await prepareFiles(
    dataDir,
    () => 'http://127.0.0.1:9',
    () => 'smpp://127.0.0.1:9',
    'http://127.0.0.1:9',
  );
  for (const role of ROLES) databases.set(role, await testDatabase(role));
});
afterAll(async () => {
  for (const database of databases.values()) await database.drop();
  removeDataDir(dataDir);
});

async function run(role: (typeof ROLES)[number], action: string): Promise<string> {
  const { url: databaseUrl = '', ownerUrl: ownerDatabaseUrl = '' } = databases.get(role) ?? {};
  const place = { portBase: 1, dataDir, root: ROOT };
  const env = {
    ...serverEnvironment(role, place, files, { databaseUrl, ownerDatabaseUrl }),
    NODE_NO_WARNINGS: '1',
  };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(ROOT, `servers/${role}/main.ts`), action],
    { env },
  );
  return stdout;
}

test('a shop that is told that it was restored says that it lacks what others hold', async () => {
  expect(await run('shop', '--epoch')).toMatch(/^Epoch 1 began at .*: the database was made\.\n/);
  const said = await run('shop', '--restored');
  expect(said).toMatch(/^Epoch 2 began at .*: the database was restored, as it was told\.\n/);
  expect(said).toContain('The server does no business yet');
  expect(await run('shop', '--epoch')).toBe(said);
});

test('a carrier, of which nobody else keeps anything, says what it has lost, and goes on', async () => {
  const said = await run('carrier', '--restored');
  expect(said).toMatch(/^Epoch 2 began at /);
  expect(said).not.toContain('no business');
  expect(said).toContain('look_ups_not_restored since the beginning');
  expect(said).toContain('subscribers_not_restored since the beginning');
  // Until somebody has looked at that.
  const failed = await run('carrier', '--reconcile').catch((error: unknown) => error);
  expect(failed).toMatchObject({ code: 1, stdout: said });
});

test('a server whose parties do not answer is left as it is, and goes on without those that are named', async () => {
  await run('settlement', '--restored');
  const { url } = databases.get('settlement') ?? {};
  const { db, close } = openDatabase(url ?? '', { applicationName: 'test' });
  const { epoch_no } = await readEpoch(db);
  for (const party of ['management', 'shop:haneul'])
    await keepFinding(db, epoch_no, { kind: NOT_ASKED, party, about: party }, new Date());
  const failed = await run('settlement', '--reconcile').catch((error: unknown) => error);
  expect(failed).toMatchObject({ code: 1 });
  expect(await readEpoch(db)).toMatchObject({ epoch_no: 2n, reconciled_at: expect.any(Date) });
  expect(Object(failed).stdout).toContain('party_not_asked shop:haneul');
  await close();
});
