import { afterEach, beforeEach, expect, test } from 'vitest';
import { HOUR_MS } from '../../kit/clock.ts';
import { sql } from '../../kit/db/sql.ts';
import { readEpoch } from '../../kit/journal/epoch.ts';
import { reconcileManagement, restoreCheck } from '../../servers/management/restore/reconcile-management.ts';
import { matchPayouts } from '../../servers/management/restore/restore-payouts.ts';
import { applyNotices } from '../builders/apply-notices.ts';
import { rangeSenderOf } from '../builders/journal.ts';
import { SEED } from '../harness/seed.ts';
import { checkAgreement } from '../model/whole/agreement.ts';
import { checkBooks } from '../model/whole/books.ts';
import { abandon, confirm, nameRecipient, placeOrder } from '../model/whole/buyer-verbs.ts';
import { giveToSeveral } from '../model/whole/group-verbs.ts';
import { janitor, payOut, sendNotices } from '../model/whole/jobs.ts';
import { accept, cancelGift, refundAcceptedGift, refuseGift } from '../model/whole/recipient-verbs.ts';
import { issue, redeem, reverse } from '../model/whole/till-verbs.ts';
import { aWorld, type World } from '../model/whole/world.ts';
import { backUp, findingsOf, play } from './restored-world.ts';

const BUYING = [placeOrder, giveToSeveral, nameRecipient, nameRecipient, confirm, confirm, accept, accept];
const ENDING = [abandon, refuseGift, cancelGift, refundAcceptedGift];
const USING = [issue, redeem, redeem, reverse, sendNotices, payOut, janitor];

let world: World;
beforeEach(async () => {
  world = await aWorld(SEED);
});
afterEach(async () => {
  await world.close();
});

async function anHourAfterBackup(): Promise<{ restore(): Promise<void> }> {
  await play(world, [...BUYING, ...BUYING, ...ENDING, ...USING], 40);
  await checkAgreement(world);
  const backup = await backUp(world, 'management');
  await play(world, [...BUYING, ...BUYING, ...ENDING, ...USING], 70);
  world.pass(HOUR_MS);
  await checkAgreement(world);
  return backup;
}

type Known = Record<'orders' | 'groups' | 'balances' | 'uses' | 'payouts' | 'calls', unknown>;

/**
 * What management knows of gifts that were paid, of money, uses and payouts. Uses that it was only about to pay out, as when they
 * come to less than nothing, are none of a payout's: nobody was asked.
 */
async function knownOf({ running }: World): Promise<Known | undefined> {
  const found = await sql<Known>`
    select (select json_agg(o order by order_id) from (
        select order_id, group_id, member_id, shop_id, payment_route, amount_minor, state, end_reason, recipient_name,
          recipient_phone, recipient_email, deliver_at, answer_by
        from orders where captured_at is not null) o) as orders,
      (select json_agg(g order by group_id) from (
        select group_id, amount_minor, confirmed_minor, state from order_groups where state = 'captured') g) as groups,
      (select json_agg(b order by code, subject_id) from (
        select code, subject_id, balance_minor from ledger_accounts join ledger_balances using (account_id)) b) as balances,
      (select json_agg(u order by order_id, entry_no) from (
        select order_id, entry_no, kind, redemption_id, amount_minor, payouts.payout_id
        from certificate_uses left join payouts using (payout_id)) u) as uses,
      (select json_agg(p order by payout_id) from (
        select payout_id, shop_id, gross_minor, commission_minor, state from payouts) p) as payouts,
      (select json_agg(c order by call_id) from (
        select call_id, party, path, body, purpose, state from calls
        where purpose in ('capture', 'capture_group', 'register', 'accept', 'cancel', 'refund', 'pay_out')
          and state = 'done') c) as calls`.execute(running.management.context.db);
  return found.rows[0];
}

/** The shop tells again what it has told since. */
async function hearNotices({ running }: World): Promise<void> {
  const sender = rangeSenderOf(running.shop.context, ({ problem }) =>
    expect(problem).toBe('no batch is refused'),
  );
  while ((await sender.sendDue()) > 0);
  await applyNotices(running.management);
}

/** Whom an order was to go to is told to nobody before it was paid, and links that were sent open nothing any more. */
async function forgetUnpaid({ running, model }: World): Promise<void> {
  const found = await sql<{ order_id: string; state: string }>`
    select order_id, state from orders`.execute(running.management.context.db);
  const states = new Map(found.rows.map(({ order_id, state }) => [order_id, state]));
  // A gift of a group that was not paid has never been told to anybody.
  for (const gift of model.gifts.filter(({ order_id }) => !states.has(order_id))) {
    expect(gift).toMatchObject({ captured: false, certificate: { state: 'none' } });
    model.gifts.splice(model.gifts.indexOf(gift), 1);
  }
  for (const gift of model.gifts) {
    gift.offerToken = undefined;
    if (gift.state === 'awaiting_confirmation' && states.get(gift.order_id) === 'authorised')
      Object.assign(gift, { state: 'authorised', named: undefined });
  }
}

test('a management server that is restored to an hour ago finds out, does no business, and knows every gift again that was paid', async () => {
  const { restore } = await anHourAfterBackup();
  const known = await knownOf(world);
  await restore();
  expect(await knownOf(world)).not.toEqual(known);

  const { context } = world.running.management;
  await restoreCheck(context).round();
  await context.restoreGate.look(context.db);
  expect(await readEpoch(context.db)).toMatchObject({ epoch_no: 2n, reason: 'held_by_party' });
  const body = { shop_id: 'haneul', amount_minor: 10_000, currency: 'KRW', payment_method_id: 'any' };
  const refused = await world.doors.buyer('POST', '/v1/orders', body);
  expect(refused).toMatchObject({ status: 503, body: { code: 'restoring' } });

  // It is interrupted, and goes on.
  for (const at of ['settlement', 'shop'] as const) {
    world.wire.arm({ at, pathEnd: 'Z', kind: 'answer_lost' });
    expect([await reconcileManagement(context), world.wire.disarm()]).toEqual([0, true]);
  }
  expect(await reconcileManagement(context)).toBe(1);
  expect(await reconcileManagement(context)).toBe(0);
  await forgetUnpaid(world);
  await hearNotices(world);
  while ((await matchPayouts(context)) > 0);
  await janitor(world);
  const findings = await findingsOf(world, 'management');
  expect(new Set(findings.map(({ kind }) => kind))).toEqual(new Set(['message_not_restored']));
  expect(await knownOf(world)).toEqual(known);
  await checkBooks(world);
  await checkAgreement(world);

  await play(world, [...BUYING, ...ENDING, ...USING], 30);
  await checkAgreement(world);
});
