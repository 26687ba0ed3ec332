import { beforeAll, describe, expect, test } from 'vitest';
import { acceptByLink, buy } from '../../../bin/walkthrough/gift.ts';
import { addCard, type Buyer, CARDS, logIn, Phone } from '../../../bin/walkthrough/people.ts';
import { answer, press, titled, touch } from '../actions.ts';
import { PHONE, viewsOf, WAIT } from '../browser.ts';
import { holdToCamera } from '../camera.ts';
import { capturePrints, codesIn, plugInPrinter, rasterOf } from '../prints.ts';
import { aStage } from '../stage.ts';
import { digitsOf, enrol, enterStaff, PIN, phoneOf, signIn } from './actions.ts';
import { buyInCash } from './cash.ts';
import { seeCashTold } from './cash-told.ts';
import { FONT_IS_LOADED, IS_FULLY_CACHED, READ_KEY, READ_PENDING } from './device-scripts.ts';
import { buyAtTerminal } from './purchase.ts';
import { receive } from './receive.ts';
import { terminalsOf } from './terminals.ts';
import { redeemAndReverse } from './till.ts';

const stage = aStage();
const { anEnrolmentCode, atTerminal, anEnrolled, aNewClerk } = terminalsOf(stage);
let buyer: Buyer;
let card: string;

beforeAll(async () => {
  const { world } = stage.system;
  buyer = await logIn(world);
  card = await addCard(buyer, CARDS.approved);
});

async function aGift(phone: string, amount_minor: number): Promise<void> {
  const handset = new Phone(stage.system.world.sandbox, phone);
  await handset.glance();
  await buy(buyer, card, { phone }, { amount_minor });
  await acceptByLink(stage.system.world, handset, PIN);
}

describe.each(viewsOf(PHONE))('at the terminal, on a $size in $locale', (view) => {
  test('a recipient gets the gift, a clerk redeems it and reverses a part, a member buys one', async () => {
    const phone = phoneOf(view);
    await aGift(phone, 50_000);
    await aGift(phone, 30_000);
    const visitor = await atTerminal(view);
    await capturePrints(visitor.page);
    await visitor.page.goto('/terminal');
    await titled(visitor, '등록 코드를 눌러 주세요', 'Enter the enrolment code');
    await visitor.look('terminal-enrol');
    await enrol(visitor, await anEnrolmentCode());
    await visitor.look('terminal-welcome');
    await receive(stage.system.world, visitor, phone);
    await enterStaff(visitor);
    await visitor.look('terminal-staff');
    await redeemAndReverse(visitor);
    await press(visitor, '잠그기', 'Lock');
    await buyAtTerminal(visitor);
    await buyInCash(stage.system.world, buyer, visitor);
    await visitor.leave();
  });
});

