import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buy } from '../../bin/walkthrough/gift.ts';
import { addCard, CARDS, CAST, logIn } from '../../bin/walkthrough/people.ts';
import { titled } from './actions.ts';
import { DESK, viewsOf } from './browser.ts';
import { atSettlement, enter } from './staff-door.ts';
import { aStage } from './stage.ts';

const stage = aStage();
let database: Client;
let order: string;

beforeAll(async () => {
  const { stack, world } = stage.system;
  database = new Client({ connectionString: stack.databases.get('settlement')?.ownerDatabaseUrl });
  await database.connect();
  const buyer = await logIn(world);
  order = await buy(buyer, await addCard(buyer, CARDS.approved), { phone: CAST.atCarrierOnly.phone });
});
afterAll(() => database?.end());

/** A comparison that is still going on would close a difference that isn't one. */
async function hasCompared(): Promise<boolean> {
  const { rows } = await database.query(
    `select coalesce(bool_and(state = 'done'), false) as is_done from reconciliations`,
  );
  return rows[0].is_done;
}

/** The acquirer lists another amount than was captured. */
async function aDifference(): Promise<void> {
  await expect.poll(hasCompared, { timeout: 60_000 }).toBe(true);
  await database.query(
    `insert into differences (difference_id, acquirer, about, subject_id, payment_id, kind, ours_minor, theirs_minor, currency,
       theirs_currency, state, found_at, opens_at)
     select $1, 'test', 'charge', payment_id, payment_id, 'amount_differs', 50000, 49999, 'KRW', 'KRW', 'open', now(), now()
     from payments where order_id = $2`,
    [randomUUID(), order],
  );
}

describe.each(viewsOf(DESK))('the treasurer, on a $size in $locale,', (view) => {
  test('has a day compared, sees what differs, and closes it with a reason', async () => {
    const visitor = await stage.visitor(view, 'settlement');
    const { page, says, look } = visitor;
    await aDifference();
    await page.goto('/console');
    await page.getByLabel(says('아이디', 'Login'), { exact: true }).waitFor();
    await enter(visitor, atSettlement('treasurer'));
    await page.getByRole('link', { name: says('보기: 대사 불일치', 'View: Differences') }).click();
    await titled(visitor, '대사 불일치', 'Differences');
    await page.getByText(says('금액 불일치', 'Amounts differ'), { exact: true }).last().waitFor();
    await look('settlement-differences');

    const name = says('금액 불일치 종결', 'Dismiss Amounts differ');
    await page.getByRole('button', { name }).click();
    await page.getByRole('dialog').waitFor();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: says('종결', 'Dismiss'), exact: true })
      .click();
    await page.getByText(says('사유를 입력해 주세요.', 'Enter a reason.')).waitFor();
    await page.getByLabel(says('사유', 'Reason')).fill('The acquirer has corrected it.');
    await look('settlement-differences-dismiss');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: says('종결', 'Dismiss'), exact: true })
      .click();
    await page.getByText(says('불일치가 없어요', 'No differences')).waitFor();
    await page.getByLabel(says('상태', 'State')).selectOption('closed');
    await page.getByText(says('종결: The acquirer', 'Dismissed: The acquirer')).first().waitFor();

    await page.getByRole('button', { name: says('지금 비교', 'Compare now') }).click();
    await page.getByText(says('비교를 시작했어요.', 'The comparison has started.')).waitFor();
    await page.getByText('treasurer', { exact: true }).first().waitFor();
    await expect.poll(hasCompared, { timeout: 60_000 }).toBe(true);
    await page.getByText(says('내역 읽는 중', 'Reading the list')).waitFor({ state: 'detached' });
    await look('settlement-differences-compared');
    await database.query('delete from differences');
    await visitor.leave();
  });
});

test('an auditor sees differences and closes none', async () => {
  const visitor = await stage.visitor({ size: 'desktop', locale: 'en' }, 'settlement');
  const { page } = visitor;
  await aDifference();
  await page.goto('/console/differences');
  await page.getByLabel('Login', { exact: true }).waitFor();
  await enter(visitor, atSettlement('auditor'));
  await page.getByText('Ask test why.').waitFor();
  for (const name of ['Compare now', 'Dismiss Amounts differ'])
    await page.getByRole('button', { name }).waitFor({ state: 'detached' });
  await visitor.leave();
});
