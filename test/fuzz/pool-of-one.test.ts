import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SERVER_ROLES } from '../../bin/stack/roles.ts';
import { Door, eventually, expectAnswer } from '../../bin/walkthrough/doors.ts';
import { playMainJob } from '../../bin/walkthrough/main-job.ts';
import { addTerminal, type Buyer, enrolTerminal, type Terminal } from '../../bin/walkthrough/people.ts';
import { VARIANTS } from '../../bin/walkthrough/variants.ts';
import { SEED } from '../harness/seed.ts';
import { type System, startSystem } from '../system/system.ts';
import { credentialsOf } from './credentials.ts';
import { waitedInVain } from './no-connection.ts';
import { type OpenApi, requestsFor, routesOf, type WireRequest } from './requests.ts';
import { send, signingKeyFor, webShopKeyOf } from './send.ts';

/** Sent one after another, so that a request can only wait for a connection that it holds itself. */
const REQUESTS_PER_ROUTE = 16;

let system: System;
let terminal: Terminal;
let played: { buyer: Buyer; card: string };

beforeAll(async () => {
  system = await startSystem(() => ({}), { DATABASE_CONNECTIONS: '1', DATABASE_WAIT_MS: '5000' });
  terminal = await enrolTerminal(system.world, await addTerminal(system.world));
});
afterAll(() => system?.stop());

/** The servers and their jobs log when they get no connection. */
function expectNobodyWaited(): void {
  const waited = SERVER_ROLES.flatMap((role) =>
    waitedInVain(readFileSync(join(system.dataDir, 'logs', `${role}.log`), 'utf8')),
  );
  expect(waited).toEqual([]);
}

test('one connection per server is enough for the main job: pages, terminal, text messages, timers, senders', async () => {
  played = await playMainJob(system.world, terminal, () => {});
  expectNobodyWaited();
});

test('and for a caller who logs in, orders and hears a name', async () => {
  const call = new Door(`${system.stack.url('sandbox')}/v1/phones/010-1234-5678/call`);
  const hears = (text: string) =>
    eventually(`a call that says ${text}`, async () => {
      const { body } = await call.get('');
      const captions = body.captions as { turn_no: number; text: string }[];
      const newest = captions.filter(({ turn_no }) => turn_no === body.turn_no).map((said) => said.text);
      return newest.join(' ').includes(text) && body.listening !== undefined ? true : undefined;
    });
  const press = async (keys: string) => expectAnswer('keys', await call.post('/keys', { keys }), 200);
  expectAnswer('a call', await call.post(''), 200, { state: 'talking' });
  await hears('선물을 보내시려면');
  await press('12985091195');
  await hears('전화 비밀번호');
  await press('7392581');
  await hears('금액을 원 단위로');
  await press('50000#1');
  await hears('받는 분의 전화번호');
  await press('01098765432#1');
  await hears('첫 글자는 홍, 끝 글자는 동');
  expectAnswer('hanging up', await call.call('DELETE', ''), 200, { state: 'ended' });
  expectNobodyWaited();
});

test.each(VARIANTS)('and for: $name', async ({ play }) => {
  expect(await play({ world: system.world, terminal, ...played })).not.toBe('');
  expectNobodyWaited();
});

test.each(SERVER_ROLES)(`every route of %s answers (seed ${SEED})`, async (role) => {
  const url = system.stack.url(role);
  const document: unknown = await (await fetch(`${url}/openapi.json`)).json();
  const routes = routesOf(document as OpenApi);
  const tokens = await credentialsOf(system, role, webShopKeyOf(system));
  const key = signingKeyFor(system, role);
  expect(routes.length).toBeGreaterThan(5);
  const failures: string[] = [];
  for (const [index, route] of routes.entries()) {
    const requests = fc.sample(requestsFor(route, KNOWN_IDS), {
      numRuns: REQUESTS_PER_ROUTE,
      seed: SEED + index,
    });
    for (const [n, request] of requests.entries()) {
      const { status, body } = await send(url, n % 2 === 0 ? request : likely(request, n), tokens, key);
      if (status === 500) failures.push(`${route.method} ${request.url}: ${body.slice(0, 300)}`);
    }
  }
  expect(failures).toEqual([]);
  expectNobodyWaited();
});

const KNOWN_IDS = ['01980000-0000-7000-8000-000000000401'];

/** The request with plausible phones and names and a key, which gets it past validation. */
function likely(request: WireRequest, n: number): WireRequest {
  const headers = { ...request.headers, 'idempotency-key': crypto.randomUUID() };
  const schema = request.route.operation.requestBody?.content?.['application/json']?.schema;
  if (schema === undefined || request.body === undefined) return { ...request, headers };
  const sane: Record<string, unknown> = {
    name: '홍길동',
    email: `r${n}@example.com`,
    locale: 'ko',
    code: '135790',
  };
  for (const member of ['phone', 'mobile', 'address']) sane[member] = `0103333${1_000 + n}`;
  for (const choice of ['pin', 'new_pin', 'phone_pin']) sane[choice] = '739258';
  const given = parsed(request.body);
  for (const name of Object.keys(schema.properties ?? {})) if (name in sane) given[name] = sane[name];
  return {
    ...request,
    headers: { ...headers, 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify(given)),
  };
}

/** The generated object without members that the contract doesn't know; empty if it is not an object. */
function parsed(body: Buffer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body.toString());
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
    const { unexpected: _no, ...rest } = value as Record<string, unknown>;
    return rest;
  } catch {
    return {};
  }
}
