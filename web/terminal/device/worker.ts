import { own } from '../words.ts';

/** Texts the terminal must be able to show when it can load nothing more, fonts included. */
const SAID_WITHOUT_LINE = [
  own.ko['terminal.line_down'],
  own.ko['terminal.line_down_detail'],
  own.ko['till.settling'],
  own.ko['till.settling_detail'],
].join('');

/** Registers the worker that caches the page's shell, and tells it which files were loaded before it was active. */
export function installWorker(): void {
  if (!('serviceWorker' in navigator)) return;
  addEventListener('load', async () => {
    try {
      await navigator.serviceWorker.register('/terminal/worker.js', { scope: '/terminal' });
      const { active } = await navigator.serviceWorker.ready;
      // The font is split into many small files, loaded as texts need them.
      await document.fonts.load('1em "Pretendard Variable"', SAID_WITHOUT_LINE);
      const files = performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => new URL(name).pathname.startsWith('/assets/'));
      active?.postMessage({ files });
    } catch {
      // Without a worker the terminal works, but does not open offline.
    }
  });
}
