import { own } from '../words.ts';

/** What the terminal has to say when it can fetch nothing more, letters included. */
const SAID_WITHOUT_LINE = [
  own.ko['terminal.line_down'],
  own.ko['terminal.line_down_detail'],
  own.ko['till.settling'],
  own.ko['till.settling_detail'],
].join('');

/** Lets the device keep the page's shell. The files that came before the worker was there are named to it. */
export function installWorker(): void {
  if (!('serviceWorker' in navigator)) return;
  addEventListener('load', async () => {
    try {
      await navigator.serviceWorker.register('/terminal/worker.js', { scope: '/terminal' });
      const { active } = await navigator.serviceWorker.ready;
      // The font is in many small files, of which a browser fetches those that a text needs.
      await document.fonts.load('1em "Pretendard Variable"', SAID_WITHOUT_LINE);
      const files = performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => new URL(name).pathname.startsWith('/assets/'));
      active?.postMessage({ files });
    } catch {
      // Without a worker the terminal works all the same; it only does not open while the line is down.
    }
  });
}
