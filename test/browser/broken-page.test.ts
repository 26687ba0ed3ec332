import { expect, test } from 'vitest';
import { press, titled } from './actions.ts';
import { DESK, PHONE, WAIT } from './browser.ts';
import { enterAsBuyer } from './buyer/actions.ts';
import { atSettlement, enter, OWNER } from './staff-door.ts';
import { aStage } from './stage.ts';

const stage = aStage();

// None of these calls `leave`, since a broken page also logs to the console.

test('a part of the page that fails to load is replaced by a notice; the rest stays usable', async () => {
  const visitor = await stage.visitor(PHONE, 'management');
  const { page, context, look } = visitor;
  await enterAsBuyer(visitor);
  const part = /\/assets\/me-[^/]*\.js$/;
  await page.route(part, (route) => route.abort());
  await page.goto('/me');
  await titled(visitor, '문제가 생겼어요', '');
  await look('broken-part');
  await page.getByRole('link', { name: '선물', exact: true }).click();
  await page.getByRole('link', { name: '선물하기' }).first().waitFor();
  await page.goBack();
  await titled(visitor, '문제가 생겼어요', '');
  await page.unroute(part);
  await press(visitor, '다시 시도', '');
  await titled(visitor, '내 정보', '');
  await context.close();
});

test.each([
  {
    name: 'console',
    part: 'management',
    path: '/console',
    who: '**/v1/staff/sessions/current',
    role: 'operator',
  },
  {
    name: 'settlement',
    part: 'settlement',
    path: '/console',
    who: '**/v1/staff/sessions/current',
    role: 'treasurer',
  },
  { name: 'office', part: 'shop', path: '/office', who: '**/v1/office/sessions/current', role: 'owner' },
] as const)(
  'a broken frame is replaced by a notice and a way on: the $name',
  async ({ part, path, who, role, name }) => {
    const visitor = await stage.visitor(DESK, part);
    const { page, context, look } = visitor;
    const nobody = { staff_id: 'staff', login: 'login', name: { of: 'no text' }, role };
    await page.route(who, (route) => route.fulfill({ json: { staff: nobody } }));
    await page.goto(path);
    await titled(visitor, '', 'Something went wrong');
    await look(`broken-${name}`);
    expect(await page.getByRole('link', { name: 'Home' }).getAttribute('href')).toBe(path);
    await page.unroute(who);
    await press(visitor, '', 'Try again');
    await page.getByLabel('Password', { exact: true }).waitFor();
    await context.close();
  },
);

test.each([
  {
    name: 'office',
    part: 'shop',
    path: '/office',
    who: OWNER,
    asked: ['**/v1/office/account-changes', '**/v1/office/account-proposals'],
  },
  {
    name: 'settlement',
    part: 'settlement',
    path: '/console/accounts',
    who: atSettlement('treasurer'),
    asked: ['**/v1/staff/account-proposals'],
  },
] as const)(
  'changes of bank accounts that fail to load are not taken for none: the $name',
  async ({ part, path, who, asked, name }) => {
    const visitor = await stage.visitor(DESK, part);
    const { page, context, look } = visitor;
    for (const url of asked) await page.route(url, (route) => route.fulfill({ status: 500, body: '' }));
    await page.goto(path);
    await enter(visitor, who);
    const again = page.getByRole('button', { name: 'Try again' });
    await expect.poll(() => again.count(), WAIT).toBe(asked.length);
    await look(`unloaded-${name}`);
    for (const url of asked) await page.unroute(url);
    // One of them may bring the others along.
    for (let left = await again.count(); left > 0; left = await again.count()) {
      await again.first().click();
      await expect.poll(() => again.count(), WAIT).toBeLessThan(left);
    }
    await context.close();
  },
);

test('a terminal whose device storage does not open says so', async () => {
  const visitor = await stage.visitor(PHONE, 'shop');
  const { page, context } = visitor;
  // IndexedDB, where the device keeps its key and unfinished actions, does not open.
  await page.addInitScript("indexedDB.open = () => { throw new DOMException('no store', 'UnknownError'); }");
  await page.goto('/terminal');
  await titled(visitor, '문제가 생겼어요', '');
  expect(await page.getByRole('link', { name: '처음으로' }).getAttribute('href')).toBe('/terminal');
  await context.close();
});
