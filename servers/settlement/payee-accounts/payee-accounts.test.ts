import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { aStaffMember } from '../../../test/builders/sessions.ts';
import { aSettlement } from '../../../test/builders/settlement.ts';
import { readBankAccount } from './account.ts';
import { confirmAccount, refuseAccount } from './decide-account.ts';
import { enterAccount } from './enter-account.ts';
import { accountsOf, accountsOfShop, listAccounts } from './list-accounts.ts';

let settlement: Awaited<ReturnType<typeof aSettlement>>;
let first: string;
let second: string;
beforeAll(async () => {
  settlement = await aSettlement();
  first = await aStaffMember(settlement, 'treasurer');
  second = await aStaffMember(settlement, 'treasurer');
});
afterAll(() => settlement?.base.drop());

const NUMBER = '110-234-567890';
const enter = (payee: string, number = NUMBER, holder = '하늘상점') =>
  inTransaction(settlement.context.db, (tx) =>
    enterAccount(settlement.context, tx, first, {
      ...{ payee, currency: 'KRW', holder },
      account: { bank_code: '088', number },
    }),
  );
const confirm = (staff: string, id: string) =>
  inTransaction(settlement.context.db, (tx) => confirmAccount(settlement.context, tx, staff, id));
const refuse = (staff: string, account_id: string) =>
  inTransaction(settlement.context.db, (tx) =>
    refuseAccount(settlement.context, tx, staff, { account_id, reason: 'wrong number' }),
  );
const statesOf = async (payee: string) => {
  const { db } = settlement.context;
  return (await listAccounts(db, settlement.context, { payee, limit: 10 })).map(({ state }) => state);
};
const idOf = (entered: Awaited<ReturnType<typeof enter>>) => (entered.ok ? entered.value.account_id : '');

test('one person enters an account, another confirms it, and the one before it ends', async () => {
  const payee = 'shop:first';
  const before = idOf(await enter(payee));
  expect(await confirm(first, before)).toMatchObject({ code: 'other_person_needed' });
  expect(await confirm(second, before)).toMatchObject({ ok: true, value: { state: 'confirmed' } });
  expect(await confirm(second, before)).toMatchObject({ code: 'wrong_state' });
  const after = idOf(await enter(payee, '3520123456789'));
  expect(await statesOf(payee)).toEqual(['entered', 'confirmed']);
  await confirm(second, after);
  expect(await statesOf(payee)).toEqual(['confirmed', 'ended']);
  expect(await accountsOf(settlement.context.db, payee)).toMatchObject([
    { last4: '6789', bank_code: '088' },
    { last4: '7890', paid_to_until: expect.any(String) },
  ]);
  expect(await confirm(second, randomUUID())).toMatchObject({ code: 'bank_account_not_found' });
});

test('the database, too, insists on a second person', async () => {
  const id = idOf(await enter('shop:forced'));
  const forced = sql`
    update payee_accounts set state = 'confirmed', decided_by = ${first}, decided_at = now()
    where account_id = ${id}`.execute(settlement.context.db);
  await expect(forced).rejects.toThrow('account_confirmed_by_another');
});

test('an account that waits can be refused, by whoever entered it, too, and then another is entered', async () => {
  const payee = 'shop:second';
  const id = idOf(await enter(payee));
  expect(await enter(payee)).toMatchObject({ code: 'wrong_state' });
  expect(await refuse(first, id)).toMatchObject({ ok: true, value: { state: 'refused' } });
  expect(await refuse(first, id)).toMatchObject({ code: 'wrong_state' });
  expect(await refuse(first, randomUUID())).toMatchObject({ code: 'bank_account_not_found' });
  expect(await enter(payee)).toMatchObject({ ok: true });
});

test('a shop is told of each step of its own accounts, the latest first, and of nobody else’s', async () => {
  const { context, base } = settlement;
  const payee = 'shop:told';
  await enter('shop:other');
  const told = () => accountsOfShop(context.db, payee);
  const at = base.time.now.toISOString();
  const before = idOf(await enter(payee));
  expect(await told()).toEqual([
    {
      account_id: before,
      currency: 'KRW',
      bank_code: '088',
      last4: '7890',
      state: 'entered',
      entered_at: at,
    },
  ]);
  await confirm(second, before);
  base.time.now = addMs(base.time.now, MINUTE_MS);
  const later = base.time.now.toISOString();
  await refuse(first, idOf(await enter(payee)));
  const after = idOf(await enter(payee, '3520123456789'));
  base.time.now = addMs(base.time.now, MINUTE_MS);
  const latest = base.time.now.toISOString();
  await confirm(second, after);
  const [one, two, three] = await told();
  const both = [one, two].sort((a, b) => (a?.state ?? '').localeCompare(b?.state ?? ''));
  expect(both).toMatchObject([
    { account_id: after, state: 'confirmed', entered_at: later, decided_at: latest },
    { account_id: before, state: 'ended', entered_at: at, decided_at: at, ended_at: latest },
  ]);
  expect(three).toMatchObject({ state: 'refused', entered_at: later, decided_at: later });
});

test('what is no account, or no name, is refused', async () => {
  expect(await enter('shop:third', '12')).toMatchObject({ code: 'bank_account_invalid' });
  expect(await enter('shop:third', NUMBER, ' ')).toMatchObject({ code: 'name_invalid' });
});

test('number and holder are sealed, and only the bank is given the number', async () => {
  const payee = 'shop:sealed';
  const id = idOf(await enter(payee));
  const rows = await sql<{ row: string }>`
    select encode(number_sealed, 'escape') || encode(holder_sealed, 'escape') || last4 as row
    from payee_accounts where account_id = ${id}
    union all select body from journal where subject_id = ${id}`.execute(settlement.context.db);
  expect(rows.rows).toHaveLength(2);
  for (const { row } of rows.rows) {
    expect(row).toContain('7890');
    expect(row).not.toContain('110234567890');
    expect(row).not.toContain('하늘');
  }
  const { db } = settlement.context;
  const [listed] = await listAccounts(db, settlement.context, { payee, limit: 1 });
  expect(listed).toMatchObject({ last4: '7890', holder: '하늘상점' });
  expect(JSON.stringify(listed)).not.toContain('110234567890');
  expect(await readBankAccount(db, settlement.context, id)).toEqual({
    account: { kind: 'kr', bank_code: '088', number: '110234567890' },
    holder: '하늘상점',
  });
});
