import type { Page } from 'playwright-core';
import type { Visitor } from '../browser.ts';
import { atOperator, enter } from '../staff-door.ts';

export async function enterConsole(visitor: Visitor, login: string): Promise<void> {
  await enter(visitor, atOperator(login));
  await heading(visitor.page, visitor.says('현황', 'Overview'));
}

export const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
