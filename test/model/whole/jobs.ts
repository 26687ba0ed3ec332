import { expect } from 'vitest';
import { NOTICE_BATCHES_PATH } from '../../../contracts/notices.ts';
import { PAYOUTS_PATH } from '../../../contracts/settlement-payouts.ts';
import { DAY_MS, SECOND_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { RefusedBatch } from '../../../kit/notices/refused-batches.ts';
import { driveDueShares } from '../../../servers/management/groups/due-groups.ts';
import {
  checkWaitingPayments,
  deliverScheduled,
  expireOffers,
  releaseUnconfirmed,
  remindRecipients,
} from '../../../servers/management/orders/due-orders.ts';
import { settleUnknown } from '../../../servers/management/settle-calls.ts';
import { followPayouts } from '../../../servers/management/shops/follow-payouts.ts';
import { payOutDaily } from '../../../servers/management/shops/pay-out.ts';
import { expireAuthorisations } from '../../../servers/settlement/payments/expire.ts';
import { pollAcquirer } from '../../../servers/settlement/payments/poll-acquirer.ts';
import { pollRequests } from '../../../servers/settlement/payments/poll-requests.ts';
import { askBanks } from '../../../servers/settlement/payouts/ask-banks.ts';
import { gatherBatches } from '../../../servers/settlement/payouts/gather-batch.ts';
import { sendBatches } from '../../../servers/settlement/payouts/send-batch.ts';
import { expireCertificates } from '../../../servers/shop/certificates/expire-certificates.ts';
import { retryRelays } from '../../../servers/shop/payments/relay-payment.ts';
import { expireHolds } from '../../../servers/shop/redeem/holds.ts';
import { applyNotices } from '../../builders/apply-notices.ts';
import { rangeSenderOf, sequencerOf } from '../../builders/journal.ts';
import { catchUp } from './catch-up.ts';
import type { ShopId } from './model.ts';
import { BEFORE_CAPTURE, bookFact, CONFIRM_MS, expectRefusal, injectFault } from './rules.ts';
import type { World } from './world.ts';

/** Retries everything whose outcome is unknown. */
export async function janitor(world: World): Promise<void> {
  const { running } = world;
  world.pass((10 + world.random.upTo(20)) * SECOND_MS);
  while ((await retryRelays(running.shop.context)) > 0);
  while ((await settleUnknown(running.management.context)) > 0);
  while ((await driveDueShares(running.management.context)) > 0);
  await settlePayouts(world);
  await catchUp(world, 'janitor');
}

/** Payouts that were asked for go to the bank, which pays them, and management hears of it. */
async function settlePayouts(world: World): Promise<void> {
  const { running, model } = world;
  const { context } = running.settlement;
  while ((await gatherBatches(context)) > 0);
  while ((await sendBatches(context)) > 0);
  world.pass(10 * SECOND_MS);
  while ((await askBanks(context)) > 0);
  while ((await followPayouts(running.management.context)) > 0);
  for (const payout of model.payouts) payout.paid = true;
}

/** Runs all jobs that are due, on all servers. */
export async function timers(world: World): Promise<void> {
  const { management, settlement, shop } = world.running;
  const jobs = [
    () => pollAcquirer(settlement.context),
    () => checkWaitingPayments(management.context),
    () => expireAuthorisations(settlement.context),
    () => pollRequests(settlement.context),
    () => releaseUnconfirmed(management.context),
    () => expireOffers(management.context),
    () => remindRecipients(management.context),
    () => deliverScheduled(management.context),
    () => expireHolds(shop.context),
    () => expireCertificates(shop.context),
  ];
  for (const job of jobs) while ((await job()) > 0);
  await catchUp(world, 'timers');
  expectNothingOverdue(world);
  applyExpiries(world);
  await payDaily(world);
}

function expectNothingOverdue({ model, nowMs }: World): void {
  const now = nowMs();
  const overdue = model.gifts.filter(
    ({ state, createdAt, answerBy, deliverAt }) =>
      (BEFORE_CAPTURE.includes(state) && now >= createdAt + CONFIRM_MS) ||
      (state === 'offered' && now >= answerBy) ||
      (state === 'scheduled' && now >= (deliverAt ?? 0)),
  );
  expect(overdue).toEqual([]);
}

/** Holds first, since a certificate does not expire while value on it is held. */
function applyExpiries({ model, nowMs }: World): void {
  const now = nowMs();
  for (const held of model.holds.filter(({ expiresAt }) => expiresAt <= now)) {
    held.gift.certificate.held -= held.amount;
    model.holds.splice(model.holds.indexOf(held), 1);
  }
  for (const begun of model.checkouts.filter(({ expiresAt }) => expiresAt <= now)) {
    for (const { gift, amount } of begun.parts) gift.certificate.held -= amount;
    model.checkouts.splice(model.checkouts.indexOf(begun), 1);
  }
  for (const gift of model.gifts) {
    const { certificate } = gift;
    if (certificate.state !== 'active' || certificate.expiresAt > now || certificate.held > 0) continue;
    if (certificate.balance > 0) model.facts.push({ kind: 'expired', gift, amount: certificate.balance });
    Object.assign(certificate, { state: 'expired', balance: 0 });
  }
}

/** The shop sends its notices, in order; a batch or its acknowledgement may be lost, and is sent again. */
export async function sendNotices(world: World): Promise<void> {
  const { running, model } = world;
  world.pass(world.random.upTo(60) * SECOND_MS);
  const injected = injectFault(world, [{ at: 'management', pathEnd: NOTICE_BATCHES_PATH }], 15);
  const { context } = running.shop;
  const refused = ({ problem }: RefusedBatch) => expect(problem).toBe('no batch is refused');
  await sequencerOf(context).fixOrder();
  const sender = rangeSenderOf(context, refused);
  let acknowledged = 0;
  for (let sent = -1; sent !== 0; acknowledged += sent) sent = await sender.sendDue();
  const fault = injected();
  await applyNotices(running.management);
  await readInbox(world);
  if (fault === undefined && !model.batchLost)
    expect(model.told, await lastProblem(world)).toBe(model.facts.length);
  if (fault !== undefined) model.batchLost = true;
  else if (acknowledged > 0) model.batchLost = false;
  await catchUp(world, 'notices');
}

async function lastProblem({ running }: World): Promise<string> {
  const found = await sql<{ last_problem: string | null }>`
    select last_problem from journal_ranges where acknowledged_at is null order by range_no`.execute(
    running.shop.context.db,
  );
  return `notices did not arrive: ${found.rows[0]?.last_problem}`;
}

/** Reads how many facts management has applied: a prefix, and never more than there are. */
async function readInbox({ running, model }: World): Promise<void> {
  const found = await sql<{ taken: bigint }>`
    select coalesce(sum(b.notice_count), 0)::bigint as taken
    from inbox_batches b join inbox_senders s using (sender) where b.batch_no <= s.applied_batch_no`.execute(
    running.management.context.db,
  );
  const taken = Number(found.rows[0]?.taken);
  expect(taken).toBeGreaterThanOrEqual(model.told);
  expect(taken).toBeLessThanOrEqual(model.facts.length);
  for (const fact of model.facts.slice(model.told, taken)) {
    if (fact.gift.state === 'cancelling' && fact.kind !== 'issued') fact.waits = true;
    else bookFact(model, fact);
  }
  model.told = taken;
}

/** The operator pays a shop out for what was used there. */
export async function payOut(world: World): Promise<void> {
  const { random, doors, model } = world;
  const shop_id = random.pick(['haneul', 'haneul-mall'] as const) ?? 'haneul';
  const gross = model.unpaid[shop_id];
  const injected = injectFault(world, [{ at: 'settlement', pathEnd: PAYOUTS_PATH }], 25);
  const said = await world.ask(doors.operator, 'POST', '/v1/staff/payouts', { shop_id });
  const fault = injected();
  if (gross <= 0) return expectRefusal(said, 'wrong_state');
  const commission = planPayout(world, shop_id);
  expect([said.status, said.body.gross_minor, said.body.commission_minor, said.body.state]).toEqual([
    201,
    gross,
    commission,
    fault === undefined ? 'planned' : 'asked',
  ]);
}

async function payDaily(world: World): Promise<void> {
  const { model, running } = world;
  await payOutDaily(running.management.context);
  if (world.nowMs() < model.nextPayoutAt) return;
  model.nextPayoutAt = world.nowMs() + DAY_MS;
  for (const shop_id of ['haneul', 'haneul-mall'] as const)
    if (model.unpaid[shop_id] > 0) planPayout(world, shop_id);
}

/** The operator's commission is 2.5 %. */
function planPayout({ model }: World, shop_id: ShopId): number {
  const gross = model.unpaid[shop_id];
  const commission = Math.round((gross * 25) / 1_000);
  model.payouts.push({ shop_id, gross, commission, paid: false });
  model.unpaid[shop_id] = 0;
  return commission;
}
