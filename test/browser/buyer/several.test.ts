import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { acceptByLink, offerToken } from '../../../bin/walkthrough/gift.ts';
import { addCard, CARDS, CAST, logIn, Phone } from '../../../bin/walkthrough/people.ts';
import { press, titled } from '../actions.ts';
import { DESK, PHONE, type View, type Visitor, viewsOf, WAIT } from '../browser.ts';
import { tabTo } from '../keyboard.ts';
import { aStage } from '../stage.ts';
import { enterAsBuyer } from './actions.ts';

const stage = aStage();

/** The demo's buyer in a browser, with a card that was added over HTTP. */
async function aBuyer(view: View, card: string): Promise<Visitor> {
  await addCard(await logIn(stage.system.world), card);
  const visitor = await stage.visitor(view, 'management');
  await enterAsBuyer(visitor);
  return visitor;
}

/** Shop, amount for each person and message, up to the list. */
async function chooseForSeveral(visitor: Visitor): Promise<void> {
  const { page, says, look } = visitor;
  await page.goto('/give');
  await titled(visitor, '어느 상점의 상품권을 선물할까요?', 'Choose a shop');
  await page.getByText(says('여러 명', 'Several people'), { exact: true }).click();
  await look('several-shop');
  await page.locator('main').getByText(says('하늘상점', 'Haneul Store')).first().click();
  await titled(visitor, '한 명에게 얼마씩 선물할까요?', 'How much for each person?');
  await page.locator('main').getByText(says('30,000원', '₩30,000'), { exact: true }).click();
  await press(visitor, '다음', 'Next');
  await titled(
    visitor,
    '축하 카드를 고르고 메시지를 적어 보세요',
    'Pick a greeting card and write a message',
  );
  await page.getByLabel(says('메시지', 'Message'), { exact: true }).fill('올해도 함께해 주셔서 고맙습니다');
  await press(visitor, '다음', 'Next');
  await titled(visitor, '누구에게 보낼까요?', 'Who are they for?');
}

const list = ({ page, says }: Visitor) =>
  page.getByLabel(says('받는 분 명단 (한 줄에 한 명)', 'Recipients, one per line'));

/** As older Korean spreadsheets write it: in EUC-KR. The bytes of the heading are `이름,phone`. */
function spreadsheet(): Buffer {
  const heading = [0xc0, 0xcc, 0xb8, 0xa7, 0x2c, 0x70, 0x68, 0x6f, 0x6e, 0x65];
  const lines = [
    '',
    `,${CAST.memberOfShop.phone}`,
    `,010-3333-4444,"20,000"`,
    ',010-12',
    `,+82 10 9876 5432`,
  ].join('\r\n');
  return Buffer.concat([Buffer.from(heading), Buffer.from(lines)]);
}

const cell = ({ page, says }: Visitor, line: number, korean: string, english: string) =>
  page.getByLabel(says(`${line}번째 줄: ${korean}`, `Line ${line}: ${english}`));

/** The cell says why it isn't understood, and contains what was typed. */
async function expectMarked(marked: Locator, typed: string): Promise<void> {
  await expect.poll(() => marked.getAttribute('aria-invalid'), WAIT).toBe('true');
  expect(await marked.getAttribute('aria-describedby')).toMatch(/error/);
  expect(await marked.inputValue()).toBe(typed);
}

