import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Visitor } from '../browser.ts';

/** The demo's buyer. */
export const DEMO = { login: 'haneul@example.com', password: 'sky-and-sea-2026' };

export const go = ({ page, says }: Visitor, korean: string, english: string) =>
  page
    .getByRole('link', { name: says(korean, english) })
    .first()
    .click();

export const field = ({ page, says }: Visitor, korean: string, english: string) =>
  page.getByLabel(says(korean, english), { exact: true });

/** The field is marked invalid, says why, has the focus, and still contains what was typed. */
export async function expectWrong(page: Page, wrong: Locator, typed: string): Promise<void> {
  await page.locator('[aria-invalid="true"]').first().waitFor();
  await expect.poll(() => wrong.and(page.locator(':focus')).count()).toBe(1);
  expect(await wrong.getAttribute('aria-describedby')).toMatch(/error/);
  expect(await wrong.inputValue()).toBe(typed);
}

type LogIn = { login: string; password: string };

export async function enter(visitor: Visitor, { login, password }: LogIn): Promise<void> {
  await field(visitor, '이메일 또는 회원번호', 'Email address or member number').fill(login);
  await field(visitor, '비밀번호', 'Password').fill(password);
  await visitor.page
    .locator('main')
    .getByRole('button', { name: visitor.says('로그인', 'Log in'), exact: true })
    .click();
}

/** Logs the demo's buyer in; ends at their first page. */
export async function enterAsBuyer(visitor: Visitor): Promise<void> {
  await visitor.page.goto('/log-in');
  await enter(visitor, DEMO);
  await visitor.page
    .getByRole('link', { name: visitor.says('선물하기', 'Send a gift') })
    .first()
    .waitFor();
}
