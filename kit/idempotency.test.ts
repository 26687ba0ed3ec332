import { afterAll, beforeAll, expect, test } from 'vitest';
import { anApp } from '../test/builders/app.ts';
import { keepNothing } from '../test/builders/keep-nothing.ts';
import { type TestDatabase, testDatabase } from '../test/harness/database.ts';
import { cancelWait, waitForStandby } from '../test/harness/standby.ts';
import { addMs, DAY_MS, SECOND_MS } from './clock.ts';
import { type Database, openDatabase } from './db/pool.ts';
import { sql } from './db/sql.ts';
import { isDatabaseUnavailable } from './db/unavailable.ts';
import { KIT_ERASED } from './erase.ts';
import { sendAnswer } from './http/answer.ts';
import type { App } from './http/app.ts';
import { IDEMPOTENCY_REFUSALS } from './http/guard-refusals.ts';
import {
  idempotentProcess,
  idempotentStatement,
  idempotentTransaction,
  kept,
  keyedFingerprint,
} from './idempotency.ts';
import { keepParts, readStored } from './idempotency-keys.ts';
import { newId } from './ids.ts';
import { done, type RefusalOf, type Result, refusals, refuse, rollBack } from './result.ts';
import { keyRingOf } from './secrets.ts';

const REFUSALS = refusals('validation_failed', 'order_not_found');
const ROUTE = { schema: { refusals: refusals(...IDEMPOTENCY_REFUSALS, ...REFUSALS) } };
type Said = Result<{ n: number }, RefusalOf<typeof REFUSALS>>;
type Outcome = () => Said | Promise<Said>;

let database: TestDatabase;
let opened: Database;
let app: App;
let outcome: Outcome;
let now = new Date();

const [V1, V2] = [1, 2].map((byte) => Buffer.alloc(32, byte).toString('base64')) as [string, string];
const before = keyRingOf('test', 'token_pepper', { current: 'v1', keys: { v1: V1 } });
const rotated = keyRingOf('test', 'token_pepper', { current: 'v2', keys: { v1: V1, v2: V2 } });
let ring = before;

beforeAll(async () => {
  database = await testDatabase('carrier');
  opened = openDatabase(database.url, { applicationName: 'idempotency-test' });
  app = await anApp();
  const common = { db: opened.db, clock: () => now, scope: 'test', status: 200 };
  app.post('/transaction', ROUTE, async (request, reply) =>
    sendAnswer(reply, await idempotentTransaction({ ...common, request }, async () => outcome())),
  );
  app.post('/statement', ROUTE, async (request, reply) => {
    const answer = await idempotentStatement({ ...common, request }, async (keeping) => {
      const said = await outcome();
      if (!said.ok) return said;
      const keep = keepParts(keeping, said.value, sql`(values (1)) once (n)`);
      await sql`with ${keep} select 1`.execute(opened.db);
      return kept(said.value);
    });
    return sendAnswer(reply, answer);
  });
  app.post('/keyed', ROUTE, async (request, reply) => {
    const fingerprint = keyedFingerprint(request, ring);
    return sendAnswer(
      reply,
      await idempotentTransaction({ ...common, request, fingerprint }, async () => outcome()),
    );
  });
  app.post('/process', ROUTE, async (request, reply) =>
    sendAnswer(reply, await idempotentProcess({ ...common, request }, async () => outcome())),
  );
});
afterAll(async () => {
  await app.close();
  await opened.close();
  await database.drop();
});

async function ask(url: string, key: string): Promise<{ status: number; code?: string }> {
  const reply = await app.inject({ method: 'POST', url, headers: { 'idempotency-key': key }, payload: {} });
  return { status: reply.statusCode, code: reply.json().code };
}

const returned = () => refuse('validation_failed');
const rolledBack = () => rollBack(refuse('validation_failed'));

test.each([
  ['/transaction', 'returned', returned],
  ['/transaction', 'rolled back', rolledBack],
  ['/statement', 'returned', returned],
  ['/process', 'returned', returned],
])(
  '%s: a request that this version can’t read (%s) can succeed under the same key later',
  async (url, _how, refused) => {
    const key = newId();
    outcome = refused;
    expect(await ask(url, key)).toEqual({ status: 400, code: 'validation_failed' });
    outcome = () => done({ n: 1 });
    expect(await ask(url, key)).toEqual({ status: 200, code: undefined });
  },
);

test.each(['/transaction', '/statement', '/process'])(
  '%s: a refusal by the operation is stored under its key',
  async (url) => {
    const key = newId();
    outcome = () => refuse('order_not_found');
    expect(await ask(url, key)).toEqual({ status: 404, code: 'order_not_found' });
    outcome = () => done({ n: 1 });
    expect(await ask(url, key)).toEqual({ status: 404, code: 'order_not_found' });
  },
);

