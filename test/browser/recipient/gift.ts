import { expect } from 'vitest';
import { type Buyer, Phone, type World } from '../../../bin/walkthrough/people.ts';
import { titled, touch } from '../actions.ts';
import type { Visitor } from '../browser.ts';
import { everythingIn, follow, openGift, PIN, press, WEAK_PIN } from './actions.ts';

export const MESSAGE = '생일 축하해요';
const SENDER = '김하늘';

export type Sent = { orderId: string; link: string };

export async function accept(visitor: Visitor, { link }: Sent): Promise<void> {
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
  expect(await everythingIn(page)).not.toContain(WEAK_PIN);
  await look('gift-weak-pin');
  await touch(page, PIN + PIN);
  await press(visitor, '이 비밀번호로 받기', 'Accept with this PIN');
  await titled(visitor, '선물을 받았어요', 'Gift accepted');
  expect(await everythingIn(page)).not.toContain(PIN);
  await look('gift-accepted');
  await page.goto(`${link}/accept`);
  await titled(visitor, '선물을 받았어요', 'Gift accepted');
  await follow(visitor, '잔액과 쓸 수 있는 곳 보기', 'See your balance');
}

/** The number that a recipient by email names is told a code, by text. */
export async function acceptByMail(
  world: World,
  visitor: Visitor,
  { link, phone }: { link: string; phone: string },
): Promise<void> {
  const { page, look } = visitor;
  await openGift(visitor, link);
  await follow(visitor, '선물 받기', 'Accept gift');
  await titled(visitor, '어떤 번호로 쓸까요?', 'Which number will you use?');
  await look('gift-name-phone');
  await page.locator('#phone').fill('1588-0000');
  await press(visitor, '인증번호 받기', 'Send code');
  await page.locator('#phone-wrong').waitFor();
  const handset = new Phone(world.sandbox, phone);
  await handset.glance();
  await page.locator('#phone').fill(phone);
  await press(visitor, '인증번호 받기', 'Send code');
  await titled(visitor, '비밀번호를 정해 주세요', 'Choose a PIN');
  await look('gift-choose-pin-by-mail');
  const [code = ''] = /\b[0-9]{6}\b/.exec(await handset.waitFor(/\b[0-9]{6}\b/)) ?? [];
  await page.locator('#code').fill(code);
  await page.locator('#pin').focus();
  await touch(page, WEAK_PIN + WEAK_PIN);
  await press(visitor, '이 비밀번호로 받기', 'Accept with this PIN');
  await page.locator('#pin-wrong').waitFor();
  expect(await page.locator('#code').inputValue()).toBe(code);
  await page.locator('#pin').focus();
  await touch(page, PIN + PIN);
  await press(visitor, '이 비밀번호로 받기', 'Accept with this PIN');
  await titled(visitor, '선물을 받았어요', 'Gift accepted');
}

/** The word to the giver reaches them. */
export async function refuse(buyer: Buyer, visitor: Visitor, { orderId, link }: Sent): Promise<void> {
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
