import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../../../kit/db/sql.ts';
import type { App } from '../../../../kit/http/app.ts';
import { newId } from '../../../../kit/ids.ts';
import { newToken, tokenDigest } from '../../../../kit/tokens.ts';
import { anOffer, stateOf } from '../../../../test/builders/gifts.ts';
import {
  aManagement,
  MEMBER_ID,
  SHOP_MEMBER,
  type TestManagement,
} from '../../../../test/builders/management.ts';
import { createManagementApp } from '../../app.ts';

const FIRST_VIEW_BYTES_MAX = 60 * 1024;
let management: TestManagement;
let app: App;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
});
afterAll(async () => {
  await app.close();
  await management.close();
});

async function aGift(...offer: Parameters<typeof anOffer> extends [unknown, ...infer Rest] ? Rest : never) {
  const orderId = await anOffer(management, ...offer);
  const token = newToken('offer', management.context.random);
  await sql`
    insert into offer_links (token_digest, order_id, created_at)
    values (${tokenDigest(token)}, ${orderId}, ${management.context.clock()})`.execute(management.context.db);
  return { orderId, path: `/g/${token}` };
}

async function open(path: string, headers: Record<string, string> = {}) {
  const reply = await app.inject({ method: 'GET', url: path, headers });
  return { status: reply.statusCode, headers: reply.headers, text: reply.body };
}

/** Sends a form of a page as a browser does that runs no script. */
async function submit(
  url: string,
  fields: Record<string, string>,
  headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' },
) {
  const reply = await app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(fields).toString(),
  });
  return {
    status: reply.statusCode,
    location: reply.headers.location,
    text: reply.body,
    headers: reply.headers,
  };
}

/** The hidden key that the server put into the form on a page. */
function keyOn(page: string): string {
  const key = /name="key" value="([^"]+)"/.exec(page)?.[1];
  if (key === undefined) throw new Error('The page has no form with a key.');
  return key;
}

describe('the language', () => {
  test('is the one that the offer has, is switched on the page, and stays', async () => {
    const gift = await aGift({ email: 'many.languages@example.com', name: 'Ana Silva' });
    expect((await open(gift.path)).text).toContain('<html lang="ko">');
    const step = { locale: 'en', step: 'accept' };
    expect(await submit(`${gift.path}/locale`, step)).toMatchObject({
      status: 303,
      location: `${gift.path}/accept`,
    });
    const page = await open(gift.path);
    expect(page.text).toContain('<html lang="en">');
    for (const words of ['A gift for you', 'Haneul Store gift certificate', '₩50,000', 'Accept gift'])
      expect(page.text).toContain(words);
    const phone = await submit(`${gift.path}/phone-code`, { key: newId(), phone: '1588-0000' });
    expect(phone.text).toMatch(/id="phone-wrong">[A-Z]/);
    await submit(`${gift.path}/locale`, { locale: 'ko', step: '' });
    expect((await open(gift.path)).text).toContain('<html lang="ko">');
    await submit(`${gift.path}/locale`, step);
    expect((await open(gift.path)).text).toContain('<html lang="en">');
  });
});

describe('hostile words', () => {
  test('in message and name are shown as they were written', async () => {
    const message =
      '</blockquote><script>alert(1)</script><img src=x onerror="alert(1)"> {{sender_name}} & "\'';
    const name = '<b>김"\'&</b>';
    await sql`update members set name = ${name} where member_id = ${MEMBER_ID}`.execute(
      management.context.db,
    );
    try {
      const gift = await aGift(undefined, { message });
      for (const path of [gift.path, `${gift.path}/accept`, `${gift.path}/refuse`]) {
        const { text } = await open(path);
        expect(text).not.toMatch(/<script>|<img|<b>/);
      }
      const page = await open(gift.path);
      expect(page.text).toContain('&lt;/blockquote&gt;&lt;script&gt;alert(1)');
      expect(page.text).toContain('&lt;b&gt;김&quot;&#39;&amp;&lt;/b&gt; 님이 보냈어요');
      expect(page.text).toContain('{{sender_name}} &amp;');
    } finally {
      await sql`update members set name = '김하늘' where member_id = ${MEMBER_ID}`.execute(
        management.context.db,
      );
    }
  });

  test('typed into a form come back as text', async () => {
    const gift = await aGift({ email: 'x@example.com', name: '남궁민수' });
    const typed = { key: newId(), phone: '"><script>alert(1)</script>' };
    const page = await submit(`${gift.path}/phone-code`, typed);
    expect(page.text).toContain('value="&quot;&gt;&lt;script&gt;');
    const key = keyOn((await open(`${gift.path}/refuse`)).text);
    const word = `</textarea><script>${'x'.repeat(300)}</script>`;
    const refusing = await submit(`${gift.path}/refusal`, { key, word });
    expect(refusing.text).not.toContain('<script>');
  });
});

