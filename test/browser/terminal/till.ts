import { expect } from 'vitest';
import { answer, press, titled } from '../actions.ts';
import { type Visitor, WAIT } from '../browser.ts';
import { codesIn, printsOf } from '../prints.ts';
import { digitsOf, PIN, phoneOf } from './actions.ts';

/** A sale up to the choice of certificates. */
async function ringUp(visitor: Visitor, amount: string): Promise<void> {
  await press(visitor, '상품권 사용', 'Redeem a certificate');
  await answer(visitor, amount);
  await answer(visitor, digitsOf(phoneOf(visitor.view)));
  await answer(visitor, PIN);
  await titled(visitor, '어느 상품권을 쓸까요?', 'Which certificates?');
}

export async function redeemAndReverse(visitor: Visitor): Promise<void> {
  const { page, says, look } = visitor;
  await ringUp(visitor, '60000');
  await look('terminal-share');
  await press(visitor, '60,000원 사용', 'Redeem ₩60,000');
  await titled(visitor, '60,000원 사용 완료', '₩60,000 redeemed');
  await look('terminal-used');
  await press(visitor, '영수증 인쇄', 'Print receipt');
  await expect.poll(() => page.evaluate('globalThis.prints.length > 1'), WAIT).toBe(true);
  const [, receipt] = await printsOf(page);
  const [saleReference = ''] = await codesIn(receipt);
  expect(saleReference).toMatch(/^[0-9]{6}-[2-9A-Z]{7}$/);
  await press(visitor, '확인', 'OK');

  await press(visitor, '사용 내역과 취소', 'Redemptions and reversals');
  await look('terminal-uses');
  // As a handheld scanner types it.
  await page.getByLabel(says('영수증 번호', 'Receipt number')).focus();
  await page.keyboard.type(saleReference.toLowerCase());
  await page.keyboard.press('Enter');
  await page
    .getByRole('heading', {
      name: says(`판매 ${saleReference}의 사용`, `Redemptions of sale ${saleReference}`),
    })
    .waitFor();
  await page.getByRole('button', { name: new RegExp(`^${says('취소', 'Reverse')}, .*50,000`) }).click();
  await press(visitor, '일부만', 'Partial amount');
  await answer(visitor, '20000');
  await look('terminal-reverse');
  await press(visitor, '20,000원 사용 취소', 'Reverse ₩20,000');
  await titled(visitor, '20,000원 사용 취소 완료', '₩20,000 reversed');
  await press(visitor, '확인', 'OK');

  await press(visitor, '오늘 집계', 'Today');
  await page.getByText(says('40,000원', '₩40,000')).waitFor();
  await look('terminal-report');
  await press(visitor, '뒤로', 'Back');
  await press(visitor, '프린터와 화면', 'Printer and screen');
  await look('terminal-printer');
}
