/** Lets the device keep the page's shell. The files that came before the worker was there are named to it. */
export function installWorker(): void {
  if (!('serviceWorker' in navigator)) return;
  addEventListener('load', async () => {
    try {
      await navigator.serviceWorker.register('/terminal/worker.js', { scope: '/terminal' });
      const { active } = await navigator.serviceWorker.ready;
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
