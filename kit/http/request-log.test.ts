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

/** What a request and its answer must not leave in the log, wherever they hold it. */
const SECRETS = {
  pin: '739258',
  phone: '+821098765432',
  name: '홍길동',
  token: 'b3BlbiBzZXNhbWU',
  password: 'sky-and-sea',
};

beforeAll(async () => {
  app = await anApp({ log: pino({ level: 'info' }, sink) });
  app.get('/v1/things/:status', async (request, reply) =>
    reply.code(Number((request.params as { status: string }).status)).send({}),
  );
  app.post('/v1/gifts/:token', async () => ({ pin: SECRETS.pin, name: SECRETS.name }));
  app.post('/v1/surprises/:token', async () => {
    throw new Error('surprise');
  });
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

test.each([
  ['/v1/gifts', 200, ['request']],
  ['/v1/surprises', 500, ['unexpected error', 'request']],
  ['/v1/nowhere', 404, ['request']],
])('no secret of a request or of its answer is logged: %s', async (path, status, events) => {
  lines.splice(0);
  const { pin, phone, name, token, password } = SECRETS;
  const answer = await app.inject({
    method: 'POST',
    url: `${path}/${token}?phone=${encodeURIComponent(phone)}&name=${encodeURIComponent(name)}&pin=${pin}`,
    headers: {
      authorization: `Bearer ${token}`,
      cookie: `session=${token}`,
      'x-name': encodeURIComponent(name),
      'user-agent': phone,
    },
    payload: { pin, phone, name, password, gift: { deeply: { nested: { phone, pin } } } },
  });
  expect(answer.statusCode).toBe(status);
  await vi.waitFor(() => expect(lines.map(({ msg }) => msg)).toEqual(events));
  const logged = JSON.stringify(lines);
  expect(
    Object.values(SECRETS).filter(
      (secret) => logged.includes(secret) || logged.includes(encodeURIComponent(secret)),
    ),
  ).toEqual([]);
  const line = lines.at(-1) ?? {};
  expect(Object.keys(line).filter((member) => !MEMBERS.includes(member))).toEqual([]);
});

/** Pino's own, and those of a RequestLine. */
const MEMBERS = [
  'level',
  'time',
  'pid',
  'hostname',
  'msg',
  'method',
  'route',
  'status',
  'duration_ms',
  'address',
];
