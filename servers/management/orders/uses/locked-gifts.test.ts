import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { SECOND_MS } from '../../../../kit/clock.ts';
import { sql } from '../../../../kit/db/sql.ts';
import type { App } from '../../../../kit/http/app.ts';
import { noticeApplier } from '../../../../kit/notices/notice-applier.ts';
import { anAcceptedGift, eventsOf } from '../../../../test/builders/gifts.ts';
import { aManagement, type TestManagement } from '../../../../test/builders/management.ts';
import { aUseOf } from '../../../../test/builders/notices.ts';
import { aTellingShop } from '../../../../test/builders/telling-shop.ts';
import { createManagementApp } from '../../app.ts';
import { conservation } from '../../books/conservation.ts';
import { noticeReader } from './notice-reader.ts';

let management: TestManagement;
let app: App;
let owner: Client;
let shop: ReturnType<typeof aTellingShop>;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
  owner = new Client({ connectionString: management.ownerUrl });
  await owner.connect();
  shop = aTellingShop(management, app, management.shop.key);
});
afterAll(async () => {
  const books = await conservation(management.context.db);
  await owner.end();
  await app.close();
  await management.close();
  expect(books).toMatchObject([{ currency: 'KRW', holds: true }]);
});
beforeEach(() => management.pass(10 * SECOND_MS));

const usesOf = async (orderId: string) =>
  (await eventsOf(management, orderId)).filter((kind) => kind === 'used').length;

/** How often it was tried is not looked at: on a slow machine the next attempt is due at once. */
async function reasons(orderId: string) {
  const found = await sql<{ reason: string }>`
    select reason from unapplied_notices where subject_id = ${orderId} and applied_at is null
    order by batch_no, line_no`.execute(management.context.db);
  return found.rows.map(({ reason }) => reason);
}

test('a gift whose balance somebody else has locked is put aside without waiting for it', async () => {
  const [locked, free] = [await anAcceptedGift(management), await anAcceptedGift(management)];
  await owner.query('start transaction');
  await owner.query(
    `select 1 from ledger_balances join ledger_accounts a using (account_id)
     where a.code = 'certificate' and a.subject_id = $1 for update of ledger_balances`,
    [locked],
  );
  await shop.tell([
    { content: aUseOf(locked, 1_000, 49_000, 2) },
    { content: aUseOf(free, 1_000, 49_000, 2) },
    { content: aUseOf(locked, 1_000, 48_000, 3) },
  ]);
  const applier = noticeApplier(management.context, noticeReader(management.context));
  await applier.applyAll();
  expect([await usesOf(locked), await usesOf(free)]).toEqual([0, 1]);
  expect(await reasons(locked)).toEqual(['busy', 'behind_another']);
  await owner.query('commit');
  management.pass(SECOND_MS);
  await applier.applyAll();
  expect([await usesOf(locked), await reasons(locked)]).toEqual([2, []]);
  await applier.stop();
});

test.each(['55P03', '57014'])(
  'what fails with %s is not poisoned: it is tried again at once',
  async (code) => {
    const [held, free] = [await anAcceptedGift(management), await anAcceptedGift(management)];
    await owner.query(`
    create function not_now() returns trigger language plpgsql as $$
      begin raise exception 'not now' using errcode = '${code}'; end $$;
    create trigger not_now before insert on certificate_uses for each row when (new.order_id = '${held}')
      execute function not_now()`);
    await shop.tell([
      { content: aUseOf(held, 1_000, 49_000, 2) },
      { content: aUseOf(free, 1_000, 49_000, 2) },
    ]);
    const applier = noticeApplier(management.context, noticeReader(management.context));
    await applier.applyAll();
    expect([await usesOf(held), await usesOf(free)]).toEqual([0, 1]);
    expect(await reasons(held)).toEqual(['busy']);
    await owner.query('drop function not_now cascade');
    management.pass(SECOND_MS);
    await applier.applyAll();
    expect(await usesOf(held)).toBe(1);
    await applier.stop();
  },
);
