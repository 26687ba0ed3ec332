import { afterEach, expect, test } from 'vitest';
import type { App } from '../kit/http/app.ts';
import { LOCAL_NETWORK } from '../kit/http/network.ts';
import { doneSoFar } from '../sandbox/tour/done-so-far.ts';
import { anApp } from './builders/app.ts';
import { freePort } from './harness/free-port.ts';

let app: App | undefined;
afterEach(() => app?.close());

/** A server that counts its requests as every server does. */
async function aServer(): Promise<string> {
  app = await anApp({ network: { ...LOCAL_NETWORK, ops: { where: 'with_the_api', token: undefined } } });
  app.post('/v1/sessions', { schema: { summary: 'Log in' } }, async (_request, reply) =>
    reply.status(201).send({}),
  );
  app.get('/v1/sessions', { schema: { summary: 'List' } }, async () => ({}));
  app.post('/v1/payment-methods', { schema: { summary: 'Add' } }, async (_request, reply) =>
    reply.status(422).send({}),
  );
  return app.listen({ port: await freePort(), host: '127.0.0.1' });
}

test('a step counts as often as its server answered its request well; others and refusals do not count', async () => {
  const url = await aServer();
  for (const method of ['POST', 'GET', 'POST']) await fetch(`${url}/v1/sessions`, { method });
  await fetch(`${url}/v1/payment-methods`, { method: 'POST' });
  const done = await doneSoFar([
    { role: 'management', url },
    { role: 'shop', url: 'http://127.0.0.1:9' },
  ]);
  expect(done).toMatchObject({ log_in: 2, card: 0, operator_payout: 0 });
  expect(done.enrol).toBeUndefined();
});
