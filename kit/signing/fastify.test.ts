import { createHash, createPublicKey, sign, verify } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import Type from 'typebox';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { aParty, NOW, type TestParty } from '../../test/builders/parties.ts';
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts';
import { type Database, openDatabase } from '../db/pool.ts';
import type { App } from '../http/app.ts';
import { createApp } from '../http/create-app.ts';
import { createLogger } from '../log.ts';
import { signedFetch } from './client.ts';
import { verifyEvidence } from './evidence.ts';
import { answerUnknownPaths, peerOf, peerSigning } from './fastify.ts';
import { signRequest } from './request.ts';
import { verifyResponse } from './response.ts';
import type { Headers } from './types.ts';

const clock = () => NOW;
const management = aParty('management', 'm1');
const carrier = aParty('carrier', 'c1');
const TRACEPARENT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

let database: TestDatabase;
let opened: Database;
let app: App;
let shop: TestParty;
let publicUrl: string;
const others: Server[] = [];

beforeAll(async () => {
  database = await testDatabase('settlement');
  opened = openDatabase(database.url, { applicationName: 'fastify.test' });
  // The port is taken first, because signatures cover the URL.
  const port = await listen((_request, response) => response.end()).then(closed);
  publicUrl = `http://127.0.0.1:${port}`;
  shop = aParty('shop', 's1', { base_url: publicUrl });
  app = await createApp({
    role: 'shop',
    title: 'test',
    description: 'test',
    publicUrl,
    log: createLogger('shop', 'fatal'),
    checkReady: async () => {},
  });
  await app.register(async (peer: App) => {
    const parties = [management.entry, carrier.entry];
    peerSigning(peer, { signingKey: shop.key, parties, db: opened.db, clock, publicUrl });
    answerUnknownPaths(peer);
    const config = { callers: ['management'] };
    peer.post('/v1/peer/things', { config }, async () => ({}));
    const body = Type.Object({ amount_minor: Type.Integer() });
    peer.post('/things', { config, schema: { body } }, async (request) => ({ party: peerOf(request).party }));
    peer.get('/things', { config }, async (request) => ({ party: peerOf(request).party }));
    peer.get('/nobodys', async () => ({}));
    peer.get('/broken', { config }, async () => {
      throw new Error('a surprise');
    });
    peer.get('/empty', { config }, async (_request, reply) => reply.code(204).send());
  });
  await app.listen({ host: '127.0.0.1', port });
});

afterEach(async () => {
  await Promise.all(others.splice(0).map(closed));
});

afterAll(async () => {
  await app.close();
  await opened.close();
  await database.drop();
});

type Call = { method?: string; path?: string; body?: string; type?: string; by?: TestParty };

async function signedHeaders({
  method = 'GET',
  path = '/things',
  body,
  type = 'application/json',
  by = management,
}: Call): Promise<Headers> {
  return signRequest(by.key, {
    method,
    url: `${publicUrl}${path}`,
    headers: body === undefined ? {} : { 'content-type': type },
    body: body === undefined ? undefined : Buffer.from(body),
    clock,
  });
}

/** Sends a request as it is given, and checks that the answer is signed, whatever it says. */
async function send(call: Call, headers: Headers): Promise<{ status: number; body: string; code: unknown }> {
  const { method = 'GET', path = '/things', body } = call;
  const response = await fetch(`${publicUrl}${path}`, { method, headers, ...(body ? { body } : {}) });
  const text = await response.text();
  const request = { method, url: `${publicUrl}${path}`, headers };
  const verified = await verifyResponse({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(text),
    request,
    expectedParty: 'shop',
    parties: [shop.entry],
    clock,
  });
  const isBound = headers.signature !== undefined;
  expect(verified.ok ? 'verified' : verified.code).toBe(isBound ? 'verified' : 'signature_invalid');
  expect(response.headers.get('signature')).toMatch(/^sig1=:/);
  const json: unknown = text === '' ? {} : JSON.parse(text);
  const code = typeof json === 'object' && json !== null && 'code' in json ? json.code : undefined;
  return { status: response.status, body: text, code };
}

test('a permitted server gets a signed answer', async () => {
  expect(await send({}, await signedHeaders({}))).toMatchObject({
    status: 200,
    body: '{"party":"management"}',
  });
  const post = { method: 'POST', body: '{"amount_minor":1}' };
  expect((await send(post, await signedHeaders(post))).status).toBe(200);
  const empty = { path: '/empty' };
  expect((await send(empty, await signedHeaders(empty))).status).toBe(204);
});

