import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freePort } from '../../../test/harness/free-port.ts';
import { randomFrom } from '../../../test/model/random.ts';
import { Says } from '../record/says.ts';
import { HttpProxy } from './http-proxy.ts';
import { type Trouble, Weather } from './weather.ts';

let upstream: Server;
let served: { url: string; body: string }[];
let answerOf: (count: number) => { status: number; body: string };
let weather: Weather;
let says: Says;
let proxy: HttpProxy;
let base: string;

beforeEach(async () => {
  served = [];
  answerOf = () => ({ status: 200, body: 'served' });
  weather = new Weather();
  says = new Says();
  upstream = createServer(async (request, response) => {
    const read = await text(request);
    const { status, body } = answerOf(served.push({ url: request.url ?? '', body: read }));
    response.writeHead(status).end(body);
  });
  const [port, refusing, own] = [await freePort(), await freePort(), await freePort()];
  await new Promise<void>((listening) => upstream.listen(port, '127.0.0.1', listening));
  // One of the two processes takes no connections.
  proxy = new HttpProxy('shop', weather, [refusing, port], says);
  await proxy.listen(own);
  base = `http://127.0.0.1:${own}`;
});
afterEach(async () => {
  await proxy.close();
  upstream.close();
});

const trouble = (kind: Trouble['kind'], edge = 'client→shop'): Trouble => ({
  ...{ kind, edge, random: randomFrom(1), percent: 100, met: 0 },
});
const ask = (headers: Record<string, string> = {}) =>
  fetch(`${base}/v1/things`, {
    method: 'POST',
    body: '{"amount":5}',
    headers: { 'idempotency-key': 'faults-k', ...headers },
  });

test('a request goes to a process that takes connections, and its answer comes back', async () => {
  const response = await ask();
  expect([response.status, await response.text()]).toEqual([200, 'served']);
  expect(served).toEqual([{ url: '/v1/things', body: '{"amount":5}' }]);
});

test('a lost reply: it was served, and nobody knows', async () => {
  weather.begin(trouble('lost_reply'));
  await expect(ask()).rejects.toThrow();
  expect(served).toHaveLength(1);
});

test('a partition: nothing arrives; only between those that it parts', async () => {
  weather.begin(trouble('partition', 'management→shop'));
  await expect(ask({ 'signature-input': 'sig=();keyid="management-1"' })).rejects.toThrow();
  expect(served).toEqual([]);
  expect((await ask()).status).toBe(200);
});

test('threefold: it arrives three times, and the answers must be the same', async () => {
  weather.begin(trouble('threefold'));
  expect((await ask()).status).toBe(200);
  expect(served).toHaveLength(3);
  expect(says.take()).toEqual([]);
  answerOf = (count) => ({ status: 201, body: `${count}` });
  await ask();
  expect(says.take().map(({ check }) => check)).toEqual(['answers', 'answers']);
});

test('a key that has the answer to something else is refused each time, by another trace', async () => {
  weather.begin(trouble('threefold'));
  answerOf = (count) => ({ status: 422, body: `{"code":"idempotency_key_reused","trace_id":"${count}"}` });
  await ask();
  expect(says.take()).toEqual([]);
  // Not so if it was answered before.
  answerOf = (count) =>
    count % 3 === 1
      ? { status: 201, body: 'done' }
      : { status: 422, body: `{"code":"idempotency_key_reused","trace_id":"${count}"}` };
  await ask();
  expect(says.take().map(({ check }) => check)).not.toEqual([]);
});

test('a flipped bit: one bit of the body, or of the answer, is another one', async () => {
  weather.begin(trouble('flipped_bit'));
  const seen = new Set<string>();
  for (let n = 0; n < 12; n++) {
    const answer = await (await ask()).text();
    const isSame = served.at(-1)?.body === '{"amount":5}';
    expect(isSame).not.toBe(answer === 'served');
    seen.add(isSame ? 'answer' : 'request');
  }
  expect([...seen].sort()).toEqual(['answer', 'request']);
});

test('a signed message that is taken again is found; one that is refused as old is not', async () => {
  await ask({ 'signature-input': 'sig=();keyid="management-1"', signature: 'sig=:AAAA:' });
  const [past] = proxy.past;
  if (past === undefined) throw new Error('Nothing was kept.');
  answerOf = () => ({ status: 401, body: 'signature_replayed' });
  while (served.length < 2) await proxy.replay(past, randomFrom(served.length));
  expect(says.take()).toEqual([]);
  answerOf = () => ({ status: 201, body: 'taken again' });
  for (let n = 0; says.take().length === 0; n++) {
    expect(n).toBeLessThan(50);
    await proxy.replay(past, randomFrom(n + 10));
  }
});

test('a signed message that no server could look at may be taken later, once', async () => {
  answerOf = () => ({ status: 503, body: 'overloaded' });
  await ask({ 'signature-input': 'sig=();keyid="management-1"', signature: 'sig=:AAAA:' });
  const [past] = proxy.past;
  if (past === undefined) throw new Error('Nothing was kept.');
  answerOf = () => ({ status: 200, body: 'taken' });
  const taken = served.length + 1;
  for (let n = 0; served.length < taken; n++) await proxy.replay(past, randomFrom(n));
  expect(says.take()).toEqual([]);
  for (let n = 0; served.length === taken; n++) await proxy.replay(past, randomFrom(n));
  expect(says.take().map(({ check }) => check)).toEqual(['replays']);
});

test('somebody dies between two steps: once, before the message arrives or after it was answered', async () => {
  const died: number[] = [];
  const now = () => died.push(served.length);
  weather.begin({ ...trouble('kill_between'), kill: { when: 'before', now } });
  await ask();
  await ask();
  weather.begin({ ...trouble('kill_between'), kill: { when: 'after', now } });
  await ask();
  expect(died).toEqual([0, 3]);
});
