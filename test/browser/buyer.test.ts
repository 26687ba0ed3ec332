import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptByLink, buy, passDays, waitForState } from '../../bin/walkthrough/gift.ts';
import { addCard, type Buyer, CARDS, CAST, logIn, Mailbox, Phone } from '../../bin/walkthrough/people.ts';
import { type System, startSystem } from '../system/system.ts';
import { aVisitor, PHONE, startBrowser, type View, type Visitor, viewsOf } from './browser.ts';
import { press, titled, typeCard } from './hands.ts';
import { tabTo } from './keyboard.ts';
import { wordsOfPdf } from './pdf.ts';

const PIN = '739258';
const PASSWORD = 'three-blue-kites-2026';
/** Five processes and a browser start together. */
const START_MS_MAX = 400_000;
const WALK_MS_MAX = 600_000;
const DESKTOP: View = { size: 'desktop', locale: 'ko' };
const DEMO = { login: 'haneul@example.com', password: 'sky-and-sea-2026' };

let system: System;
let browser: Browser;

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), startBrowser()]);
}, START_MS_MAX);
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

type Person = { name: string; mobile: string; email: string };

function personOf({ size, locale }: View, no: number): Person {
  const name = locale === 'ko' ? '윤서아' : 'Alice Kim';
  return { name, mobile: `010-5550-000${no}`, email: `${size}.${locale}@example.com` };
}

function aBrowser(view: View): Promise<Visitor> {
  return aVisitor(browser, view, system.stack.url('management'));
}

const go = ({ page, says }: Visitor, korean: string, english: string) =>
  page
    .getByRole('link', { name: says(korean, english) })
    .first()
    .click();
const field = ({ page, says }: Visitor, korean: string, english: string) =>
  page.getByLabel(says(korean, english), { exact: true });

/** The field is wrong, says why, has the focus, and what was typed is still in it. */
async function expectWrong(page: Page, wrong: Locator, typed: string): Promise<void> {
  await page.locator('[aria-invalid="true"]').first().waitFor();
  await expect.poll(() => wrong.and(page.locator(':focus')).count()).toBe(1);
  expect(await wrong.getAttribute('aria-describedby')).toMatch(/error/);
  expect(await wrong.inputValue()).toBe(typed);
}

describe.each(viewsOf(PHONE).map((view, no) => ({ ...view, no })))(
  'on a $size in $locale',
  ({ no, ...view }) => {
    test(
      'somebody signs up, gives to the right person, and sees what becomes of it',
      async () => {
        const person = personOf(view, no);
        const visitor = await aBrowser(view);
        const { page, look, leave } = visitor;
        await page.goto('/');
        await titled(visitor, '전화번호만 알면 선물할 수 있어요', 'All you need is a phone number');
        await look('buyer-welcome');
        await signUp(visitor, person);
        await chooseAGift(visitor);
        await pay(visitor);
        const recipient = new Phone(system.world.sandbox, CAST.memberOfShop.phone);
        await recipient.glance();
        await nameTheRecipient(visitor);
        await seeItAccepted(visitor, recipient);
        const card = await mendAndTakeBack(visitor, person);
        await takeBackAccepted(visitor, person, card);
        await changeOnesAccount(visitor);
        await leaveAndComeBack(visitor, person);
        await leave();
      },
      WALK_MS_MAX,
    );
  },
);

