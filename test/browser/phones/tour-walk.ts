import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { answer, press, titled, touch, typeCard } from '../actions.ts';
import type { Visitor } from '../browser.ts';

/** One per round: two gifts with one PIN would be found together. */
const PINS = ['516384', '927405'];
const STEPS = 10;
const digitsOf = (text: string) => text.replace(/\D/g, '');

/**
 * The ten steps of the tour as a newcomer takes them: everything that is typed is shown by the tour itself.
 * @param round 0 for somebody to whom nothing has happened yet; each later round, which needs an earlier gift, starts the
 *   tour over, with an enrolment code and a PIN of its own.
 */
export async function walkTour(visitor: Visitor, round: number): Promise<void> {
  const { page, says, look } = visitor;
  const tour = tourOf(visitor);
  const pin = PINS[round] ?? '';
  if (round === 0) await tour.open();
  else await tour.startOver();

  const buyer = await tour.follow(1, 'link');
  const at = { ...visitor, page: buyer };
  const [email, password] = await tour.valuesOf(1);
  await buyer.getByLabel(says('이메일 또는 회원번호', 'Email address or member number')).fill(email);
  await buyer.getByLabel(says('비밀번호', 'Password'), { exact: true }).fill(password ?? '');
  await buyer.getByRole('button', { name: says('로그인', 'Log in'), exact: true }).click();
  await titled(at, '안녕하세요', 'Hello');
  await tour.done(1);

  await chooseGift(at, await tour.hrefOf(2));
  await addCard(at, (await tour.valuesOf(3))[0]);
  await tour.done(3);

  await buyer
    .getByLabel(says('받는 분 휴대전화 번호', 'Recipient’s mobile number'), { exact: true })
    .fill((await tour.valuesOf(4))[0]);
  await press(at, '이름 확인', 'Look up name');
  await buyer.getByText('홍*동').waitFor();
  await press(at, '네, 50,000원 보내기', 'Yes, send ₩50,000');
  await titled(at, '선물을 보냈어요', 'Your gift is on its way');
  await tour.done(5);
  await look('demo-tour');

  await accept(visitor, await tour.follow(6, 'message'), pin);
  await tour.done(6);
  await atTheTerminal(visitor, tour, { round, pin });
  await tour.done(STEPS);
  await page.getByRole('status').getByText(says('모두 체험했어요', 'That’s the whole journey')).waitFor();
  await look('demo-tour-finished');
}

type Tour = ReturnType<typeof tourOf>;

/** The tour beside the phones. */
export function tourOf({ page, context, says }: Visitor) {
  const step = (no: number): Locator => page.locator('.tour-step').nth(no - 1);
  async function open(): Promise<void> {
    await page.goto('/phones');
    await step(STEPS).waitFor();
  }
  /** Expands a step; only the next one is expanded by itself. */
  async function opened(no: number): Promise<Locator> {
    const head = step(no).locator('.tour-step-head');
    if ((await head.getAttribute('aria-expanded')) === 'false') await head.click();
    return step(no);
  }
  const done = (no: number) => step(no).and(page.locator('[data-done]')).waitFor();
  const lead = async (no: number) => (await opened(no)).locator('.tour-step-acts').getByRole('link');
  return {
    step,
    open,
    async valuesOf(no: number): Promise<[string, ...string[]]> {
      const [first = '', ...more] = await (await opened(no)).locator('.copyable-value').allInnerTexts();
      return [first.trim(), ...more.map((value) => value.trim())];
    },
    hrefOf: async (no: number) => (await (await lead(no)).getAttribute('href')) ?? '',
    /** Follows a step's link, which opens another page, or the newest link on a phone. */
    async follow(no: number, to: 'link' | 'message'): Promise<Page> {
      const target = to === 'link' ? await lead(no) : page.locator('.bubble a').last();
      if (to === 'message') await (await lead(no)).click();
      const [beside] = await Promise.all([context.waitForEvent('page'), target.click()]);
      return beside;
    },
    done,
    /** Opens the tour after an accepted gift, which has completed some steps, and starts it over. */
    async startOver(): Promise<void> {
      await open();
      await done(6);
      await page.getByRole('button', { name: says('처음부터 다시', 'Start over') }).click();
    },
  };
}

async function chooseGift(at: Visitor, url: string): Promise<void> {
  const { page, says } = at;
  await page.goto(url);
  await page
    .getByRole('button', { name: says('하늘상점', 'Haneul Store') })
    .first()
    .click();
  await page.getByRole('button', { name: says('50,000원', '₩50,000'), exact: true }).click();
  await press(at, '다음', 'Next');
  await titled(at, '축하 카드를 고르고', 'Pick a greeting card');
  await press(at, '다음', 'Next');
  await titled(at, '확인하고 결제해요', 'Review and pay');
}

async function addCard(at: Visitor, number: string): Promise<void> {
  await press(at, '카드 추가하기', 'Add a card');
  await typeCard(at, digitsOf(number));
  await press(at, '50,000원 승인받기', 'Reserve ₩50,000');
}

async function accept(visitor: Visitor, page: Page, pin: string): Promise<void> {
  const at = { ...visitor, page };
  // It is in the language that the recipient chose last; a button switches to the other.
  if ((await page.getAttribute('html', 'lang')) !== at.view.locale) await press(at, '한국어', 'English');
  await page.getByRole('link', { name: at.says('선물 받기', 'Accept gift') }).click();
  await titled(at, '비밀번호를 정해 주세요', 'Choose a PIN');
  await touch(page, pin + pin);
  await press(at, '이 비밀번호로 받기', 'Accept with this PIN');
  await titled(at, '선물을 받았어요', 'Gift accepted');
  await page.close();
}

async function atTheTerminal(
  visitor: Visitor,
  tour: Tour,
  { round, pin }: { round: number; pin: string },
): Promise<void> {
  const page = await tour.follow(7, 'link');
  const at = { ...visitor, page };
  const codes = await tour.valuesOf(7);
  await titled(at, '등록 코드', 'enrolment code');
  await answer(at, digitsOf(codes[round] ?? ''));
  await titled(at, '무엇을 도와드릴까요', 'What would you like');
  await tour.done(7);

  const [phone] = await tour.valuesOf(8);
  await press(at, '받은 선물 찾기', 'Find my gift');
  await titled(at, '전화번호', 'phone number');
  await answer(at, digitsOf(phone));
  await titled(at, '비밀번호를 눌러', 'PIN');
  await answer(at, pin);
  await press(at, '화면으로 보기', 'On this screen');
  await tour.done(8);
  await press(at, '완료', 'Done');

  const [clerkNumber, clerkPin = ''] = await tour.valuesOf(9);
  await press(at, '직원', 'Staff');
  await answer(at, clerkNumber);
  await titled(at, '직원 비밀번호를 눌러 주세요', 'Your clerk PIN');
  await answer(at, clerkPin);
  await press(at, '상품권으로 결제', 'Pay with certificate');
  await titled(at, '금액', 'Amount');
  await answer(at, '12000');
  await titled(at, '전화번호', 'phone number');
  await answer(at, digitsOf(phone));
  await titled(at, '비밀번호', 'PIN');
  await answer(at, pin);
  await press(at, '12,000원 결제', 'Pay ₩12,000');
  await titled(at, '12,000원 결제 완료', '₩12,000 paid');
  expect(await page.content()).not.toContain(pin);
  await page.close();
}