test.each([
  ['has answered', true],
  ['is still at it', false],
])('/process: an owner that is overtaken by one who %s stores nothing', async (_what, hasAnswered) => {
  const key = newId();
  const begun = Promise.withResolvers<void>();
  const first = Promise.withResolvers<Said>();
  const second = Promise.withResolvers<Said>();
  outcome = () => {
    begun.resolve();
    return first.promise;
  };
  const slow = ask('/process', key);
  await begun.promise;
  now = addMs(now, 31 * SECOND_MS);
  const taken = Promise.withResolvers<void>();
  outcome = () => {
    taken.resolve();
    return second.promise;
  };
  const other = ask('/process', key);
  await taken.promise;
  const answered = { status: 404, code: 'order_not_found' };
  if (hasAnswered) {
    second.resolve(refuse('order_not_found'));
    expect(await other).toEqual(answered);
  }
  first.resolve(done({ n: 1 }));
  expect(await slow).toEqual(hasAnswered ? answered : { status: 409, code: 'request_in_progress' });
  second.resolve(refuse('order_not_found'));
  expect(await other).toEqual(answered);
  expect(await ask('/process', key)).toEqual(answered);
});

test('a retry is recognised after the key of its fingerprint was rotated', async () => {
  const key = newId();
  ring = before;
  outcome = () => done({ n: 1 });
  expect((await ask('/keyed', key)).status).toBe(200);
  ring = rotated;
  outcome = () => refuse('order_not_found');
  expect((await ask('/keyed', key)).status).toBe(200);
  const other = await app.inject({
    method: 'POST',
    url: '/keyed',
    headers: { 'idempotency-key': key },
    payload: { other: 'request' },
  });
  expect(other.json().code).toBe('idempotency_key_reused');
});

const AT_ONCE = ['/transaction', '/statement'];

test.each(AT_ONCE)('%s: two requests at once under one key have one effect and one answer', async (url) => {
  const key = newId();
  let effects = 0;
  outcome = () => done({ n: ++effects });
  const asked = await Promise.all(
    [1, 2, 3, 4].map(() =>
      app.inject({ method: 'POST', url, headers: { 'idempotency-key': key }, payload: {} }),
    ),
  );
  expect(new Set(asked.map(({ body }) => body)).size).toBe(1);
  const rows = await opened.pool.query(
    'select status, claimed_at = answered_at as once from idempotency_keys where key = $1',
    [key],
  );
  expect(rows.rows).toEqual([{ status: 200, once: true }]);
});

test.each(AT_ONCE)(
  '%s: a retry is answered as the first time, though the operation fails by now',
  async (url) => {
    const key = newId();
    outcome = () => done({ n: 7 });
    expect((await ask(url, key)).status).toBe(200);
    outcome = () => {
      throw new Error('It was done already.');
    };
    expect((await ask(url, key)).status).toBe(200);
    outcome = () => rollBack(refuse('order_not_found'));
    expect((await ask(url, key)).status).toBe(200);
    const other = await app.inject({
      method: 'POST',
      url,
      headers: { 'idempotency-key': key },
      payload: { other: 'request' },
    });
    expect(other.json().code).toBe('idempotency_key_reused');
  },
);

test.each(['/transaction', '/statement', '/process'])(
  '%s: once its answer was forgotten, a key stays used: nothing is done twice, and nothing said again',
  async (url) => {
    const key = newId();
    let times = 0;
    outcome = () => done({ n: ++times });
    expect(await ask(url, key)).toEqual({ status: 200, code: undefined });
    await keepNothing(database.ownerUrl);
    const later = addMs(now, 2 * DAY_MS);
    for (const { erase } of KIT_ERASED)
      await erase(opened.db, later, { peopleKeptDays: 1, evidenceKeptDays: 1 });
    outcome = () => done({ n: 0 });
    expect(await ask(url, key)).toEqual({ status: 422, code: 'idempotency_key_reused' });
    expect(times).toBe(1);
    const kept = await opened.pool.query(
      'select status, body, length(fingerprint) as digest from idempotency_keys where key = $1',
      [key],
    );
    expect(kept.rows).toEqual([{ status: 200, body: '', digest: 0 }]);
  },
);

test('an answer whose commit nobody else confirmed is not given again before a standby has it', async () => {
  const key = newId();
  outcome = () => done({ n: 1 });
  expect(await ask('/transaction', key)).toEqual({ status: 200, code: undefined });
  await waitForStandby(database.url);
  const waiting = openDatabase(database.url, { applicationName: 'idempotency-test-waiting' });
  expect(await readStored(waiting.db, 'test', newId())).toBeUndefined();
  const read = readStored(waiting.db, 'test', key);
  const isUnknown = expect(read).rejects.toSatisfy(isDatabaseUnavailable);
  await cancelWait(database.url);
  await isUnknown;
  await waiting.close();
});