async function giveTheList(visitor: Visitor): Promise<void> {
  const { page, says, look } = visitor;
  await press(visitor, '명단 확인', 'Check list');
  await page.locator('textarea[aria-invalid="true"]').waitFor();
  await page.locator('input[type="file"]').setInputFiles({
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: spreadsheet(),
  });
  await expect.poll(() => list(visitor).inputValue()).toContain('이름,phone');
  await press(visitor, '명단 확인', 'Check list');
  await titled(visitor, '명단을 확인해 주세요', 'Check your list');
  const address = cell(visitor, 4, '전화번호 또는 이메일', 'Phone or email');
  await expectMarked(address, '010-12');
  await page.getByText(says('2번째 줄과 중복돼요.', 'Duplicate of line 2.')).waitFor();
  await look('several-rows-wrong');
  // A reload comes back to it.
  await page.reload();
  await expectMarked(address, '010-12');
  await press(visitor, '다음', 'Next');
  await expect
    .poll(() => address.evaluate((input) => input === input.ownerDocument.activeElement))
    .toBe(true);
  await address.fill(CAST.nobody.phone);
  await cell(visitor, 5, '전화번호 또는 이메일', 'Phone or email').fill(CAST.byMail.email);
  await page.keyboard.press('Tab');
  await expectMarked(cell(visitor, 5, '이름', 'Name'), '');
  await cell(visitor, 5, '이름', 'Name').fill(CAST.byMail.name);
  await cell(visitor, 5, '금액', 'Amount').fill(says('2만5천원', '1'));
  await page.keyboard.press('Tab');
  if (visitor.view.locale === 'en') {
    await page.getByText('Enter an amount from ₩1,000 to ₩1,000,000.').waitFor();
    await look('several-rows-range');
  }
  await cell(visitor, 5, '금액', 'Amount').fill('');
  await page.keyboard.press('Tab');
  await page.getByText(says('고쳐야 할 줄이', 'Lines to correct')).waitFor({ state: 'hidden' });
  await look('several-rows');
  await press(visitor, '다음', 'Next');
  await titled(visitor, '확인하고 결제해요', 'Review and pay');
  await page.getByText(says('4명', '4 people'), { exact: true }).waitFor();
  await look('several-pay');
}

const lines = (page: Page) => page.locator('main li');

/** Three names are found; nobody has the fourth number, which is corrected by keyboard; one is left out. */
async function confirmTheNames(visitor: Visitor): Promise<void> {
  const { page, says, look } = visitor;
  await titled(visitor, '이분들이 맞나요?', 'Are these the people?');
  await page.getByText(CAST.byMail.masked).waitFor();
  await page.locator('.wrong').waitFor();
  await look('several-names');
  expect(await lines(page).count()).toBe(4);
  await tabTo(page, says('3번째 줄 수정', 'Edit line 3'));
  await page.keyboard.press('Enter');
  const address = page.getByLabel(says('전화번호 또는 이메일', 'Phone number or email address'));
  await address.waitFor();
  await look('several-correct');
  await address.fill(CAST.nobody.phone);
  await page.keyboard.press('Enter');
  await page.locator('[aria-invalid="true"]').waitFor();
  await expect
    .poll(() => address.evaluate((input) => input === input.ownerDocument.activeElement))
    .toBe(true);
  expect(await address.inputValue()).toBe(CAST.nobody.phone);
  await address.fill('010-4444-5555');
  await page.keyboard.press('Enter');
  await page.getByText(CAST.another.masked).waitFor();
  await page
    .getByLabel(says(`${CAST.byMail.masked} 님에게 보내기`, `Send to ${CAST.byMail.masked}`))
    .uncheck();
  await page
    .getByText(says('제외한 1명은 결제하지 않아요.', 'Left out: 1. You won’t be charged for them.'))
    .waitFor();
  await look('several-names-left-out');
  await press(visitor, '3명에게 80,000원 보내기', 'Send ₩80,000 to 3 people');
}

describe.each(viewsOf(DESK))('on a $size in $locale', (view) => {
  test('a list is uploaded, each name confirmed, everything paid at once, and each gift answered by itself', async () => {
    const { world } = stage.system;
    const visitor = await aBuyer(view, CARDS.approved);
    const { page, says, look, leave } = visitor;
    const [accepting, refusing, waiting] = [CAST.memberOfShop, CAST.atCarrierOnly, CAST.another].map(
      ({ phone }) => new Phone(world.sandbox, phone),
    ) as [Phone, Phone, Phone];
    await Promise.all([accepting, refusing, waiting].map((phone) => phone.glance()));
    await chooseForSeveral(visitor);
    await giveTheList(visitor);
    await press(visitor, '110,000원 승인받기', 'Reserve ₩110,000');
    await confirmTheNames(visitor);

    await titled(visitor, '3명에게 보낸 선물', 'Gift to 3 people');
    await page.getByText(says('선물을 모두 보냈어요.', 'All gifts are on their way.')).waitFor();
    await look('several-sent');
    await acceptByLink(world, accepting, '739258');
    const token = offerToken(await refusing.waitFor(/\/g\/offer_/));
    await world.management.post(`/v1/offers/${token}/refusal`, {});
    await waiting.waitFor(/\/g\/offer_/);
    // The page updates by itself.
    await page.getByText(says('환불 완료', 'Refunded'), { exact: true }).waitFor();
    await page.locator('dd').getByText('1').nth(2).waitFor();
    await look('several-answered');

    await page.getByRole('link', { name: CAST.atCarrierOnly.masked }).click();
    await page.getByText(says('결제했어요', 'Payment taken'), { exact: true }).waitFor();
    await look('several-one-of-them');
    await page
      .getByRole('link', { name: says('함께 보낸 선물 모두 보기', 'All gifts in this list') })
      .click();
    await titled(visitor, '3명에게 보낸 선물', 'Gift to 3 people');
    await page.goto('/gifts');
    await page
      .getByRole('heading', { name: says('여러 명에게 보낸 선물', 'Gifts to several people') })
      .waitFor();
    await page.getByText(says('3명에게 보낸 선물', 'Gift to 3 people')).first().waitFor();
    await look('several-gifts');
    await leave();
  });
});

