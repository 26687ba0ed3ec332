import { expect } from 'vitest';
import { cancelOffer } from '../../../bin/walkthrough/gift.ts';
import { type Buyer, Phone, type World } from '../../../bin/walkthrough/people.ts';
import { answer, press, titled } from '../actions.ts';
import { type Visitor, WAIT } from '../browser.ts';
import { CLERK, enterStaff } from './actions.ts';
import { beginToBuy, sayForWhom } from './purchase.ts';

/** A member buys in cash, takes the gift back before it is accepted, and a clerk returns the cash. Returns the order. */
export async function buyInCash(world: World, buyer: Buyer, visitor: Visitor): Promise<string> {
  const { page, says, look } = visitor;
  await beginToBuy(visitor);
  await press(visitor, '현금으로 결제하기', 'Pay in cash');
  await titled(visitor, '직원에게 현금을 내 주세요', 'Give the cash to the clerk');
  await page.getByText(says('10,000원', '₩10,000')).waitFor();
  await look('terminal-cash-give');
  await press(visitor, '직원: 현금 받음', 'Clerk: cash received');
  await titled(visitor, '직원 번호를 눌러 주세요', 'Clerk’s number');
  await look('terminal-cash-clerk');
  await answer(visitor, CLERK.number);
  await answer(visitor, '111111');
  await page.locator('.refused').waitFor();
  await answer(visitor, CLERK.pin);
  await sayForWhom(visitor);

  const { body } = await buyer.door.get('/v1/orders?limit=1');
  const [order] = body.orders as { order_id: string; state: string; amount_minor: number }[];
  expect(order).toMatchObject({ state: 'offered', amount_minor: 10_000 });
  const orderId = order?.order_id ?? '';
  await cancelOffer(buyer, new Phone(world.sandbox, '010-7777-8888'), orderId);

  await enterStaff(visitor);
  await press(visitor, '돌려드릴 현금', 'Cash to return');
  const owed = page.getByRole('button', { name: says('10,000원', '₩10,000') });
  await owed.waitFor();
  await look('terminal-cash-owed');
  await owed.click();
  await titled(visitor, '현금 10,000원을 돌려드릴까요?', 'Return ₩10,000 in cash?');
  await look('terminal-cash-return');
  await press(visitor, '10,000원 돌려드림', 'Return ₩10,000');
  await titled(visitor, '10,000원을 돌려드렸어요', '₩10,000 returned');
  await look('terminal-cash-returned');
  await press(visitor, '확인', 'OK');
  await expect.poll(() => owed.count(), WAIT).toBe(0);
  await press(visitor, '뒤로', 'Back');
  await press(visitor, '집계', 'Totals');
  await page.getByText(says('현금 환불', 'Cash returned')).first().waitFor();
  await look('terminal-cash-totals');
  return orderId;
}
