import { expect, test } from 'vitest';
import { titled } from './actions.ts';
import { DESK, PHONE, WAIT } from './browser.ts';
import { aStage } from './stage.ts';

const stage = aStage();

/** What a phone on a slow line has to wait for before it shows anything: one answer, in one or two round trips. */
const FIRST_VIEW_BYTES_MAX = 6_000;
/** Everything up to the page's load event, compressed: what makes it work. Fonts come afterwards. */
const LOADED_BYTES_MAX = 330_000;

test('the buyer’s page is there to read, and its links work, before any script or style sheet has come', async () => {
  for (const view of [PHONE, DESK]) {
    const visitor = await stage.visitor(view, 'management', { javaScriptEnabled: false });
    const { page, says } = visitor;
    await page.route('**/assets/**', () => new Promise(() => {}));
    const answer = await page.goto('/', { waitUntil: 'commit' });
    await titled(visitor, '전화번호만 알면 선물할 수 있어요', 'All you need is a phone number');
    const bytes = (await answer?.body())?.length ?? Number.POSITIVE_INFINITY;
    expect(bytes).toBeLessThan(FIRST_VIEW_BYTES_MAX);
    expect(await page.getByRole('link', { name: says('선물하기', 'Send a gift') }).getAttribute('href')).toBe(
      '/give',
    );
    await visitor.context.close();
  }
});

test('the buyer’s page works after a bounded number of bytes, and fonts come last', async () => {
  const visitor = await stage.visitor(PHONE, 'management');
  const { page, context } = visitor;
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  const urls = new Map<string, string>();
  const loaded: { url: string; bytes: number }[] = [];
  network.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, request.url));
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    loaded.push({ url: urls.get(requestId) ?? '', bytes: encodedDataLength }),
  );
  await page.goto('/', { waitUntil: 'load' });
  const untilLoad = loaded.slice();
  const bytes = untilLoad.reduce((sum, one) => sum + one.bytes, 0);
  expect(untilLoad.filter(({ url }) => url.endsWith('.woff2'))).toEqual([]);
  // Were nothing counted, nothing would be bounded.
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThan(LOADED_BYTES_MAX);
  // In the end the font is there, too.
  await expect.poll(() => loaded.some(({ url }) => url.endsWith('.woff2')), WAIT).toBe(true);
  await visitor.leave();
});

test('a reload without a connection says so, and works once there is one', async () => {
  const visitor = await stage.visitor(PHONE, 'management');
  const { page, context } = visitor;
  await page.goto('/');
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
  await context.setOffline(true);
  await page.goto('/log-in');
  await titled(visitor, '인터넷에 연결되어 있지 않아요', '');
  const kept = await page.evaluate(
    'caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((kept) => kept.keys())))).then((all) => all.flat().map(({ url }) => new URL(url).pathname))',
  );
  expect(kept).toEqual(['/offline']);
  await context.setOffline(false);
  await page.getByRole('link', { name: '다시 시도' }).click();
  await titled(visitor, '다시 만나 반가워요', '');
  await context.close();
});
