import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from './app.ts';
import { createApp } from './create-app.ts';

let app: App;

beforeAll(async () => {
  app = await createApp({
    role: 'test',
    title: 'A server that is tested',
    description: 'test',
    publicUrl: 'http://127.0.0.1',
    log: pino({ level: 'silent' }),
    checkReady: async () => true,
  });
});
afterAll(async () => app?.close());

test('the page that shows the API and its program come from this server', async () => {
  const moved = await app.inject({ url: '/docs' });
  expect([moved.statusCode, moved.headers.location]).toEqual([301, '/docs/']);

  const page = await app.inject({ url: '/docs/' });
  expect(page.statusCode).toBe(200);
  expect(page.headers['content-type']).toContain('text/html');
  expect(page.body).toContain('/openapi.json');
  const programs = [...page.body.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, src]) => src ?? '');
  expect(programs).toHaveLength(1);

  for (const src of programs) {
    const program = await app.inject({ url: new URL(src, 'http://127.0.0.1/docs/').pathname });
    expect(program.statusCode).toBe(200);
    expect(program.headers['content-type']).toContain('javascript');
    expect(program.body).toContain('createApiReference');
  }
  expect((await app.inject({ url: '/openapi.json' })).json()).toMatchObject({ openapi: '3.1.0' });
});

test('what is not there below the page is a problem like any other', async () => {
  const answer = await app.inject({ url: '/docs/no-such-thing' });
  expect(answer.statusCode).toBe(404);
  expect(answer.json().code).toBe('not_found');
});