test('everything else gets a signed problem', async () => {
  expect(await send({}, {})).toMatchObject({ status: 401, code: 'signature_missing' });
  const stranger = aParty('management', 'x1');
  expect(await send({}, await signedHeaders({ by: stranger }))).toMatchObject({ code: 'signature_invalid' });
  expect(await send({}, await signedHeaders({ by: carrier }))).toMatchObject({
    status: 403,
    code: 'caller_not_permitted',
  });
  const nobodys = { path: '/nobodys' };
  expect(await send(nobodys, await signedHeaders(nobodys))).toMatchObject({ code: 'caller_not_permitted' });
  const broken = { path: '/broken' };
  expect(await send(broken, await signedHeaders(broken))).toMatchObject({
    status: 500,
    code: 'internal_error',
  });
  const invalid = { method: 'POST', body: '{"amount_minor":"x"}' };
  expect(await send(invalid, await signedHeaders(invalid))).toMatchObject({ code: 'validation_failed' });
  const noJson = { method: 'POST', body: '{"amount' };
  expect(await send(noJson, await signedHeaders(noJson))).toMatchObject({ code: 'body_not_json' });
});

test.each([
  '{"amount_minor":1,"amount_minor":2}',
  '{"amount_minor":1,"amount_\\u006dinor":2}',
  '{"amount_minor":1,"of":[{"a":{"b":1},"a":{"b":2}}]}',
])('a body that two readers could read differently is refused: %s', async (body) => {
  const twice = { method: 'POST', body };
  expect(await send(twice, await signedHeaders(twice))).toMatchObject({
    status: 400,
    code: 'json_member_repeated',
  });
});

test.each([
  ['not of the contract', '{"amount_minor":"x"}', 'application/json'],
  ['no JSON', '{"amount', 'application/json'],
  ['no UTF-8 that can be stored', '{"a":"\\u0000"}', 'application/json'],
  ['of another type', 'a,b', 'text/csv'],
])('a stranger learns of the signature before that a body is %s', async (_what, body, type) => {
  const invalid = { method: 'POST', body };
  expect(await send(invalid, { 'content-type': type })).toMatchObject({ code: 'signature_missing' });
  const headers = await signedHeaders({ ...invalid, type });
  expect(await send({ method: 'POST', body: `${body} ` }, headers)).toMatchObject({
    code: 'content_digest_mismatch',
  });
  expect((await send(invalid, await signedHeaders({ ...invalid, type, by: carrier }))).code).toBe(
    'caller_not_permitted',
  );
  const { status } = await send(invalid, await signedHeaders({ ...invalid, type }));
  expect(status).toBe(type === 'text/csv' ? 415 : 400);
});