describe('the door', () => {
  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a sister site', { 'sec-fetch-site': 'same-site' }, 403],
    ['another origin, from an older browser', { origin: 'https://evil.example' }, 403],
    ['nowhere', {}, 403],
    ['our own page in an older browser', { origin: 'http://management.test' }, 303],
  ])('takes forms from its own pages only: %s', async (_whence, headers, status) => {
    const gift = await aGift();
    const key = keyOn((await open(`${gift.path}/refuse`)).text);
    expect(await submit(`${gift.path}/refusal`, { key, word: '' }, headers)).toMatchObject({ status });
    expect(await stateOf(management, gift.orderId)).toBe(status === 403 ? 'offered' : 'refunded');
  });

  test('says nothing of a recipient, and takes a field once', async () => {
    const gift = await aGift();
    const { text } = await open(gift.path);
    expect(text).not.toContain(SHOP_MEMBER.name);
    expect(text).not.toContain('9876');
    const reply = await app.inject({
      method: 'POST',
      url: `${gift.path}/locale`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      payload: 'locale=en&locale=ko&step=',
    });
    expect(reply.statusCode).toBe(400);
  });

  test('lets a page do nothing but show itself and send its form', async () => {
    const gift = await aGift();
    const { headers, text } = await open(gift.path);
    const policy = String(headers['content-security-policy']);
    for (const rule of [
      "default-src 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
      "base-uri 'none'",
    ])
      expect(policy).toContain(rule);
    expect(policy).not.toContain('unsafe');
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'content-type': 'text/html; charset=utf-8',
    });
    expect(text).not.toMatch(/ style="| on[a-z]+="/);
  });

  test('needs few bytes: page, style, picture and script together', async () => {
    const gift = await aGift(undefined, { card_design: 'flowers' });
    const packed = await app.inject({ url: gift.path, headers: { 'accept-encoding': 'gzip' } });
    const plain = await open(gift.path);
    const script = /<script src="([^"]+)" defer>/.exec(plain.text)?.[1] ?? '';
    const loaded = await app.inject({ url: script, headers: { 'accept-encoding': 'gzip' } });
    expect(loaded.headers['cache-control']).toContain('immutable');
    expect([...plain.text.matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, url]) => url)).toEqual([
      'data:,',
      script,
      `${gift.path}/stores`,
      `${gift.path}/accept`,
      `${gift.path}/refuse`,
    ]);
    const bytes = packed.rawPayload.length + loaded.rawPayload.length;
    expect(packed.rawPayload.length).toBeLessThan(gzipSync(plain.text).length + 100);
    expect(bytes).toBeLessThan(FIRST_VIEW_BYTES_MAX);
    // One round trip: what a server may send before it hears that anything arrived.
    expect(packed.rawPayload.length).toBeLessThan(14_000);
  });

  test.each(['flowers', 'birthday', 'thanks', 'congratulations', 'holiday', 'plain', 'drawn-no-more'])(
    'shows the card %s',
    async (card_design) => {
      const gift = await aGift(undefined, { card_design });
      const drawn = card_design === 'drawn-no-more' ? 'plain' : card_design;
      expect((await open(gift.path)).text).toContain(`id="card-${drawn}"`);
    },
  );
});
