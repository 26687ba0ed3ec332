import { Agent, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { anApp } from '../../test/builders/app.ts';
import type { App } from './app.ts';
import { eventStreams } from './event-stream.ts';

let app: App;
let port: number;
let agent: Agent;
/** Lets the slow request go on. */
let proceed: () => void;
/** Resolves when it has begun. */
let begun: Promise<void>;

beforeEach(async () => {
  app = await anApp();
  const gate = Promise.withResolvers<void>();
  const arrived = Promise.withResolvers<void>();
  proceed = gate.resolve;
  begun = arrived.promise;
  app.post('/v1/things', async () => ({ made: true }));
  app.post('/v1/slow', async () => {
    arrived.resolve();
    await gate.promise;
    return { text: 'x'.repeat(300_000) };
  });
  const openStream = eventStreams(app, { eachMax: 10 });
  app.get('/v1/changes', (_request, reply) => void openStream(reply, 'a'));
  port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port);
  agent = new Agent({ keepAlive: true, maxSockets: 1 });
});
afterEach(async () => {
  proceed();
  agent.destroy();
  await app.close();
});

function ask(method: string, path: string, through: Agent | false = agent): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, agent: through });
    sent.on('response', resolve).on('error', reject);
    sent.end();
  });
}

const statusOf = async (method: string, path: string) => {
  const response = await ask(method, path);
  return { status: response.statusCode, connection: response.headers.connection, body: await text(response) };
};

test('at first it says that it is not ready, and serves everybody once more on the connection that they have', async () => {
  expect(await statusOf('GET', '/readyz')).toMatchObject({ status: 200, connection: 'keep-alive' });
  app.draining.begin();
  expect(await statusOf('GET', '/readyz')).toEqual({
    status: 503,
    connection: 'close',
    body: '{"status":"not_ready","reason":"draining"}',
  });
  expect(await statusOf('GET', '/livez')).toMatchObject({ status: 200 });
  expect(await statusOf('POST', '/v1/things')).toMatchObject({ status: 200, connection: 'close' });
});

test('a request that has begun is answered whole before it closes, and nobody connects any more', async () => {
  const slow = ask('POST', '/v1/slow');
  await begun;
  const closed = app.close();
  await vi.waitFor(() => expect(app.server.listening).toBe(false), 20_000);
  await expect(ask('POST', '/v1/things', false)).rejects.toThrow(/ECONNREFUSED/);
  proceed();
  const response = await slow;
  expect([response.statusCode, response.headers.connection]).toEqual([200, 'close']);
  expect(JSON.parse(await text(response)).text).toHaveLength(300_000);
  await closed;
});

test('a request of which a part has come before it closes is served', async () => {
  const socket = connect(port, '127.0.0.1');
  socket.write('POST /v1/things HTTP/1.1\r\nHost: a\r\n');
  const slow = ask('POST', '/v1/slow', false);
  await begun;
  const closed = app.close();
  socket.write('\r\n');
  const said = await text(socket);
  expect(said).toMatch(/^HTTP\/1.1 200 OK\r\n/);
  expect(said).toMatch(/^connection: close\r$/im);
  expect(said).toMatch(/\{"made":true\}$/);
  proceed();
  await text(await slow);
  await closed;
});

test('when it is hurried, what comes is refused with what to do, and whoever waits is told the same', async () => {
  const slow = ask('POST', '/v1/slow', false);
  await begun;
  app.draining.refuse();
  const refused = await statusOf('POST', '/v1/things');
  expect(refused).toMatchObject({ status: 503, connection: 'close' });
  expect(JSON.parse(refused.body)).toMatchObject({ code: 'service_unavailable', retry_after_s: 1 });
  expect(app.draining.answerRest()).toBe(1);
  const told = await slow;
  expect([told.statusCode, told.headers['retry-after'], told.headers['content-type']]).toEqual([
    503,
    '1',
    'application/problem+json; charset=utf-8',
  ]);
  expect(JSON.parse(await text(told))).toMatchObject({ code: 'service_unavailable' });
  expect(app.draining.answerRest()).toBe(0);
});

test('event streams are ended when it closes, with when to come back', async () => {
  const stream = await ask('GET', '/v1/changes', false);
  const [all] = await Promise.all([text(stream), app.close()]);
  const waits = [...all.matchAll(/^retry: (\d+)$/gm)].map(([, ms]) => Number(ms));
  expect(waits).toHaveLength(2);
  expect(waits[1]).toBeLessThanOrEqual(1_000);
  expect(waits[1]).toBeGreaterThan(0);
});
