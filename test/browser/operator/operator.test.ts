import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../../../bin/walkthrough/doors.ts';
import { acceptByLink, buy, open, redeem, waitForState } from '../../../bin/walkthrough/gift.ts';
import {
  addCard,
  addTerminal,
  CARDS,
  CAST,
  enrolTerminal,
  logIn,
  Phone,
} from '../../../bin/walkthrough/people.ts';
import { DESK, viewsOf, WAIT } from '../browser.ts';
import { tabTo } from '../keyboard.ts';
import { enter } from '../staff-door.ts';
import { aStage } from '../stage.ts';
import { enterConsole, heading } from './actions.ts';
import { actOnGift, seeLists } from './acts.ts';
import { registerByTelephone, seeCallsAndPrintLetter, toldByPhone } from './by-phone.ts';
import { failMessage, findAndFollow, retryStuck } from './gifts.ts';
import { chooseLook } from './own-look.ts';
import { replayAndDismiss, retryFailedWork } from './shop-notices.ts';
import { liftLimit, manageShops, seeMoney } from './shops-and-money.ts';
import { wordMessages } from './word-messages.ts';

const PIN = '739258';

const stage = aStage();
let database: Client;
let buyer: Awaited<ReturnType<typeof logIn>>;
let card: string;
/** A partly used gift, a cancelled one, one that awaits its answer, and one that phone calls were made about. */
let used: string;
let back: string;
let waiting: string;
let called: string;

beforeAll(async () => {
  const { stack, world } = stage.system;
  database = new Client({ connectionString: stack.databases.get('management')?.ownerDatabaseUrl });
  await database.connect();
  buyer = await logIn(world);
  card = await addCard(buyer, CARDS.approved);
  const phone = new Phone(world.sandbox, CAST.memberOfShop.phone);
  used = await buy(buyer, card, { phone: CAST.memberOfShop.phone });
  await acceptByLink(world, phone, PIN);
  const terminal = await enrolTerminal(world, await addTerminal(world));
  const opened = await open(terminal, CAST.memberOfShop.phone, PIN);
  expect(await redeem(terminal, opened, 20_000)).toMatchObject({ status: 201 });
  back = await buy(buyer, card, { phone: CAST.atCarrierOnly.phone });
  await buyer.door.post(`/v1/orders/${back}/cancellation`);
  await waitForState(buyer, back, 'refunded');
  waiting = await buy(buyer, card, { phone: CAST.another.phone });
  called = await buy(buyer, card, { phone: CAST.another.phone });
  await toldByPhone(database, called);
  await eventually('the notice of the use', async () => {
    const told = await database.query('select 1 from certificate_uses where order_id = $1', [used]);
    return told.rowCount === 1 ? true : undefined;
  });
});

afterAll(() => database?.end());

describe.each(viewsOf(DESK))('the operator, on a $size in $locale,', (view) => {
  test('sees the overview, follows a gift, retries what is stuck or failed, and manages shops and limits', async () => {
    const visitor = await stage.visitor(view, 'management');
    const { page, says, look } = visitor;
    await page.goto('/console');
    await enter(visitor, { login: 'operator', password: 'not-this-one' });
    await page.getByText(says('아이디나 비밀번호가 맞지 않아요.', 'Wrong login or password.')).waitFor();
    await look('console-log-in');
    await enterConsole(visitor, 'operator');

    // The numbers refresh by themselves.
    const asOf = page.getByText(says('5초마다 갱신', 'updated every 5 seconds'));
    const first = await asOf.textContent();
    await page.getByText(says('장부가 맞아요.', 'The books balance.')).waitFor();
    await look('console-live');
    await expect.poll(() => asOf.textContent(), WAIT).not.toBe(first);

    await findAndFollow(visitor, used);
    await actOnGift(visitor, await buy(buyer, card, { phone: CAST.another.phone }));
    await seeLists(visitor);
    await retryStuck(visitor, database, waiting);
    await replayAndDismiss(visitor, database, used);
    await retryFailedWork(visitor, database, waiting);
    await seeCallsAndPrintLetter(visitor, database, called);
    await registerByTelephone(visitor);
    await seeMoney(visitor);
    await manageShops(visitor);
    await wordMessages(visitor);
    await chooseLook(visitor);
    await liftLimit(stage.system.world, visitor);

    await page.goto('/console/people');
    await page.getByText('support', { exact: true }).waitFor();
    await look('console-people');
    await page.goto('/console/audit');
    await page.getByText(says('한도 초기화', 'Reset a limit'), { exact: true }).first().waitFor();
    await look('console-audit');
    await visitor.leave();
  });
});

