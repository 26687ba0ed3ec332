import { afterAll, beforeAll, expect, test } from 'vitest';
import { anApp } from '../../test/builders/app.ts';
import { words } from '../words/index.ts';
import type { App } from './app.ts';
import { html } from './html.ts';
import { serverPages } from './pages.ts';

/** Its pages have no foot, as when the database is down. */
const noDatabase = { ask: () => Promise.reject(new Error('There is no database.')) };

let app: App;

beforeAll(async () => {
  app = await anApp();
  await app.register(async (pages: App) => {
    const send = serverPages(pages, { db: noDatabase }, (w) => w.t('page.brand'));
    pages.get('/broken', async (request, reply) => {
      const w = words('ko');
      const amount = { amount_minor: 1, currency: 'no such currency' };
      return send(request, reply, {
        locale: 'ko',
        title: '선물',
        refresh_s: 1,
        main: html`<h1>${w.t('gift_page.title')}</h1><p>${w.t('gift_page.expired_what', { amount, sender_name: '홍길동' })}</p>`,
      });
    });
  });
});
afterAll(async () => {
  await app?.close();
});

test.each([
  ['ko', 'ko', '문제가 생겼어요'],
  ['en', 'en', 'went wrong'],
  ['fr, ja;q=0.8, en;q=0.9', 'en', 'went wrong'],
  ['ja-JP, en;q=0.5', 'ja', '問題が発生しました'],
  ['zh-TW, zh-CN;q=0.9, en;q=0.8', 'zh-Hans', '出了点问题'],
  ['zh-TW, en;q=0.8', 'en', 'went wrong'],
])(
  'a page that fails to render is replaced by a complete error page, for %s in %s',
  async (accepted, language, said) => {
    const { statusCode, headers, body } = await app.inject({
      url: '/broken',
      headers: { 'accept-language': accepted },
    });
    expect(statusCode).toBe(500);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-language']).toBe(language);
    expect(body).toContain(`<html lang="${language}">`);
    expect(headers.refresh).toBeUndefined();
    expect(body).toContain(said);
    expect(body.trimEnd()).toMatch(/^<!doctype html>[\s\S]*<\/html>$/);
    expect(body).not.toContain(words('ko').t('gift_page.title'));
  },
);
