import type { Visitor } from './browser.ts';

/** On a certificate's page: locks it with a reason, unlocks it, and notes something. */
export async function lockAndNote({ page, says, look }: Visitor): Promise<void> {
  const dialog = page.getByRole('dialog');
  const act = async (name: string, text: string) => {
    await page.getByRole('button', { name, exact: true }).click();
    await dialog.getByRole('textbox').fill(text);
    await dialog.getByRole('button', { name, exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  };
  const lock = says('상품권 잠금', 'Lock certificate');
  await page.getByRole('button', { name: lock, exact: true }).click();
  await dialog.getByRole('button', { name: lock, exact: true }).click();
  await dialog.getByText(says('사유를 입력해 주세요.', 'Enter a reason.')).waitFor();
  await look('office-lock');
  await dialog.getByRole('textbox').fill('분실 신고');
  await dialog.getByRole('button', { name: lock, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText(says('잠김', 'Locked'), { exact: true }).waitFor();
  await page.getByText('분실 신고').first().waitFor();
  await look('office-certificate-locked');
  await act(says('상품권 잠금 해제', 'Unlock certificate'), '본인 확인함');
  await page.getByText(says('잠김', 'Locked'), { exact: true }).waitFor({ state: 'detached' });
  await act(says('메모 남기기', 'Add note'), '다시 전화하기로 함');
  await page.getByText('다시 전화하기로 함').first().waitFor();
}

/** On the page of a certificate whose gift waits: has the recipient told once more. */
export async function resendFromOffice({ page, says, look }: Visitor, certificateId: string): Promise<void> {
  const resend = says('메시지 다시 보내기', 'Resend message');
  const dialog = page.getByRole('dialog');
  await page.goto(`/office/certificates/${certificateId}`);
  await page.getByRole('button', { name: resend, exact: true }).click();
  await dialog.getByRole('textbox').fill('매장에서 못 받았다고 함');
  await look('office-resend');
  await dialog.getByRole('button', { name: resend, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('매장에서 못 받았다고 함').first().waitFor();
  await look('office-resent');
}

/** On the page of a gift: has the operator cancel it before it is accepted, or refund it after that. */
export async function endFromOffice(
  { page, says, look }: Visitor,
  certificateId: string,
  what: 'cancel' | 'refund',
): Promise<void> {
  const name = what === 'cancel' ? says('선물 취소', 'Cancel gift') : says('선물 환불', 'Refund gift');
  const dialog = page.getByRole('dialog');
  await page.goto(`/office/certificates/${certificateId}`);
  const button = page.getByRole('button', { name, exact: true });
  await button.click();
  await dialog.getByText(says('50,000원', '₩50,000'), { exact: false }).waitFor();
  await dialog.getByRole('textbox').fill('구매자가 매장에 와서 부탁함');
  await look(`office-${what}`);
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('구매자가 매장에 와서 부탁함').first().waitFor();
  await button.waitFor({ state: 'detached' });
  await look(`office-${what}-done`);
}

/** On a list with a filter: saves it as a view, goes back to it, and deletes it. */
export async function keepView({ page, says, look }: Visitor, no: number): Promise<void> {
  const views = page.getByRole('button', { name: says('보기', 'Views'), exact: true });
  const state = page.getByLabel(says('상태', 'State'));
  const dialog = page.getByRole('dialog');
  const name = `사용 가능 ${no}`;
  await state.selectOption('active');
  await views.click();
  await page.getByRole('menuitem', { name: says('현재 조건 저장', 'Save current filters') }).click();
  await dialog.getByRole('textbox').fill(name);
  await look('office-view-save');
  await dialog.getByRole('button', { name: says('저장', 'Save'), exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: says('조건 초기화', 'Clear filters') }).click();
  await views.click();
  await page.getByRole('menuitem', { name, exact: true }).waitFor();
  await look('office-views');
  await page.getByRole('menuitem', { name, exact: true }).click();
  await page.waitForURL(/state=active/);
  await views.click();
  await page.getByRole('menuitem', { name: says('보기 삭제', 'Delete views') }).click();
  await dialog.getByRole('button', { name: says(`${name} 삭제`, `Delete ${name}`) }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: says('조건 초기화', 'Clear filters') }).click();
}
