import { afterAll, beforeAll, expect, test } from 'vitest';
import { anApp } from '../../test/builders/app.ts';
import type { App } from './app.ts';
import { cookieOf, readCookie, setCookie } from './cookies.ts';

const SECURE = cookieOf('session', 'https://shop.example');
const PLAIN = cookieOf('lang', 'http://127.0.0.1:4500');

let app: App;

beforeAll(async () => {
  app = await anApp();
  app.get('/set', async (_request, reply) => {
    setCookie(reply, SECURE, 'token_Zm9v-_8', { path: '/v1', max_age_s: 300 });
    setCookie(reply, PLAIN, 'en', { path: '/v1', max_age_s: 0 });
    return {};
  });
  app.get('/read', async ({ cookies }) => ({ ...cookies }));
  app.get('/value', async (request) => ({ value: readCookie(request, SECURE) }));
});
afterAll(() => app.close());

test('a cookie is hidden from scripts and other sites, and from plain http where it is to be secure', async () => {
  const { headers } = await app.inject({ url: '/set' });
  const attributes = [headers['set-cookie'] ?? []].flat().map((cookie) => cookie.split('; ').sort());
  expect(attributes).toEqual([
    ['HttpOnly', 'Max-Age=300', 'Path=/', 'SameSite=Strict', 'Secure', '__Host-session=token_Zm9v-_8'],
    ['HttpOnly', 'Max-Age=0', 'Path=/v1', 'SameSite=Strict', 'lang=en'],
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

test('over https only a cookie that another host cannot have set is read', async () => {
  const valueFor = async (cookie: string) =>
    (await app.inject({ url: '/value', headers: { cookie } })).json();
  expect(await valueFor('__Host-session=ours')).toEqual({ value: 'ours' });
  expect(await valueFor('session=theirs')).toEqual({});
  expect(await valueFor('__Host-session=')).toEqual({});
});
