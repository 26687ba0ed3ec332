import type { Page } from 'playwright-core';

/** The name of the focused element, as a screen reader announces it. */
const CALLED = `(() => {
  const { activeElement: at } = document;
  if (!at.matches('a, button, input, textarea')) return '';
  return [at.getAttribute('aria-label'), at.textContent, ...Array.from(at.labels ?? [], (label) => label.textContent)].join(' ');
})()`;
const PRESSES_MAX = 80;

/** Presses Tab until the focused element has this name. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < PRESSES_MAX; presses++) {
    if ((await page.evaluate<string>(CALLED)).includes(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} can't be reached with the Tab key.`);
}