describe('a path of servers that is not there', () => {
  const nowhere = { path: '/v1/peer/nowhere?a=1' };

  test('is told to who signs, with a signature, also with a body that is broken', async () => {
    expect(await send(nowhere, await signedHeaders(nowhere))).toMatchObject({
      status: 404,
      code: 'not_found',
    });
    const broken = { ...nowhere, method: 'POST', body: '{"a' };
    expect(await send(broken, await signedHeaders(broken))).toMatchObject({ status: 404, code: 'not_found' });
    const long = { path: `/v1/peer/things/${'x'.repeat(400)}` };
    expect(await send(long, await signedHeaders(long))).toMatchObject({ status: 404, code: 'not_found' });
    const method = { method: 'DELETE', path: '/v1/peer/things' };
    expect(await send(method, await signedHeaders(method))).toMatchObject({
      status: 405,
      code: 'method_not_allowed',
    });
  });

  test('is told once for one signature, and not for a wrong one', async () => {
    const headers = await signedHeaders(nowhere);
    expect((await send(nowhere, headers)).code).toBe('not_found');
    expect((await send(nowhere, headers)).code).toBe('signature_replayed');
    const stranger = await signedHeaders({ ...nowhere, by: aParty('management', 'x1') });
    expect((await send(nowhere, stranger)).code).toBe('signature_invalid');
  });

  test('is a bare 404 for who does not sign, as a method that is not there', async () => {
    for (const call of [nowhere, { method: 'DELETE', path: '/v1/peer/things' }])
      expect(await send(call, {})).toMatchObject({ status: 404, code: 'not_found' });
  });

  test('is told to an independent signer, who can check the answer', async () => {
    const url = `${publicUrl}/v1/peer/nowhere`;
    const created = Math.floor(NOW.getTime() / 1000);
    const params = `("@target-uri" "@method");nonce="independent-0123456789";created=${created};keyid="m1"`;
    const base = `"@target-uri": ${url}\n"@method": GET\n"@signature-params": ${params}`;
    const signature = sign(null, Buffer.from(base), management.key.privateKey).toString('base64');
    const headers = { 'signature-input': `mine=${params}`, signature: `mine=:${signature}:` };
    const response = await fetch(url, { headers });
    const body = await response.text();
    expect(response.status).toBe(404);

    const digest = `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
    expect(response.headers.get('content-digest')).toBe(digest);
    const input = response.headers.get('signature-input')?.replace(/^sig1=/, '') ?? '';
    const signed = [
      `"@status": 404`,
      `"content-digest": ${digest}`,
      `"content-type": ${response.headers.get('content-type')}`,
      `"@method";req: GET`,
      `"@target-uri";req: ${url}`,
      `"signature";req;key="mine": :${signature}:`,
      `"@signature-params": ${input}`,
    ].join('\n');
    const bytes = Buffer.from(
      /^sig1=:(.*):$/.exec(response.headers.get('signature') ?? '')?.[1] ?? '',
      'base64',
    );
    expect(verify(null, Buffer.from(signed), createPublicKey(shop.key.privateKey), bytes)).toBe(true);
  });
});

test('a request is taken once, also when both arrive at once', async () => {
  const headers = await signedHeaders({});
  const both = await Promise.all([send({}, headers), send({}, headers)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
  expect(await send({}, headers)).toMatchObject({ code: 'signature_replayed' });
});

test('a broken signature header is refused like any other', async () => {
  for (const [signature, input] of [
    ['a', 'a=()'],
    ['a=:AAAA:', 'b=()'],
    ['"', '('],
    ['a=:AAAA:, b=1', 'b=();keyid="m1", a=();keyid="m1"'],
  ]) {
    const response = await app.inject({ url: '/things', headers: { signature, 'signature-input': input } });
    expect(response.json()).toMatchObject({ code: 'signature_invalid' });
    expect(response.headers.signature).toMatch(/^sig1=:/);
  }
});

const called = (party: TestParty, more: { path?: string; timeout_ms?: number } = {}) =>
  signedFetch({
    key: management.key,
    party: party.entry,
    method: 'POST',
    path: '/things',
    body: Buffer.from('{"amount_minor":1}'),
    idempotency_key: 'k-1',
    clock,
    timeout_ms: 10_000,
    traceparent: TRACEPARENT,
    ...more,
  });

test('our client gets the answer and the evidence of it', async () => {
  const answer = await called(shop, { path: '/things?word=선물 하나' });
  expect(answer).toMatchObject({ kind: 'answered', status: 200, json: { party: 'management' } });
  if (answer.kind === 'unknown') throw new Error(answer.reason);
  expect(await verifyEvidence(answer.evidence, [shop.kept])).toBe(true);
});

test('a signed refusal is an answer', async () => {
  expect(await called(shop, { path: '/v1/peer/nowhere' })).toMatchObject({ kind: 'answered', status: 404 });
  // Away from the paths of servers nothing is signed.
  expect(await called(shop, { path: '/nowhere' })).toEqual({
    kind: 'unknown',
    reason: 'answer_signature_missing',
  });
  const answer = await signedFetch({
    key: carrier.key,
    party: shop.entry,
    method: 'GET',
    path: '/things',
    clock,
    timeout_ms: 10_000,
    traceparent: TRACEPARENT,
  });
  expect(answer).toMatchObject({ kind: 'answered', status: 403, json: { code: 'caller_not_permitted' } });
});

test.each<[string, RequestListener, string, number?]>([
  ['unsigned', (_request, response) => response.end('{}'), 'answer_signature_missing'],
  ['too large', (_request, response) => response.end(Buffer.alloc(4 * 1024 * 1024 + 1)), 'answer_too_large'],
  [
    'broken off',
    (_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{', () => response.destroy());
    },
    'connection_UND_ERR_SOCKET',
  ],
  [
    'a redirection',
    (request, response) =>
      request.url === '/x' ? response.end('{}') : response.writeHead(307, { location: '/x' }).end(),
    'connection_failed',
  ],
  ['never there', () => {}, 'timed_out', 200],
])(
  'an answer that is %s leaves the outcome unknown',
  async (_what, listener, reason, timeout_ms = 10_000) => {
    const server = await listen(listener);
    const party = aParty('shop', 's1', { base_url: `http://127.0.0.1:${portOf(server)}` });
    expect(await called(party, { timeout_ms })).toEqual({ kind: 'unknown', reason });
  },
);

test('nobody there leaves the outcome unknown, and so does a URL that is none', async () => {
  const port = await listen(() => {}).then(closed);
  const away = aParty('shop', 's1', { base_url: `http://127.0.0.1:${port}` });
  expect(await called(away)).toEqual({ kind: 'unknown', reason: 'connection_ECONNREFUSED' });
  const nowhere = aParty('shop', 's1', { base_url: 'http://:x' });
  expect((await called(nowhere)).kind).toBe('unknown');
});

function listen(listener: RequestListener): Promise<Server> {
  const server = createServer(listener);
  others.push(server);
  return new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(server)));
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Ends a server and answers the port that it had. */
function closed(server: Server): Promise<number> {
  const port = portOf(server);
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done(port)));
}
