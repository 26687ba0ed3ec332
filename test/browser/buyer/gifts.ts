import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { acceptByLink, buy, waitForState } from '../../../bin/walkthrough/gift.ts';
import { CARDS, CAST, Phone, type World } from '../../../bin/walkthrough/people.ts';
import { press, titled, typeCard } from '../actions.ts';
import type { Visitor } from '../browser.ts';
import { wordsOfPdf } from '../pdf.ts';
import { buyerOf, type Person } from './account.ts';
import { field, go } from './actions.ts';

const PIN = '739258';

/** The page updates by itself when the recipient accepts. */
export async function seeItAccepted(world: World, visitor: Visitor, recipient: Phone): Promise<void> {
  const { page, says, look } = visitor;
  await go(visitor, '이 선물 보기', 'View gift');
  await page.getByText(says('자동으로 새로고침돼요', 'Updates automatically')).waitFor();
  await page.getByText(says('수락 대기 중', 'Pending acceptance')).waitFor();
  await look('buyer-gift');
  await acceptByLink(world, recipient, PIN);
  await page.getByText(says('선물을 받고 비밀번호를 정했어요', 'Accepted, PIN chosen')).waitFor();
  await page.getByText(says('사용 가능', 'Ready to use')).waitFor();
  await look('buyer-gift-accepted');
}

/** A second gift: a reminder, another recipient, a cancellation, and the receipt that shows it. */
export async function correctAndTakeBack(world: World, visitor: Visitor, person: Person): Promise<string> {
  const { page, says, look } = visitor;
  const buyer = await buyerOf(world, person);
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
  // Whoever was given to before is one of the people to choose from.
  await page.getByRole('button', { name: /^박\*연.*4444/ }).waitFor();
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
  // The notification, not the timeline, which soon says the same.
  await page.getByRole('alert').getByText(says('받는 분을 변경했어요', 'Recipient changed')).waitFor();
  await page.getByText(CAST.another.masked).waitFor();

  await press(visitor, '선물 취소', 'Cancel gift');
  await page.getByRole('dialog').getByText(says('30,000원을 환불해', 'You get ₩30,000 back')).waitFor();
  await look('buyer-cancel');
  await press(visitor, '취소하고 환불받기', 'Cancel and refund');
  await page.getByText(says('카드로 환불됐어요', 'Refunded to your card')).waitFor();
  await look('buyer-gift-refunded');
  await go(visitor, '영수증', 'Receipt');
  await titled(visitor, '영수증', 'Receipt');
  await page.getByText(says('−30,000원', '−₩30,000')).waitFor();
  await look('buyer-receipt');
  const [receipt] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: says('PDF로 저장', 'Download PDF') }).click(),
  ]);
  const words = await wordsOfPdf(readFileSync(await receipt.path()));
  expect(words).toContain(says('30,000원', '₩30,000'));
  expect(words).toContain(says('−30,000원', '−₩30,000'));
  expect(words).toContain('최*우');
  return approved?.payment_method_id ?? '';
}

/** The refund of an accepted gift that is unused. */
export async function refundAccepted(
  world: World,
  visitor: Visitor,
  person: Person,
  card: string,
): Promise<void> {
  const { page, says, look } = visitor;
  const recipient = new Phone(world.sandbox, CAST.atCarrierOnly.phone);
  await recipient.glance();
  const buyer = await buyerOf(world, person);
  const id = await buy(buyer, card, { phone: CAST.atCarrierOnly.phone }, { amount_minor: 20_000 });
  await acceptByLink(world, recipient, '648719');
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
