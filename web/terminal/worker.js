// Caches the shell of the terminal's page on the device, so that it opens offline and says so. Nothing else is ever
// cached: requests other than for the page and its hashed files are left alone.
const SHELL = 'terminal-shell';
/** The till and its customer display are one page, which goes by its address. */
const PAGES = ['/terminal', '/terminal/display'];
/** The cache is trimmed to this many files, oldest builds first. */
const FILES_MAX = 400;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && PAGES.includes(pathname)) event.respondWith(freshPage(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(keptFile(request));
});

// The page lists the files that it fetched before this worker was active.
self.addEventListener('message', (event) => {
  const files = event.data?.files ?? [];
  event.waitUntil(Promise.all(files.map((url) => keptFile(new Request(url)).catch(() => undefined))));
});

/** The server's page, or the cached one when it does not answer. It contains no personal data. */
async function freshPage(request) {
  const shell = await caches.open(SHELL);
  try {
    const page = await fetch(request);
    if (page.ok) await shell.put('/terminal', page.clone());
    return page;
  } catch (error) {
    const kept = await shell.match('/terminal');
    if (kept === undefined) throw error;
    return kept;
  }
}

/** A file with its hash in its name never changes. */
async function keptFile(request) {
  const shell = await caches.open(SHELL);
  const kept = await shell.match(request.url);
  if (kept !== undefined) return kept;
  const file = await fetch(request);
  if (!file.ok || !new URL(request.url).pathname.startsWith('/assets/')) return file;
  await shell.put(request.url, file.clone());
  const names = await shell.keys();
  await Promise.all(names.slice(0, Math.max(0, names.length - FILES_MAX)).map((name) => shell.delete(name)));
  return file;
}
