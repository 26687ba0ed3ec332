import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { press, titled } from './actions.ts';
import { DESK, PHONE, type View, type Visitor, WAIT } from './browser.ts';
import { atSettlement, enter, OWNER, type StaffLogIn } from './staff-door.ts';
import { aStage } from './stage.ts';

/** The same password, another person. */
const SECOND = { ...OWNER, login: 'haneul-second' };
const NARROW = { viewport: { width: 320, height: 640 } };

const stage = aStage();
let database: Client;

beforeAll(async () => {
  database = new Client({
    connectionString: stage.system.stack.databases.get('shop')?.ownerDatabaseUrl,
  });
  await database.connect();
  await database.query(
    `insert into staff (staff_id, login, name, role, password_hash, created_at)
     select $1, $2, '두 번째 점주', role, password_hash, now() from staff where login = $3`,
    [randomUUID(), SECOND.login, OWNER.login],
  );
});
afterAll(() => database?.end());

async function atOffice(view: View, who: StaffLogIn, more = {}): Promise<Visitor> {
  const visitor = await stage.visitor(view, 'shop', more);
  await visitor.page.goto('/office/bank-account');
  await enter(visitor, who);
  await titled(visitor, '입금 계좌', 'Bank account');
  return visitor;
}

test('two owners ask for another account, and settlement’s staff take it over', async () => {
  const owner = await atOffice(PHONE, OWNER, NARROW);
  await owner.look('office-bank-account-none');
  await press(owner, '계좌 변경', 'Change account');
  const form = owner.page.getByRole('dialog');
  await form.getByLabel('은행 코드').fill('088');
  await form.getByLabel('계좌번호').fill('12');
  await form.getByLabel('예금주').fill('하늘상점');
  await form.getByRole('button', { name: '계좌 변경' }).click();
  await form.getByText('은행 코드 세 자리와 계좌번호를 확인해 주세요').waitFor();
  await owner.look('office-bank-account-wrong');
  await form.getByLabel('계좌번호').fill('110-234-567890');
  await form.getByRole('button', { name: '계좌 변경' }).click();
  await owner.page.getByText('다른 점주 확인 대기').waitFor();
  expect(await owner.page.getByRole('button', { name: /^확인/ }).count()).toBe(0);
  await owner.look('office-bank-account-entered');

  const second = await atOffice(DESK, SECOND);
  await second.page.goto('/office');
  await second.page.getByRole('region', { name: 'A new bank account needs' }).waitFor();
  await second.look('office-bank-account-waits');
  await second.page.getByRole('link', { name: 'Review' }).click();
  await second.page.getByRole('button', { name: 'Confirm: 088 …7890' }).click();
  await second.look('office-bank-account-confirm');
  await second.page.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
  await second.page.getByText('Being sent to settlement').first().waitFor();
  await expect
    .poll(async () => {
      await second.page.reload();
      await titled(second, '입금 계좌', 'Bank account');
      return second.page.getByText('With settlement', { exact: true }).count();
    }, WAIT)
    .toBe(1);

  const treasurer = await stage.visitor(DESK, 'settlement');
  await treasurer.page.goto('/console/accounts');
  await enter(treasurer, atSettlement('treasurer'));
  await treasurer.page.getByRole('heading', { name: 'Requested by shops' }).waitFor();
  await treasurer.look('settlement-account-requested');
  await treasurer.page.getByRole('button', { name: 'Take over: shop:haneul' }).click();
  await treasurer.page.getByRole('dialog').getByRole('button', { name: 'Take over' }).click();
  await treasurer.page.getByRole('heading', { name: 'Requested by shops' }).waitFor({ state: 'detached' });
  await treasurer.look('settlement-account-taken-over');

  await expect
    .poll(async () => {
      await owner.page.reload();
      await titled(owner, '입금 계좌', 'Bank account');
      return owner.page.getByText('정산 최종 확인 중').count();
    }, WAIT)
    .toBe(1);
  await owner.look('office-bank-account-taken-over');
  for (const visitor of [owner, second, treasurer]) await visitor.leave();
});
