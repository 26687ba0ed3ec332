import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as passed } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/** Long enough for a browser to paint what it has. */
const PAUSE_MS = 150;

/** What moves as the rest of a page arrives, after a pause before each element of its header and of what follows it. */
export async function movedInPieces(page: Page, html: string): Promise<string[]> {
  let cut = 0;
  const server = createServer(async ({ url }, answer) => {
    if (url !== '/') return void answer.writeHead(404).end();
    answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    answer.write(html.slice(0, cut));
    await passed(PAUSE_MS);
    answer.end(html.slice(cut));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  await page.addInitScript(`
    globalThis.moved = [];
    new PerformanceObserver((list) => {
      for (const { sources } of list.getEntries()) moved.push(...sources.map(({ node }) => node?.outerHTML?.slice(0, 80)));
    }).observe({ type: 'layout-shift', buffered: true });`);
  const moved: string[] = [];
  try {
    for (cut of cutsOf(html)) {
      await page.goto(`http://127.0.0.1:${port}/`);
      await page.evaluate(
        'new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))',
      );
      moved.push(...(await page.evaluate<string[]>('moved')));
    }
  } finally {
    server.closeAllConnections();
    server.close();
  }
  return moved;
}

function cutsOf(html: string): number[] {
  const begin = html.indexOf('<header');
  const end = html.indexOf('<main', begin);
  return [...html.slice(begin, end + 1).matchAll(/</g)].map(({ index }) => begin + index);
}
