import { expect } from 'vitest';
import { type Locale, languageTag } from '../../kit/format/locale.ts';
import { type Visitor, WAIT } from './browser.ts';

/** The narrowest screen that everything must fit on (WCAG 2.2, 1.4.10): also a desk's at 400 %. */
export const NARROW = { width: 320, height: 640 };

export type See = (name: string, path: string) => Promise<void>;

/** Opens a page, waits until it is all there, and looks at it. */
export function seenIn(locale: Locale, { page, look }: Visitor): See {
  return async (name, path) => {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    const waiting = page.locator('.mantine-Skeleton-root:visible, .mantine-Loader-root:visible');
    await expect.poll(() => waiting.count(), WAIT).toBe(0);
    expect([name, await page.getAttribute('html', 'lang')]).toEqual([name, languageTag(locale)]);
    await look(`narrow-${locale}-${name}`);
  };
}
