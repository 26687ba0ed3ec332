import type { IncomingMessage, RequestListener, Server } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { aParty, NOW, type TestParty } from '../../test/builders/parties.ts';
import {
  carrier,
  closeServer,
  listen,
  management,
  openSignedServer,
  portOf,
  type SignedServer,
} from '../../test/builders/signed-server.ts';
import { freePort } from '../../test/harness/free-port.ts';
import { signedFetch } from './client.ts';
import { verifyEvidence } from './evidence.ts';

const clock = () => NOW;
const TRACEPARENT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

let server: SignedServer;
const others: Server[] = [];
beforeAll(async () => {
  server = await openSignedServer();
});
afterEach(async () => {
  await Promise.all(others.splice(0).map(closeServer));
});
afterAll(() => server.close());

const call = (party: TestParty, more: { path?: string; timeout_ms?: number } = {}) =>
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

test('an answer comes with evidence that can be verified', async () => {
  const answer = await call(server.shop, { path: '/things?word=선물 하나' });
  expect(answer).toMatchObject({ kind: 'answered', status: 200, json: { party: 'management' } });
  if (answer.kind === 'unknown') throw new Error(answer.reason);
  expect(await verifyEvidence(answer.evidence, [server.shop.storedKey])).toBe(true);
});

test('a kept connection that the other side has closed is replaced, with a signature of its own', async () => {
  const { server: http } = server.app;
  expect(await call(server.shop)).toMatchObject({ kind: 'answered', status: 200 });
  const seen: (string | undefined)[] = [];
  const closeOnce = (request: IncomingMessage) => {
    seen.push(request.headers.signature?.toString());
    if (seen.length === 1) request.socket.destroy();
  };
  http.prependListener('request', closeOnce);
  expect(await call(server.shop)).toMatchObject({ kind: 'answered', status: 200 });
  http.off('request', closeOnce);
  expect(seen).toHaveLength(2);
  expect(seen[0]).not.toBe(seen[1]);
});

test('a connection that was opened for the request is not', async () => {
  let requests = 0;
  const closing = await listen((request) => {
    requests += 1;
    request.socket.destroy();
  });
  others.push(closing);
  const party = aParty('shop', 's1', { base_url: `http://127.0.0.1:${portOf(closing)}` });
  expect(await call(party)).toMatchObject({ kind: 'unknown' });
  expect(requests).toBe(1);
});

test('a signed refusal is an answer', async () => {
  expect(await call(server.shop, { path: '/v1/peer/nowhere' })).toMatchObject({
    kind: 'answered',
    status: 404,
  });
  // Outside the peer paths nothing is signed.
  expect(await call(server.shop, { path: '/nowhere' })).toEqual({
    kind: 'unknown',
    reason: 'answer_signature_missing',
  });
  const answer = await signedFetch({
    key: carrier.key,
    party: server.shop.entry,
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
    'cut off',
    (_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{', () => response.destroy());
    },
    'connection_ECONNRESET',
  ],
  [
    'a redirection',
    (request, response) =>
      request.url === '/x' ? response.end('{}') : response.writeHead(307, { location: '/x' }).end(),
    'answer_signature_missing',
  ],
  ['never sent', () => {}, 'timed_out', 200],
])(
  'an answer that is %s leaves the outcome unknown',
  async (_what, listener, reason, timeout_ms = 10_000) => {
    const other = await listen(listener);
    others.push(other);
    const party = aParty('shop', 's1', { base_url: `http://127.0.0.1:${portOf(other)}` });
    expect(await call(party, { timeout_ms })).toEqual({ kind: 'unknown', reason });
  },
);

test('an unreachable server or an invalid URL leaves the outcome unknown', async () => {
  const port = await freePort();
  const away = aParty('shop', 's1', { base_url: `http://127.0.0.1:${port}` });
  expect(await call(away)).toEqual({ kind: 'unknown', reason: 'connection_ECONNREFUSED' });
  const nowhere = aParty('shop', 's1', { base_url: 'http://:x' });
  expect((await call(nowhere)).kind).toBe('unknown');
});
