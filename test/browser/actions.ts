import type { Page } from 'playwright-core';
import type { Visitor } from './browser.ts';

/** Waits for the page that has this title. */
export const titled = ({ page, says }: Visitor, korean: string, english: string) =>
  page.getByRole('heading', { level: 1, name: says(korean, english) }).waitFor();

export const press = ({ page, says }: Visitor, korean: string, english: string) =>
  page.getByRole('button', { name: says(korean, english) }).click();

/** Taps the number keys on the screen, which fill one field after another. */
export async function touch(page: Page, digits: string): Promise<void> {
  const pad = page.locator('.pad');
  for (const digit of digits) await pad.getByRole('button', { name: digit, exact: true }).click();
}

/** Types at a terminal on a keyboard, which works wherever the on-screen keys do and is faster in a test. */
export async function answer({ page }: Visitor, digits: string): Promise<void> {
  await page.locator('.pad').waitFor();
  await page.keyboard.type(digits);
  // Disabled while the connection is being checked.
  await page.locator('.pad .key-done:enabled').waitFor();
  await page.keyboard.press('Enter');
}

/** On the payment company's page. */
export async function typeCard(visitor: Visitor, number: string): Promise<void> {
  const { page, says } = visitor;
  await page.getByLabel(says('카드번호', 'Card number')).fill(number.replace(/(.{4})(?=.)/g, '$1 '));
  await page.getByLabel(says('유효기간', 'Expiry date')).fill('12 / 2090');
  await page.getByLabel(says('보안 코드(CVC)', 'Security code')).fill('123');
  await press(visitor, '카드 등록하기', 'Add card');
}
