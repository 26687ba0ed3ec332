import { connect } from 'node:net';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { anApp } from '../../test/builders/app.ts';
import type { App } from './app.ts';

const JSON_BODY = 'Host: a\r\nContent-Type: application/json\r\n';
const INFO = 30;

const lines: { level: number; msg: string; route?: string }[] = [];
const sink = new Writable({
  write(chunk, _encoding, done) {
    lines.push(JSON.parse(String(chunk)));
    done();
  },
});
let app: App;
let port: number;
let finish: () => void = () => {};

beforeAll(async () => {
  app = await anApp({ log: pino({ level: 'info' }, sink) });
  app.post('/v1/things', async () => ({}));
  app.get('/v1/slow', async () => {
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    return { text: 'x'.repeat(100_000) };
  });
  port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port);
});
afterAll(() => app.close());
beforeEach(() => void lines.splice(0));

test.each([
  ['within a body', `POST /v1/things HTTP/1.1\r\n${JSON_BODY}Content-Length: 1000\r\n\r\n{"a`, '/v1/things'],
  [
    'within a chunked body',
    `POST /v1/things HTTP/1.1\r\n${JSON_BODY}Transfer-Encoding: chunked\r\n\r\n3\r\n{"a\r\n`,
    '/v1/things',
  ],
  [
    'within a body that nobody takes',
    `POST /no HTTP/1.1\r\n${JSON_BODY}Content-Length: 1000\r\n\r\n{"a`,
    'unknown',
  ],
  ['before the answer', 'GET /v1/slow HTTP/1.1\r\nHost: a\r\n\r\n', '/v1/slow'],
])('a client that hangs up %s is no error', async (_when, text, route) => {
  const arrived = new Promise((resolve) => app.server.once('request', resolve));
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  socket.write(text);
  await arrived;
  socket.resetAndDestroy();
  await vi.waitFor(() => expect(lines).toMatchObject([{ msg: 'request aborted', route }]), 20_000);
  finish();
  // Answers after this one, so that whatever the request still causes has been logged.
  expect((await fetch(`http://127.0.0.1:${port}/livez`)).status).toBe(200);
  expect(lines.filter(({ level }) => level > INFO)).toEqual([]);
  expect((await app.inject({ url: '/metrics' })).body).not.toMatch(/status="5/);
});
