import { Client } from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../../bin/walkthrough/doors.ts';
import { acceptByLink, buy, open, redeem, waitForState } from '../../bin/walkthrough/gift.ts';
import {
  addCard,
  addTerminal,
  CARDS,
  CAST,
  enrolTerminal,
  logIn,
  Phone,
} from '../../bin/walkthrough/people.ts';
import { type System, startSystem } from '../system/system.ts';
import { aVisitor, DESK, PATIENCE_MS, startBrowser, type Visitor, viewsOf } from './browser.ts';
import { tabTo } from './keyboard.ts';

const PIN = '739258';
const BUYER_NUMBER = '2985091195';

let system: System;
let browser: Browser;
let database: Client;
/** A gift that was used in part, one that was taken back, and one that waits for its answer. */
let used: string;
let back: string;
let waiting: string;

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), startBrowser()]);
  database = new Client({ connectionString: system.stack.databases.get('management')?.ownerDatabaseUrl });
  await database.connect();
  const { world } = system;
  const buyer = await logIn(world);
  const card = await addCard(buyer, CARDS.approved);
  const phone = new Phone(world.sandbox, CAST.memberOfShop.phone);
  used = await buy(buyer, card, { phone: CAST.memberOfShop.phone });
  await acceptByLink(world, phone, PIN);
  const terminal = await enrolTerminal(world, await addTerminal(world));
  const opened = await open(terminal, CAST.memberOfShop.phone, PIN);
  expect(await redeem(terminal, opened, 20_000)).toMatchObject({ status: 201 });
  back = await buy(buyer, card, { phone: CAST.atCarrierOnly.phone });
  await buyer.door.post(`/v1/orders/${back}/cancellation`);
  await waitForState(buyer, back, 'refunded');
  waiting = await buy(buyer, card, { phone: CAST.another.phone });
  await eventually('the notice of the use', async () => {
    const told = await database.query('select 1 from certificate_uses where order_id = $1', [used]);
    return told.rowCount === 1 ? true : undefined;
  });
});
afterAll(async () => {
  await browser?.close();
  await database?.end();
  await system?.stop();
});

const aVisitorOf = (view: Visitor['view']) => aVisitor(browser, view, system.stack.url('management'));

