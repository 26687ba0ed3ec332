import { afterAll, beforeAll, expect, test } from 'vitest';
import { anApp } from '../../test/builders/app.ts';
import type { App } from './app.ts';

let app: App;

beforeAll(async () => {
  app = await anApp();
});
afterAll(async () => app?.close());

test('the API page and its script come from this server', async () => {
  const moved = await app.inject({ url: '/docs' });
  expect([moved.statusCode, moved.headers.location]).toEqual([301, '/docs/']);

  const page = await app.inject({ url: '/docs/' });
  expect(page.statusCode).toBe(200);
  expect(page.headers['content-type']).toContain('text/html');
  expect(page.body).toContain('/openapi.json');
  const scripts = [...page.body.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, src]) => src ?? '');
  expect(scripts).toHaveLength(1);

  for (const src of scripts) {
    const script = await app.inject({ url: new URL(src, 'http://127.0.0.1/docs/').pathname });
    expect(script.statusCode).toBe(200);
    expect(script.headers['content-type']).toContain('javascript');
    expect(script.body).toContain('createApiReference');
  }
  expect((await app.inject({ url: '/openapi.json' })).json()).toMatchObject({ openapi: '3.1.0' });
});

test('whatever is no page of ours is framed by nobody, and is cached nowhere', async () => {
  for (const url of ['/openapi.json', '/docs/', '/livez', '/v1/no-such-thing'])
    expect((await app.inject({ url })).headers).toMatchObject({
      'content-security-policy': "object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
});

test('an unknown path below the page is a problem like any other', async () => {
  const answer = await app.inject({ url: '/docs/no-such-thing' });
  expect(answer.statusCode).toBe(404);
  expect(answer.json().code).toBe('not_found');
});
