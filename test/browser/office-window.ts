import { expect } from 'vitest';
import { type Visitor, WAIT } from './browser.ts';

/** Says what buyers see of a shop: too much at first, then what the operator allows, until management shows it. */
export async function changeWindow(
  { page, says, look }: Visitor,
  no: number,
  managementUrl: string,
): Promise<void> {
  await page.goto('/office/window');
  const shop = page.getByRole('region', { name: says('하늘상점', 'Haneul Store'), exact: true });
  const dialog = page.getByRole('dialog');
  const field = (ko: string, en: string) => shop.getByRole('textbox', { name: says(ko, en), exact: true });
  const review = shop.getByRole('button', { name: says('변경 내용 확인', 'Review changes') });
  const publish = dialog.getByRole('button', { name: says('게시하기', 'Publish'), exact: true });
  await shop.waitFor();
  await field('한국어 소개', 'Description in Korean').fill(`가을 선물전 ${no}: 온 가족이 좋아하는 선물`);
  await field('영어 소개', 'Description in English').fill(`Autumn gifts ${no} for the whole family`);
  await field('한국어 이용 안내', 'Terms of use in Korean').fill('담배와 주류는 살 수 없어요.');
  await shop.locator('input[type=file]').setInputFiles({
    name: 'shop.jpg',
    mimeType: 'image/jpeg',
    buffer: await page.screenshot({ type: 'jpeg', quality: 40 }),
  });
  await shop
    .getByRole('img', { name: says('구매자에게 보이는 사진', 'The picture that buyers see') })
    .waitFor();
  const most = field('최대 금액', 'Largest amount');
  await most.fill('많이');
  await review.click();
  await shop
    .getByText(says('금액을 입력해 주세요. 예: 50,000', 'Enter an amount, such as 50,000.'))
    .waitFor();
  await most.fill('200만원');
  await review.click();
  await publish.click();
  await shop.locator('[aria-invalid="true"]').waitFor();
  await look('office-window-wrong');
  const largest = 300_000 + no * 10_000;
  await most.fill(String(largest));
  await review.click();
  await dialog.getByText(`Autumn gifts ${no} for the whole family`).waitFor();
  await look('office-window-review');
  await publish.click();
  await dialog.waitFor({ state: 'hidden' });
  await look('office-window-published');
  const shown = async (): Promise<{ picture_id?: string }> =>
    Object(await (await fetch(`${managementUrl}/v1/shops/haneul`)).json());
  await expect.poll(shown, WAIT).toMatchObject({
    description_en: `Autumn gifts ${no} for the whole family`,
    usage_ko: '담배와 주류는 살 수 없어요.',
    amount_max_minor: largest,
    picture_id: expect.any(String),
  });
  const { picture_id } = await shown();
  expect((await fetch(`${managementUrl}/pictures/${picture_id}`)).headers.get('content-type')).toBe(
    'image/jpeg',
  );
  await page.getByText(says('번째 버전', 'Version')).first().waitFor();
  await look('office-window');
}
