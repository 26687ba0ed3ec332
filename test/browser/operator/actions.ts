import type { Page } from 'playwright-core';
import type { Visitor } from '../browser.ts';

export async function enter({ page, says }: Visitor, login: string): Promise<void> {
  await page.getByLabel(says('아이디', 'Login'), { exact: true }).fill(login);
  await page.getByLabel(says('비밀번호', 'Password'), { exact: true }).fill(`${login}-demo-2026`);
  await page.getByRole('button', { name: says('로그인', 'Log in'), exact: true }).click();
  await heading(page, says('현황', 'Overview'));
}

export const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
