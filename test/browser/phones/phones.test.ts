import { createTransport } from 'nodemailer';
import { beforeAll, describe, expect, test } from 'vitest';
import { acceptByLink, buy } from '../../../bin/walkthrough/gift.ts';
import { addCard, type Buyer, CARDS, CAST, logIn, Phone } from '../../../bin/walkthrough/people.ts';
import { DESK, type View, type Visitor, viewsOf } from '../browser.ts';
import { aStage } from '../stage.ts';
import { tourOf, walkTour } from './tour-walk.ts';

const PIN = '739258';
const MAIL_PORT_AFTER_SANDBOX = 20;
const LANDLINE = '02-123-4567';
const DESKTOP: View = { size: 'desktop', locale: 'ko' };

const stage = aStage();
let buyer: Buyer;
let card: string;

beforeAll(async () => {
  buyer = await logIn(stage.system.world);
  card = await addCard(buyer, CARDS.approved);
});

function atDemo(view: View): Promise<Visitor> {
  return stage.visitor(view, 'sandbox');
}

/** A gift that was accepted before a visit: its messages complete the tour up to its sixth step. */
async function earlierGift(): Promise<void> {
  const recipient = new Phone(stage.system.world.sandbox, CAST.memberOfShop.phone);
  await Promise.all([recipient.glance(), buyer.phone.glance()]);
  await buy(buyer, card, { phone: CAST.memberOfShop.phone });
  await acceptByLink(stage.system.world, recipient, PIN);
  await recipient.waitFor(/쓸 수 있어요|is ready/);
  await buyer.phone.waitFor(/결제가 완료됐어요|Purchase complete/);
}

/** Picks a phone; on a small screen only after going back to the list. */
async function takePhone({ page, view }: Visitor, name: string): Promise<void> {
  if (view.size === 'phone') await page.goto('/phones');
  await page.locator('.shelf').getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 2, name }).waitFor();
}

async function write({ page, says }: Visitor, text: string): Promise<void> {
  await page.getByPlaceholder(says('답장 쓰기', 'Write a message')).fill(text);
  await page.keyboard.press('Enter');
  await page.locator('.bubble[data-direction="sent"]', { hasText: text }).last().waitFor();
}

const VIEWS = viewsOf(DESK);

/** The tour is walked on wide screens, where its page stays open beside the others. */
const WIDE = VIEWS.filter(({ size }) => size === 'desktop');

describe.each(WIDE)('on a $size in $locale', (view) => {
  test('the tour leads a newcomer through the whole job', async () => {
    const round = WIDE.indexOf(view);
    if (round > 0) await earlierGift();
    const visitor = await atDemo(view);
    await walkTour(visitor, round);
    await visitor.leave();
  });
});

describe('a newcomer plays all parts', () => {
  test.each(VIEWS)('on a $size in $locale', async (view) => {
    const visitor = await atDemo(view);
    await seeTheStart(visitor);
    await receiveByText(visitor);
    await readMail(visitor, VIEWS.indexOf(view));
    await visitor.leave();
  });
});

async function seeTheStart({ page, says, look }: Visitor): Promise<void> {
  await page.goto('/');
  await page
    .getByRole('heading', {
      name: says('전화번호만 알면 선물할 수 있어요', 'All you need is a phone number'),
    })
    .waitFor();
  await page.locator('.server-state[data-state="is_ready"]').nth(3).waitFor();
  await look('demo-start');
  expect(
    await page.getByRole('link', { name: says('운영 화면', 'Operator console') }).getAttribute('href'),
  ).toBe(`${stage.system.stack.url('management')}/console`);
}

/** Follows the link in the text message, then answers by text instead; the tour notices both. */
async function receiveByText(visitor: Visitor): Promise<void> {
  const { page, context, says, look } = visitor;
  const tour = tourOf(visitor);
  await earlierGift();
  await tour.startOver();
  await takePhone(visitor, '홍길동');
  await page.getByPlaceholder(says('답장 쓰기', 'Write a message')).waitFor();
  const before = await page.locator('.bubble a').count();
  await buy(buyer, card, { phone: CAST.memberOfShop.phone });
  const link = page.locator('.bubble a').nth(before);
  await link.waitFor();
  await tour.done(5);
  expect(await tour.step(6).getAttribute('data-done')).toBeNull();
  await look('demo-phones');

  const [opened] = await Promise.all([context.waitForEvent('page'), link.click()]);
  await opened.getByRole('heading', { level: 1 }).waitFor();
  expect(opened.url()).toMatch(/\/g\/offer_/);
  await opened.close();

  for (const text of ['1', PIN, PIN]) {
    const received = page.locator('.bubble[data-direction="received"]');
    const count = await received.count();
    await write(visitor, text);
    await received.nth(count).waitFor();
  }
  await tour.done(6);
}

