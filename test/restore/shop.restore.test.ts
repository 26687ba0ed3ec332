import { afterEach, beforeEach, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../../kit/clock.ts';
import { sql } from '../../kit/db/sql.ts';
import { beginEpoch } from '../../kit/journal/epoch.ts';
import { conservation } from '../../servers/shop/books/conservation.ts';
import { reconcileShop } from '../../servers/shop/restore/reconcile-shop.ts';
import { applyNotices } from '../builders/apply-notices.ts';
import { rangeSenderOf, sequencerOf } from '../builders/journal.ts';
import { SEED } from '../harness/seed.ts';
import { checkAgreement } from '../model/whole/agreement.ts';
import { checkBooks } from '../model/whole/books.ts';
import { confirm, nameRecipient, placeOrder } from '../model/whole/buyer-verbs.ts';
import { disputePayment } from '../model/whole/dispute-verbs.ts';
import { extend } from '../model/whole/holder-verbs.ts';
import { janitor, sendNotices, timers } from '../model/whole/jobs.ts';
import { accept, cancelGift, PIN, refundAcceptedGift, refuseGift } from '../model/whole/recipient-verbs.ts';
import { endHold, hold, issue, redeem, reverse } from '../model/whole/till-verbs.ts';
import { aWorld, type World } from '../model/whole/world.ts';
import { backUp, compareParties, epochOf, findingsOf, forgetLookUps, play } from './restored-world.ts';

const BUYING = [placeOrder, nameRecipient, confirm, accept];
const AT_TILLS = [issue, redeem, redeem, redeem, reverse];
/** What others hold again after a restore of the shop. */
const TOLD = [
  ...BUYING,
  ...BUYING,
  ...AT_TILLS,
  ...AT_TILLS,
  refuseGift,
  cancelGift,
  refundAcceptedGift,
  endHold,
  disputePayment,
  disputePayment,
];

let world: World;
beforeEach(async () => {
  world = await aWorld(SEED);
});
afterEach(async () => {
  await world.close();
});

/** An hour of business after a backup; everything was told when it ends. */
async function anHourAfterBackup(): Promise<{ restore(): Promise<void> }> {
  await play(world, [...BUYING, ...BUYING, ...AT_TILLS, hold, disputePayment, sendNotices, janitor], 150);
  await checkAgreement(world);
  const backup = await backUp(world, 'shop');
  await play(world, [...TOLD, sendNotices, janitor], 150);
  world.pass(HOUR_MS);
  await checkAgreement(world);
  return backup;
}

test('a shop that is restored to an hour ago and doesn’t know it finds out, does no business, and has everything again that was told', async () => {
  const { restore } = await anHourAfterBackup();
  const told = await rangesOf(world);
  await restore();
  expect((await rangesOf(world)).length).toBeLessThan(told.length);

  const check = await compareParties(world);
  expect(check.isCompared('management')).toBe(false);
  expect(await epochOf(world)).toMatchObject({ epoch_no: 2n, reason: 'held_by_party', reconciled_at: null });
  const [till] = world.doors.tills;
  const body = { phone: '+821098765432', pin: '739258' };
  expect(await till?.('POST', '/v1/verifications', body)).toMatchObject({
    status: 503,
    body: { code: 'restoring' },
  });

  expect(await reconcileShop(world.running.shop.context)).toBe(1);
  expect(await reconcileShop(world.running.shop.context)).toBe(0);
  expect(await rangesOf(world)).toEqual(told);
  expect(await findingsOf(world)).toEqual([]);
  await forgetLookUps(world);
  // Holds that were released since are held again, until they expire.
  await timers(world);
  await checkBooks(world);
  await checkAgreement(world);

  // It goes on after what management holds, in its new epoch.
  await play(world, [...TOLD, hold, sendNotices, janitor], 100);
  await checkAgreement(world);
  expect((await rangesOf(world)).length).toBeGreaterThan(told.length);
  const named = await sql<{ epoch_no: bigint }>`
    select epoch_no from inbox_epochs where sender = 'shop:haneul' order by epoch_no`.execute(
    world.running.management.context.db,
  );
  expect(named.rows).toEqual([{ epoch_no: 1n }, { epoch_no: 2n }]);
});

test('one that was told so fetches the same, however often it is interrupted', async () => {
  const { restore } = await anHourAfterBackup();
  const told = await rangesOf(world);
  await restore();
  const { context } = world.running.shop;
  await beginEpoch(context.db, { reason: 'restored' }, context.clock());
  const common = (await rangesOf(world)).at(-1)?.range_no ?? 0n;
  // The first look at what was called, at what is held, and the one after all of it was stored.
  for (const pathEnd of ['Z', `after=${common}`, `after=${told.at(-1)?.range_no}`]) {
    world.wire.arm({ at: 'management', pathEnd, kind: 'answer_lost' });
    expect([pathEnd, await reconcileShop(context), world.wire.disarm()]).toEqual([pathEnd, 0, true]);
  }
  expect(await reconcileShop(context)).toBe(1);
  expect(await rangesOf(world)).toEqual(told);
  expect(await findingsOf(world)).toEqual([]);
  await forgetLookUps(world);
  await timers(world);
  await checkAgreement(world);
});

test('what nobody was told is named: that a certificate was extended, in the history of its later uses', async () => {
  await play(world, [...BUYING, ...BUYING, redeem, sendNotices, janitor], 100);
  await checkAgreement(world);
  const { restore } = await backUp(world, 'shop');
  await play(world, [extend], 10);
  await play(world, [redeem], 40);
  await checkAgreement(world);
  await restore();
  await compareParties(world);
  await reconcileShop(world.running.shop.context);
  const findings = await findingsOf(world);
  expect(findings.length).toBeGreaterThan(0);
  expect(new Set(findings.map(({ kind }) => kind))).toEqual(new Set(['entry_not_restored']));
  const shown = await sql<{ n: bigint }>`
    select count(*) as n from certificate_entries where kind = 'not_restored'`.execute(
    world.running.shop.context.db,
  );
  expect(Number(shown.rows[0]?.n)).toBeGreaterThanOrEqual(findings.length);
  await forgetLookUps(world);
  await checkAgreement(world);
});

test('what was sold before anybody noticed is neither lost nor takes the place of what was told before', async () => {
  const { restore } = await anHourAfterBackup();
  await restore();
  const before = await usesHeld();
  await play(world, [openAndRedeem], 8);
  await sequencerOf(world.running.shop.context).fixOrder();
  await compareParties(world);
  await reconcileShop(world.running.shop.context);

  const { context } = world.running.shop;
  const [books] = await conservation(context.db);
  expect(books?.differences).toEqual([]);
  const here = await sql<{ fact_id: string }>`
    select fact_id from journal_ids where fact_id = any(${before}::uuid[])`.execute(context.db);
  expect(here.rows.length).toBe(before.length);

  world.pass(MINUTE_MS);
  const sender = rangeSenderOf(context, ({ problem }) => expect(problem).toBe('no batch is refused'));
  await sequencerOf(context).fixOrder();
  while ((await sender.sendDue()) > 0);
  await applyNotices(world.running.management);
  const sold = await sql<{ redemption_id: string }>`select redemption_id from redemptions`.execute(
    context.db,
  );
  const { db } = world.running.management.context;
  const known = await sql<{ id: string | null }>`
    select redemption_id::text as id from certificate_uses
    union select content ->> 'redemption_id' from inbox where kind = 'certificate_redeemed'`.execute(db);
  const told = new Set(known.rows.map(({ id }) => id));
  expect(sold.rows.filter(({ redemption_id }) => !told.has(redemption_id))).toEqual([]);
});

/** A use at a till by whoever has the phone, of whatever it opens. */
async function openAndRedeem({ doors, random }: World): Promise<void> {
  const [till] = doors.tills;
  const phone = random.pick(['+821098765432', '+821055556666', '+821033334444']);
  const opened = await till?.('POST', '/v1/verifications', { phone, pin: PIN });
  if (opened?.status !== 201) return;
  const { certificates, verification_token } = opened.body;
  const [first] = certificates as { certificate_id: string; balance_minor: number }[];
  if (first === undefined || first.balance_minor === 0) return;
  const lines = [{ certificate_id: first.certificate_id, amount_minor: Math.ceil(first.balance_minor / 2) }];
  const sale = { verification_token, sale_reference: 'after the restore', lines };
  expect(await till?.('POST', '/v1/redemptions', sale)).toMatchObject({ status: 201 });
}

async function usesHeld(): Promise<string[]> {
  const found = await sql<{ redemption_id: string }>`
    select redemption_id from certificate_uses where kind = 'redeemed'`.execute(
    world.running.management.context.db,
  );
  return found.rows.map(({ redemption_id }) => redemption_id);
}

async function rangesOf({ running }: World) {
  const found = await sql<{ range_no: bigint; digest: string }>`
    select range_no, encode(digest, 'hex') as digest from journal_ranges where party = 'management'
    order by range_no`.execute(running.shop.context.db);
  return found.rows;
}