async function signUp(visitor: Visitor, { name, mobile, email }: Person): Promise<void> {
  const { page, says, look } = visitor;
  await go(visitor, '회원가입', 'Sign up');
  await titled(visitor, '회원가입', 'Sign up');
  await field(visitor, '이름', 'Name').fill(name);
  await field(visitor, '휴대전화 번호', 'Mobile number').fill(mobile);
  const address = page.getByRole('textbox', { name: says('이메일', 'Email address') });
  await address.fill(email);
  const password = field(visitor, '비밀번호', 'Password');
  await password.fill('kitekitekite');
  await field(visitor, '전화 비밀번호', 'Phone PIN').fill('816305');
  await press(visitor, '인증번호 받기', 'Send codes');
  await expectWrong(page, password, 'kitekitekite');
  expect(await address.inputValue()).toBe(email);
  await look('buyer-sign-up-wrong');
  const handset = new Phone(system.world.sandbox, mobile);
  await password.fill(PASSWORD);
  await press(visitor, '인증번호 받기', 'Send codes');
  await titled(visitor, '인증번호 2개를 입력해 주세요', 'Enter both codes');
  const byText = codeIn(await handset.waitFor(/[0-9]{6}/));
  const byMail = codeIn(await new Mailbox(system.world.sandbox, email).waitFor(/[0-9]{6}/));
  const sms = page.getByLabel(says(`${mobile} 번호로 보낸`, `Code sent to ${mobile}`));
  const confirm = () => page.getByRole('button', { name: says('확인', 'Confirm') }).first();
  await sms.fill(byText === '000000' ? '000001' : '000000');
  await confirm().click();
  await page.locator('[aria-invalid="true"]').waitFor();
  await look('buyer-codes');
  await sms.fill(byText);
  await confirm().click();
  await page.getByText(says('확인했어요', '· Confirmed')).waitFor();
  await page.getByLabel(says(`${email} 주소로 보낸`, `Code sent to ${email}`)).fill(byMail);
  await confirm().click();
  await titled(visitor, `${name} 님, 환영해요`, `Welcome, ${name}`);
  await look('buyer-signed-up');
}

const codeIn = (message: string) => /[0-9]{6}/.exec(message)?.[0] ?? '';

async function chooseAGift(visitor: Visitor, andThen = async () => {}): Promise<void> {
  const { page, says, look } = visitor;
  await go(visitor, '선물하기', 'Send a gift');
  await titled(visitor, '어느 상점의 상품권을 선물할까요?', 'Choose a shop');
  const shop = page.getByRole('button', { name: says('하늘상점', 'Haneul Store') }).first();
  await shop.waitFor();
  await look('buyer-shops');
  await shop.click();
  await titled(visitor, '얼마를 선물할까요?', 'How much?');
  const next = () => press(visitor, '다음', 'Next');
  await next();
  await page.getByText(says('금액을 골라 주세요.', 'Choose an amount.')).waitFor();
  await page.getByRole('button', { name: says('50,000원', '₩50,000'), exact: true }).click();
  await look('buyer-amount');
  await next();
  await titled(visitor, '카드를 고르고 메시지를 적어 보세요', 'Pick a card and write a message');
  await page.getByRole('radio', { name: says('생일', 'Birthday') }).check();
  await field(visitor, '메시지', 'Message').fill(says('생일 축하해요!', 'Happy birthday!'));
  await andThen();
  await look('buyer-message');
  await next();
  await titled(visitor, '확인하고 결제해요', 'Review and pay');
}

/** A card that is declined, then one whose bank asks its holder. */
async function pay(visitor: Visitor): Promise<void> {
  const { page, says, look } = visitor;
  await page.getByText(says('아직 등록한 카드가 없어요.', 'You haven’t added a card yet.')).waitFor();
  await look('buyer-pay-no-card');
  await press(visitor, '카드 추가하기', 'Add a card');
  const number = page.getByLabel(says('카드 번호', 'Card number'));
  await number.fill('4242 4242');
  await press(visitor, '카드 등록하기', 'Add card');
  await expect.poll(() => number.getAttribute('aria-invalid')).toBe('true');
  await look('buyer-card-wrong');
  await typeCard(visitor, CARDS.declined);
  await titled(visitor, '확인하고 결제해요', 'Review and pay');
  await press(visitor, '50,000원 승인받기', 'Reserve ₩50,000');
  await titled(visitor, '카드 승인이 거절됐어요', 'Your card was declined');
  await look('buyer-declined');
  await go(visitor, '다른 카드로 결제', 'Use another card');
  await press(visitor, '카드 추가하기', 'Add a card');
  await typeCard(visitor, CARDS.secondStep);
  await page.getByRole('radio', { name: '3155' }).and(page.locator(':checked')).waitFor();
  await look('buyer-pay');
  await press(visitor, '50,000원 승인받기', 'Reserve ₩50,000');
  await titled(visitor, '카드사 본인 인증이 필요해요', 'Your bank needs to confirm it’s you');
  await look('buyer-second-step');
  await go(visitor, '카드사에서 인증하기', 'Continue to my bank');
  const code = page.getByLabel(says('카드사 인증번호', 'Code from your bank'));
  await code.waitFor();
  await look('buyer-bank');
  await code.fill('123456');
  await page.locator('main').getByRole('button').click();
  await titled(visitor, '누구에게 보낼까요?', 'Who is it for?');
}

