import { Client } from 'pg';
import { describe, expect, test } from 'vitest';
import { buy, passDays } from '../../../bin/walkthrough/gift.ts';
import { addCard, CARDS, CAST, logIn, Phone } from '../../../bin/walkthrough/people.ts';
import { press, titled } from '../actions.ts';
import { PHONE, type View, type Visitor, viewsOf } from '../browser.ts';
import { tabTo } from '../keyboard.ts';
import { aStage } from '../stage.ts';
import { changeAccount, endSessionsAndClose, logOutAndIn, personOf, recover, signUp } from './account.ts';
import { DEMO, enter, enterAsBuyer, expectWrong, field, go } from './actions.ts';
import { correctAndTakeBack, refundAccepted, seeItAccepted } from './gifts.ts';
import { chooseGift, nameTheRecipient, pay } from './purchase.ts';
import { acceptReceived } from './received.ts';

const DESKTOP: View = { size: 'desktop', locale: 'ko' };

const stage = aStage();

describe.each(viewsOf(PHONE).map((view, no) => ({ ...view, no })))(
  'on a $size in $locale',
  ({ no, ...view }) => {
    test('somebody signs up, sends a gift to the right person, and follows what becomes of it', async () => {
      const { world } = stage.system;
      const person = personOf(view, no);
      const visitor = await stage.visitor(view, 'management');
      const { page, look, leave } = visitor;
      await page.goto('/');
      await titled(visitor, '전화번호만 알면 선물할 수 있어요', 'All you need is a phone number');
      await look('buyer-welcome');
      await signUp(world, visitor, person);
      await chooseGift(visitor);
      await pay(visitor);
      const recipient = new Phone(world.sandbox, CAST.memberOfShop.phone);
      await recipient.glance();
      await nameTheRecipient(visitor);
      await seeItAccepted(world, visitor, recipient);
      const card = await correctAndTakeBack(world, visitor, person);
      await acceptReceived(world, visitor, person, card);
      await refundAccepted(world, visitor, person, card);
      await changeAccount(visitor);
      await logOutAndIn(visitor, person);
      await visitor.page.context().clearCookies();
      await recover(world, visitor, person);
      await endSessionsAndClose(world, visitor, person);
      await leave();
    });
  },
);

/** The demo's buyer in a browser, with a card that was added over HTTP. */
async function aBuyerWithCard(): Promise<Visitor> {
  await addCard(await logIn(stage.system.world), CARDS.approved);
  const visitor = await stage.visitor(DESKTOP, 'management');
  await visitor.page.goto('/log-in');
  return visitor;
}

test('a gift is given by keyboard alone', async () => {
  const visitor = await aBuyerWithCard();
  const { page, leave } = visitor;
  const { keyboard } = page;
  await titled(visitor, '다시 만나 반가워요', '');
  await tabTo(page, '이메일 또는 회원번호');
  await keyboard.type(DEMO.login);
  await keyboard.press('Tab');
  await keyboard.type(DEMO.password);
  await keyboard.press('Enter');
  const presses: [title: string, name: string][] = [
    ['김하늘 님, 안녕하세요', '선물하기'],
    ['어느 상점의 상품권을 선물할까요?', '하늘상점'],
    ['얼마를 선물할까요?', '30,000원'],
    ['얼마를 선물할까요?', '다음'],
    ['축하 카드를 고르고 메시지를 적어 보세요', '다음'],
    ['확인하고 결제해요', '30,000원 승인받기'],
  ];
  for (const [title, name] of presses) {
    await titled(visitor, title, '');
    // A disabled button can't be focused.
    await page.locator('main').locator('a, button:enabled').filter({ hasText: name }).first().waitFor();
    await tabTo(page, name);
    await keyboard.press('Enter');
  }
  await titled(visitor, '누구에게 보낼까요?', '');
  await tabTo(page, '받는 분 휴대전화 번호');
  await keyboard.type('010 9876 5432');
  await keyboard.press('Enter');
  await titled(visitor, '이분이 맞나요?', '');
  await tabTo(page, '네, 30,000원 보내기');
  await keyboard.press('Enter');
  await titled(visitor, '선물을 보냈어요', '');
  await leave();
});

test('whoever is logged out while paying logs in again, and pays for what they had chosen', async () => {
  const visitor = await aBuyerWithCard();
  const { page, context, leave } = visitor;
  await enter(visitor, DEMO);
  await titled(visitor, '김하늘 님, 안녕하세요', '');
  await chooseGift(visitor);
  await page.getByRole('radio', { name: '4242' }).first().waitFor();
  await context.clearCookies();
  await press(visitor, '50,000원 승인받기', '');
  await titled(visitor, '다시 만나 반가워요', '');
  await enter(visitor, DEMO);
  await titled(visitor, '확인하고 결제해요', '');
  await press(visitor, '50,000원 승인받기', '');
  await titled(visitor, '누구에게 보낼까요?', '');
  await press(visitor, '구매 취소', '');
  await leave();
});

test('a buyer’s cookie is of no use to other sites', async () => {
  const visitor = await stage.visitor(DESKTOP, 'management');
  const { page, leave } = visitor;
  await page.goto('/log-in');
  await enter(visitor, DEMO);
  await titled(visitor, '김하늘 님, 안녕하세요', '');
  expect(await page.evaluate('document.cookie')).toBe('');

  // Another server on the same host is the same site to the browser, but not the same origin.
  const other = await visitor.context.newPage();
  await other.goto(`${stage.system.stack.url('sandbox')}/openapi.json`);
  const me = `${stage.system.stack.url('management')}/v1/members/me`;
  const [answer] = await Promise.all([
    other.waitForResponse(me),
    other.evaluate(`fetch('${me}', { mode: 'no-cors', credentials: 'include' })`),
  ]);
  expect([401, 403]).toContain(answer.status());
  const asked = (site: string) => visitor.context.request.get(me, { headers: { 'sec-fetch-site': site } });
  expect((await asked('same-origin')).status()).toBe(200);
  expect((await asked('same-site')).status()).toBe(403);
  expect((await asked('cross-site')).status()).toBe(403);
  await leave();
});

