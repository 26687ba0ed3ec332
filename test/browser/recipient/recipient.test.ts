import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { expectAnswer, textOf } from '../../../bin/walkthrough/doors.ts';
import { buy, open, redeem } from '../../../bin/walkthrough/gift.ts';
import {
  addCard,
  addTerminal,
  type Buyer,
  CARDS,
  enrolTerminal,
  logIn,
  Mailbox,
  Phone,
  type Terminal,
} from '../../../bin/walkthrough/people.ts';
import { titled, touch } from '../actions.ts';
import { PHONE, type View, viewsOf } from '../browser.ts';
import { tabTo } from '../keyboard.ts';
import { aStage } from '../stage.ts';
import { follow, logInAtShop, NEW_PIN, openGift, PIN, press } from './actions.ts';
import { extend, forgetPin, handOver, seeCertificate } from './certificate.ts';
import { accept, acceptByMail, MESSAGE, refuse, type Sent } from './gift.ts';
import { movedInPieces } from './in-pieces.ts';

/** One recipient per view, and whom they hand it over to. */
const PEOPLE: Record<string, { phone: string; other: string }> = {
  'phone ko': { phone: '010-9876-5432', other: '010-2222-0001' },
  'phone en': { phone: '010-3333-4444', other: '010-2222-0002' },
  'desktop ko': { phone: '010-4444-5555', other: '010-2222-0003' },
  'desktop en': { phone: '010-6666-7777', other: '010-2222-0004' },
};
/** For tests with a single view. */
const PHONE_OF_ONE = '010-5555-6666';
const VIEW_OF_ONE: View = { size: 'phone', locale: 'ko' };

/** What a slow phone may have to fetch for the first view. */
const FIRST_VIEW_BYTES_MAX = 60 * 1024;
/** What a server may send before it needs an acknowledgement: ten segments (RFC 6928), one round trip. */
const FIRST_FLIGHT_BYTES_MAX = 14 * 1024;

const stage = aStage();
let buyer: Buyer;
let card: string;
let terminal: Terminal;

beforeAll(async () => {
  const { world } = stage.system;
  buyer = await logIn(world);
  card = await addCard(buyer, CARDS.approved);
  terminal = await enrolTerminal(world, await addTerminal(world));
  await sellForAYear();
});

/** The demo's certificates are valid for five years, the most that they can be extended to. */
async function sellForAYear(): Promise<void> {
  const { management } = stage.system.world;
  const asked = await management.post('/v1/staff/sessions', {
    login: 'operator',
    password: 'operator-demo-2026',
  });
  const operator = management.with(textOf(asked.body, 'session_token'));
  const changed = await operator.call(
    'PATCH',
    '/v1/staff/shops/haneul',
    { validity_months: 12 },
    randomUUID(),
  );
  expectAnswer('the shop’s terms', changed, 200);
}

/** A gift for a number, and the link in the text message about it. */
async function aGift(phone: string): Promise<Sent> {
  const handset = new Phone(stage.system.world.sandbox, phone);
  await handset.glance();
  const orderId = await buy(buyer, card, { phone }, { message: MESSAGE, card_design: 'birthday' });
  const [link = ''] = /https?:\S+/.exec(await handset.waitFor(/\/g\/offer_/)) ?? [];
  return { orderId, link };
}

describe.each(viewsOf(PHONE))('the recipient, on a $size in $locale,', (view) => {
  const { phone, other } = PEOPLE[`${view.size} ${view.locale}`] ?? { phone: '', other: '' };

  test('accepts by the link, sees what is left, replaces a forgotten PIN, extends and hands over; and refuses another', async () => {
    const visitor = await stage.visitor(view, 'management');
    await accept(visitor, await aGift(phone));
    await useSome(phone);
    await seeCertificate(visitor, phone);
    await forgetPin(stage.system.world, visitor, phone);
    await extend(visitor);
    await handOver(stage, visitor, { phone, other });
    await refuse(buyer, visitor, await aGift(phone));
    await visitor.leave();
  });
});

test.each(viewsOf(PHONE))(
  'a recipient by email proves a number first, on a $size in $locale',
  async (view) => {
    const { other } = PEOPLE[`${view.size} ${view.locale}`] ?? { other: '' };
    const visitor = await stage.visitor(view, 'management');
    await acceptByMail(stage.system.world, visitor, { link: await aMailGift(), phone: other });
    await visitor.leave();
  },
);

/** A gift for an email address, and the link in the email about it. */
async function aMailGift(): Promise<string> {
  const email = `${randomUUID()}@example.com`;
  await buy(buyer, card, { email, name: '박서연' }, { message: MESSAGE });
  const mail = await new Mailbox(stage.system.world.sandbox, email).waitFor(/\/g\/offer_/);
  return /https?:\S+\/g\/offer_[\w-]+/.exec(mail)?.[0] ?? '';
}

/** At a till of the shop. */
async function useSome(phone: string): Promise<void> {
  expect(await redeem(terminal, await open(terminal, phone, PIN), 12_000)).toMatchObject({ status: 201 });
}

