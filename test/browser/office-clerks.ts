import { expect } from 'vitest';
import type { Visitor } from './browser.ts';

/** The owner adds a clerk, gives them a first PIN and a badge, and removes them. */
export async function lookAfterClerks(visitor: Visitor, no: number): Promise<void> {
  const { page, says, look } = visitor;
  await page.goto('/office/clerks');
  await page.getByText('이수진').first().waitFor();
  await page.getByText(says('비밀번호 없이 연 상품권이 없어요.', 'No certificate was opened')).waitFor();
  await page.getByRole('button', { name: says('직원 추가', 'Add clerk') }).click();
  const dialog = page.getByRole('dialog');
  const name = says(`최유리 ${no}`, `Yuri Choi ${no}`);
  await dialog.getByRole('textbox').fill(name);
  await dialog.getByRole('button', { name: says('직원 추가', 'Add clerk') }).click();
  await dialog.getByRole('button', { name: says('첫 비밀번호 만들기', 'Make first PIN') }).click();
  const pin = dialog.getByText(/^\d{3} \d{3}$/);
  await pin.waitFor();
  await look('office-clerk-first-pin');
  const shown = (await pin.textContent()) ?? '';
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  // Shown once: nothing of it remains in the page.
  expect(await page.content()).not.toContain(shown);

  await page.getByRole('button', { name: says(`${name} 명찰`, `Badge for ${name}`) }).click();
  await dialog.getByRole('button', { name: says('명찰 만들기', 'Make badge') }).click();
  await dialog.getByRole('img', { name: says('명찰 QR 코드', 'QR code of the badge') }).waitFor();
  await look('office-clerk-badge');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await look('office-clerks');
  await page.getByRole('button', { name: says(`${name} 삭제`, `Remove ${name}`) }).click();
  await dialog.getByRole('button', { name: says('삭제', 'Remove'), exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('cell', { name, exact: true }).waitFor({ state: 'hidden' });
}
