import { expect } from 'vitest';
import type { World } from '../../../bin/walkthrough/people.ts';
import type { Visitor } from '../browser.ts';
import { heading } from './actions.ts';

/** A member who has never logged in: guesses at them are all strangers'. */
const QUIET = { number: '7389649236', mobile: '010-8888-9999' };

export async function seeMoney({ page, says, look }: Visitor): Promise<void> {
  await page.goto('/console/refunds');
  await page.getByText(says('구매자가 취소', 'Cancelled by buyer')).first().waitFor();
  await look('console-refunds');
  await page.goto('/console/payouts');
  await page.getByRole('heading', { name: says('지급 예정', 'Due') }).waitFor();
  const payNow = page.getByRole('button', { name: says('지금 지급', 'now') });
  await page.getByText(says('자동 지급', 'Next automatic payout')).first().waitFor();
  // Paid once: by the first view's walk, or by the daily payout before it.
  if ((await payNow.count()) > 0) {
    await payNow.first().click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: says('지금 지급', 'Pay out now') })
      .click();
    await page.getByRole('alert').getByText(says('지급을 예약했어요.', 'Payout planned.')).waitFor();
  }
  await page.getByText(says('19,500원', '₩19,500')).first().waitFor();
  await look('console-payouts');
}

export async function manageShops({ page, says, look, view }: Visitor): Promise<void> {
  await page.goto('/console/shops');
  await page.getByText(says('하늘상점', 'Haneul Store'), { exact: true }).first().waitFor();
  await look('console-shops');
  await page.getByRole('link', { name: says('상점 등록', 'Add a shop') }).click();
  await heading(page, says('상점 등록', 'Add a shop'));
  await look('console-shop-new');

  await page.goto('/console/shops/haneul');
  const most = page.getByLabel(says('최대 금액', 'Maximum amount'));
  await most.fill('500');
  const save = page.getByRole('button', { name: says('변경 저장', 'Save changes') });
  await save.click();
  await page.getByText(says('최소 금액보다 작아요.', 'This is below the minimum amount.')).waitFor();
  expect(await most.inputValue()).toBe('500');
  expect(await page.evaluate('document.activeElement.value')).toBe('500');
  await look('console-shop-wrong');
  await most.fill('1000000');
  const commission = page.getByLabel(says('수수료(%)', 'Commission (%)'));
  await commission.fill('101');
  await save.click();
  await page.getByText(says('100 이하여야 해요.', 'Must be 100 or less.')).waitFor();
  // A different value in each view, since an unchanged form can't be saved.
  await commission.fill(`${view.locale === 'ko' ? '2' : '3'}.${view.size === 'phone' ? '75' : '5'}`);
  await save.click();
  await page.getByText(says('조건을 저장했어요.', 'Terms of')).waitFor();
}

export async function liftLimit(world: World, { page, says, look }: Visitor): Promise<void> {
  const wrong = { member_number: QUIET.number, password: 'not-this-one' };
  for (let attempt = 0; attempt < 10; attempt++) await world.management.post('/v1/sessions', wrong);
  expect(await world.management.post('/v1/sessions', wrong)).toMatchObject({ status: 202 });
  await page.goto('/console/limits');
  await page.getByLabel(says('회원번호, 전화번호', 'Member number, phone')).fill(QUIET.mobile);
  await page.getByRole('button', { name: says('조회', 'Look up'), exact: true }).click();
  await page.getByText(says('동안 차단', 'Blocked for')).waitFor();
  await look('console-limits');
  const what = says('회원별 로그인 실패(처음 쓰는 곳)', 'Wrong passwords per member, from new places');
  await page.getByRole('button', { name: says(`초기화: ${what}`, `Reset: ${what}`) }).click();
  await page.getByText(says('한도를 초기화했어요', 'Limit reset')).waitFor();
  expect(await world.management.post('/v1/sessions', wrong)).toMatchObject({ status: 401 });
}
