import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { serverEnvironment } from '../../bin/stack/environment.ts';
import { prepareFiles, type StackFiles } from '../../bin/stack/files.ts';
import { SERVER_ROLES, type ServerRole } from '../../bin/stack/roles.ts';
import { removeDataDir, temporaryDataDir } from '../../bin/stack/temporary.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';

const ROOT = join(import.meta.dirname, '../..');
const dataDir = temporaryDataDir('configuration');
const databases = new Map<ServerRole, TestDatabase>();
let files: StackFiles;
let taken: Server;

beforeAll(async () => {
  files = await prepareFiles(
    dataDir,
    () => 'http://127.0.0.1:9',
    () => 'smpp://127.0.0.1:9',
    'http://127.0.0.1:9',
  );
  for (const role of SERVER_ROLES) databases.set(role, await testDatabase(role));
  taken = createServer();
  await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening));
});
afterAll(async () => {
  taken.close();
  for (const database of databases.values()) await database.drop();
  removeDataDir(dataDir);
});

/** Runs a server with valid settings except those given, until it exits. */
function run(role: ServerRole, changed: Record<string, string>, args: string[] = []) {
  const database = databases.get(role);
  if (database === undefined) throw new Error(`no database of ${role}`);
  const place = { portBase: 1, dataDir, root: ROOT };
  const urls = { databaseUrl: database.url, ownerDatabaseUrl: database.ownerUrl };
  const env = { ...serverEnvironment(role, place, files, urls), PORT: '0', ...changed };
  return new Promise<{ code: number | null; said: string }>((ended) => {
    const child = spawn(process.execPath, [join(ROOT, `servers/${role}/main.ts`), ...args], {
      env: { ...env, NODE_NO_WARNINGS: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    // A server that starts nevertheless would never exit.
    child.stdout.on('data', () => child.kill('SIGKILL'));
    child.on('exit', (code) => ended({ code, said }));
  });
}

function file(name: string, content: string): string {
  const path = join(dataDir, name);
  writeFileSync(path, content);
  return path;
}

const nothing = () => join(dataDir, 'nothing-there');
const broken = () => file('broken.json', '{"d":"hunter2');
const empty = () => file('empty.json', '{}');

test.each<[ServerRole, string, () => string, string[]?]>([
  ['management', 'CARRIERS_FILE', broken],
  ['management', 'CARRIERS_FILE', empty],
  ['management', 'SECRETS_FILE', empty],
  ['management', 'CLOCK_FILE', broken],
  ['management', 'PUBLIC_URL', () => 'http://127.0.0.1/?a=1'],
  ['carrier', 'TRUSTED_PROXIES', () => 'proxy.example'],
  ['carrier', 'TLS_KEY_FILE', nothing],
  ['carrier', 'OPS_TOKEN_FILE', () => file('blank.txt', '\n')],
  ['carrier', 'TOKEN_KEYS_FILE', () => file('keys.json', '[{"kid":"a"}]')],
  ['carrier', 'CLIENTS_FILE', broken],
  ['shop', 'SEALING_KEYS_FILE', () => file('none.json', '[]')],
  ['shop', 'WEB_SHOP_KEY_FILE', () => file('blank.txt', '\n')],
  ['shop', 'DEMO_DATA_DIR', nothing, ['--seed']],
  ['shop', 'OWNER_DATABASE_URL', () => 'postgres://nobody:hunter2@127.0.0.1:9/none', ['--migrate']],
])('%s says in one sentence that %s is invalid', async (role, name, value, args) => {
  const { code, said } = await run(role, { [name]: value() }, args);
  expect(said).toMatch(new RegExp(`^[^\\n]*${name}[^\\n]*\\.\\n$`));
  expect(said).not.toContain('hunter2');
  expect(code).toBe(2);
});

test('everything that is wrong is said at once', async () => {
  const { code, said } = await run('carrier', { PORT: 'x', PUBLIC_URL: '', TRUSTED_PROXIES: '10.0.0.0/33' });
  expect(said.split('\n').map((line) => line.split(' ')[0])).toEqual([
    'PORT',
    'TRUSTED_PROXIES',
    'PUBLIC_URL',
    '',
  ]);
  expect(code).toBe(2);
});

test.each<[ServerRole, string[]]>([
  [
    'management',
    [
      'PUBLIC_URL',
      'Either',
      'CLOCK_FILE',
      'DEMO_DATA_DIR',
      'STAFF_SECOND_FACTOR',
      'PARTIES_FILE',
      'TEXT_PROVIDERS_FILE',
    ].concat(['VOICE_HOURS', 'SANDBOX_VOICE_URL', 'TERMINAL_ORIGINS', 'CARRIERS_FILE']),
  ],
  ['carrier', ['PUBLIC_URL', 'Either', 'CLOCK_FILE', 'DEMO_DATA_DIR', 'STAFF_SECOND_FACTOR']],
  [
    'settlement',
    [
      'PUBLIC_URL',
      'Either',
      'CLOCK_FILE',
      'DEMO_DATA_DIR',
      'STAFF_SECOND_FACTOR',
      'PARTIES_FILE',
      'ACQUIRERS_FILE',
      'BANKS_FILE',
    ],
  ],
  [
    'shop',
    [
      'PUBLIC_URL',
      'Either',
      'CLOCK_FILE',
      'DEMO_DATA_DIR',
      'STAFF_SECOND_FACTOR',
      'PARTIES_FILE',
      'TEXT_PROVIDERS_FILE',
      'BUYING_URL',
    ],
  ],
])('in production %s does not start with the settings of the demo', async (role, wrong) => {
  const { code, said } = await run(role, { NODE_ENV: 'production' });
  const lines = said.trimEnd().split('\n');
  expect(lines.map((line) => line.split(' ')[0])).toEqual(wrong);
  for (const line of lines) expect(line).toMatch(/\.$/);
  expect(code).toBe(2);
});

test('in production a server starts that is told where https ends', async () => {
  const production = {
    NODE_ENV: 'production',
    PUBLIC_URL: 'https://carrier.example',
    CLOCK_FILE: '',
    DEMO_DATA_DIR: '',
    STAFF_SECOND_FACTOR: '',
    TRUSTED_PROXIES: '10.0.0.5, fd00::/8',
  };
  // Killed when it says that it is ready.
  expect(await run('carrier', production)).toEqual({ code: null, said: '' });
});

test('a port that is in use is named', async () => {
  const address = taken.address();
  const port = typeof address === 'object' && address !== null ? String(address.port) : '';
  const { code, said } = await run('carrier', { PORT: port });
  expect(said).toContain(`PORT ${port}`);
  expect(code).toBe(2);
});

test('a server does not start on a database that was not migrated', async () => {
  const adminUrl = new URL(inject('postgres').adminUrl);
  adminUrl.pathname = '/postgres';
  const { code, said } = await run('carrier', { DATABASE_URL: adminUrl.href });
  expect(said).toMatch(/^DATABASE_URL \(database_schema_old\): .* run --migrate\.\n$/);
  expect(code).toBe(2);
});

test('an unknown option is refused', async () => {
  const { code, said } = await run('carrier', {}, ['--migrat']);
  expect(said).toBe('--migrat is not a known option; see --help.\n');
  expect(code).toBe(2);
});
