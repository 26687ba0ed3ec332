import type { Client } from 'pg';
import { expect } from 'vitest';
import { CAST } from '../../../bin/walkthrough/people.ts';
import type { Visitor } from '../browser.ts';

export async function findAndFollow({ page, says, look }: Visitor, used: string): Promise<void> {
  const field = page.getByLabel(says('선물 찾기', 'Find a gift'));
  await field.fill('12');
  await page.getByRole('button', { name: says('검색', 'Search'), exact: true }).click();
  await page.getByText(says('4자 이상 입력해 주세요.', 'Enter at least 4 characters.')).waitFor();
  await field.fill('010-1010-2020');
  await page.getByRole('button', { name: says('검색', 'Search'), exact: true }).click();
  await page.getByText('010-1010-2020').waitFor();
  await look('console-found-none');
  await field.fill(CAST.memberOfShop.phone);
  await field.press('Enter');
  await page.getByText(CAST.memberOfShop.masked).first().waitFor();
  await look('console-found');

  await page.goto(`/console/gifts/${used}`);
  await page.getByText(says('상점 통지: 사용', 'Shop notice: redeemed'), { exact: true }).waitFor();
  await page.getByText(says('30,000원', '₩30,000')).first().waitFor();
  await look('console-gift');
  const use = says('상점 통지: 사용', 'Shop notice: redeemed');
  await page.getByRole('button', { name: use, expanded: false }).click();
  await page.getByText(says('묶음', 'Batch'), { exact: true }).waitFor();
  await page.getByRole('button', { name: says(`서명된 메시지: ${use}`, `Signed message: ${use}`) }).click();
  await page.getByText(says('유효한 서명이에요', 'Valid signature'), { exact: true }).waitFor();
  await look('console-evidence');
  await page.keyboard.press('Escape');
  await page.getByRole('radiogroup').getByText(says('메시지', 'Messages'), { exact: true }).click();
  await page.getByText(says('받는 분께: 선물 도착', 'To recipient: gift received')).waitFor();
  expect(await page.getByText(use, { exact: true }).count()).toBe(0);
}

/** Makes the recipient's message fail permanently. */
export async function failMessage(database: Client, orderId: string): Promise<void> {
  await database.query(
    `update messages set state = 'failed', problem = 'refused_by_provider', vars_sealed = null
     where subject_id = $1 and kind = 'recipient.gift_arrived'`,
    [orderId],
  );
  await database.query(`delete from rate_limits where key like 'resend_by_order:%'`);
}

export async function retryStuck(
  { page, says, look }: Visitor,
  database: Client,
  waiting: string,
): Promise<void> {
  await failMessage(database, waiting);
  await page.goto('/console/stuck');
  await page.getByText(says('메시지를 전달하지 못했어요.', 'A message was not delivered.')).waitFor();
  await look('console-stuck');
  await page.goto(`/console/gifts/${waiting}`);
  await page.getByText(says('멈춘 주문이에요', 'This order is stuck')).waitFor();
  await look('console-gift-stuck');
  await page.getByRole('button', { name: says('재시도', 'Retry') }).click();
  await page.getByText(says('재시도했어요.', 'Retried.')).waitFor();
  await page.getByText(says('받는 분께 다시 알림', 'Reminder sent to recipient')).last().waitFor();
  expect(await page.getByText(says('멈춘 주문이에요', 'This order is stuck')).count()).toBe(0);
  await page.goto('/console/stuck');
  await page.getByText(says('멈춘 주문이 없어요', 'No stuck orders')).waitFor();
  await look('console-stuck-none');
}
