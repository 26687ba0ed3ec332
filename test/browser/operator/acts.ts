import { CAST } from '../../../bin/walkthrough/people.ts';
import type { Visitor } from '../browser.ts';

/** On the page of a gift that waits: resends it, changes its recipient, notes something, and cancels it. */
export async function actOnGift({ page, says, look }: Visitor, orderId: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  const act = async (name: string, text: string) => {
    await page.getByRole('button', { name, exact: true }).click();
    await dialog.getByRole('textbox').fill(text);
    await dialog.getByRole('button', { name, exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  };
  await page.goto(`/console/gifts/${orderId}`);
  await page.getByRole('region', { name: says('작업', 'Actions'), exact: true }).waitFor();
  await look('console-gift-actions');
  await act(says('메시지 다시 보내기', 'Resend message'), '못 받았다고 함');
  await page.getByText('못 받았다고 함').first().waitFor();

  await page.getByRole('button', { name: says('받는 분 변경', 'Change recipient') }).click();
  await dialog.getByLabel(says('전화번호', 'Phone number')).last().fill(CAST.memberOfShop.phone);
  await look('console-gift-correct');
  await dialog.getByRole('button', { name: says('조회', 'Look up'), exact: true }).click();
  await dialog.getByText(CAST.memberOfShop.masked).waitFor();
  await dialog.getByLabel(says('사유', 'Reason')).fill('번호를 잘못 적음');
  await look('console-gift-corrected');
  await dialog.getByRole('button', { name: says('받는 분 변경', 'Change recipient') }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText(says('직원이 받는 분 변경', 'Recipient changed by staff')).waitFor();

  await act(says('메모 남기기', 'Add note'), '구매자와 통화함');
  const cancel = says('선물 취소', 'Cancel gift');
  await page.getByRole('button', { name: cancel, exact: true }).click();
  await look('console-gift-cancel');
  await dialog.getByRole('textbox').fill('구매자 요청');
  await dialog.getByRole('button', { name: cancel, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  const cancelled = page.getByText(says('직원이 구매자 대신 취소', 'Cancelled by staff for the buyer'));
  await cancelled.waitFor();
  // With the actions gone, what stood below them has moved up.
  await page.reload();
  await cancelled.waitFor();
  await look('console-gift-cancelled');
}

/** The lists of gifts and messages with their filters, and how providers are doing. */
export async function seeLists({ page, says, look }: Visitor): Promise<void> {
  await page.goto('/console/gifts');
  await page.getByText(CAST.memberOfShop.masked).first().waitFor();
  await look('console-gifts');
  await page.getByLabel(says('상태', 'State')).selectOption('declined');
  await page.getByText(says('결과가 없어요', 'No results')).waitFor();
  await page.goto('/console/messages');
  await page.getByText(says('받는 분께: 선물 도착', 'To recipient: gift received')).first().waitFor();
  await look('console-messages');
  await page.goto('/console/providers');
  await page.getByText(says('정상', 'Working'), { exact: true }).first().waitFor();
  await look('console-providers');
}
