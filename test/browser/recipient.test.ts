import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAnswer, textOf } from '../../bin/walkthrough/doors.ts';
import { buy, open, redeem } from '../../bin/walkthrough/gift.ts';
import {
  addCard,
  addTerminal,
  type Buyer,
  CARDS,
  enrolTerminal,
  logIn,
  Phone,
  type Terminal,
} from '../../bin/walkthrough/people.ts';
import { type System, startSystem } from '../system/system.ts';
import { aVisitor, PHONE, startBrowser, type View, type Visitor, viewsOf } from './browser.ts';
import { titled, touch } from './hands.ts';
import { tabTo } from './keyboard.ts';
import { codesIn, drawnCodes } from './prints.ts';

const PIN = '739258';
const NEW_PIN = '582947';
/** Every digit one more than the one before. */
const WEAK_PIN = '234567';
const MESSAGE = '생일 축하해요';
const SENDER = '김하늘';
/** One recipient a view, and whom they hand it over to. */
const PEOPLE: Record<string, { phone: string; other: string }> = {
  'phone ko': { phone: '010-9876-5432', other: '010-2222-0001' },
  'phone en': { phone: '010-3333-4444', other: '010-2222-0002' },
  'desktop ko': { phone: '010-4444-5555', other: '010-2222-0003' },
  'desktop en': { phone: '010-6666-7777', other: '010-2222-0004' },
};
/** For the tests that walk once. */
const PHONE_OF_ONE = '010-5555-6666';
const VIEW_OF_ONE: View = { size: 'phone', locale: 'ko' };

/** What a poor phone may have to fetch for the first view (issue of the pages, point 2). */
const FIRST_VIEW_BYTES_MAX = 60 * 1024;
/** What a server may send before it hears from the other side: ten segments (RFC 6928). One way there and back. */
const FIRST_FLIGHT_BYTES_MAX = 14 * 1024;

let system: System;
let browser: Browser;
let buyer: Buyer;
let card: string;
let terminal: Terminal;

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), startBrowser()]);
  buyer = await logIn(system.world);
  card = await addCard(buyer, CARDS.approved);
  terminal = await enrolTerminal(system.world, await addTerminal(system.world));
  await sellForAYear();
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