async function enter({ page, says }: Visitor, login: string): Promise<void> {
  await page.getByLabel(says('아이디', 'Login'), { exact: true }).fill(login);
  await page.getByLabel(says('비밀번호', 'Password'), { exact: true }).fill(`${login}-demo-2026`);
  await page.getByRole('button', { name: says('로그인', 'Log in'), exact: true }).click();
  await heading(page, says('현황', 'Overview'));
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

/** The recipient's message was refused for good. */
async function failMessage(orderId: string): Promise<void> {
  await database.query(
    `update messages set state = 'failed', problem = 'refused_by_provider', vars_sealed = null
     where subject_id = $1 and kind = 'recipient.gift_arrived'`,
    [orderId],
  );
  await database.query(`delete from rate_limits where key like 'resend_by_order:%'`);
}

describe.each(viewsOf(DESK))('the operator, on a $size in $locale,', (view) => {
  test('sees how things stand, follows a gift, pushes what is stuck, and keeps shops and limits', async () => {
    const visitor = await aVisitorOf(view);
    const { page, says, look } = visitor;
    await page.goto('/console');
    await page.getByLabel(says('아이디', 'Login'), { exact: true }).fill('operator');
    await page.getByLabel(says('비밀번호', 'Password'), { exact: true }).fill('not-this-one');
    await page.getByRole('button', { name: says('로그인', 'Log in'), exact: true }).click();
    await page.getByText(says('아이디나 비밀번호가 맞지 않아요.', 'Wrong login or password.')).waitFor();
    await look('console-log-in');
    await enter(visitor, 'operator');

    // The numbers renew themselves.
    const asOf = page.getByText(says('5초마다 갱신', 'updated every 5 seconds'));
    const first = await asOf.textContent();
    await page.getByText(says('장부가 맞아요.', 'The books balance.')).waitFor();
    await look('console-live');
    await expect.poll(() => asOf.textContent(), { timeout: PATIENCE_MS / 4 }).not.toBe(first);

    await findAndFollow(visitor);
    await pushStuck(visitor);
    await seeMoney(visitor);
    await keepShops(visitor);
    await liftLimit(visitor);

    await page.goto('/console/people');
    await page.getByText('support', { exact: true }).waitFor();
    await look('console-people');
    await page.goto('/console/audit');
    await page.getByText(says('한도 초기화', 'Reset a limit'), { exact: true }).first().waitFor();
    await look('console-audit');
    await visitor.leave();
  });
});

async function findAndFollow({ page, says, look }: Visitor): Promise<void> {
  const field = page.getByLabel(says('선물 찾기', 'Find a gift'));
  await field.fill('12');
  await page.getByRole('button', { name: says('검색', 'Search'), exact: true }).click();
  await page.getByText(says('4자 이상 입력해 주세요.', 'Enter at least 4 characters.')).waitFor();
  await field.fill('010-1010-2020');
  await page.getByRole('button', { name: says('검색', 'Search'), exact: true }).click();
  await page.getByText('010-1010-2020').waitFor();
  await look('console-found-none');
  await field.fill(CAST.memberOfShop.phone);
  await field.press('Enter');
  await page.getByText(CAST.memberOfShop.masked).first().waitFor();
  await look('console-found');

  await page.goto(`/console/gifts/${used}`);
  await page.getByText(says('상점 통지: 사용', 'Shop notice: redeemed'), { exact: true }).waitFor();
  await page.getByText(says('30,000원', '₩30,000')).first().waitFor();
  await look('console-gift');
  const use = says('상점 통지: 사용', 'Shop notice: redeemed');
  await page.getByRole('button', { name: use, expanded: false }).click();
  await page.getByText(says('묶음', 'Batch'), { exact: true }).waitFor();
  await page.getByRole('button', { name: says(`서명된 메시지: ${use}`, `Signed message: ${use}`) }).click();
  await page.getByText(says('유효한 서명이에요', 'Valid signature'), { exact: true }).waitFor();
  await look('console-evidence');
  await page.keyboard.press('Escape');
  await page.getByText(says('메시지', 'Messages'), { exact: true }).click();
  await page.getByText(says('받는 분께: 선물 도착', 'To recipient: gift received')).waitFor();
  expect(await page.getByText(use, { exact: true }).count()).toBe(0);
}

async function pushStuck({ page, says, look }: Visitor): Promise<void> {
  await failMessage(waiting);
  await page.goto('/console/stuck');
  await page.getByText(says('메시지를 전달하지 못했어요.', 'A message was not delivered.')).waitFor();
  await look('console-stuck');
  await page.goto(`/console/gifts/${waiting}`);
  await page.getByText(says('멈춘 주문이에요', 'This order is stuck')).waitFor();
  await look('console-gift-stuck');
  await page.getByRole('button', { name: says('재시도', 'Retry') }).click();
  await page.getByText(says('재시도했어요.', 'Retried.')).waitFor();
  await page.getByText(says('받는 분께 다시 알림', 'Reminder sent to recipient')).last().waitFor();
  expect(await page.getByText(says('멈춘 주문이에요', 'This order is stuck')).count()).toBe(0);
  await page.goto('/console/stuck');
  await page.getByText(says('멈춘 주문이 없어요', 'No stuck orders')).waitFor();
  await look('console-stuck-none');
}

async function seeMoney({ page, says, look }: Visitor): Promise<void> {
  await page.goto('/console/refunds');
  await page.getByText(says('구매자가 취소', 'Cancelled by buyer')).waitFor();
  await look('console-refunds');
  await page.goto('/console/payouts');
  await page.getByRole('heading', { name: says('지급 예정', 'Due') }).waitFor();
  const payNow = page.getByRole('button', { name: says('지금 지급', 'now') });
  await page.getByText(says('자동 지급', 'Next automatic payout')).first().waitFor();
  // What was used is paid once: by the first who looks, or by the day's own payout before that.
  if ((await payNow.count()) > 0) {
    await payNow.first().click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: says('지금 지급', 'Pay out now') })
      .click();
    await page.getByText(says('지급했어요.', 'Paid ')).first().waitFor();
  }
  await page.getByText(says('19,500원', '₩19,500')).first().waitFor();
  await look('console-payouts');
}

async function keepShops({ page, says, look, view }: Visitor): Promise<void> {
  await page.goto('/console/shops');
  await page.getByText(says('하늘상점', 'Haneul Store'), { exact: true }).first().waitFor();
  await look('console-shops');
  await page.getByRole('link', { name: says('상점 등록', 'Add a shop') }).click();
  await heading(page, says('상점 등록', 'Add a shop'));
  await look('console-shop-new');

  await page.goto('/console/shops/haneul');
  const most = page.getByLabel(says('최대 금액', 'Maximum amount'));
  await most.fill('500');
  const save = page.getByRole('button', { name: says('변경 저장', 'Save changes') });
  await save.click();
  await page.getByText(says('최소 금액보다 작아요.', 'This is below the minimum amount.')).waitFor();
  expect(await most.inputValue()).toBe('500');
  expect(await page.evaluate('document.activeElement.value')).toBe('500');
  await look('console-shop-wrong');
  await most.fill('1000000');
  const commission = page.getByLabel(says('수수료(%)', 'Commission (%)'));
  await commission.fill('101');
  await save.click();
  await page.getByText(says('100 이하여야 해요.', 'Must be 100 or less.')).waitFor();
  // Another in each view: what is as it was can't be saved.
  await commission.fill(`${view.locale === 'ko' ? '2' : '3'}.${view.size === 'phone' ? '75' : '5'}`);
  await save.click();
  await page.getByText(says('조건을 저장했어요.', 'Terms of')).waitFor();
}