test('everything works without scripts', async () => {
  const visitor = await stage.visitor(VIEW_OF_ONE, 'management', { javaScriptEnabled: false });
  const { page } = visitor;
  await openGift(visitor, (await aGift(PHONE_OF_ONE)).link);
  await follow(visitor, '선물 받기', '');
  expect(await page.locator('.pad').isVisible()).toBe(false);
  await page.locator('#pin').fill(PIN);
  await page.locator('#pin_again').fill(NEW_PIN);
  await press(visitor, '이 비밀번호로 받기', '');
  await page.getByText('서로 달라요').waitFor();
  await page.locator('#pin').fill(PIN);
  await page.locator('#pin_again').fill(PIN);
  await press(visitor, '이 비밀번호로 받기', '');
  await titled(visitor, '선물을 받았어요', '');

  await openGift(visitor, (await aGift(PHONE_OF_ONE)).link);
  await follow(visitor, '거절하기', '');
  await press(visitor, '네, 거절할게요', '');
  await titled(visitor, '선물을 거절했어요', '');
  await visitor.leave();
});

test('the first view is small, arrives in one round trip, is not blocked by anything else and does not shift', async () => {
  const { link } = await aGift(PHONE_OF_ONE);
  const visitor = await stage.visitor(VIEW_OF_ONE, 'management');
  const { page, context } = visitor;
  const wire = await context.newCDPSession(page);
  const fetched = new Map<string, { url: string; bytes: number }>();
  wire.on('Network.requestWillBeSent', ({ requestId, request: { url } }) => {
    if (!url.startsWith('data:')) fetched.set(requestId, { url, bytes: 0 });
  });
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const one = fetched.get(requestId);
    if (one !== undefined) one.bytes = encodedDataLength;
  });
  await wire.send('Network.enable');
  await page.addInitScript(`
    globalThis.moved = 0;
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) globalThis.moved += value;
    }).observe({ type: 'layout-shift', buffered: true });`);
  await page.goto(link);
  await page.evaluate(
    'new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))',
  );

  const [first, ...later] = [...fetched.values()];
  expect(first).toMatchObject({ url: link });
  expect(first?.bytes).toBeGreaterThan(0);
  expect(first?.bytes).toBeLessThanOrEqual(FIRST_FLIGHT_BYTES_MAX);
  const bytes = [...fetched.values()].reduce((sum, one) => sum + one.bytes, 0);
  expect(bytes).toBeLessThanOrEqual(FIRST_VIEW_BYTES_MAX);
  // Only the script, which is loaded after the page is painted.
  expect(later.map(({ url }) => new URL(url).origin)).toEqual([new URL(link).origin]);
  const blocking = await page.evaluate<string[]>(
    "performance.getEntriesByType('resource').map(({ renderBlockingStatus }) => renderBlockingStatus)",
  );
  expect(blocking).toEqual(['non-blocking']);
  expect(await page.evaluate('globalThis.moved')).toBe(0);
  await visitor.leave();
});

test('nothing moves as the rest of the page arrives', async () => {
  const answer = await fetch((await aGift(PHONE_OF_ONE)).link, { headers: { 'accept-language': 'ko' } });
  const html = await answer.text();
  const visitor = await stage.visitor(VIEW_OF_ONE, 'management');
  expect(await movedInPieces(visitor.page, html)).toEqual([]);
  await visitor.leave();
});

test('the keyboard alone accepts', async () => {
  const { link } = await aGift(PHONE_OF_ONE);
  const visitor = await stage.visitor({ size: 'desktop', locale: 'ko' }, 'management');
  const { page } = visitor;
  await openGift(visitor, link);
  await tabTo(page, '선물 받기');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/accept$/);
  // Whether or not this phone has a PIN at the shop by now, another can be chosen.
  await page.goto(`${link}/new-pin`);
  await titled(visitor, '비밀번호를 정해 주세요', '');
  await tabTo(page, '비밀번호');
  await page.keyboard.type(PIN);
  await tabTo(page, '비밀번호 한 번 더');
  await page.keyboard.type(PIN);
  await page.keyboard.press('Enter');
  await titled(visitor, '선물을 받았어요', '');
  await visitor.leave();
});

test('another site can neither accept nor act as the holder, and no script reads the session', async () => {
  const phone = '010-7777-8888';
  const { link } = await aGift(phone);
  const visitor = await stage.visitor(VIEW_OF_ONE, 'management', { colorScheme: 'dark' });
  const { page, context, look } = visitor;
  await openGift(visitor, link);
  await look('gift-arrived-dark');
  const elsewhere = { 'sec-fetch-site': 'cross-site', origin: 'http://evil.example' };
  const form = (fields: Record<string, string>) => ({ headers: elsewhere, form: fields });
  const key = randomUUID();
  const forged = await context.request.post(`${link}/acceptance`, form({ key, pin: PIN, pin_again: PIN }));
  expect(forged.status()).toBe(403);
  await follow(visitor, '선물 받기', '');
  await touch(page, PIN + PIN);
  await press(visitor, '이 비밀번호로 받기', '');
  await follow(visitor, '잔액과 쓸 수 있는 곳 보기', '');
  await logInAtShop(visitor, phone, PIN);
  await follow(visitor, '바코드와 사용 내역 보기', '');
  await look('certificate-dark');
  expect(await page.evaluate('document.cookie')).toBe('');
  const holder = (await context.cookies()).find(({ name }) => name === 'holder');
  expect(holder).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/certificate' });
  const extended = await context.request.post(`${page.url()}/extension`, form({ key }));
  expect(extended.status()).toBe(403);
  const policy = (await context.request.get(link)).headers()['content-security-policy'];
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe-');
  await visitor.leave();
});