/** A wrong number is read back before money moves, and corrected. */
async function nameTheRecipient(visitor: Visitor): Promise<void> {
  const { page, look } = visitor;
  const phone = field(visitor, '받는 분 휴대전화 번호', 'Recipient’s mobile number');
  const lookUp = () => press(visitor, '이름 확인', 'Look up name');
  await phone.fill('010-12');
  await lookUp();
  await expectWrong(page, phone, '010-12');
  await look('buyer-recipient-wrong');
  await phone.fill(CAST.another.phone);
  await lookUp();
  await titled(visitor, '이분이 맞나요?', 'Is this the right person?');
  await page.getByText(CAST.another.masked).waitFor();
  await press(visitor, '아니요, 다시 입력할게요', 'No, change it');
  await phone.fill('+82 10 9876 5432');
  await lookUp();
  await page.getByText(CAST.memberOfShop.masked).waitFor();
  await look('buyer-read-back');
  await press(visitor, '네, 50,000원 보내기', 'Yes, send ₩50,000');
  await titled(visitor, '선물을 보냈어요', 'Your gift is on its way');
  await look('buyer-done');
}

/** The page is left alone while the recipient accepts. */
async function seeItAccepted(visitor: Visitor, recipient: Phone): Promise<void> {
  const { page, says, look } = visitor;
  await go(visitor, '이 선물 보기', 'View gift');
  await page.getByText(says('자동으로 새로고침돼요', 'Updates automatically')).waitFor();
  await page.getByText(says('수락 대기', 'Not accepted yet')).waitFor();
  await look('buyer-gift');
  await acceptByLink(system.world, recipient, PIN);
  await page.getByText(says('선물을 받고 비밀번호를 정했어요', 'Accepted, PIN chosen')).waitFor();
  await look('buyer-gift-accepted');
}

/** A second gift: told of once more, sent to somebody else, taken back; and its receipt says so. */
async function mendAndTakeBack(visitor: Visitor, person: Person): Promise<string> {
  const { page, says, look } = visitor;
  const buyer = await buyerOf(person);
  const { body } = await buyer.door.get('/v1/payment-methods');
  const methods = body.payment_methods as { payment_method_id: string; masked_number: string }[];
  await page.goto('/me');
  await press(visitor, '카드 추가하기', 'Add a card');
  await typeCard(visitor, CARDS.approved);
  await titled(visitor, '내 정보', 'My account');
  const after = await buyer.door.get('/v1/payment-methods');
  const known = new Set(methods.map(({ payment_method_id }) => payment_method_id));
  const approved = (after.body.payment_methods as typeof methods).find(
    ({ payment_method_id }) => !known.has(payment_method_id),
  );
  await buy(
    buyer,
    approved?.payment_method_id ?? '',
    { phone: CAST.atCarrierOnly.phone },
    { amount_minor: 30_000 },
  );

  await page.goto('/');
  await titled(visitor, `${person.name} 님, 안녕하세요`, `Hello, ${person.name}`);
  await page.getByText(says('박*연 님께', 'To 박*연')).waitFor();
  await look('buyer-home');
  await go(visitor, '모두 보기', 'See all');
  await titled(visitor, '내 선물', 'My gifts');
  await page.getByText(says('박*연 님께', 'To 박*연')).waitFor();
  await look('buyer-gifts');
  await page.getByRole('link', { name: says('박*연 님께', 'To 박*연') }).click();
  await press(visitor, '다시 알리기', 'Send a reminder');
  await page.getByText(says('받는 분께 다시 알렸어요.', 'Reminder sent.')).waitFor();

  await go(visitor, '받는 분 변경', 'Change recipient');
  await titled(visitor, '누구에게 보낼까요?', 'Who should it go to?');
  await look('buyer-correct');
  await field(visitor, '받는 분 휴대전화 번호', 'Recipient’s mobile number').fill('01044445555');
  await press(visitor, '이름 확인', 'Look up name');
  await page.getByText(CAST.another.masked).waitFor();
  await look('buyer-correct-read-back');
  await press(visitor, '네, 이분께 보내기', 'Yes, send it');
  await page.getByText(says('받는 분을 변경했어요', 'Recipient changed')).waitFor();
  await page.getByText(CAST.another.masked).waitFor();

  await press(visitor, '선물 취소', 'Cancel gift');
  await page.getByRole('dialog').getByText(says('30,000원을 환불해', 'You get ₩30,000 back')).waitFor();
  await look('buyer-cancel');
  await press(visitor, '취소하고 환불받기', 'Cancel and refund');
  await page.getByText(says('카드로 환불됐어요', 'Refunded to your card')).waitFor();
  await look('buyer-gift-refunded');
  const [receipt] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: says('영수증 (PDF)', 'Receipt (PDF)') }).click(),
  ]);
  const words = await wordsOfPdf(readFileSync(await receipt.path()));
  expect(words).toContain(says('30,000원', '₩30,000'));
  expect(words).toContain(says('−30,000원', '−₩30,000'));
  expect(words).toContain('최*우');
  return approved?.payment_method_id ?? '';
}

