import { expect } from 'vitest';
import type { Visitor } from '../browser.ts';
import { heading } from './actions.ts';

/** Publishes a colour and a logo, and sees them where buyers are. */
export async function chooseLook({ page, says, look }: Visitor): Promise<void> {
  await page.goto('/console/business');
  await heading(page, says('사업자 정보', 'Business'));
  const colour = page.getByLabel(says('브랜드 색상', 'Brand colour'), { exact: true });
  const publish = page.getByRole('button', { name: says('게시', 'Publish'), exact: true });
  const enterColour = async (value: string) => {
    await colour.fill(value);
    // The palette closes, which may lie over what comes next.
    await page.keyboard.press('Tab');
  };
  await enterColour('#ffd166');
  await publish.click();
  await page.getByText(says('너무 밝은 색', 'Colour too pale')).waitFor();
  await look('console-business-too-pale');
  await enterColour('#166534');
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: says('이미지 선택', 'Choose picture') }).click();
  const buffer = await page.screenshot({ clip: { x: 0, y: 0, width: 84, height: 56 } });
  await (await chosen).setFiles({ name: 'logo.png', mimeType: 'image/png', buffer });
  await page.getByRole('img', { name: says('현재 로고', 'Current logo') }).waitFor();
  await publish.click();
  await page.getByText(says('게시했어요.', 'Published'), { exact: true }).waitFor();
  await look('console-business');

  await page.goto('/');
  await page.locator('header img').waitFor();
  const strong = 'getComputedStyle(document.documentElement).getPropertyValue("--mantine-color-ribbon-7")';
  expect(await page.evaluate(strong)).toContain('#166534');
  await look('buyer-own-look');
}
