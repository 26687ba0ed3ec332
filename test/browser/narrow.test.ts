import { beforeAll, expect, test } from 'vitest';
import { buy, offerToken } from '../../bin/walkthrough/gift.ts';
import { addCard, type Buyer, CARDS, CAST, logIn, Phone } from '../../bin/walkthrough/people.ts';
import { type Locale, languageTag } from '../../kit/format/locale.ts';
import { touch } from './actions.ts';
import { PHONE, type Visitor, WAIT } from './browser.ts';
import { DEMO } from './buyer/actions.ts';
import { NARROW, type See, seenIn } from './narrow.ts';
import { aStage } from './stage.ts';

const PIN = '739258';

/** A language, what a browser calls it, and whose phone the gifts go to. */
const LANGUAGES = [
  ['ko', 'ko-KR', CAST.memberOfShop.phone],
  ['en', 'en-GB', CAST.atCarrierOnly.phone],
  ['ja', 'ja-JP', '010-5555-6666'],
  ['zh', 'zh-CN', '010-6666-7777'],
] as const;

const stage = aStage();
let buyer: Buyer;
let card: string;

beforeAll(async () => {
  buyer = await logIn(stage.system.world);
  card = await addCard(buyer, CARDS.approved);
});

async function aGift(phone: string): Promise<{ orderId: string; link: string }> {
  const handset = new Phone(stage.system.world.sandbox, phone);
  await handset.glance();
  const orderId = await buy(buyer, card, { phone }, { card_design: 'birthday' });
  return { orderId, link: `/g/${offerToken(await handset.waitFor(/\/g\/offer_/))}` };
}

test.each(LANGUAGES)(
  'a buyer’s and a recipient’s pages fit on 320 pixels: %s',
  async (locale, tag, phone) => {
    const more = { locale: tag, viewport: NARROW };
    const atBuyer = await stage.visitor(PHONE, 'management', more);
    const see = seenIn(locale, atBuyer);
    await see('home-of-anybody', '/');
    for (const path of ['sign-up', 'recover', 'log-in']) await see(path, `/${path}`);
    await enter(atBuyer);
    const first = await aGift(phone);
    await seePurchase(see, atBuyer);
    await see('home', '/');
    await see('gifts', '/gifts');
    await see('gift', `/gifts/${first.orderId}`);
    await see('correct', `/gifts/${first.orderId}/correct`);
    await see('me', '/me');

    const atGift = await stage.visitor(PHONE, 'management', more);
    const { page } = atGift;
    const seeGift = seenIn(locale, atGift);
    await page.goto(first.link);
    await speak(atGift, locale);
    await seeGift('offer', first.link);
    await seeGift('refuse', `${first.link}/refuse`);
    await seeGift('accept', `${first.link}/accept`);
    await touch(page, PIN + PIN);
    await page.locator('form:has(#pin) button:not([type])').click();
    await page.waitForURL((url) => !url.pathname.endsWith('/acceptance'));
    await page.locator('#pin').waitFor({ state: 'detached' });
    await seeGift('accepted', first.link);
    await see('gift-accepted', `/gifts/${first.orderId}`);
    await see('receipt', `/gifts/${first.orderId}/receipt`);
    await see('received', '/gifts/received');
    await seeCertificate(locale, await stage.visitor(PHONE, 'shop', more), phone);
    await atGift.leave();
    await atBuyer.leave();
  },
);

async function enter({ page }: Visitor): Promise<void> {
  const form = page.locator('main form');
  await form.locator('input:not([type=password])').first().fill(DEMO.login);
  await form.locator('input[type=password]').fill(DEMO.password);
  await form.locator('button[type=submit]').click();
  await page.waitForURL(({ pathname }) => pathname === '/');
}

/** Each step of a purchase, as it is come back to with what was chosen before it. */
async function seePurchase(see: See, { page }: Visitor): Promise<void> {
  const chosen = { shop_id: 'haneul', amount_minor: 50_000, currency: 'KRW', message: 'Happy birthday!' };
  const list = '김하늘 010-1234-5678 5만원\n박서연 010-2345-6789 3만원';
  const keep = (draft: object) =>
    page.evaluate((kept) => sessionStorage.setItem('seonmul.gift-draft', kept), JSON.stringify(draft));
  await keep(chosen);
  await see('shops', '/give');
  await see('amount', '/give/amount');
  await see('message', '/give/message');
  await see('pay', '/give/pay');
  await keep({ ...chosen, several: true, list });
  await see('list', '/give/list');
  await keep({});
}

/** A gift’s page begins in the language of the message; its reader chooses another one. */
async function speak({ page }: Visitor, locale: Locale): Promise<void> {
  if ((await page.getAttribute('html', 'lang')) === languageTag(locale)) return;
  await page.locator(`button[value="${locale}"]`).click();
  await expect.poll(() => page.getAttribute('html', 'lang'), WAIT).toBe(languageTag(locale));
}

async function seeCertificate(locale: Locale, visitor: Visitor, phone: string): Promise<void> {
  const { page } = visitor;
  const see = seenIn(locale, visitor);
  await page.goto(`/certificate?lang=${locale}`);
  await see('certificate-log-in', '/certificate');
  await see('certificate-forgotten', '/certificate/forgotten');
  await page.goto('/certificate');
  await page.locator('#phone').fill(phone.normalize('NFKC'));
  await page.locator('#pin').focus();
  await touch(page, PIN);
  await page.locator('form:has(#pin) button:not([type])').click();
  await page.locator('a[href^="/certificate/"]').first().waitFor();
  await see('certificates', '/certificate');
  const hrefs = await page
    .locator('main a[href^="/certificate/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const [own] = hrefs.filter((href) => /^\/certificate\/[0-9a-f-]{36}$/.test(href));
  await see('certificate', own ?? 'no certificate');
  await see('code', `${own}/code`);
  await visitor.leave();
}
