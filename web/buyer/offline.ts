/** Has the browser say that it is offline, in place of its own error, once the page has nothing more urgent to load. */
export function sayWhenOffline(): void {
  if (!('serviceWorker' in navigator)) return;
  addEventListener('load', () => {
    // Without it the browser shows its own error.
    navigator.serviceWorker.register('/worker.js').catch(() => undefined);
  });
}
