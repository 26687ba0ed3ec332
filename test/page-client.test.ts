import { expect, test } from 'vitest';
import { fetchAgain } from '../web/kit/again.ts';

const KEYED = { method: 'POST', headers: { 'idempotency-key': 'k-1' }, body: '{"amount_minor":1}' };
const done = () => new Response('{}', { status: 200 });
const proxys = (status: number) =>
  new Response('<h1>no answer</h1>', { status, headers: { 'content-type': 'text/html' } });
const problem = (status: number, headers: Record<string, string> = {}) =>
  new Response('{}', {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', ...headers },
  });
const lost = () => {
  throw new TypeError('Failed to fetch');
};

/** Sends a request to a server that answers so, one after the other, and the last again and again. */
async function ask(init: RequestInit, ...answers: (() => Response)[]) {
  const sent: string[] = [];
  const waits: number[] = [];
  const outcome = await fetchAgain(new Request('http://shop.test/v1/redemptions', init), {
    async send(request) {
      sent.push(`${request.headers.get('idempotency-key')} ${await request.text()}`);
      return (answers[Math.min(sent.length, answers.length) - 1] ?? done)();
    },
    pause: async (ms) => waits.push(ms),
  }).then(
    ({ status }) => status,
    (error: Error) => error.message,
  );
  return { outcome, sent, waits };
}

test.each([
  ['no answer', lost],
  ['a proxy without an answer', () => proxys(502)],
  ['a proxy that waited in vain', () => proxys(504)],
  ['a proxy that knows nobody to ask', () => proxys(503)],
  ['a server that is about to end', () => problem(503, { 'retry-after': '1' })],
])('a page asks again after %s, with the same key and body', async (_what, answer) => {
  const same = 'k-1 {"amount_minor":1}';
  expect(await ask(KEYED, answer, done)).toEqual({ outcome: 200, sent: [same, same], waits: [300] });
  expect((await ask({ method: 'GET' }, answer, done)).outcome).toBe(200);
  expect((await ask(KEYED, answer)).sent).toHaveLength(3);
});

test('what could take effect twice is sent once', async () => {
  const { outcome, sent } = await ask({ method: 'POST', body: '{}' }, lost);
  expect([outcome, sent.length]).toEqual(['Failed to fetch', 1]);
});

test.each([
  ['a refusal', () => problem(422), 422],
  ['an error', () => problem(500), 500],
  ['an outcome that is unknown for now', () => problem(503), 503],
  ['a server that needs longer', () => problem(503, { 'retry-after': '5' }), 503],
])('%s is told at once', async (_what, answer, status) => {
  expect(await ask(KEYED, answer)).toMatchObject({ outcome: status, sent: { length: 1 }, waits: [] });
});

test('a page that was left does not ask again', async () => {
  const left = new AbortController();
  const { sent } = await ask({ method: 'GET', signal: left.signal }, () => {
    left.abort();
    return lost();
  });
  expect(sent).toHaveLength(1);
});
