// Says so when a page is asked for while the browser is offline. It keeps that one page and nothing else: pages show names
// and money, so none of them is ever cached.
const KEPT = 'buyer-offline';
const OFFLINE = '/offline';

self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(KEPT).then((kept) => kept.add(new Request(OFFLINE, { cache: 'reload' }))));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.mode === 'navigate' && request.method === 'GET') event.respondWith(pageOr(request));
});

async function pageOr(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(OFFLINE, { cacheName: KEPT });
    if (kept === undefined) throw error;
    return kept;
  }
}