/** The demo's certificates are good for five years, beyond which none is prolonged. */
async function sellForAYear(): Promise<void> {
  const { management } = system.world;
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

type Sent = { orderId: string; link: string };

/** A gift for a number, and the link in the text message that came of it. */
async function aGift(phone: string): Promise<Sent> {
  const handset = new Phone(system.world.sandbox, phone);
  await handset.glance();
  const orderId = await buy(buyer, card, { phone }, { message: MESSAGE, card_design: 'birthday' });
  const [link = ''] = /https?:\S+/.exec(await handset.waitFor(/\/g\/offer_/)) ?? [];
  return { orderId, link };
}

const aRecipient = (view: View, more: Parameters<typeof aVisitor>[3] = {}) =>
  aVisitor(browser, view, system.stack.url('management'), more);

const press = ({ page, says }: Visitor, korean: string, english: string) =>
  page.getByRole('button', { name: says(korean, english), exact: true }).click();
const follow = ({ page, says }: Visitor, korean: string, english: string) =>
  page
    .getByRole('link', { name: says(korean, english) })
    .first()
    .click();

/** Opens the link; who reads English says so once. */
async function openGift(visitor: Visitor, link: string): Promise<void> {
  const { page, view } = visitor;
  await page.goto(link);
  if (view.locale === 'en' && (await page.getAttribute('html', 'lang')) === 'ko')
    await page.getByRole('button', { name: 'English' }).click();
  await titled(visitor, '선물이 도착했어요', 'A gift for you');
}

/** Everything that a page could have kept: what it shows, what stands in its fields, what it stored. */
const keptBy = (page: Page) =>
  page.evaluate<string>(`[
    document.documentElement.outerHTML, location.href, JSON.stringify({ ...localStorage }),
    JSON.stringify({ ...sessionStorage }), ...Array.from(document.querySelectorAll('input'), ({ value }) => value),
  ].join()`);

describe.each(viewsOf(PHONE))('the recipient, on a $size in $locale,', (view) => {
  const { phone, other } = PEOPLE[`${view.size} ${view.locale}`] ?? { phone: '', other: '' };

  test('accepts by the link, sees what is left, mends a forgotten PIN, extends and hands over; and refuses another', async () => {
    const visitor = await aRecipient(view);
    await accept(visitor, await aGift(phone));
    await useSome(phone);
    await seeCertificate(visitor, phone);
    await forgetPin(visitor, phone);
    await prolong(visitor);
    await handOver(visitor, other);
    await refuse(visitor, await aGift(phone));
    await visitor.leave();
  });
});

async function accept(visitor: Visitor, { link }: Sent): Promise<void> {
  const { page, says, look } = visitor;
  await openGift(visitor, link);
  for (const words of [SENDER, MESSAGE, says('50,000원', '₩50,000'), says('하늘상점', 'Haneul Store')])
    await page.getByText(words).first().waitFor();
  await page.locator('.art svg').waitFor();
  await look('gift-arrived');
  await follow(visitor, '선물 받기', 'Accept gift');
  await titled(visitor, '비밀번호를 정해 주세요', 'Choose a PIN');
  await look('gift-choose-pin');
  await touch(page, WEAK_PIN + WEAK_PIN);
  await press(visitor, '이 비밀번호로 받기', 'Accept with this PIN');
  const pin = page.locator('#pin');
  await page.locator('#pin-wrong').waitFor();
  expect(await pin.getAttribute('aria-describedby')).toBe('pin-wrong');
  expect(await pin.and(page.locator(':focus')).count()).toBe(1);
  expect(await keptBy(page)).not.toContain(WEAK_PIN);
  await look('gift-weak-pin');
  await touch(page, PIN + PIN);
  await press(visitor, '이 비밀번호로 받기', 'Accept with this PIN');
  await titled(visitor, '선물을 받았어요', 'Gift accepted');
  expect(await keptBy(page)).not.toContain(PIN);
  await look('gift-accepted');
  await page.goto(`${link}/accept`);
  await titled(visitor, '선물을 받았어요', 'Gift accepted');
  await follow(visitor, '잔액과 쓸 수 있는 곳 보기', 'See your balance');
}

/** At a till of the shop. */
async function useSome(phone: string): Promise<void> {
  expect(await redeem(terminal, await open(terminal, phone, PIN), 12_000)).toMatchObject({ status: 201 });
}

async function logInAtShop(visitor: Visitor, phone: string, pin: string): Promise<void> {
  const { page } = visitor;
  await page.locator('#phone').fill(phone);
  await page.locator('#pin').focus();
  await touch(page, pin);
  await press(visitor, '열기', 'Open');
}

async function seeCertificate(visitor: Visitor, phone: string): Promise<void> {
  const { page, says, look } = visitor;
  await titled(visitor, '하늘상점 상품권 보기', 'View your Haneul Store gift certificate');
  await look('certificate-log-in');
  await logInAtShop(visitor, phone, NEW_PIN);
  await page.locator('.notice').waitFor();
  expect(await page.locator('#phone').inputValue()).toBe(phone);
  expect(await keptBy(page)).not.toContain(NEW_PIN);
  await look('certificate-log-in-wrong');
  await logInAtShop(visitor, phone, PIN);
  await titled(visitor, '내 상품권', 'Your gift certificate');
  await page.getByText(says('38,000원', '₩38,000')).waitFor();
  await look('certificate-list');
  await follow(visitor, '바코드와 사용 내역 보기', 'Barcode, history and more');
  await page.getByText(says('−12,000원', '−₩12,000')).waitFor();
  for (const store of [
    says('하늘상점 종로점', 'Haneul Store Jongno'),
    says('하늘상점 부산점', 'Haneul Store Busan'),
  ])
    await page.getByText(store).first().waitFor();
  expect(await page.locator('.code').count()).toBe(0);
  expect(await page.content()).not.toMatch(/[0-9]{16}/);
  await look('certificate');

  await follow(visitor, '바코드 보기', 'Show barcode');
  await titled(visitor, '계산대에서 보여 주세요', 'Show this at the till');
  const number = (await page.locator('.number').textContent())?.replaceAll(' ', '');
  expect(number).toMatch(/^[0-9]{16}$/);
  expect((await drawnCodes(page)).flatMap(codesIn)).toEqual([number, number]);
  await look('certificate-code');
  await follow(visitor, '돌아가기', 'Go back');
  await press(visitor, '닫기', 'Close');
  await titled(visitor, '하늘상점 상품권 보기', 'View your Haneul Store gift certificate');
}

async function forgetPin(visitor: Visitor, phone: string): Promise<void> {
  const { page, look } = visitor;
  await follow(visitor, '비밀번호를 잊었거나 잠겼어요', 'Forgot your PIN, or it’s locked?');
  await titled(visitor, '휴대전화로 인증번호를 보내 드려요', 'We’ll send a code to your phone');
  await look('certificate-forgotten');
  const handset = new Phone(system.world.sandbox, phone);
  await handset.glance();
  await page.locator('#phone').fill(phone);
  await press(visitor, '인증번호 받기', 'Send code');
  await titled(visitor, '인증번호를 입력해 주세요', 'Enter the code');
  await look('certificate-new-pin');
  const [code = ''] = /\b[0-9]{6}\b/.exec(await handset.waitFor(/\b[0-9]{6}\b/)) ?? [];
  await page.locator('#code').fill(code);
  await page.locator('#pin').focus();
  await touch(page, NEW_PIN + NEW_PIN);
  await press(visitor, '새 비밀번호로 바꾸기', 'Save new PIN');
  await titled(visitor, '비밀번호를 바꿨어요', 'New PIN saved');
  expect(await keptBy(page)).not.toContain(NEW_PIN);
  await look('certificate-pin-saved');
  await follow(visitor, '내 상품권', 'Your gift certificate');
  await logInAtShop(visitor, phone, NEW_PIN);
  await titled(visitor, '내 상품권', 'Your gift certificate');
}

async function prolong(visitor: Visitor): Promise<void> {
  const { page, says, look } = visitor;
  await follow(visitor, '바코드와 사용 내역 보기', 'Barcode, history and more');
  const expiry = page.getByText(says('까지 쓸 수 있어요', 'Valid until'));
  const before = await expiry.textContent();
  await page.getByRole('button', { name: says('까지 연장하기', 'Extend to') }).click();
  await page.locator('dt', { hasText: says('유효기간 연장', 'Extended') }).waitFor();
  expect(await expiry.textContent()).not.toBe(before);
  await look('certificate-prolonged');
}

async function handOver(visitor: Visitor, other: string): Promise<void> {
  const { page, says, look } = visitor;
  await follow(visitor, '다른 분께 양도하기', 'Hand over to someone else');
  await page.locator('#phone').fill('010-12');
  await press(visitor, '인증번호 보내기', 'Send code');
  await page.locator('#phone-wrong').waitFor();
  expect(await page.locator('#phone').inputValue()).toBe('010-12');
  await look('certificate-hand-over-wrong');
  const handset = new Phone(system.world.sandbox, other);
  await handset.glance();
  await page.locator('#phone').fill(other);
  await press(visitor, '인증번호 보내기', 'Send code');
  await titled(visitor, '받는 분께 문자를 보냈어요', 'Text message sent');
  await look('certificate-hand-over');
  const text = await handset.waitFor(/\/certificate\/taking/);
  const [link = ''] = /https?:\S+/.exec(text) ?? [];
  const [code = ''] = /\b[0-9]{6}\b/.exec(text) ?? [];

  const taker = await aVisitor(browser, visitor.view, system.stack.url('shop'));
  await taker.page.goto(link);
  await titled(taker, '양도받기', 'Take a certificate handed over to you');
  await taker.page.locator('#phone').fill(other);
  await taker.page.locator('#code').fill(code);
  await taker.page.locator('#name').fill('이보람');
  await taker.page.locator('#pin').focus();
  await touch(taker.page, WEAK_PIN + WEAK_PIN);
  await press(taker, '상품권 받기', 'Take certificate');
  await taker.page.locator('#pin-wrong').waitFor();
  expect(await taker.page.locator('#name').inputValue()).toBe('이보람');
  await taker.look('certificate-take');
  await taker.page.locator('#pin').focus();
  await touch(taker.page, PIN + PIN);
  await press(taker, '상품권 받기', 'Take certificate');
  await titled(taker, '상품권을 받았어요', 'The certificate is yours');
  await follow(taker, '내 상품권', 'Your gift certificate');
  await logInAtShop(taker, other, PIN);
  await taker.page.getByText(says('38,000원', '₩38,000')).waitFor();
  await taker.leave();

  await follow(visitor, '내 상품권', 'Your gift certificate');
  expect(await page.getByText(says('38,000원', '₩38,000')).count()).toBe(0);
}

async function refuse(visitor: Visitor, { orderId, link }: Sent): Promise<void> {
  const { page, says, look } = visitor;
  await openGift(visitor, link);
  await follow(visitor, '거절하기', 'Refuse');
  await titled(visitor, '선물을 거절할까요?', 'Refuse this gift?');
  await look('gift-refuse');
  const word = says('마음만 받을게요', 'That is kind, but no');
  await page.locator('#word').fill(word);
  await press(visitor, '네, 거절할게요', 'Yes, refuse it');
  await titled(visitor, '선물을 거절했어요', 'Gift refused');
  await look('gift-refused');
  const told = await buyer.door.get(`/v1/orders/${orderId}`);
  expect(JSON.stringify(told.body)).toContain(word);
}

test('everything works where no script runs', async () => {
  const visitor = await aRecipient(VIEW_OF_ONE, { javaScriptEnabled: false });
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

test('the first view is small, comes in one flight, waits for nothing else and does not move', async () => {
  const { link } = await aGift(PHONE_OF_ONE);
  const visitor = await aRecipient(VIEW_OF_ONE);
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
  // The script, which comes after the page is painted.
  expect(later.map(({ url }) => new URL(url).origin)).toEqual([new URL(link).origin]);
  const blocking = await page.evaluate<string[]>(
    "performance.getEntriesByType('resource').map(({ renderBlockingStatus }) => renderBlockingStatus)",
  );
  expect(blocking).toEqual(['non-blocking']);
  expect(await page.evaluate('globalThis.moved')).toBe(0);
  await visitor.leave();
});

test('the keyboard alone accepts', async () => {
  const { link } = await aGift(PHONE_OF_ONE);
  const visitor = await aRecipient({ size: 'desktop', locale: 'ko' });
  const { page } = visitor;
  await openGift(visitor, link);
  await tabTo(page, '선물 받기');
  await page.keyboard.press('Enter');
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
  const visitor = await aRecipient(VIEW_OF_ONE, { colorScheme: 'dark' });
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