/** A mail is shown in a frame as designed, and its scripts do not run. */
async function readMail(visitor: Visitor, no: number): Promise<void> {
  const { page, says, look, view } = visitor;
  const email = `minsu${no}@example.com`;
  await buy(buyer, card, { email, name: '남궁민수' });
  const mailbox = page.locator('.mini', { hasText: email });
  if (view.size === 'phone') await page.goto('/phones');
  await mailbox.locator('.mini-unread').getByText('1').waitFor();
  await takePhone(visitor, email);
  await page.getByRole('button', { name: /50,000원/ }).click();
  await mailbox.locator('.mini-unread').waitFor({ state: 'detached' });
  const frame = page.frameLocator('iframe');
  await frame.getByRole('heading', { level: 1 }).waitFor();
  const size = "getComputedStyle(document.querySelector('.title')).fontSize";
  expect(await page.frames()[1]?.evaluate<string>(size)).toBe('22px');
  await look('demo-mail');
  await page.getByText(says('텍스트', 'Plain text')).click();
  await page.locator('.mail-text').getByText('/g/offer_').waitFor();
}

test('a telephone rings, speaks and takes keys, and shows no secret', async () => {
  const visitor = await atDemo(DESKTOP);
  const { page, look, leave } = visitor;
  await page.goto('/phones');
  await buy(buyer, card, { phone: LANDLINE });
  const rings = page.getByRole('status').getByText('오순자 님의 전화가 울려요');
  await rings.waitFor({ timeout: 60_000 });
  await page.getByRole('link', { name: '보기', exact: true }).click();
  await page.getByRole('alert').getByText('전화가 왔어요').waitFor();
  await look('demo-ringing');
  await page.getByRole('button', { name: '받기', exact: true }).click();
  const captions = page.getByRole('log', { name: '자막' });
  const newest = captions.locator('[data-newest]');
  await newest.waitFor();
  await look('demo-call');
  // Pressing 1 accepts; then a PIN is asked for.
  await page.getByRole('group', { name: '번호판' }).getByRole('button', { name: '1', exact: true }).focus();
  await page.keyboard.press('1');
  await newest.getByText('비밀번호').waitFor();
  await page.keyboard.type(PIN.slice(0, 3));
  await page.locator('.keyed').getByText('•••', { exact: true }).waitFor();
  expect(await page.content()).not.toContain(PIN.slice(0, 3));
  await page.getByRole('button', { name: '끊기' }).click();
  await page.getByText('통화가 끝났어요').waitFor();
  await leave();
});

test('a phone that is switched off gets its messages when it is on again', async () => {
  const visitor = await atDemo(DESKTOP);
  const { page, leave } = visitor;
  await page.goto('/phones');
  await takePhone(visitor, '박서연');
  await page.getByRole('switch', { name: '켜짐' }).focus();
  await page.keyboard.press('Space');
  await page.getByText('꺼져 있어요', { exact: true }).waitFor();
  await buy(buyer, card, { phone: CAST.atCarrierOnly.phone });
  expect(await page.locator('.bubble').count()).toBe(0);
  await page.getByRole('button', { name: '켜기', exact: true }).click();
  await page.locator('.bubble a').waitFor();
  await leave();
});

test('another site in the same browser changes nothing', async () => {
  const url = stage.system.stack.url('sandbox');
  const phone = `${url}/v1/phones/${encodeURIComponent('010-4444-5555')}`;
  const asked = { method: 'PUT', body: JSON.stringify({ on: false }) };
  const from = (site: string) => ({ 'content-type': 'application/json', 'sec-fetch-site': site });
  expect((await fetch(phone, { ...asked, headers: from('cross-site') })).status).toBe(403);
  expect((await fetch(phone, { ...asked, headers: from('same-origin') })).status).toBe(200);
  const policy = (await fetch(`${url}/phones`)).headers.get('content-security-policy');
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toContain('unsafe-');
});

test('a script in a mail does not run, in the frame or on its own page', async () => {
  const url = stage.system.stack.url('sandbox');
  const to = 'evil@example.com';
  const script = "document.body.dataset.ran = 'yes'";
  await createTransport({ port: Number(new URL(url).port) + MAIL_PORT_AFTER_SANDBOX }).sendMail({
    ...{ from: 'somebody@example.com', to, subject: 'Click' },
    html: `<h1>Here</h1><script>${script}</script><img src="x" onerror="${script}">`,
  });
  const { page, context } = await atDemo(DESKTOP);
  await page.goto(`/phones/${to}`);
  await page.getByRole('button', { name: 'Click' }).click();
  const framed = page.frameLocator('iframe').locator('body');
  await framed.getByText('Here').waitFor();
  expect(await framed.getAttribute('data-ran')).toBeNull();
  await page.goto((await page.locator('iframe').getAttribute('src')) ?? '');
  await page.getByText('Here').waitFor();
  expect(await page.locator('body').getAttribute('data-ran')).toBeNull();
  await context.close();
});
