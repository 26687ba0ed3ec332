import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Door, expectAnswer, textOf } from '../../bin/walkthrough/doors.ts';
import { acceptByLink, buy } from '../../bin/walkthrough/gift.ts';
import { addCard, type Buyer, CARDS, logIn, Phone } from '../../bin/walkthrough/people.ts';
import { type System, startSystem } from '../system/system.ts';
import { aVisitor, PATIENCE_MS, PHONE, startBrowser, type View, type Visitor, viewsOf } from './browser.ts';
import { answer, press, titled, touch } from './hands.ts';
import { codesIn, keepPrints, plugPrinterIn, printsOf, rasterOf } from './prints.ts';

const PIN = '739258';
const STORE_ID = '01980000-0000-7000-8000-000000000101';
const OWNER = { login: 'haneul-owner', password: 'owner-demo-2026' };
const STAFF = { login: 'haneul-clerk', password: 'clerk-demo-2026' };
const MEMBER = { number: '2985091195', phonePin: '739258' };
const PHONES: Record<string, string> = {
  'phone ko': '010-9876-5432',
  'phone en': '010-3333-4444',
  'desktop ko': '010-4444-5555',
  'desktop en': '010-5555-6666',
};

/** What comes by itself comes in a moment; a loaded machine's is longer. */
const WAIT = { timeout: PATIENCE_MS / 4 };

let system: System;
let browser: Browser;
let buyer: Buyer;
let card: string;
let office: Door;

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), startBrowser()]);
  buyer = await logIn(system.world);
  card = await addCard(buyer, CARDS.approved);
  const { shop } = system.world;
  const session = await shop.post('/v1/office/sessions', OWNER);
  office = shop.with(textOf(expectAnswer('the office', session, 201).body, 'session_token'));
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

/** A code of the office's, for a terminal of its own. */
async function anEnrolmentCode(): Promise<string> {
  const made = await office.post('/v1/office/terminals', { store_id: STORE_ID, name: '종로 2번 단말기' });
  const path = `/v1/office/terminals/${textOf(made.body, 'terminal_id')}/enrolment-codes`;
  return textOf(expectAnswer('an enrolment code', await office.post(path), 201).body, 'enrolment_code');
}

async function aGift(phone: string, amount_minor: number): Promise<void> {
  const handset = new Phone(system.world.sandbox, phone);
  await handset.glance();
  await buy(buyer, card, { phone }, { amount_minor });
  await acceptByLink(system.world, handset, PIN);
}

function phoneOf({ size, locale }: View): string {
  return PHONES[`${size} ${locale}`] ?? '';
}

const digitsOf = (text: string) => text.replace(/\D/g, '');

async function enrol(visitor: Visitor): Promise<void> {
  await visitor.page.goto('/terminal');
  await titled(visitor, '등록 코드를 눌러 주세요', 'Enter the enrolment code');
  await answer(visitor, await anEnrolmentCode());
  await titled(visitor, '무엇을 도와드릴까요?', 'What would you like to do?');
}

/** Before a terminal at which nobody is gone so long that it forgets: a busy machine takes minutes over a walk. */
async function atTerminal(view: View): Promise<Visitor> {
  const visitor = await aVisitor(browser, view, system.stack.url('shop'));
  await visitor.page.addInitScript(`{
    const after = setTimeout;
    globalThis.setTimeout = (act, ms, ...rest) => after(act, ms >= 60_000 ? 2 ** 31 - 1 : ms, ...rest);
  }`);
  return visitor;
}

async function anEnrolled(view: View, before?: (visitor: Visitor) => Promise<void>): Promise<Visitor> {
  const visitor = await atTerminal(view);
  await before?.(visitor);
  await enrol(visitor);
  return visitor;
}

async function enterStaff(visitor: Visitor): Promise<void> {
  const { page, says } = visitor;
  await press(visitor, '직원 화면', 'Staff');
  await page.getByLabel(says('아이디', 'Login'), { exact: true }).fill(STAFF.login);
  await page.getByLabel(says('비밀번호', 'Password'), { exact: true }).fill(STAFF.password);
  await press(visitor, '잠금 풀기', 'Unlock');
  await titled(visitor, '직원 화면', 'Staff');
}

/** A sale up to the moment before the certificates are used. */
async function ringUp(visitor: Visitor, amount: string): Promise<void> {
  await press(visitor, '상품권 사용', 'Redeem a certificate');
  await answer(visitor, amount);
  await answer(visitor, digitsOf(phoneOf(visitor.view)));
  await answer(visitor, PIN);
  await titled(visitor, '어느 상품권을 쓸까요?', 'Which certificates?');
}