test('a passkey logs in, and is not offered where there can be none', async () => {
  // Passkeys need a host name.
  const named = stage.system.stack.url('management').replace('127.0.0.1', 'localhost');
  const visitor = await stage.visitorAt(DESKTOP, named);
  const { page, context, look, leave } = visitor;
  const devices = await context.newCDPSession(page);
  await devices.send('WebAuthn.enable');
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto('/me');
  await enter(visitor, DEMO);
  await titled(visitor, '내 정보', '');
  await press(visitor, '패스키 등록하기', '');
  await page.getByText('이제 이 패스키로 로그인할 수 있어요.').waitFor();
  await page.getByText('아직 쓰지 않았어요').waitFor();
  await look('buyer-passkeys');
  await press(visitor, '내 메뉴', '');
  await page.getByRole('menuitem', { name: '로그아웃' }).click();
  await titled(visitor, '전화번호만 알면 선물할 수 있어요', '');
  await page.goto('/gifts');
  await press(visitor, '패스키로 로그인', '');
  await titled(visitor, '내 선물', '');
  await page.goto('/me');
  await press(visitor, '등록한 패스키 삭제', '');
  await page.getByText('등록한 패스키').waitFor({ state: 'hidden' });
  await leave();

  const elsewhere = await stage.visitor(DESKTOP, 'management');
  await elsewhere.page.goto('/log-in');
  await titled(elsewhere, '다시 만나 반가워요', '');
  expect(await elsewhere.page.getByRole('button', { name: '패스키로 로그인' }).count()).toBe(0);
  await elsewhere.leave();
});

test('the timeline of a gift says when its recipient was told by phone', async () => {
  const { stack, world } = stage.system;
  const buyer = await logIn(world);
  const gift = await buy(buyer, await addCard(buyer, CARDS.approved), { phone: CAST.another.phone });
  const database = new Client({ connectionString: stack.databases.get('management')?.ownerDatabaseUrl });
  await database.connect();
  const sayByPhone = (state: string, told_at: string | null) =>
    database.query(
      `update messages set channel = 'voice', state = $2, delivered_at = $3
       where subject_id = $1 and kind = 'recipient.gift_arrived'`,
      [gift, state, told_at],
    );
  const visitor = await stage.visitor(DESKTOP, 'management');
  const { page, look, leave } = visitor;
  await enterAsBuyer(visitor);
  await sayByPhone('due', null);
  await page.goto(`/gifts/${gift}`);
  await page.getByText('받는 분께 전화').waitFor();
  await page.getByText('전화하는 중').waitFor();
  await sayByPhone('delivered', '2026-03-02T05:00:00Z');
  await page.getByText('2026년 3월 2일 (월) 오후 2:00 전화로 알림').waitFor();
  await look('buyer-gift-told-by-phone');
  await database.end();
  await leave();
});

test('a gift for a chosen day is announced on that day', async () => {
  const visitor = await aBuyerWithCard();
  const { page, look, leave } = visitor;
  await enter(visitor, DEMO);
  await titled(visitor, '김하늘 님, 안녕하세요', '');
  await chooseGift(visitor, async () => {
    await page.getByText('날짜와 시간 선택').click();
    await field(visitor, '보낼 날짜와 시간', '').fill('2099-01-01T09:00');
  });
  await press(visitor, '50,000원 승인받기', '');
  await titled(visitor, '축하 카드를 고르고 메시지를 적어 보세요', '');
  const day = field(visitor, '보낼 날짜와 시간', '');
  await expectWrong(page, day, '2099-01-01T09:00');
  await look('buyer-day-wrong');
  await day.fill(inDays(2));
  await press(visitor, '다음', '');
  await press(visitor, '50,000원 승인받기', '');
  await titled(visitor, '누구에게 보낼까요?', '');
  const handset = new Phone(stage.system.world.sandbox, CAST.another.phone);
  await handset.glance();
  await field(visitor, '받는 분 휴대전화 번호', '').fill(CAST.another.phone);
  await press(visitor, '이름 확인', '');
  await press(visitor, '네, 50,000원 보내기', '');
  await titled(visitor, '선물을 보냈어요', '');
  await look('buyer-done-later');
  await go(visitor, '이 선물 보기', '');
  await page.getByText('발송 예약').waitFor();
  await look('buyer-gift-scheduled');
  await press(visitor, '보내는 날 변경', '');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('보낼 날짜와 시간').fill('2099-01-01T09:00');
  await dialog.getByRole('button', { name: '변경하기' }).click();
  await dialog.getByText('범위를 벗어난 발송일').waitFor();
  await look('buyer-gift-day-wrong');
  await dialog.getByLabel('보낼 날짜와 시간').fill(inDays(1));
  await dialog.getByRole('button', { name: '변경하기' }).click();
  await page.getByText('보내는 날을 변경했어요').first().waitFor();
  await look('buyer-gift-day-changed');
  await leave();
  await passDays(stage.system.world, 1.5);
  await handset.waitFor(/\/g\/offer_/);
});

/** As the field expects it, in the browser's time zone. */
function inDays(days: number): string {
  const seoul = new Date(Date.now() + (days * 24 + 9) * 3_600_000);
  return seoul.toISOString().slice(0, 16);
}
