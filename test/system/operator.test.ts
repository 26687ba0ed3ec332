import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { readEnvFile } from '../../bin/operate/arguments.ts';
import { freePortBase, givePortBaseBack } from '../../bin/stack/free-ports.ts';
import { eventually } from '../../bin/walkthrough/doors.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';

const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'seonmul-operator-'));
/** The cluster has the databases of other tests too. */
const brand = `test${randomBytes(4).toString('hex')}`;
const admin = new URL(inject('postgres').adminUrl);
let portBase: number;
const envOf = (server: string) => join(folder, server, 'server.env');

/** Runs a command of operators to its end. */
async function seonmul(args: string[], input = '') {
  const child = spawn(process.execPath, ['bin/operate.mjs', ...args], { cwd: ROOT, stdio: 'pipe' });
  child.stdin.end(input);
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((ended) => child.on('exit', ended)),
  ]);
  return { out, err, code };
}

beforeAll(async () => {
  portBase = await freePortBase();
  const made = await seonmul([
    ...['init', 'operator', 'carrier', 'brand', '--domain', 'gifts.example', '--folder', folder],
    ...['--brand', brand, '--name-ko', '하늘 상점', '--name-en', 'Haneul', '--database', admin.host],
    ...['--port-base', String(portBase)],
  ]);
  expect(made).toMatchObject({ err: '', code: 0 });
  await runSql(readFileSync(join(folder, 'database.sql'), 'utf8'));
});
afterAll(async () => {
  const name = `seonmul_shop_${brand}`;
  await runSql(`drop database ${name} with (force);\ndrop role ${name};\ndrop role ${name}_owner;`);
  rmSync(folder, { recursive: true });
  givePortBaseBack(portBase);
});

/** As psql does: a statement that ends in \gexec selects statements to run. Only the shop's, since other tests use the others. */
async function runSql(script: string): Promise<void> {
  const client = new Client({ connectionString: admin.href });
  await client.connect();
  try {
    for (const [statement, end] of statementsOf(script).filter(([sql]) => sql.includes(brand))) {
      const { rows } = await client.query<Record<string, string>>({
        text: statement,
        rowMode: 'array',
      } as never);
      if (end === '\\gexec') for (const [sql] of rows as unknown as string[][]) await client.query(sql ?? '');
    }
  } finally {
    await client.end();
  }
}

function statementsOf(script: string): [statement: string, end: string][] {
  const lines = script.split('\n').filter((line) => !/^(--|\\set)/.test(line));
  return [...lines.join('\n').matchAll(/([^;\\]+)(;|\\gexec)/g)].map(([, sql = '', end = '']) => [
    sql.trim(),
    end,
  ]);
}

/** Starts a server until it is ready, and says what it wrote if it never is. */
async function startAndStop(server: string, role: string, changed: Record<string, string> = {}) {
  const env: Record<string, string> = { ...readEnvFile(envOf(server)), ...changed };
  const child = spawn(process.execPath, [join(ROOT, `servers/${role}/main.ts`)], {
    env: { ...env, PATH: process.env.PATH ?? '', NODE_NO_WARNINGS: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said = text(child.stderr);
  const ended = new Promise<number | null>((exit) => child.on('exit', exit));
  const ready = await eventually(`${role} to be ready`, async () => {
    if (child.exitCode !== null) return await said;
    return fetch(`http://127.0.0.1:${env.PORT}/readyz`).then(
      ({ ok }) => (ok ? 'ready' : undefined),
      () => undefined,
    );
  });
  child.kill('SIGTERM');
  return { ready, code: await ended };
}

/** As the guide says: payouts are taken from the operator's own account. */
function enterAccount(): void {
  const file = join(folder, 'settlement', 'banks.json');
  const [bank] = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(
    file,
    JSON.stringify([{ ...bank, debtor_account: { bank_code: '088', number: '110123456789' } }]),
  );
}

describe('a brand that follows NEXT-STEPS.md', () => {
  const shop = `shop-${brand}`;

  test('migrates the database that database.sql made, and its server starts in production', async () => {
    const migrated = await seonmul([
      'server',
      'shop',
      '--env',
      join(folder, 'migrate', `${shop}.env`),
      '--migrate',
    ]);
    expect(migrated).toEqual({ out: '', err: '', code: 0 });
    expect(await startAndStop(shop, 'shop')).toEqual({ ready: 'ready', code: 0 });
  });

  test('adds its first administrator', async () => {
    const person = ['--role', 'owner', '--login', 'minji', '--name', '김민지'];
    const add = ['staff', 'add', 'shop', '--env', envOf(shop), ...person];
    expect(await seonmul(add, 'hunter2\n')).toMatchObject({ out: '', code: 1 });
    expect(await seonmul(add, 'seven-lakes-under-snow\n')).toEqual({
      out: 'minji was added as owner.\n',
      err: '',
      code: 0,
    });
    expect(await seonmul(add, 'seven-lakes-under-snow\n')).toMatchObject({ out: '', code: 1 });
    const byLink = [...add, '--link'].map((argument) => (argument === 'minji' ? 'jisu' : argument));
    const { out, code } = await seonmul(byLink);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^jisu was added as owner[.]\nhttps:\/\/shop[.]gifts[.]example\/office\/new-password#reset_\S+\n$/,
    );
  });

  test('is told by check what is left to do, and nothing else', async () => {
    const { out, code } = await seonmul(['check', 'shop', '--env', envOf(shop)]);
    expect(code).toBe(1);
    expect(out).toContain('fine   database\n');
    const wrong = [...out.matchAll(/^WRONG {2}(.*)$/gm)].map(([, said]) => said);
    expect(wrong).toEqual([
      expect.stringMatching(/^settings: TEXT_PROVIDERS_FILE .* still says CHANGE-ME/),
      expect.stringMatching(/^management at https:.* can't be reached/),
      expect.stringMatching(/^settlement at https:.* can't be reached/),
      expect.stringMatching(/^texts by solapi: /),
      expect.stringMatching(/^PUBLIC_URL https:.*: can't be reached/),
    ]);
  });

  test('sees how its keys stand', async () => {
    const { out, code } = await seonmul(['keys', 'status', 'shop', '--env', envOf(shop)]);
    expect(code).toBe(0);
    expect(out.split('\n').map((line) => line.split(':')[0])).toEqual([
      ...['signing', 'sealing', 'token_pepper', 'pin_hmac', 'number_encryption', 'text_encryption', ''],
    ]);
  });
});

describe.each(['management', 'settlement', 'carrier'] as const)('%s', (role) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase(role);
  });
  afterAll(() => database.drop());

  test('starts in production with what init wrote, and its own account', async () => {
    if (role === 'settlement') enterAccount();
    expect(await startAndStop(role, role, { DATABASE_URL: database.url })).toEqual({
      ready: 'ready',
      code: 0,
    });
  });
});
