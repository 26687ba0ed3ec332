import { afterAll, beforeAll, expect, test } from 'vitest';
import { anApp } from '../../test/builders/app.ts';
import type { App } from './app.ts';
import { setCookie } from './cookies.ts';

let app: App;

beforeAll(async () => {
  app = await anApp();
  app.get('/set', async (_request, reply) => {
    setCookie(reply, 'session', 'token_Zm9v-_8', { path: '/v1', max_age_s: 300, secure: true });
    setCookie(reply, 'lang', 'en', { path: '/', max_age_s: 0, secure: false });
    return {};
  });
  app.get('/read', async ({ cookies }) => ({ ...cookies }));
});
afterAll(() => app.close());

test('a cookie is hidden from scripts and other sites, and from plain http where it is to be secure', async () => {
  const { headers } = await app.inject({ url: '/set' });
  const attributes = [headers['set-cookie'] ?? []].flat().map((cookie) => cookie.split('; ').sort());
  expect(attributes).toEqual([
    ['HttpOnly', 'Max-Age=300', 'Path=/v1', 'SameSite=Strict', 'Secure', 'session=token_Zm9v-_8'],
    ['HttpOnly', 'Max-Age=0', 'Path=/', 'SameSite=Strict', 'lang=en'],
  ]);
});

test.each([
  ['', {}],
  ['session=token_Zm9v-_8; lang=en', { session: 'token_Zm9v-_8', lang: 'en' }],
  ['a=1;b=2', { a: '1', b: '2' }],
  ['a=1; a=2', { a: '1' }],
  ['; =; a=%zz', { a: '%zz' }],
])('the cookies of a request are read: %j', async (cookie, cookies) => {
  expect((await app.inject({ url: '/read', headers: { cookie } })).json()).toMatchObject(cookies);
});
