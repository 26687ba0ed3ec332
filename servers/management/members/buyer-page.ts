import { languageTag } from '../../../kit/format/locale.ts';
import type { App } from '../../../kit/http/app.ts';
import { readCookie } from '../../../kit/http/cookies.ts';
import { pageHeaders } from '../../../kit/http/page-headers.ts';
import { localeOf } from '../../../kit/http/problem.ts';
import { serveWebApp } from '../../../kit/http/web-app.ts';
import { policyHash, readWebFile } from '../../../kit/http/web-files.ts';
import { BUYER_DOOR } from '../../../kit/words/buyer/door.ts';
import type { ManagementContext } from '../context.ts';
import { memberCookie } from '../http/guards.ts';
import { firstView } from './first-view.ts';

const OFFLINE_CSS =
  'body{max-width:32rem;margin:0 auto;padding:4rem 1rem;font:1.125rem/1.6 system-ui,sans-serif;word-break:keep-all;color-scheme:light dark}:root:is(:lang(ja),:lang(zh)) body{word-break:normal}h1{font-size:1.5rem;line-height:1.3}a{display:inline-block;margin-top:1rem;padding:.6rem 1.5rem;font-weight:600;color:#fff;background:#b01f42;border-radius:.5rem;text-decoration:none}';

/** The buyers' pages, and what a browser shows in their place while it is offline. */
export function buyerPage(app: App, context: ManagementContext): void {
  const cookie = memberCookie(context);
  serveWebApp(app, {
    name: 'buyer',
    paths: ['/', '/sign-up', '/log-in', '/recover', '/give', '/give/*', '/gifts', '/gifts/*', '/me'],
    first: (request) =>
      firstView(localeOf(request), {
        isIntroduction: request.url.split('?')[0] === '/' && readCookie(request, cookie) === undefined,
      }),
  });

  app.get('/offline', { schema: { hide: true } }, async (request, reply) => {
    const locale = localeOf(request);
    const door = BUYER_DOOR[locale];
    // The browser shows it at the address that was asked for, which an empty link asks for again.
    const html = `<!doctype html><html lang="${languageTag(locale)}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${door['door.offline']}</title><style>${OFFLINE_CSS}</style><h1>${door['door.offline']}</h1><p>${door['door.offline_detail']}</p><a href="">${door['door.offline_again']}</a></html>`;
    pageHeaders(reply, { 'style-src': policyHash(OFFLINE_CSS) });
    return reply.type('text/html; charset=utf-8').send(html);
  });

  const worker = readWebFile('buyer/worker.js');
  app.get('/worker.js', { schema: { hide: true } }, async (_request, reply) =>
    reply
      .headers({ 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' })
      .send(worker),
  );
}