describe.each(viewsOf(PHONE))('at the terminal, on a $size in $locale', (view) => {
  test('a recipient gets the gift, a clerk takes it and gives a part back, a member buys one', async () => {
    const phone = phoneOf(view);
    await aGift(phone, 50_000);
    await aGift(phone, 30_000);
    const visitor = await atTerminal(view);
    await keepPrints(visitor.page);
    await visitor.page.goto('/terminal');
    await titled(visitor, '등록 코드를 눌러 주세요', 'Enter the enrolment code');
    await visitor.look('terminal-enrol');
    await enrol(visitor);
    await visitor.look('terminal-welcome');
    await receive(visitor, phone);
    await enterStaff(visitor);
    await visitor.look('terminal-staff');
    await takeAndReverse(visitor);
    await press(visitor, '잠그기', 'Lock');
    await buyAtTheStore(visitor);
    await visitor.leave();
  });
});

async function receive(visitor: Visitor, phone: string): Promise<void> {
  const { page, says, look } = visitor;
  await press(visitor, '받은 선물 찾기', 'Find my gift');
  await touch(page, digitsOf(phone));
  await look('terminal-phone');
  await page.locator('.pad .key-done').click();
  await answer(visitor, '111222');
  await page.locator('.refused').waitFor();
  await touch(page, PIN);
  expect(await page.content()).not.toContain(PIN);
  await look('terminal-pin');
  await page.locator('.pad .key-done').click();
  await titled(visitor, '어느 상품권인가요?', 'Which one?');
  await look('terminal-found');
  await page
    .getByRole('button', { name: says('50,000원', '₩50,000') })
    .first()
    .click();
  await titled(visitor, '어떻게 받으시겠어요?', 'How would you like it?');
  await look('terminal-how');

  await press(visitor, '종이로 받기', 'On paper');
  await titled(visitor, '상품권을 가져가세요', 'Take your certificate');
  const [print] = await printsOf(page);
  const codes = codesIn(print);
  expect(codes).toEqual([expect.stringMatching(/^[0-9]{16}$/), expect.stringMatching(/^[0-9]{16}$/)]);
  expect(codes[0]).toBe(codes[1]);
  await look('terminal-printed');

  await press(visitor, '다른 방법으로 받기', 'Another way');
  await press(visitor, '화면으로 보기', 'On this screen');
  await page.getByText(codes[0]?.replace(/(.{4})(?=.)/g, '$1 ') ?? '').waitFor();
  await look('terminal-shown');

  const handset = new Phone(system.world.sandbox, phone);
  await handset.glance();
  await press(visitor, '다른 방법으로 받기', 'Another way');
  await press(visitor, '휴대전화로 받기', 'On my phone');
  await titled(visitor, '휴대전화로 보냈어요', 'Sent to your phone');
  const text = await handset.waitFor(/\/certificate$/);
  expect(digitsOf(text)).not.toContain(codes[0]);
  await look('terminal-sent');
  await press(visitor, '완료', 'Done');
}

async function takeAndReverse(visitor: Visitor): Promise<void> {
  const { page, says, look } = visitor;
  await ringUp(visitor, '60000');
  await look('terminal-share');
  await press(visitor, '60,000원 사용', 'Redeem ₩60,000');
  await titled(visitor, '60,000원 사용 완료', '₩60,000 redeemed');
  await look('terminal-used');
  await press(visitor, '영수증 인쇄', 'Print receipt');
  await expect.poll(() => page.evaluate('globalThis.prints.length > 1'), WAIT).toBe(true);
  const [, receipt] = await printsOf(page);
  const [saleReference = ''] = codesIn(receipt);
  expect(saleReference).toMatch(/^[0-9]{6}-[2-9A-Z]{7}$/);
  await press(visitor, '확인', 'OK');

  await press(visitor, '사용 내역과 취소', 'Redemptions and reversals');
  await look('terminal-uses');
  // As a hand scanner types it.
  await page.getByLabel(says('영수증 번호', 'Receipt number')).focus();
  await page.keyboard.type(saleReference.toLowerCase());
  await page.keyboard.press('Enter');
  await page
    .getByRole('heading', {
      name: says(`판매 ${saleReference}의 사용`, `Redemptions of sale ${saleReference}`),
    })
    .waitFor();
  await page.getByRole('button', { name: new RegExp(`^${says('취소', 'Reverse')}, .*50,000`) }).click();
  await press(visitor, '일부만', 'Partial amount');
  await answer(visitor, '20000');
  await look('terminal-reverse');
  await press(visitor, '20,000원 사용 취소', 'Reverse ₩20,000');
  await titled(visitor, '20,000원 사용 취소 완료', '₩20,000 reversed');
  await press(visitor, '확인', 'OK');

  await press(visitor, '오늘 집계', 'Today');
  await page.getByText(says('40,000원', '₩40,000')).waitFor();
  await look('terminal-report');
  await press(visitor, '뒤로', 'Back');
  await press(visitor, '프린터와 화면', 'Printer and screen');
  await look('terminal-printer');
}

