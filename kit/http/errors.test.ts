import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anApp } from '../../test/builders/app.ts';
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts';
import { type Database, openDatabase } from '../db/pool.ts';
import { sql } from '../db/sql.ts';
import type { App } from './app.ts';

/** Long enough to open a connection on any machine; the test of the wait itself shortens it. */
const WAIT_MS = 100_000;

let database: TestDatabase;
let open: Database;
let unavailable: Database;
let other: Database;
let busy: Database;
let app: App;

beforeAll(async () => {
  database = await testDatabase('carrier');
  open = openDatabase(database.url, { applicationName: 'errors-test' });
  other = openDatabase(database.url, { applicationName: 'errors-test' });
  // Nothing listens on port 9.
  unavailable = openDatabase('postgres://nobody:nothing@127.0.0.1:9/none', {
    applicationName: 'errors-test',
  });
  busy = openDatabase(database.url, {
    applicationName: 'errors-test',
    connectionsMax: 1,
    connectionWait_ms: WAIT_MS,
  });
  app = await anApp();
  app.get('/v1/unavailable', async () => sql`select 1`.execute(unavailable.db));
  app.get('/v1/broken', async () => sql`select pg_terminate_backend(pg_backend_pid())`.execute(open.db));
  app.get('/v1/busy', async () => sql`select 1`.execute(busy.db));
  app.get('/v1/wrong', async () => other.pool.query('select 1 from no_such_table'));
});
afterAll(async () => {
  await app?.close();
  await open?.close();
  await unavailable?.close();
  await other?.close();
  await busy?.close();
  await database?.drop();
});

test.each(['/v1/unavailable', '/v1/broken'])('an unavailable database is a 503: %s', async (url) => {
  const answer = await app.inject({ url });
  expect(answer.statusCode).toBe(503);
  expect(answer.json()).toMatchObject({ code: 'service_unavailable', retry_after_s: 5 });
  expect(answer.headers['retry-after']).toBe('5');
});

test('a request that gets no connection in time is a 503, and the next one is served', async () => {
  const { options } = busy.pool;
  expect(options.connectionTimeoutMillis).toBe(WAIT_MS);
  const held = await busy.pool.connect();
  options.connectionTimeoutMillis = 100;
  const answer = await app.inject({ url: '/v1/busy' });
  options.connectionTimeoutMillis = WAIT_MS;
  held.release();
  expect(answer.statusCode).toBe(503);
  expect(answer.json()).toMatchObject({ code: 'service_unavailable', retry_after_s: 5 });
  expect((await app.inject({ url: '/v1/busy' })).statusCode).toBe(200);
});

test('the database bounds how long a connection can be held', async () => {
  const shown = await sql<{ statement: string | null; lock: string | null; idle: string | null }>`
    select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
      current_setting('idle_in_transaction_session_timeout') as idle`.execute(busy.db);
  expect(shown.rows).toEqual([{ statement: '15s', lock: '250ms', idle: '20s' }]);
});

test('what a request brings along is not given back (TRACE)', async () => {
  const { port, hostname } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
  const sent = request({
    method: 'TRACE',
    host: hostname,
    port,
    path: '/v1/wrong',
    headers: { cookie: 'a=secret' },
  });
  const [status, body] = await new Promise<[number | undefined, string]>((resolve, reject) => {
    sent.on('error', reject);
    sent.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      response.on('end', () => resolve([response.statusCode, text]));
    });
    sent.end();
  });
  expect(status).toBe(405);
  expect(body).not.toContain('secret');
});

test('a broken statement is a 500 that reveals nothing', async () => {
  const answer = await app.inject({ url: '/v1/wrong' });
  expect(answer.statusCode).toBe(500);
  expect(answer.json().code).toBe('internal_error');
  expect(answer.body).not.toContain('no_such_table');
});
