import type { Page } from 'playwright-core';
import { titled, touch } from '../actions.ts';
import type { Visitor } from '../browser.ts';

export const PIN = '739258';
export const NEW_PIN = '582947';
/** A sequence of digits. */
export const WEAK_PIN = '234567';

export const press = ({ page, says }: Visitor, korean: string, english: string) =>
  page.getByRole('button', { name: says(korean, english), exact: true }).click();
export const follow = ({ page, says }: Visitor, korean: string, english: string) =>
  page
    .getByRole('link', { name: says(korean, english) })
    .first()
    .click();

/** Opens the link and switches to English once where the view asks for it. */
export async function openGift(visitor: Visitor, link: string): Promise<void> {
  const { page, view } = visitor;
  await page.goto(link);
  if (view.locale === 'en' && (await page.getAttribute('html', 'lang')) === 'ko')
    await page.getByRole('button', { name: 'English' }).click();
  await titled(visitor, '선물이 도착했어요', 'A gift for you');
}

export async function logInAtShop(visitor: Visitor, phone: string, pin: string): Promise<void> {
  const { page } = visitor;
  await page.locator('#phone').fill(phone);
  await page.locator('#pin').focus();
  await touch(page, pin);
  await press(visitor, '열기', 'Open');
}

/** Everything that a page contains: its HTML, its URL, its fields and its storage. */
export const everythingIn = (page: Page) =>
  page.evaluate<string>(`[
    document.documentElement.outerHTML, location.href, JSON.stringify({ ...localStorage }),
    JSON.stringify({ ...sessionStorage }), ...Array.from(document.querySelectorAll('input'), ({ value }) => value),
  ].join()`);
