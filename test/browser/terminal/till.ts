import { expect } from 'vitest';
import { answer, press, titled, touch } from '../actions.ts';
import { type Visitor, WAIT } from '../browser.ts';
import { codesIn, printsOf } from '../prints.ts';
import { digitsOf, PIN, phoneOf } from './actions.ts';

/** A sale up to the choice of certificates, with the keys for zeros. */
async function ringUp(visitor: Visitor, amount: string): Promise<void> {
  const { page, look } = visitor;
  await press(visitor, '상품권으로 결제', 'Pay with certificate');
  await touch(page, amount);
  await page.locator('.pad').getByRole('button', { name: '000', exact: true }).click();
  await look('terminal-sale-amount');
  await page.locator('.pad .key-done').click();
  await answer(visitor, digitsOf(phoneOf(visitor.view)));
  await look('terminal-sale-pin');
  await answer(visitor, PIN);
  await titled(visitor, '어느 상품권으로 결제할까요?', 'Which certificates?');
}

export async function redeemAndReverse(visitor: Visitor): Promise<void> {
  const { page, says, look } = visitor;
  const display = await visitor.context.newPage();
  await display.goto('/terminal/display');
  await display.getByText(says('어서 오세요', 'Welcome')).waitFor();
  await page.bringToFront();
  await ringUp(visitor, '60');
  await display.getByText(says('60,000원', '₩60,000')).waitFor();
  await look('terminal-share');
  await press(visitor, '60,000원 결제', 'Pay ₩60,000');
  await titled(visitor, '60,000원 결제 완료', '₩60,000 paid');
  await display.getByText(says('결제했어요', 'Paid'), { exact: true }).waitFor();
  // Never a balance, which is nobody's business who stands in the queue.
  expect(await display.locator('body').textContent()).not.toContain('20,000');
  await look('terminal-used');
  await press(visitor, '영수증 인쇄', 'Print receipt');
  await expect.poll(() => page.evaluate('globalThis.prints.length > 1'), WAIT).toBe(true);
  const [, receipt] = await printsOf(page);
  const [saleReference = ''] = await codesIn(receipt);
  expect(saleReference).toMatch(/^[0-9]{6}-[2-9A-Z]{7}$/);
  await press(visitor, '다음 결제', 'Next sale');
  await titled(visitor, '결제할 금액', 'Amount to pay');
  await display.getByText(says('어서 오세요', 'Welcome')).waitFor();
  await press(visitor, '뒤로', 'Back');

  await press(visitor, '결제 내역과 취소', 'Sales and reversals');
  await look('terminal-uses');
  // As a handheld scanner types it.
  await page.getByLabel(says('영수증 번호', 'Receipt number')).focus();
  await page.keyboard.type(saleReference.toLowerCase());
  await page.keyboard.press('Enter');
  await titled(visitor, `판매 ${saleReference}`, `Sale ${saleReference}`);
  const open = new RegExp(says(`^판매 열기.*${saleReference}`, `^Open sale.*${saleReference}`));
  await page.getByRole('button', { name: open }).click();
  await page
    .getByRole('button', { name: says('일부 취소', 'Reverse part') })
    .first()
    .click();
  await answer(visitor, '5000');
  await titled(visitor, '취소하는 이유를 골라 주세요', 'Reason for the reversal');
  await look('terminal-reason');
  await press(visitor, '금액을 잘못 눌렀어요', 'Wrong amount');
  await look('terminal-reverse');
  await press(visitor, '5,000원 결제 취소', 'Reverse ₩5,000');
  await titled(visitor, '5,000원 결제 취소 완료', '₩5,000 reversed');
  await press(visitor, '확인', 'OK');

  // The rest of the sale, on both certificates.
  await press(visitor, '결제 내역과 취소', 'Sales and reversals');
  await page.getByRole('button', { name: open }).click();
  await look('terminal-sale');
  await press(visitor, '전체 취소 55,000원', 'Reverse whole sale: ₩55,000');
  await press(visitor, '상품을 반품했어요', 'Goods returned');
  await press(visitor, '55,000원 결제 취소', 'Reverse ₩55,000');
  await titled(visitor, '55,000원 결제 취소 완료', '₩55,000 reversed');
  await display.close();
  await press(visitor, '확인', 'OK');

  await press(visitor, '집계와 마감', 'Totals and shift');
  await page.getByText(says('-60,000원', '-₩60,000')).first().waitFor();
  await look('terminal-report');
  await page.getByLabel(says('1번 근무 (진행 중)', 'Shift 1, open')).check();
  await press(visitor, '1번 근무 마감', 'End shift 1');
  await press(visitor, '1번 근무 마감', 'End shift 1');
  await page.getByLabel(says('2번 근무 (진행 중)', 'Shift 2, open')).waitFor();
  await page.getByText(says('-60,000원', '-₩60,000')).first().waitFor();
  await look('terminal-shift');
  await press(visitor, '뒤로', 'Back');
  await press(visitor, '프린터와 화면', 'Printer and screens');
  await look('terminal-printer');
}