/** A gift that was accepted, as long as nothing of it was used. */
async function takeBackAccepted(visitor: Visitor, person: Person, card: string): Promise<void> {
  const { page, says, look } = visitor;
  const recipient = new Phone(system.world.sandbox, CAST.atCarrierOnly.phone);
  await recipient.glance();
  const buyer = await buyerOf(person);
  const id = await buy(buyer, card, { phone: CAST.atCarrierOnly.phone }, { amount_minor: 20_000 });
  await acceptByLink(system.world, recipient, '641908');
  await waitForState(buyer, id, 'accepted');
  await page.goto(`/gifts/${id}`);
  await press(visitor, '환불 요청', 'Request refund');
  await page.getByRole('dialog').getByText(says('20,000원을 모두 환불', 'get all ₩20,000 back')).waitFor();
  await look('buyer-refund');
  await press(visitor, '취소하고 환불받기', 'Cancel and refund');
  await page
    .getByText(says('선물을 취소하고 환불을 요청했어요', 'You cancelled it and asked for a refund'))
    .waitFor();
  await page.getByText(says('카드로 환불됐어요', 'Refunded to your card')).waitFor();
  await recipient.waitFor(/쓸 수 없어요|no longer be used/);
}

/** The member over HTTP, as a client of theirs would. */
async function buyerOf({ name, mobile, email }: Person): Promise<Buyer> {
  const { world } = system;
  const session = await world.management.post('/v1/sessions', { email, password: PASSWORD });
  const door = world.management.with(String(session.body.session_token));
  return { door, session, name, phone: new Phone(world.sandbox, mobile) };
}

async function changeOnesAccount(visitor: Visitor): Promise<void> {
  const { page, says, look } = visitor;
  await page.goto('/me');
  await titled(visitor, '내 정보', 'My account');
  await look('buyer-me');
  const used = page.getByRole('checkbox', { name: says('상품권을 썼을 때', 'a certificate is used') });
  await used.uncheck();
  await press(visitor, '저장', 'Save');
  await page.getByText(says('저장했어요', 'Saved')).waitFor();
  const card = says('VISA 끝자리 9995', 'VISA ending in 9995');
  await page.getByRole('button', { name: says(`${card} 삭제`, `Remove ${card}`) }).click();
  await page.getByText(card).waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: says('비밀번호 변경', 'Change password'), exact: true }).click();
  const old = field(visitor, '현재 비밀번호', 'Current password');
  await old.fill('not this one');
  await field(visitor, '새 비밀번호', 'New password').fill('four-green-kites-2026');
  await page
    .getByRole('form')
    .getByRole('button', { name: says('비밀번호 변경', 'Change password') })
    .click();
  await expectWrong(page, old, 'not this one');
  await look('buyer-me-password');
  await page.reload();
  await used.waitFor();
  expect(await used.isChecked()).toBe(false);
}

async function leaveAndComeBack(visitor: Visitor, { email }: Person): Promise<void> {
  const { page, says, look } = visitor;
  await press(visitor, '내 메뉴', 'Account menu');
  await page.getByRole('menuitem', { name: says('로그아웃', 'Log out') }).click();
  await titled(visitor, '전화번호만 알면 선물할 수 있어요', 'All you need is a phone number');
  await page.goto('/gifts');
  await enter(visitor, { login: email, password: 'not this one' });
  await expectWrong(page, field(visitor, '비밀번호', 'Password'), 'not this one');
  await look('buyer-log-in-wrong');
  await enter(visitor, { login: email, password: PASSWORD });
  await titled(visitor, '내 선물', 'My gifts');
}

type LogIn = { login: string; password: string };

