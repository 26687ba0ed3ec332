import { afterEach, expect, test } from 'vitest';
import { anApp } from '../../test/builders/app.ts';
import type { App } from './app.ts';
import { LOCAL_NETWORK, type OpsAccess } from './network.ts';

const PATHS = ['/metrics', '/openapi.json', '/docs/'];
const TOKEN = 'ops-token';
let app: App;
afterEach(() => app.close());

async function open(ops: OpsAccess): Promise<void> {
  app = await anApp({ network: { ...LOCAL_NETWORK, ops } });
  app.get('/v1/things', { schema: { summary: 'List things' } }, async () => ({}));
}

async function statuses(from: App, token?: string): Promise<number[]> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return Promise.all(PATHS.map(async (url) => (await from.inject({ url, headers })).statusCode));
}

test('beside the API, they are open or want a token', async () => {
  await open({ where: 'with_the_api', token: undefined });
  expect(await statuses(app)).toEqual([200, 200, 200]);
  await app.close();
  await open({ where: 'with_the_api', token: TOKEN });
  expect(await statuses(app)).toEqual([401, 401, 401]);
  expect(await statuses(app, 'wrong')).toEqual([401, 401, 401]);
  expect(await statuses(app, TOKEN)).toEqual([200, 200, 200]);
  expect((await app.inject({ url: '/livez' })).statusCode).toBe(200);
});

test('they can be nowhere', async () => {
  await open({ where: 'nowhere', token: undefined });
  expect(await statuses(app)).toEqual([404, 404, 404]);
  expect(app.ops).toBeUndefined();
});

test('on a port of their own they tell about the API, which then does not serve them', async () => {
  await open({ where: 'own_port', token: TOKEN });
  const { ops } = app;
  if (ops === undefined) throw new Error('There is no port of its own.');
  await app.inject({ url: '/v1/things' });
  expect(await statuses(app, TOKEN)).toEqual([404, 404, 404]);
  expect(await statuses(ops)).toEqual([401, 401, 401]);
  expect(await statuses(ops, TOKEN)).toEqual([200, 200, 200]);
  const headers = { authorization: `Bearer ${TOKEN}` };
  expect((await ops.inject({ url: '/metrics', headers })).body).toContain('route="/v1/things"');
  expect((await ops.inject({ url: '/openapi.json', headers })).json().paths).toHaveProperty('/v1/things');
  expect((await ops.inject({ url: '/v1/things', headers })).statusCode).toBe(404);
});
