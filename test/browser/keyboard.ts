import type { Page } from 'playwright-core';

/** What the focus is on, as a screen reader calls it. */
const CALLED = `(() => {
  const { activeElement: at } = document;
  if (!at.matches('a, button, input, textarea')) return '';
  return [at.getAttribute('aria-label'), at.textContent, ...Array.from(at.labels ?? [], (label) => label.textContent)].join(' ');
})()`;
const PRESSES_MAX = 80;

/** Goes on by the tabulator until what has the focus is called so. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < PRESSES_MAX; presses++) {
    if ((await page.evaluate<string>(CALLED)).includes(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} can't be reached by the tabulator.`);
}