test('the keyboard alone leads from the log-in to the signed message behind a step', async () => {
  const visitor = await stage.visitor({ size: 'desktop', locale: 'en' }, 'management');
  const { page } = visitor;
  await page.goto('/console');
  await page.getByLabel('Login', { exact: true }).waitFor();
  await tabTo(page, 'Login');
  await page.keyboard.type('operator');
  await tabTo(page, 'Password');
  await page.keyboard.type('operator-demo-2026');
  await page.keyboard.press('Enter');
  await heading(page, 'Overview');
  await tabTo(page, 'Find a gift');
  await page.keyboard.type(used);
  await page.keyboard.press('Enter');
  await page.getByText(CAST.memberOfShop.masked).first().waitFor();
  await tabTo(page, 'Haneul Store');
  await page.keyboard.press('Enter');
  await page.getByText('Shop notice: redeemed', { exact: true }).waitFor();
  await tabTo(page, 'Signed message');
  await page.keyboard.press('Enter');
  await page.getByText('Valid signature', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await visitor.leave();
});

test('the console is legible in dark mode', async () => {
  const visitor = await stage.visitor({ size: 'desktop', locale: 'ko' }, 'management');
  const { page, look } = visitor;
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.goto('/console');
  await page.getByLabel('아이디', { exact: true }).waitFor();
  await enterConsole(visitor, 'operator');
  await page.getByText('장부가 맞아요.').waitFor();
  await look('console-live-dark');
  await page.goto(`/console/gifts/${used}`);
  await page.getByText('상점 통지: 사용', { exact: true }).waitFor();
  await look('console-gift-dark');
  await visitor.leave();
});

describe('roles with fewer rights', () => {
  test.each(['support', 'auditor'] as const)('%s sees what is stuck and cannot retry it', async (login) => {
    await failMessage(database, waiting);
    const visitor = await stage.visitor({ size: 'desktop', locale: 'en' }, 'management');
    const { page } = visitor;
    await page.goto('/console/stuck');
    await page.getByLabel('Login', { exact: true }).fill(login);
    await page.getByLabel('Password', { exact: true }).fill(`${login}-demo-2026`);
    await page.getByRole('button', { name: 'Log in', exact: true }).click();
    await page.getByText('A message was not delivered.').waitFor();
    expect(await page.getByRole('button', { name: 'Retry' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Payouts' }).count()).toBe(login === 'auditor' ? 1 : 0);
    const register = page.getByRole('link', { name: 'Register by telephone' });
    expect(await register.count()).toBe(login === 'support' ? 1 : 0);
    await page.goto('/console/shops/haneul');
    await page.getByLabel('Maximum amount').waitFor();
    expect(await page.getByLabel('Maximum amount').isDisabled()).toBe(true);

    await page.goto(`/console/gifts/${used}`);
    const asked = 'Signed message: Haneul Store server: register the certificate';
    await page.getByRole('button', { name: asked }).click();
    await page.getByRole('heading', { name: 'Our request', exact: true }).waitFor();
    const shown = await page.getByRole('dialog').textContent();
    expect(shown?.includes('홍길동')).toBe(login === 'auditor');
    expect(shown).toContain(login === 'auditor' ? '+821098765432' : '010-****-5432');
    await visitor.leave();
  });

  test('a session is of no use to other sites, and no script can read it', async () => {
    const visitor = await stage.visitor({ size: 'desktop', locale: 'en' }, 'management');
    const { page, context } = visitor;
    await page.goto('/console');
    await page.getByLabel('Login', { exact: true }).waitFor();
    await enterConsole(visitor, 'operator');
    expect(await page.evaluate('document.cookie + JSON.stringify({ ...localStorage })')).not.toContain(
      'staff_',
    );
    const cookies = await context.cookies();
    // The session, and the browser, which is known from now on.
    expect(cookies.map(({ name }) => name).sort()).toEqual(['staff_browser_management', 'staff_management']);
    for (const kept of cookies) expect(kept).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const from = (origin: string, site: string) =>
      fetch(`${stage.system.stack.url('management')}/v1/staff/orders/${waiting}/retry`, {
        method: 'POST',
        headers: { cookie, origin, 'sec-fetch-site': site, 'idempotency-key': crypto.randomUUID() },
      });
    expect((await from('http://evil.example', 'cross-site')).status).toBe(403);
    expect((await from(stage.system.stack.url('shop'), 'same-site')).status).toBe(403);
    expect((await from(stage.system.stack.url('management'), 'same-origin')).status).toBe(200);
    await visitor.leave();
  });
});
