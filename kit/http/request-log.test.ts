import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { anApp } from '../../test/builders/app.ts';
import type { App } from './app.ts';

const lines: { msg: string; route?: string; status?: number; address?: string }[] = [];
const sink = new Writable({
  write(chunk, _encoding, done) {
    lines.push(JSON.parse(String(chunk)));
    done();
  },
});
let app: App;

beforeAll(async () => {
  app = await anApp({ log: pino({ level: 'info' }, sink) });
  app.get('/v1/things/:status', async (request, reply) =>
    reply.code(Number((request.params as { status: string }).status)).send({}),
  );
});
afterAll(() => app.close());

test.each([
  [200, false],
  [422, false],
  [401, true],
  [403, true],
  [429, true],
])('a request that is answered by %i is logged, with its address: %s', async (status, isNamed) => {
  lines.splice(0);
  await app.inject({ url: `/v1/things/${status}?q=secret`, remoteAddress: '2001:db8::1' });
  await vi.waitFor(() => expect(lines).toHaveLength(1));
  expect(lines).toMatchObject([{ msg: 'request', route: '/v1/things/:status', status }]);
  expect(lines[0]?.address).toBe(isNamed ? '2001:db8:0:0::/64' : undefined);
  expect(JSON.stringify(lines)).not.toContain('secret');
});