test('with a declined card nobody is told, and what was entered is kept', async () => {
  const visitor = await aBuyer(DESK, CARDS.declined);
  const { page, look, leave } = visitor;
  const told = async () => {
    const { body } = await stage.system.world.sandbox.get('/v1/phones/010-9876-5432/messages');
    return (body.messages as unknown[]).length;
  };
  const before = await told();
  await chooseForSeveral(visitor);
  await list(visitor).fill(`${CAST.memberOfShop.phone}\n${CAST.byMail.name}\t${CAST.byMail.email}`);
  await press(visitor, '명단 확인', 'Check list');
  await titled(visitor, '', 'Check your list');
  await press(visitor, '다음', 'Next');
  await titled(visitor, '확인하고 결제해요', 'Review and pay');
  await page.getByLabel('VISA ending in 9995').check();
  await press(visitor, '', 'Reserve ₩60,000');
  await titled(visitor, '', 'Your card was declined');
  await look('several-declined');
  await page.getByRole('link', { name: 'Use another card' }).click();
  await page.getByText('2 people', { exact: true }).waitFor();
  await leave();
  const { door } = await logIn(stage.system.world);
  const newest = async () => (await door.get('/v1/order-groups?limit=1')).body.order_groups;
  await expect.poll(newest).toMatchObject([{ state: 'declined', stages: { left_out: 2 } }]);
  expect(await told()).toBe(before);
});

test('a name that differs is pointed out; a page that breaks while money is on hold says so, and returns to its step', async () => {
  const visitor = await aBuyer(PHONE, CARDS.approved);
  const { page, context, look } = visitor;
  await chooseForSeveral(visitor);
  await list(visitor).fill(`김철수, ${CAST.memberOfShop.phone}\n임꺽정, ${CAST.atCarrierOnly.phone}`);
  await press(visitor, '명단 확인', '');
  await titled(visitor, '명단을 확인해 주세요', '');
  await look('several-rows');
  await press(visitor, '다음', '');
  await titled(visitor, '확인하고 결제해요', '');
  await press(visitor, '60,000원 승인받기', '');
  await titled(visitor, '이분들이 맞나요?', '');
  await page.getByText('입력한 이름 김철수와 달라 보여요. 한 번 더 확인해 주세요.').waitFor();
  await page.getByText('입력한 이름 임꺽정과 달라 보여요. 한 번 더 확인해 주세요.').waitFor();
  await look('several-name-differs');

  // The server's next answer is one that this page can't display.
  const answers = '**/v1/order-groups/*';
  const group = await (await page.waitForResponse(answers)).json();
  group.lines[0].order.currency = 'no such currency';
  await page.route(answers, (route) => route.fulfill({ json: group }));
  await titled(visitor, '문제가 생겼어요', '');
  await look('broken-page');
  const language = page.getByRole('combobox', { name: /언어|Language/ });
  await language.selectOption('English');
  await page.getByRole('heading', { level: 1, name: 'Something went wrong' }).waitFor();
  expect(await page.getByRole('link', { name: 'Home' }).getAttribute('href')).toBe('/');
  await language.selectOption('한국어');

  await page.unroute(answers);
  await press(visitor, '다시 시도', '');
  await titled(visitor, '이분들이 맞나요?', '');
  await press(visitor, '2명에게 60,000원 보내기', '');
  await titled(visitor, '2명에게 보낸 선물', '');
  // Not `leave`, since the broken page also logs to the console.
  await context.close();
});
