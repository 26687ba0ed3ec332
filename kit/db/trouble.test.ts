import { createServer, type Server, type Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { aCertificate } from '../../test/builders/certificate.ts';
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts';
import { openDatabase } from './pool.ts';
import { whyDatabaseNotReady } from './ready.ts';
import { sql } from './sql.ts';
import { troubleOf, waitMs } from './trouble.ts';

const PASSWORD = 'hunter2';
let database: TestDatabase;
let admin: Client;
const servers: Server[] = [];

beforeAll(async () => {
  database = await testDatabase('carrier');
  admin = new Client({ connectionString: inject('postgres').adminUrl });
  await admin.connect();
  await admin.query(`create role test_trouble login password '${PASSWORD}'`);
});
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});
afterAll(async () => {
  await admin.query('drop role test_trouble');
  await admin.end();
  await database.drop();
});

/** What comes of a statement at the database. */
async function trouble(url: string, statement = sql`select count(*) from schema_migrations`) {
  const opened = openDatabase(url, { applicationName: 'trouble-test', connectionsMax: 1 });
  try {
    await statement.execute(opened.db);
    return undefined;
  } catch (error) {
    return troubleOf(error, url);
  } finally {
    await opened.close();
  }
}

function changed(change: (url: URL) => void): string {
  const url = new URL(database.url);
  change(url);
  return url.href;
}

/** Something that is taken for PostgreSQL: it answers the first message, and again after it has answered. */
async function posing(answer: (socket: Socket) => void): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => answer(socket));
  });
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return `postgres://test_trouble:${PASSWORD}@127.0.0.1:${port}/none`;
}

/** PostgreSQL's message about an error (protocol 3, ErrorResponse). */
function errorResponse(code: string, message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`);
  const length = Buffer.alloc(4);
  length.writeInt32BE(fields.length + 4);
  return Buffer.concat([Buffer.from('E'), length, fields]);
}

const says = (code: string, message: string) => posing((socket) => socket.end(errorResponse(code, message)));

test.each<[string, boolean, () => string | Promise<string>, RegExp]>([
  [
    'database_unreachable',
    true,
    () => changed((url) => (url.port = '9')),
    /ECONNREFUSED.*is PostgreSQL running/,
  ],
  ['database_unreachable', true, () => posing((socket) => socket.destroy()), /can't be reached/],
  ['database_starting', true, () => says('57P03', 'the database system is starting up'), /is starting/],
  [
    'database_connections_used_up',
    true,
    () => says('53300', 'sorry, too many clients already'),
    /no connection left for role test_trouble/,
  ],
  [
    'database_password_wrong',
    false,
    () => changed((url) => (url.password = PASSWORD)),
    /refuses the password of role seonmul_carrier/,
  ],
  [
    'database_role_refused',
    false,
    () => says('28000', 'role "test_trouble" is not permitted to log in'),
    /refuses role test_trouble: is there such a role/,
  ],
  [
    'database_tls_required',
    false,
    () => says('28000', 'no pg_hba.conf entry for host "10.0.0.9", user "a", database "b", no encryption'),
    /only over an encrypted connection/,
  ],
  [
    'database_tls_refused',
    false,
    () => changed((url) => (url.search = '?sslmode=require')),
    /does not support SSL/,
  ],
  ['database_tls_refused', false, () => posing(withOwnCertificate), /no encrypted connection/],
  ['database_missing', false, () => changed((url) => (url.pathname = '/none')), /no database none/],
  [
    'database_rights_missing',
    false,
    () =>
      changed((url) => {
        url.username = 'test_trouble';
        url.password = PASSWORD;
      }),
    /role test_trouble lacks rights/,
  ],
])('%s', async (code, heals, url, sentence) => {
  const at = await url();
  const found = await trouble(code === 'database_tls_refused' ? withTls(at) : at);
  expect(found).toMatchObject({ code, heals, sentence: expect.stringMatching(sentence) });
  expect(found?.sentence).not.toContain(PASSWORD);
  expect(found?.sentence).toMatch(/^[^\n]*[.?]$/);
});

function withTls(url: string): string {
  return url.includes('sslmode') ? url : `${url}?sslmode=verify-full`;
}

/** Agrees to TLS, with a certificate that nobody knows. */
function withOwnCertificate(socket: Socket): void {
  socket.write('S');
  const { cert, key } = aCertificate('elsewhere.example');
  const secured = new TLSSocket(socket, {
    isServer: true,
    secureContext: createSecureContext({ cert, key }),
  });
  secured.on('error', () => {});
}

test('a standby is not worked with, and passes', async () => {
  const opened = openDatabase(database.url, { applicationName: 'trouble-test', connectionsMax: 1 });
  await opened.pool.query('set default_transaction_read_only = on');
  expect(await whyDatabaseNotReady(opened.db)).toBe('database_read_only');
  const refused = await sql`insert into peer_nonces (keyid, nonce, expires_at) values ('a', 'b', now())`
    .execute(opened.db)
    .catch((error: unknown) => troubleOf(error, database.url));
  expect(refused).toMatchObject({ code: 'database_read_only', heals: true });
  await opened.close();
  expect(await whyDatabaseNotReady(opened.db)).toBeDefined();
});

test('a full disk is waited for, and called that', () => {
  const error = Object.assign(new Error('could not extend file "base/1/2"'), { code: '53100' });
  expect(troubleOf(error, 'postgres://a:b@db.example/c')).toEqual({
    code: 'database_disk_full',
    heals: true,
    sentence: 'db.example has no room left on its disk.',
  });
});

test('a database that works is ready', async () => {
  const opened = openDatabase(database.url, { applicationName: 'trouble-test', connectionsMax: 1 });
  expect(await whyDatabaseNotReady(opened.db)).toBeUndefined();
  await opened.close();
});

test('anything else is told as it is, and not waited for', () => {
  const error = Object.assign(new Error('relation "a" does not exist.'), { code: '42P01' });
  expect(troubleOf(error, 'postgres://a:b@db.example/c')).toEqual({
    code: 'database_unusable',
    heals: false,
    sentence: 'db.example answers with an error: relation "a" does not exist.',
  });
});

test('a password that is missing is as wrong as another', () => {
  const error = new Error('SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string');
  expect(troubleOf(error, 'postgres://a@db.example/c')).toMatchObject({ code: 'database_password_wrong' });
});

test('waits grow to five seconds', () => {
  expect([1, 2, 3, 4, 5, 6, 60].map(waitMs)).toEqual([250, 500, 1_000, 2_000, 4_000, 5_000, 5_000]);
});
