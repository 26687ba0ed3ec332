import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serverEnvironment } from '../../bin/stack/environment.ts';
import { prepareFiles, type StackFiles } from '../../bin/stack/files.ts';
import { removeDataDir, temporaryDataDir } from '../../bin/stack/temporary.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';

const ROOT = join(import.meta.dirname, '../..');
const ROLES = ['shop', 'management'] as const;
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

test('a server that nobody holds anything of notes it, and goes on', async () => {
  const said = await run('management', '--restored');
  expect(said).toMatch(/^Epoch 2 began at /);
  expect(said).not.toContain('no business');
});