async function enter(visitor: Visitor, { login, password }: LogIn): Promise<void> {
  await field(visitor, '이메일 또는 회원번호', 'Email address or member number').fill(login);
  await field(visitor, '비밀번호', 'Password').fill(password);
  await visitor.page
    .locator('main')
    .getByRole('button', { name: visitor.says('로그인', 'Log in'), exact: true })
    .click();
}

/** The demo's buyer at a browser, with a card that was given over HTTP. */
async function aBuyerWithCard(): Promise<Visitor> {
  await addCard(await logIn(system.world), CARDS.approved);
  const visitor = await aBrowser(DESKTOP);
  await visitor.page.goto('/log-in');
  return visitor;
}

test(
  'a gift is given by keyboard alone',
  async () => {
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
      ['카드를 고르고 메시지를 적어 보세요', '다음'],
      ['확인하고 결제해요', '30,000원 승인받기'],
    ];
    for (const [title, name] of presses) {
      await titled(visitor, title, '');
      // What still waits for something can't be reached.
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
  },
  WALK_MS_MAX,
);

test(
  'no other site does anything with a buyer’s cookie',
  async () => {
    const visitor = await aBrowser(DESKTOP);
    const { page, leave } = visitor;
    await page.goto('/log-in');
    await enter(visitor, DEMO);
    await titled(visitor, '김하늘 님, 안녕하세요', '');
    expect(await page.evaluate('document.cookie')).toBe('');

    // Another server of the same host is to the browser the same site, but not the same origin.
    const other = await visitor.context.newPage();
    await other.goto(`${system.stack.url('sandbox')}/openapi.json`);
    const me = `${system.stack.url('management')}/v1/members/me`;
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
  },
  WALK_MS_MAX,
);

test(
  'a passkey opens the account, and none is offered where there can be none',
  async () => {
    // A passkey belongs to a host with a name.
    const named = system.stack.url('management').replace('127.0.0.1', 'localhost');
    const visitor = await aVisitor(browser, DESKTOP, named);
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
    await press(visitor, '만든 패스키 삭제', '');
    await page.getByText('만든 패스키').waitFor({ state: 'hidden' });
    await leave();

    const elsewhere = await aBrowser(DESKTOP);
    await elsewhere.page.goto('/log-in');
    await titled(elsewhere, '다시 만나 반가워요', '');
    expect(await elsewhere.page.getByRole('button', { name: '패스키로 로그인' }).count()).toBe(0);
    await elsewhere.leave();
  },
  WALK_MS_MAX,
);

test(
  'a gift for a chosen day is told of on that day',
  async () => {
    const visitor = await aBuyerWithCard();
    const { page, look, leave } = visitor;
    await enter(visitor, DEMO);
    await titled(visitor, '김하늘 님, 안녕하세요', '');
    await chooseAGift(visitor, async () => {
      await page.getByText('날짜와 시간 선택').click();
      await field(visitor, '보낼 날짜와 시간', '').fill('2099-01-01T09:00');
    });
    await press(visitor, '50,000원 승인받기', '');
    await titled(visitor, '카드를 고르고 메시지를 적어 보세요', '');
    const day = field(visitor, '보낼 날짜와 시간', '');
    await expectWrong(page, day, '2099-01-01T09:00');
    await look('buyer-day-wrong');
    await day.fill(inTwoDays());
    await press(visitor, '다음', '');
    await press(visitor, '50,000원 승인받기', '');
    await titled(visitor, '누구에게 보낼까요?', '');
    const handset = new Phone(system.world.sandbox, CAST.another.phone);
    await handset.glance();
    await field(visitor, '받는 분 휴대전화 번호', '').fill(CAST.another.phone);
    await press(visitor, '이름 확인', '');
    await press(visitor, '네, 50,000원 보내기', '');
    await titled(visitor, '선물을 보냈어요', '');
    await look('buyer-done-later');
    await go(visitor, '이 선물 보기', '');
    await page.getByText('예약됨').waitFor();
    await look('buyer-gift-scheduled');
    await leave();
    await passDays(system.world, 3);
    await handset.waitFor(/\/g\/offer_/);
  },
  WALK_MS_MAX,
);

/** As the field writes it, in the browser's own time. */
function inTwoDays(): string {
  const seoul = new Date(Date.now() + (2 * 24 + 9) * 3_600_000);
  return seoul.toISOString().slice(0, 16);
}
