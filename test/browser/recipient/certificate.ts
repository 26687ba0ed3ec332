import { expect } from 'vitest';
import { Phone, type World } from '../../../bin/walkthrough/people.ts';
import { titled, touch } from '../actions.ts';
import type { Visitor } from '../browser.ts';
import { codesIn, drawnCodes } from '../prints.ts';
import type { Stage } from '../stage.ts';
import { everythingIn, follow, logInAtShop, NEW_PIN, PIN, press, WEAK_PIN } from './actions.ts';

export async function seeCertificate(visitor: Visitor, phone: string): Promise<void> {
  const { page, says, look } = visitor;
  await titled(visitor, '하늘상점 상품권 보기', 'View your Haneul Store gift certificate');
  await look('certificate-log-in');
  await logInAtShop(visitor, phone, NEW_PIN);
  await page.locator('.notice').waitFor();
  expect(await page.locator('#phone').inputValue()).toBe(phone);
  expect(await everythingIn(page)).not.toContain(NEW_PIN);
  await look('certificate-log-in-wrong');
  await logInAtShop(visitor, phone, PIN);
  await titled(visitor, '내 상품권', 'Your gift certificate');
  // Of one certificate, the sum is the same.
  await page.getByText(says('38,000원', '₩38,000')).first().waitFor();
  await look('certificate-list');
  await follow(visitor, '바코드와 사용 내역 보기', 'Barcode, history and more');
  await page.getByText(says('−12,000원', '−₩12,000')).waitFor();
  for (const store of [
    says('하늘상점 종로점', 'Haneul Store Jongno'),
    says('하늘상점 부산점', 'Haneul Store Busan'),
  ])
    await page.getByText(store).first().waitFor();
  expect(await page.locator('.code').count()).toBe(0);
  expect(await page.content()).not.toMatch(/[0-9]{16}/);
  await look('certificate');

  await follow(visitor, '바코드 보기', 'Show barcode');
  await titled(visitor, '계산대에서 보여 주세요', 'Show this at the till');
  const number = (await page.locator('.number').textContent())?.replaceAll(' ', '');
  expect(number).toMatch(/^[0-9]{16}$/);
  const drawn = await Promise.all((await drawnCodes(page)).map(codesIn));
  expect(drawn.flat()).toEqual([number, number]);
  await look('certificate-code');
  await follow(visitor, '돌아가기', 'Go back');
  await press(visitor, '닫기', 'Close');
  await titled(visitor, '하늘상점 상품권 보기', 'View your Haneul Store gift certificate');
}

export async function forgetPin(world: World, visitor: Visitor, phone: string): Promise<void> {
  const { page, look } = visitor;
  await follow(visitor, '비밀번호를 잊었어요', 'Forgot your PIN?');
  await titled(visitor, '전화번호로 인증번호를 알려 드려요', 'Get a code on your phone');
  await look('certificate-forgotten');
  const handset = new Phone(world.sandbox, phone);
  await handset.glance();
  await page.locator('#phone').fill(phone);
  await press(visitor, '인증번호 받기', 'Send code');
  await titled(visitor, '인증번호를 입력해 주세요', 'Enter the code');
  await look('certificate-new-pin');
  const [code = ''] = /\b[0-9]{6}\b/.exec(await handset.waitFor(/\b[0-9]{6}\b/)) ?? [];
  await page.locator('#code').fill(code);
  await page.locator('#pin').focus();
  await touch(page, NEW_PIN + NEW_PIN);
  await press(visitor, '새 비밀번호로 바꾸기', 'Save new PIN');
  await titled(visitor, '비밀번호를 바꿨어요', 'New PIN saved');
  expect(await everythingIn(page)).not.toContain(NEW_PIN);
  await look('certificate-pin-saved');
  await follow(visitor, '내 상품권', 'Your gift certificate');
  await logInAtShop(visitor, phone, NEW_PIN);
  await titled(visitor, '내 상품권', 'Your gift certificate');
}

export async function extend(visitor: Visitor): Promise<void> {
  const { page, says, look } = visitor;
  await follow(visitor, '바코드와 사용 내역 보기', 'Barcode, history and more');
  const expiry = page.getByText(says('까지 쓸 수 있어요', 'Valid until'));
  const before = await expiry.textContent();
  await page.getByRole('button', { name: says('까지 연장하기', 'Extend to') }).click();
  await page.locator('dt', { hasText: says('유효기간 연장', 'Extended') }).waitFor();
  expect(await expiry.textContent()).not.toBe(before);
  await look('certificate-prolonged');
}

export async function handOver(
  stage: Stage,
  visitor: Visitor,
  { phone, other }: { phone: string; other: string },
): Promise<void> {
  const { page, says, look } = visitor;
  await follow(visitor, '다른 분께 양도하기', 'Hand over to someone else');
  await page.locator('#phone').fill('010-12');
  await press(visitor, '인증번호 받기', 'Send code');
  await page.locator('#phone-wrong').waitFor();
  expect(await page.locator('#phone').inputValue()).toBe('010-12');
  await look('certificate-hand-over-wrong');
  const { sandbox } = stage.system.world;
  const own = new Phone(sandbox, phone);
  const handset = new Phone(sandbox, other);
  await own.glance();
  await handset.glance();
  await page.locator('#phone').fill(other);
  await press(visitor, '인증번호 받기', 'Send code');
  await titled(visitor, '내 전화로 받은 인증번호를 입력해 주세요', 'Enter the code from your phone');
  await look('certificate-hand-over-code');
  const [ownCode = ''] = /\b[0-9]{6}\b/.exec(await own.waitFor(/\b[0-9]{6}\b/)) ?? [];
  await page.locator('#code').fill(ownCode === '000000' ? '000001' : '000000');
  await press(visitor, '문자로 양도하기', 'Hand over by text message');
  await page.locator('#code-wrong').waitFor();
  await page.locator('#code').fill(ownCode);
  await press(visitor, '문자로 양도하기', 'Hand over by text message');
  await titled(visitor, '받는 분께 문자를 보냈어요', 'Text message sent');
  await look('certificate-hand-over');
  const text = await handset.waitFor(/\/certificate\/taking/);
  const [link = ''] = /https?:\S+/.exec(text) ?? [];
  const [code = ''] = /\b[0-9]{6}\b/.exec(text) ?? [];

  const taker = await stage.visitor(visitor.view, 'shop');
  await taker.page.goto(link);
  await titled(taker, '양도받기', 'Accept a certificate handed over to you');
  await taker.page.locator('#phone').fill(other);
  await taker.page.locator('#code').fill(code);
  await taker.page.locator('#name').fill('이보람');
  await taker.page.locator('#pin').focus();
  await touch(taker.page, WEAK_PIN + WEAK_PIN);
  await press(taker, '상품권 받기', 'Accept certificate');
  await taker.page.locator('#pin-wrong').waitFor();
  expect(await taker.page.locator('#name').inputValue()).toBe('이보람');
  await taker.look('certificate-take');
  await taker.page.locator('#pin').focus();
  await touch(taker.page, PIN + PIN);
  await press(taker, '상품권 받기', 'Accept certificate');
  await titled(taker, '상품권을 받았어요', 'The certificate is yours');
  await follow(taker, '내 상품권', 'Your gift certificate');
  await logInAtShop(taker, other, PIN);
  await taker.page.getByText(says('38,000원', '₩38,000')).first().waitFor();
  await taker.leave();

  await follow(visitor, '내 상품권', 'Your gift certificate');
  expect(await page.getByText(says('38,000원', '₩38,000')).count()).toBe(0);
}
