import type { App } from '../../../kit/http/app.ts';
import { serveWebApp } from '../../../kit/http/web-app.ts';
import { readWebFile } from '../../../kit/http/web-files.ts';
import type { ShopContext } from '../context.ts';

/** The terminal's page (600), and what a device needs to install it: manifest, icon, and a worker that caches the shell. */
export function terminalPage(app: App, { settings }: ShopContext): void {
  const { brandKo, buyingUrl } = settings;
  serveWebApp(app, {
    name: 'terminal',
    paths: ['/terminal', '/terminal/display'],
    permissions: 'camera=(self), usb=(self), fullscreen=(self), geolocation=(), microphone=()',
    // Members buy at management, which the page calls directly: the shop never sees who they are or what they enter.
    ...(buyingUrl === '' ? {} : { policy: { 'connect-src': `'self' ${new URL(buyingUrl).origin}` } }),
  });
  const manifest = JSON.stringify({
    name: `${brandKo} 단말기`,
    short_name: brandKo,
    lang: 'ko',
    id: '/terminal',
    start_url: '/terminal',
    scope: '/terminal',
    display: 'fullscreen',
    background_color: '#ffffff',
    theme_color: '#b01f42',
    icons: [{ src: '/terminal/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
  });
  serve(app, '/terminal/manifest.webmanifest', 'application/manifest+json', manifest);
  serve(app, '/terminal/icon.svg', 'image/svg+xml', readWebFile('icon.svg'));
  serve(app, '/terminal/worker.js', 'text/javascript; charset=utf-8', readWebFile('terminal/worker.js'));
}

/** Revalidated each time, since these URLs stay the same when their content changes. */
function serve(app: App, path: string, type: string, text: string): void {
  app.get(path, { schema: { hide: true } }, async (_request, reply) =>
    // A worker below /terminal/ may control /terminal itself only if its server allows that.
    reply
      .headers({ 'content-type': type, 'cache-control': 'no-cache', 'service-worker-allowed': '/terminal' })
      .send(text),
  );
}
