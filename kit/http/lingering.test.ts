import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { anApp } from '../../test/builders/app.ts';
import type { App } from './app.ts';

const LIMIT = 1_000_000;
const HEAD = 'POST /v1/things HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n';

let app: App;
let port: number;

beforeAll(async () => {
  app = await anApp();
  app.post('/v1/things', { bodyLimit: LIMIT }, async () => ({}));
  port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port);
});
afterAll(() => app.close());
afterEach(() => void vi.useRealTimers());

/** Everything that the server answers until it ends its side. Rejects if the connection is reset. */
function allOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.on('error', reject);
    socket.on('data', (part) => {
      text += part;
    });
    socket.on('end', () => resolve(text));
  });
}

test.each([
  ['announced', `Content-Length: ${4 * LIMIT}\r\n\r\n${'x'.repeat(4 * LIMIT)}`],
  [
    'in chunks',
    `Transfer-Encoding: chunked\r\n\r\n${(4 * LIMIT).toString(16)}\r\n${'x'.repeat(4 * LIMIT)}\r\n0\r\n\r\n`,
  ],
])('whoever sends too much, %s, gets the answer although it is still sending', async (_how, rest) => {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  const answered = allOf(socket);
  const sent = new Promise((resolve) => socket.write(HEAD + rest, resolve));
  expect(await answered).toMatch(/^HTTP\/1\.1 413 .*connection: close.*body_too_large/is);
  await sent;
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.end();
  expect(await closed).toBe(false);
});

test('the answer comes after the rest of the body, if that is on its way', async () => {
  // The wait for it does not end by itself.
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  const answered = allOf(socket);
  let isAnswered = false;
  socket.once('data', () => {
    isAnswered = true;
  });
  socket.write(`${HEAD}Content-Length: ${4 * LIMIT}\r\n\r\n`);
  await new Promise((resolve) => socket.write('x'.repeat(4 * LIMIT - 1), resolve));
  expect(isAnswered).toBe(false);
  socket.write('x');
  expect(await answered).toContain('413');
  socket.destroy();
});

test('a body that is only announced is not waited for', async () => {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  const answered = allOf(socket);
  socket.write(`${HEAD}Content-Length: ${4 * LIMIT}\r\n\r\n`);
  expect(await answered).toContain('413');
  socket.destroy();
});

test('somebody who only sends is not held for', { timeout: 60_000 }, async () => {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  const answered = allOf(socket);
  socket.write(`${HEAD}Content-Length: ${4 * LIMIT}\r\n\r\n{`);
  expect(await answered).toContain('413');
  const closed = new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    socket.removeAllListeners('error').on('error', resolve);
    socket.on('close', () => resolve(undefined));
  });
  const timer = setInterval(() => socket.write('x'), 100);
  expect((await closed)?.code).toMatch(/ECONNRESET|EPIPE/);
  clearInterval(timer);
});