describe('the device', () => {
  test('has a key that can’t be extracted, and works by keyboard alone', async () => {
    const phone = '010-6666-7777';
    await aGift(phone, 20_000);
    const visitor = await anEnrolled(PHONE);
    const { page } = visitor;
    const kept = await page.evaluate<{ extractable: boolean; taken: string }>(READ_KEY);
    expect(kept).toEqual({ extractable: false, taken: 'InvalidAccessError' });

    await page.getByRole('button', { name: '받은 선물 찾기' }).focus();
    await page.keyboard.press('Enter');
    await titled(visitor, '전화번호를 눌러 주세요', '');
    await page.keyboard.type(digitsOf(phone));
    await page.getByText(phone).waitFor();
    await page.keyboard.press('Enter');
    await titled(visitor, '비밀번호를 눌러 주세요', '');
    await page.keyboard.type(PIN);
    await page.keyboard.press('Enter');
    await titled(visitor, '어떻게 받으시겠어요?', '');
    await visitor.leave();
  });

  test.each(['ko', 'en'] as const)(
    'keeps what is typed and all keys on a screen of 320 × 640: %s',
    async (locale) => {
      const viewport = { width: 320, height: 640 };
      const visitor = await anEnrolled({ ...PHONE, locale }, undefined, { viewport });
      const { page, says } = visitor;
      const fits = async (name: string) => {
        await visitor.look(`terminal-small-${name}`);
        const [typed, keys] = [
          await page.locator('.typed').boundingBox(),
          await page.locator('.pad').boundingBox(),
        ];
        const typedEnd = (typed?.y ?? 0) + (typed?.height ?? 0);
        const keysEnd = (keys?.y ?? 0) + (keys?.height ?? 0);
        expect([name, typedEnd <= (keys?.y ?? 0), keysEnd <= viewport.height]).toEqual([name, true, true]);
      };
      await press(visitor, '직원', 'Staff');
      await fits('clerk');
      await answer(visitor, '101');
      await fits('clerk-pin');
      await answer(visitor, '517403');
      await press(visitor, '상품권으로 결제', 'Pay with certificate');
      await page.keyboard.type('999999999');
      await page.getByText(says('999,999,999원', '₩999,999,999')).waitFor();
      await fits('amount');
      await page.keyboard.press('Enter');
      await fits('phone');
      await answer(visitor, '01012345678');
      await fits('pin');
      await visitor.leave();
    },
  );

  test.each(['ko', 'en'] as const)(
    'takes and returns cash on a screen of 320 × 640, and others are told: %s',
    async (locale) => {
      const more = { viewport: { width: 320, height: 640 } };
      const view = { ...PHONE, locale };
      const visitor = await anEnrolled(view, undefined, more);
      const orderId = await buyInCash(stage.system.world, buyer, visitor);
      await visitor.leave();
      await seeCashTold(stage, view, orderId, more);
    },
  );

  test('prints raster images on a receipt printer', async () => {
    const visitor = await anEnrolled(PHONE, ({ page }) => plugInPrinter(page));
    await enterStaff(visitor);
    await press(visitor, '프린터와 화면', '');
    await visitor.page.getByText('연결됨: 시험 프린터').waitFor();
    await press(visitor, '시험 인쇄', '');
    await expect.poll(() => visitor.page.evaluate('globalThis.printed.length > 0'), WAIT).toBe(true);
    const bytes = await visitor.page.evaluate<number[]>('globalThis.printed');
    expect(await codesIn(rasterOf(bytes))).toEqual(['0000000000000000', '0000000000000000']);
    await visitor.leave();
  });

  test.each(['code128', 'qrcode'] as const)('reads a certificate by camera: %s', async (code) => {
    const visitor = await anEnrolled(PHONE, ({ page }) => holdToCamera(page, code, '1234567890123456'));
    const decoders = new Set<string>();
    visitor.context.on('request', (request) => {
      if (request.url().endsWith('.wasm')) decoders.add(new URL(request.url()).origin);
    });
    await enterStaff(visitor);
    await press(visitor, '상품권으로 결제', '');
    await answer(visitor, '1000');
    await press(visitor, '카메라로 스캔', '');
    await titled(visitor, '비밀번호를 눌러 주세요', '');
    // Chromium has no decoder of its own here, so it used ours, from our own server.
    expect([...decoders]).toEqual([stage.system.stack.url('shop')]);
    await visitor.leave();
  });

  test('clears what was typed after a minute, and locks the staff screen after three', async () => {
    const visitor = await stage.visitor(PHONE, 'shop');
    const { page, context } = visitor;
    await page.clock.install();
    await enrol(visitor, await anEnrolmentCode());
    await press(visitor, '받은 선물 찾기', '');
    await touch(page, '0109876');
    await page.clock.runFor(61_000);
    await titled(visitor, '무엇을 도와드릴까요?', '');
    await press(visitor, '받은 선물 찾기', '');
    expect(await page.locator('.typed').textContent()).not.toContain('010');
    await press(visitor, '처음으로', '');

    await enterStaff(visitor);
    const ended: number[] = [];
    context.on('response', (response) => {
      if (response.request().method() === 'DELETE' && response.url().endsWith('/clerk-sessions/current'))
        ended.push(response.status());
    });
    await page.clock.runFor(181_000);
    await titled(visitor, '무엇을 도와드릴까요?', '');
    await expect.poll(() => ended, WAIT).toEqual([200]);
    await visitor.leave();
  });

  test('says when it is offline, starts nothing then, and still opens', async () => {
    const visitor = await anEnrolled(PHONE);
    const { page, context } = visitor;
    await expect.poll(() => page.evaluate('navigator.serviceWorker.controller !== null'), WAIT).toBe(true);
    await expect.poll(() => page.evaluate(FONT_IS_LOADED), WAIT).toBe(true);
    await expect.poll(() => page.evaluate(IS_FULLY_CACHED), WAIT).toBe(true);
    await page.reload();
    await titled(visitor, '무엇을 도와드릴까요?', '');
    await context.setOffline(true);
    await page.getByText('서버에 연결할 수 없어요').waitFor();
    const find = page.getByRole('button', { name: '받은 선물 찾기' });
    await expect.poll(() => find.isDisabled(), WAIT).toBe(true);
    await visitor.look('terminal-line-down');
    await page.reload();
    await page.getByText('서버에 연결할 수 없어요').waitFor();
    await expect.poll(() => page.evaluate(FONT_IS_LOADED), WAIT).toBe(true);
    const kept = await page.evaluate<string[]>(
      "caches.open('terminal-shell').then((shell) => shell.keys()).then((names) => names.map(({ url }) => new URL(url).pathname))",
    );
    expect(kept.filter((path) => path !== '/terminal' && !path.startsWith('/assets/'))).toEqual([]);
    await context.setOffline(false);
    await titled(visitor, '무엇을 도와드릴까요?', '');
    await context.close();
  });

  test('retries an unanswered sale, across a reload, and it is made once', async () => {
    const phone = '010-7777-8888';
    await aGift(phone, 40_000);
    const visitor = await anEnrolled(PHONE);
    const { page, context } = visitor;
    await enterStaff(visitor);
    await press(visitor, '상품권으로 결제', '');
    await answer(visitor, '15000');
    await answer(visitor, digitsOf(phone));
    await answer(visitor, PIN);
    let asked = 0;
    await context.route('**/v1/redemptions', async (route) => {
      asked += 1;
      // The sale is made, but its answer is lost.
      await route.fetch();
      // The page may have been left in the meantime.
      await route.abort().catch(() => {});
    });
    await press(visitor, '15,000원 결제', '');
    await titled(visitor, '확인 중', '');
    await page.getByText('2회 시도').waitFor();
    await visitor.look('terminal-settling');
    expect(await page.locator('main').getByRole('button').count()).toBe(0);
    expect(JSON.stringify(await page.evaluate(READ_PENDING))).not.toContain(PIN);
    await page.reload();
    await titled(visitor, '확인 중', '');
    expect(asked).toBeGreaterThan(1);
    await context.unroute('**/v1/redemptions');
    await titled(visitor, '15,000원 결제 완료', '');
    await press(visitor, '다음 결제', '');
    await titled(visitor, '무엇을 도와드릴까요?', '');

    const { body } = await stage.system.world.shop.post('/v1/balances', { phone, pin: PIN });
    expect(body.certificates).toMatchObject([{ balance_minor: 25_000 }]);
    await context.close();
  });

  test('a finished sale leaves the screen by itself, with the balance that it shows', async () => {
    const phone = '010-7777-8888';
    await aGift(phone, 40_000);
    const visitor = await stage.visitor(PHONE, 'shop');
    const { page } = visitor;
    await page.clock.install();
    await enrol(visitor, await anEnrolmentCode());
    await enterStaff(visitor);
    await press(visitor, '상품권으로 결제', '');
    await answer(visitor, '3000');
    await answer(visitor, digitsOf(phone));
    await answer(visitor, PIN);
    await press(visitor, '3,000원 결제', '');
    await titled(visitor, '3,000원 결제 완료', '');
    await page.clock.runFor(21_000);
    await titled(visitor, '직원 화면', '');
    expect(await page.locator('main').textContent()).not.toContain('잔액');
    await visitor.leave();
  });

  test('a locked PIN is opened by a code to the phone', async () => {
    const phone = '010-1111-2222';
    await aGift(phone, 20_000);
    const visitor = await anEnrolled(PHONE);
    const { page } = visitor;
    await press(visitor, '받은 선물 찾기', '');
    await answer(visitor, digitsOf(phone));
    await press(visitor, '비밀번호를 잊으셨거나 잠겼나요?', '');
    await visitor.look('terminal-code-ask');
    const handset = new Phone(stage.system.world.sandbox, phone);
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

  test('a clerk opens a certificate by the holder’s document, and signs out with it', async () => {
    const phone = '010-6666-7777';
    await aGift(phone, 20_000);
    const visitor = await anEnrolled(PHONE);
    const { page, context } = visitor;
    const ended: number[] = [];
    context.on('response', (response) => {
      if (response.request().method() === 'DELETE' && response.url().endsWith('/clerk-sessions/current'))
        ended.push(response.status());
    });
    await press(visitor, '받은 선물 찾기', '');
    await answer(visitor, digitsOf(phone));
    await press(visitor, '비밀번호를 잊으셨거나 잠겼나요?', '');
    await press(visitor, '직원에게 요청하기', '');
    await visitor.look('terminal-clerk-number');
    await signIn(visitor);
    await visitor.look('terminal-opening');
    await press(visitor, '신분증', '');
    await visitor.look('terminal-opening-document');
    await press(visitor, '여권', '');
    await page.getByLabel('이름', { exact: true }).fill('아무개');
    await press(visitor, '상품권 열기', '');
    await page.locator('.refused').waitFor();
    await visitor.look('terminal-opening-name');
    await page.getByLabel('이름', { exact: true }).fill('정 도윤');
    await press(visitor, '상품권 열기', '');
    await page.getByRole('heading', { name: /어느 상품권을 받으시겠어요|어떻게 받으시겠어요/ }).waitFor();
    await expect.poll(() => ended, WAIT).toEqual([200]);
    await visitor.leave();
  });

  test('a clerk with a first PIN chooses their own, and opens by a code to the phone', async () => {
    const phone = '010-6666-7777';
    await aGift(phone, 20_000);
    const clerk = await aNewClerk('최유리');
    const visitor = await anEnrolled(PHONE);
    await press(visitor, '직원', '');
    await answer(visitor, String(clerk.clerk_number));
    await answer(visitor, clerk.first_pin);
    await titled(visitor, '내 비밀번호를 정해 주세요', '');
    await visitor.look('terminal-own-pin');
    for (const pin of ['123456', '123456']) await answer(visitor, pin);
    await visitor.page.locator('.refused').waitFor();
    for (const pin of ['730582', '730582']) await answer(visitor, pin);
    await titled(visitor, '직원 화면', '');
    await press(visitor, '상품권으로 결제', '');
    await answer(visitor, '5000');
    await answer(visitor, digitsOf(phone));
    await press(visitor, '비밀번호를 잊었거나 잠겼어요', '');
    const handset = new Phone(stage.system.world.sandbox, phone);
    await handset.glance();
    await press(visitor, '휴대전화 인증번호', '');
    await press(visitor, '인증번호 받기', '');
    const [, code = ''] = /([0-9]{6})/.exec(await handset.waitFor(/인증번호 [0-9]{6}/)) ?? [];
    await visitor.look('terminal-opening-code');
    await answer(visitor, code);
    await titled(visitor, '어느 상품권으로 결제할까요?', '');
    await handset.waitFor(/비밀번호 없이/);
    await press(visitor, '5,000원 결제', '');
    await titled(visitor, '5,000원 결제 완료', '');
    await visitor.leave();
  });
});
