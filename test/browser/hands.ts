import type { Page } from 'playwright-core';
import type { Visitor } from './browser.ts';

/** Waits for the page that has this title. */
export const titled = ({ page, says }: Visitor, korean: string, english: string) =>
  page.getByRole('heading', { level: 1, name: says(korean, english) }).waitFor();

export const press = ({ page, says }: Visitor, korean: string, english: string) =>
  page.getByRole('button', { name: says(korean, english) }).click();

/** Touches the number keys on the screen, which fill one field after the other. */
export async function touch(page: Page, digits: string): Promise<void> {
  const pad = page.locator('.pad');
  for (const digit of digits) await pad.getByRole('button', { name: digit, exact: true }).click();
}

/** At a terminal, on a keyboard: it works wherever the keys on the screen do and takes a test less time. */
export async function answer({ page }: Visitor, digits: string): Promise<void> {
  await page.locator('.pad').waitFor();
  await page.keyboard.type(digits);
  // It waits while the line is looked at anew.
  await page.locator('.pad .key-done:enabled').waitFor();
  await page.keyboard.press('Enter');
}

/** On the payment company's page. */
export async function typeCard(visitor: Visitor, number: string): Promise<void> {
  const { page, says } = visitor;
  await page.getByLabel(says('카드 번호', 'Card number')).fill(number.replace(/(.{4})(?=.)/g, '$1 '));
  await page.getByLabel(says('유효기간', 'Expiry date')).fill('12 / 2090');
  await page.getByLabel(says('보안 코드(CVC)', 'Security code')).fill('123');
  await press(visitor, '카드 등록하기', 'Add card');
}

const DEMO = { login: 'haneul@example.com', password: 'sky-and-sea-2026' };

/** The demo's buyer logs in at their own pages. */
export async function enterAsBuyer({ page, says }: Visitor): Promise<void> {
  await page.goto('/log-in');
  await page.getByLabel(says('이메일 또는 회원번호', 'Email address or member number')).fill(DEMO.login);
  await page.getByLabel(says('비밀번호', 'Password'), { exact: true }).fill(DEMO.password);
  await page
    .locator('main')
    .getByRole('button', { name: says('로그인', 'Log in'), exact: true })
    .click();
  await page
    .getByRole('link', { name: says('선물하기', 'Send a gift') })
    .first()
    .waitFor();
}
