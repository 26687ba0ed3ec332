import { expect } from 'vitest';
import { CARDS, CAST } from '../../../bin/walkthrough/people.ts';
import { press, titled, typeCard } from '../actions.ts';
import type { Visitor } from '../browser.ts';
import { expectWrong, field, go } from './actions.ts';

/** From the shop to the payment; `beforeNext` runs on the page with the message. */
export async function chooseGift(visitor: Visitor, beforeNext = async () => {}): Promise<void> {
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
  const other = field(visitor, '직접 입력', 'Other amount');
  await other.fill('500');
  await next();
  await page
    .getByText(
      says('1,000원~1,000,000원 사이로 입력해 주세요.', 'Enter an amount from ₩1,000 to ₩1,000,000.'),
    )
    .waitFor();
  await expectWrong(page, other, says('500원', '₩500'));
  await look('buyer-amount-range');
  await page.getByRole('button', { name: says('50,000원', '₩50,000'), exact: true }).click();
  await look('buyer-amount');
  await next();
  await titled(
    visitor,
    '축하 카드를 고르고 메시지를 적어 보세요',
    'Pick a greeting card and write a message',
  );
  await page.getByRole('radio', { name: says('생일', 'Birthday') }).check();
  await field(visitor, '메시지', 'Message').fill(says('생일 축하해요!', 'Happy birthday!'));
  await beforeNext();
  await look('buyer-message');
  await next();
  await titled(visitor, '확인하고 결제해요', 'Review and pay');
}

/** A declined card, then one that needs a second step. */
export async function pay(visitor: Visitor): Promise<void> {
  const { page, says, look } = visitor;
  await page.getByText(says('아직 등록한 카드가 없어요.', 'You haven’t added a card yet.')).waitFor();
  await look('buyer-pay-no-card');
  await press(visitor, '카드 추가하기', 'Add a card');
  await go(visitor, '돌아가기', 'Go back');
  await titled(visitor, '확인하고 결제해요', 'Review and pay');
  await press(visitor, '카드 추가하기', 'Add a card');
  const number = page.getByLabel(says('카드번호', 'Card number'));
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
  // They leave the bank's page, and find their way back to it another time.
  await go(visitor, '돌아가기', 'Go back');
  await titled(visitor, '카드사 본인 인증이 필요해요', 'Your bank needs to confirm it’s you');
  await page.goto('/gifts');
  await page.getByText(says('카드사 인증 필요', 'Confirm with your bank')).first().click();
  await titled(visitor, '카드사 본인 인증이 필요해요', 'Your bank needs to confirm it’s you');
  await go(visitor, '카드사에서 인증하기', 'Continue to my bank');
  await code.waitFor();
  await code.fill('123456');
  await page.locator('main').getByRole('button').click();
  await titled(visitor, '누구에게 보낼까요?', 'Who is it for?');
}

/** A wrong number is noticed at the read-back, before money moves, and corrected. */
export async function nameTheRecipient(visitor: Visitor): Promise<void> {
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
  // A masked number can't be checked: it is shown as it was typed, also after a reload.
  await page.getByText('+82 10 9876 5432').waitFor();
  await page.reload();
  await page.getByText('+82 10 9876 5432').waitFor();
  await look('buyer-read-back');
  await press(visitor, '네, 50,000원 보내기', 'Yes, send ₩50,000');
  await titled(visitor, '선물을 보냈어요', 'Your gift is on its way');
  await look('buyer-done');
}