async function buyAtTheStore(visitor: Visitor): Promise<void> {
  const { page, says, look } = visitor;
  await press(visitor, '선물 보내기', 'Send a gift');
  await answer(visitor, MEMBER.number);
  await answer(visitor, MEMBER.phonePin);
  await titled(visitor, '얼마를 선물할까요?', 'How much would you like to give?');
  await look('terminal-amount');
  await page.getByRole('button', { name: says('10,000원', '₩10,000'), exact: true }).click();
  await titled(visitor, '어느 카드로 결제할까요?', 'Which card do you want to use?');
  await look('terminal-card');
  await page.getByRole('button', { name: /4242/ }).first().click();
  await titled(visitor, '누구에게 보낼까요?', 'Who is it for?');
  await answer(visitor, '01010102020');
  await page.locator('.refused').waitFor();
  for (let digit = 0; digit < 11; digit++) await page.keyboard.press('Backspace');
  await answer(visitor, '01077778888');
  await page.getByText('E*** C****').waitFor();
  await look('terminal-read-back');
  await press(visitor, '네, 맞아요', 'Yes, that’s right');
  await titled(visitor, '선물을 보냈어요', 'Your gift is on its way');
  await look('terminal-bought');
  await press(visitor, '확인', 'OK');
}

describe('the device', () => {
  test('keeps a key that nobody can take out, and works by keyboard alone', async () => {
    const visitor = await anEnrolled(PHONE);
    const { page } = visitor;
    const kept = await page.evaluate<{ extractable: boolean; taken: string }>(READ_KEY);
    expect(kept).toEqual({ extractable: false, taken: 'InvalidAccessError' });

    await page.getByRole('button', { name: '받은 선물 찾기' }).focus();
    await page.keyboard.press('Enter');
    await titled(visitor, '휴대전화 번호를 눌러 주세요', '');
    await page.keyboard.type(digitsOf(phoneOf(PHONE)));
    await page.getByText(phoneOf(PHONE)).waitFor();
    await page.keyboard.press('Enter');
    await titled(visitor, '비밀번호를 눌러 주세요', '');
    await page.keyboard.type(PIN);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /어느 상품권인가요|어떻게 받으시겠어요/ }).waitFor();
    await visitor.leave();
  });

  test('prints on a receipt printer as dots', async () => {
    const visitor = await anEnrolled(PHONE, ({ page }) => plugPrinterIn(page));
    await enterStaff(visitor);
    await press(visitor, '프린터와 화면', '');
    await visitor.page.getByText('연결됨: 시험 프린터').waitFor();
    await press(visitor, '시험 인쇄', '');
    await expect.poll(() => visitor.page.evaluate('globalThis.printed.length > 0'), WAIT).toBe(true);
    const bytes = await visitor.page.evaluate<number[]>('globalThis.printed');
    expect(codesIn(rasterOf(bytes))).toEqual(['0000000000000000', '0000000000000000']);
    await visitor.leave();
  });

  test('forgets what was typed after a minute, and locks staff out after three', async () => {
    const visitor = await aVisitor(browser, PHONE, system.stack.url('shop'));
    const { page, context } = visitor;
    await page.clock.install();
    await enrol(visitor);
    await press(visitor, '받은 선물 찾기', '');
    await touch(page, '0109876');
    await page.clock.runFor(61_000);
    await titled(visitor, '무엇을 도와드릴까요?', '');
    await press(visitor, '받은 선물 찾기', '');
    expect(await page.locator('.typed').textContent()).not.toContain('010');
    await press(visitor, '처음으로', '');

    await enterStaff(visitor);
    const staffCookies = async () =>
      (await context.cookies()).filter(({ name }) => name.startsWith('staff_')).length;
    expect(await staffCookies()).toBe(1);
    await page.clock.runFor(181_000);
    await titled(visitor, '무엇을 도와드릴까요?', '');
    await expect.poll(staffCookies, WAIT).toBe(0);
    await visitor.leave();
  });

  test('says that the line is down, begins nothing then, and opens all the same', async () => {
    const visitor = await anEnrolled(PHONE);
    const { page, context } = visitor;
    await expect.poll(() => page.evaluate('navigator.serviceWorker.controller !== null'), WAIT).toBe(true);
    await expect.poll(() => page.evaluate(HAS_LETTERS), WAIT).toBe(true);
    await expect.poll(() => page.evaluate(KEEPS_ALL), WAIT).toBe(true);
    await page.reload();
    await titled(visitor, '무엇을 도와드릴까요?', '');
    await context.setOffline(true);
    await page.getByText('서버에 연결할 수 없어요').waitFor();
    const find = page.getByRole('button', { name: '받은 선물 찾기' });
    await expect.poll(() => find.isDisabled(), WAIT).toBe(true);
    await visitor.look('terminal-line-down');
    await page.reload();
    await page.getByText('서버에 연결할 수 없어요').waitFor();
    await expect.poll(() => page.evaluate(HAS_LETTERS), WAIT).toBe(true);
    const kept = await page.evaluate<string[]>(
      "caches.open('terminal-shell').then((shell) => shell.keys()).then((names) => names.map(({ url }) => new URL(url).pathname))",
    );
    expect(kept.filter((path) => path !== '/terminal' && !path.startsWith('/assets/'))).toEqual([]);
    await context.setOffline(false);
    await titled(visitor, '무엇을 도와드릴까요?', '');
    await context.close();
  });

  test('asks again about a sale that was not answered, over a reload, and it was made once', async () => {
    const phone = '010-7777-8888';
    await aGift(phone, 40_000);
    const visitor = await anEnrolled(PHONE);
    const { page, context } = visitor;
    await enterStaff(visitor);
    await press(visitor, '상품권 받기', '');
    await answer(visitor, '15000');
    await answer(visitor, digitsOf(phone));
    await answer(visitor, PIN);
    let asked = 0;
    await context.route('**/v1/redemptions', async (route) => {
      asked += 1;
      // The sale is made, and its answer is lost.
      await route.fetch();
      // A page that was left meanwhile waits for no answer.
      await route.abort().catch(() => {});
    });
    await press(visitor, '15,000원 사용', '');
    await titled(visitor, '확인 중', '');
    await page.getByText('2회 시도').waitFor();
    await visitor.look('terminal-settling');
    expect(await page.locator('main').getByRole('button').count()).toBe(0);
    expect(JSON.stringify(await page.evaluate(READ_PENDING))).not.toContain(PIN);
    await page.reload();
    await titled(visitor, '확인 중', '');
    expect(asked).toBeGreaterThan(1);
    await context.unroute('**/v1/redemptions');
    await titled(visitor, '15,000원 사용 완료', '');
    await press(visitor, '확인', '');
    await titled(visitor, '무엇을 도와드릴까요?', '');

    const { body } = await system.world.shop.post('/v1/balances', { phone, pin: PIN });
    expect(body.certificates).toMatchObject([{ balance_minor: 25_000 }]);
    await context.close();
  });

  test('a locked PIN is opened by a code to the phone', async () => {
    const phone = '010-7777-8888';
    const visitor = await anEnrolled(PHONE);
    const { page } = visitor;
    await press(visitor, '받은 선물 찾기', '');
    await answer(visitor, digitsOf(phone));
    await press(visitor, '비밀번호를 잊었거나 잠겼어요', '');
    await visitor.look('terminal-code-ask');
    const handset = new Phone(system.world.sandbox, phone);
    await handset.glance();
    await press(visitor, '인증번호 받기', '');
    const [, code = ''] = /([0-9]{6})/.exec(await handset.waitFor(/인증번호 [0-9]{6}/)) ?? [];
    await answer(visitor, code);
    await answer(visitor, '123456');
    await answer(visitor, '123456');
    await page.locator('.refused').waitFor();
    await visitor.look('terminal-new-pin');
    await answer(visitor, '582947');
    await answer(visitor, '582947');
    await titled(visitor, '어떻게 받으시겠어요?', '');
    await visitor.leave();
  });
});

/** A page that needs a letter of a font's file which it can't fetch shows it in another font, or as a box. */
const HAS_LETTERS = `document.fonts.check('1em "Pretendard Variable"', '서버에 연결할 수 없어요')`;
const KEEPS_ALL = `Promise.all(performance.getEntriesByType('resource')
  .filter(({ name }) => new URL(name).pathname.startsWith('/assets/'))
  .map(({ name }) => caches.match(name))).then((kept) => kept.length > 2 && kept.every(Boolean))`;

const OPEN = `new Promise((opened) => {
  const request = indexedDB.open('seonmul-terminal');
  request.onsuccess = () => opened(request.result);
})`;
const read = (name: string) => `${OPEN}.then((database) => new Promise((got) => {
  const request = database.transaction('kept').objectStore('kept').get('${name}');
  request.onsuccess = () => got(request.result);
}))`;
const READ_KEY = `${read('device')}.then(({ private_key }) => crypto.subtle.exportKey('pkcs8', private_key).then(
  () => ({ extractable: private_key.extractable, taken: 'yes' }),
  ({ name }) => ({ extractable: private_key.extractable, taken: name })))`;
const READ_PENDING = read('pending');