async function liftLimit({ page, says, look }: Visitor): Promise<void> {
  const wrong = { member_number: BUYER_NUMBER, password: 'not-this-one' };
  for (let attempt = 0; attempt < 10; attempt++) await system.world.management.post('/v1/sessions', wrong);
  expect(await system.world.management.post('/v1/sessions', wrong)).toMatchObject({ status: 429 });
  await page.goto('/console/limits');
  await page.getByLabel(says('회원번호, 전화번호', 'Member number, phone')).fill('010-1234-5678');
  await page.getByRole('button', { name: says('조회', 'Look up'), exact: true }).click();
  await page.getByText(says('동안 차단', 'Blocked for')).waitFor();
  await look('console-limits');
  const what = says('회원별 로그인', 'Logins per member');
  await page.getByRole('button', { name: says(`초기화: ${what}`, `Reset: ${what}`) }).click();
  await page.getByText(says('한도를 초기화했어요', 'Limit reset')).waitFor();
  expect(await system.world.management.post('/v1/sessions', wrong)).toMatchObject({ status: 401 });
}

test('the keyboard alone leads from the log-in to the signed message behind a step', async () => {
  const visitor = await aVisitorOf({ size: 'desktop', locale: 'en' });
  const { page } = visitor;
  await page.goto('/console');
  await page.getByLabel('Login', { exact: true }).waitFor();
  await tabTo(page, 'Login');
  await page.keyboard.type('operator');
  await tabTo(page, 'Password');
  await page.keyboard.type('operator-demo-2026');
  await page.keyboard.press('Enter');
  await heading(page, 'Now');
  await tabTo(page, 'Find a gift');
  await page.keyboard.type(used);
  await page.keyboard.press('Enter');
  await page.getByText(CAST.memberOfShop.masked).first().waitFor();
  await tabTo(page, 'Haneul Store');
  await page.keyboard.press('Enter');
  await page.getByText('Shop notice: redeemed', { exact: true }).waitFor();
  await tabTo(page, 'Signed message');
  await page.keyboard.press('Enter');
  await page.getByText('Valid signature', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await visitor.leave();
});

test('it reads well in the dark', async () => {
  const visitor = await aVisitorOf({ size: 'desktop', locale: 'ko' });
  const { page, look } = visitor;
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.goto('/console');
  await page.getByLabel('아이디', { exact: true }).waitFor();
  await enter(visitor, 'operator');
  await page.getByText('장부가 맞아요.').waitFor();
  await look('console-live-dark');
  await page.goto(`/console/gifts/${used}`);
  await page.getByText('상점 통지: 사용', { exact: true }).waitFor();
  await look('console-gift-dark');
  await visitor.leave();
});

describe('who may do less', () => {
  test.each(['support', 'auditor'] as const)('%s sees what is stuck and cannot push it', async (login) => {
    await failMessage(waiting);
    const visitor = await aVisitorOf({ size: 'desktop', locale: 'en' });
    const { page } = visitor;
    await page.goto('/console/stuck');
    await page.getByLabel('Login', { exact: true }).fill(login);
    await page.getByLabel('Password', { exact: true }).fill(`${login}-demo-2026`);
    await page.getByRole('button', { name: 'Log in', exact: true }).click();
    await page.getByText('A message was not delivered.').waitFor();
    expect(await page.getByRole('button', { name: 'Retry' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Payouts' }).count()).toBe(login === 'auditor' ? 1 : 0);
    await page.goto('/console/shops/haneul');
    await page.getByLabel('Most').waitFor();
    expect(await page.getByLabel('Most').isDisabled()).toBe(true);

    await page.goto(`/console/gifts/${used}`);
    const asked = 'Signed message: Haneul Store server: register the certificate';
    await page.getByRole('button', { name: asked }).click();
    await page.getByText('Our request').waitFor();
    const shown = await page.getByRole('dialog').textContent();
    expect(shown?.includes('홍길동')).toBe(login === 'auditor');
    expect(shown).toContain(login === 'auditor' ? '+821098765432' : '010-****-5432');
    await visitor.leave();
  });

  test('a page of somebody else can use nobody’s session, and no script can read it', async () => {
    const visitor = await aVisitorOf({ size: 'desktop', locale: 'en' });
    const { page, context } = visitor;
    await page.goto('/console');
    await page.getByLabel('Login', { exact: true }).waitFor();
    await enter(visitor, 'operator');
    expect(await page.evaluate('document.cookie + JSON.stringify({ ...localStorage })')).not.toContain(
      'staff_',
    );
    const cookies = await context.cookies();
    expect(cookies).toMatchObject([{ httpOnly: true, sameSite: 'Strict' }]);
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const from = (origin: string, site: string) =>
      fetch(`${system.stack.url('management')}/v1/staff/orders/${waiting}/retry`, {
        method: 'POST',
        headers: { cookie, origin, 'sec-fetch-site': site, 'idempotency-key': crypto.randomUUID() },
      });
    expect((await from('http://evil.example', 'cross-site')).status).toBe(403);
    expect((await from(system.stack.url('shop'), 'same-site')).status).toBe(403);
    expect((await from(system.stack.url('management'), 'same-origin')).status).toBe(200);
    await visitor.leave();
  });
});
