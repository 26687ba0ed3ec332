import { afterEach, beforeEach, expect, test } from 'vitest';
import { MADE_CALLS_PATH } from '../../contracts/made-calls.ts';
import { HOUR_MS } from '../../kit/clock.ts';
import { sql } from '../../kit/db/sql.ts';
import { readEpoch } from '../../kit/journal/epoch.ts';
import { CallsCheck } from '../../kit/restore/calls-check.ts';
import { lostAnswer } from '../../kit/restore/lost-calls.ts';
import { pollAcquirer } from '../../servers/settlement/payments/poll-acquirer.ts';
import { payersOf, reconcileSettlement } from '../../servers/settlement/restore/reconcile-settlement.ts';
import { SEED } from '../harness/seed.ts';
import { checkAgreement } from '../model/whole/agreement.ts';
import { checkBooks } from '../model/whole/books.ts';
import { abandon, confirm, nameRecipient, placeOrder } from '../model/whole/buyer-verbs.ts';
import { giveToSeveral } from '../model/whole/group-verbs.ts';
import { janitor, payOut, sendNotices } from '../model/whole/jobs.ts';
import { accept, cancelGift, refundAcceptedGift, refuseGift } from '../model/whole/recipient-verbs.ts';
import { redeem } from '../model/whole/till-verbs.ts';
import { aWorld, type World } from '../model/whole/world.ts';
import { backUp, findingsOf, play } from './restored-world.ts';

const BUYING = [placeOrder, giveToSeveral, nameRecipient, nameRecipient, confirm, confirm, accept, accept];
const ENDING = [abandon, refuseGift, cancelGift, refundAcceptedGift];
const PAYING = [redeem, redeem, sendNotices, payOut, janitor];

let world: World;
beforeEach(async () => {
  world = await aWorld(SEED);
});
afterEach(async () => {
  await world.close();
});

async function anHourAfterBackup(): Promise<{ restore(): Promise<void> }> {
  await play(world, [...BUYING, ...BUYING, ...ENDING, ...PAYING], 30);
  await checkAgreement(world);
  const backup = await backUp(world, 'settlement');
  await play(world, [...BUYING, ...BUYING, ...ENDING, ...PAYING], 50);
  world.pass(HOUR_MS);
  await checkAgreement(world);
  return backup;
}

async function moneyOf({ running }: World): Promise<unknown> {
  const found = await sql`
    select (select json_agg(p order by order_id) from (
        select payment_id, order_id, payer_party, payee, amount_minor, captured_minor, refunded_minor, status, acquirer
        from payments where status not in ('processing', 'requires_action', 'authorised', 'expired', 'declined', 'voided')) p) as payments,
      (select json_agg(b order by code, subject_id) from (
        select code, subject_id, balance_minor from ledger_accounts join ledger_balances using (account_id)) b) as balances,
      (select json_agg(o order by payout_id) from (
        select payout_id, payee, net_minor, commission_minor, state from payouts) o) as payouts`.execute(
    running.settlement.context.db,
  );
  return found.rows[0];
}

test('a settlement server that is restored to an hour ago finds out, answers nobody, and has all money again that it answered for', async () => {
  const { restore } = await anHourAfterBackup();
  const money = await moneyOf(world);
  await restore();
  expect(await moneyOf(world)).not.toEqual(money);

  const { context } = world.running.settlement;
  const asking = { ...context, parties: payersOf(context), madeCallsPath: MADE_CALLS_PATH };
  const check = new CallsCheck({ ...asking, lostCall: lostAnswer(asking) });
  await check.round();
  await context.restoreGate.look(context.db);
  expect(await readEpoch(context.db)).toMatchObject({ epoch_no: 2n, reason: 'held_by_party' });
  const [someGift] = world.model.gifts;
  const said = await world.doors.payer('GET', `/v1/peer/payments/by-order/${someGift?.order_id}`);
  expect(said).toMatchObject({ status: 503, body: { code: 'restoring' } });

  // It is interrupted, and goes on.
  world.wire.arm({ at: 'management', pathEnd: 'Z', kind: 'answer_lost' });
  expect([await reconcileSettlement(context), world.wire.disarm()]).toEqual([0, true]);
  expect(await reconcileSettlement(context)).toBe(1);
  expect(await reconcileSettlement(context)).toBe(0);
  expect(await findingsOf(world, 'settlement')).toEqual([]);
  expect(await moneyOf(world)).toEqual(money);
  // What was still open is asked of the acquirer, as ever.
  while ((await pollAcquirer(context)) > 0);
  await checkBooks(world);
  await checkAgreement(world);

  // What comes again under its key has its answer, and business goes on.
  await play(world, [...BUYING, ...ENDING, ...PAYING], 25);
  await checkAgreement(world);
});
