import { expect } from 'vitest';
import { SECOND_MS } from '../../../kit/clock.ts';
import { type Sql, sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { listDoubtful } from '../../../servers/management/orders/uses/doubtful-notices.ts';
import { checkBooks, checkLookUps } from './books.ts';
import { janitor, sendNotices } from './jobs.ts';
import type { World } from './world.ts';

/** Runs the jobs until nothing is in flight: every call is answered, every notice acknowledged. */
async function quiesce(world: World): Promise<void> {
  const { management, shop } = world.running;
  for (let round = 0; ; round++) {
    await janitor(world);
    await sendNotices(world);
    await checkBooks(world);
    const waiting = await Promise.all([
      ofOne(
        management.context.db,
        sql`select count(*) as n from calls
        where state in ('planned', 'unknown') and purpose <> 'look_up_member'`,
      ),
      ofOne(shop.context.db, sql`select count(*) as n from calls where state in ('planned', 'unknown')`),
      ofOne(shop.context.db, sql`select count(*) as n from journal_ranges where acknowledged_at is null`),
    ]);
    if (waiting.every((n) => n === 0n)) return;
    expect(round, `still in flight: ${waiting}`).toBeLessThan(20);
    world.pass(60 * SECOND_MS);
  }
}

/** When nothing is in flight, the books agree order by order, use by use and payout by payout. */
export async function checkAgreement(world: World): Promise<void> {
  await quiesce(world);
  const { management, settlement, shop } = world.running;
  const [m, s, h] = [management.context.db, settlement.context.db, shop.context.db];

  // What remains of each payment is the worth of its orders that were not refunded, be it one order or several.
  const paid = await rows(
    s,
    sql`
    select order_id, captured_minor - refunded_minor as left_minor from payments
    where captured_minor > refunded_minor order by 1`,
  );
  const live = sql`orders.state in ('offered', 'scheduled', 'accepted', 'issued')`;
  const owed = await rows(
    m,
    sql`
    select coalesce(group_id, order_id) as order_id, sum(amount_minor - coalesce(cancelled_minor, 0))::bigint as left_minor
    from orders left join disputed_gifts using (order_id)
    where ${live} and amount_minor > coalesce(cancelled_minor, 0) group by 1 order by 1`,
  );
  expect(owed).toEqual(paid);

  // Each such order has exactly one certificate, with the same amount.
  const ordered = await rows(
    m,
    sql`select order_id, amount_minor from orders where ${live} and dispute is distinct from 'lost' order by 1`,
  );
  const certified = await rows(
    h,
    sql`
    select order_id, amount_minor from certificates where state <> 'cancelled' order by 1`,
  );
  expect(certified).toEqual(ordered);

  // Each certificate's balance at the shop, in management's accounts and in the model.
  const left = await rows(
    h,
    sql`
    select certificate_id::text as id, balance_minor from certificate_balances order by 1`,
  );
  const booked = await rows(
    m,
    sql`
    select subject_id as id, balance_minor from ledger_accounts join ledger_balances using (account_id)
    where code = 'certificate' order by 1`,
  );
  const modelled = world.model.gifts
    .filter(({ certificate }) => certificate.state !== 'none')
    .map(({ order_id, certificate }) => ({ id: order_id, balance_minor: BigInt(certificate.balance) }));
  expect(booked).toEqual(left);
  expect(modelled.sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(left);

  // Each use and each reversal once, as the same entry of the same certificate.
  const used = await rows(
    h,
    sql`
    select certificate_id as order_id, entry_no, 'redeemed' as kind, redemption_id, amount_minor from redemptions
    union all select r.certificate_id, v.entry_no, 'reversed', redemption_id, v.amount_minor
    from reversals v join redemptions r using (redemption_id) order by 1, 2`,
  );
  const told = await rows(
    m,
    sql`
    select order_id, entry_no, kind, redemption_id, amount_minor from certificate_uses order by 1, 2`,
  );
  expect(told).toEqual(used);

  // An honest shop's notices are never doubtful, whatever order they arrive in.
  expect(await listDoubtful(management.context, { limit: 10 })).toEqual([]);

  const asked = await rows(
    m,
    sql`
    select payout_id, gross_minor, commission_minor, state from payouts order by 1`,
  );
  const paidOut = await rows(
    s,
    sql`
    select payout_id, gross_minor, commission_minor, state from payouts order by 1`,
  );
  expect(asked).toEqual(paidOut);

  await checkStates(world);
  await checkLookUps(world);
}

/** Each payment has a status that fits its order's state, and each order the state that the model has. */
async function checkStates({ running, model }: World): Promise<void> {
  const payments = await rows(running.settlement.context.db, sql`select order_id, status from payments`);
  const orders = await rows(
    running.management.context.db,
    sql`select order_id, group_id, state, dispute from orders`,
  );
  const statusOf = new Map(payments.map(({ order_id, status }) => [order_id, String(status)]));
  for (const { order_id, group_id, state, dispute } of orders) {
    const mayBeRefunded = group_id !== null || dispute === 'lost';
    const possible = [...(STATUSES[String(state)] ?? []), ...(mayBeRefunded ? BESIDE_OTHERS : [])];
    const status = statusOf.get(group_id ?? order_id) ?? 'none';
    expect(possible, `order ${order_id} is ${state}`).toContain(status);
  }
  const issued = new Set(
    model.facts.filter(({ kind }) => kind === 'issued').map(({ gift }) => gift.order_id),
  );
  expect(new Map(orders.map(({ order_id, state }) => [order_id, state]))).toEqual(
    new Map(
      model.gifts.map(({ order_id, state }) => [
        order_id,
        state === 'accepted' && issued.has(order_id) ? 'issued' : state,
      ]),
    ),
  );
}

const TAKEN = ['captured'];
/** What a payment's status may also be because of other gifts that share it, or of a dispute that was lost. */
const BESIDE_OTHERS = ['captured', 'refunded'];
const STATUSES: Record<string, readonly string[]> = {
  authorising: ['processing', 'authorised', 'expired'],
  requires_action: ['requires_action', 'authorised', 'declined', 'expired'],
  authorised: ['authorised', 'expired'],
  awaiting_confirmation: ['authorised', 'expired'],
  scheduled: TAKEN,
  offered: TAKEN,
  accepted: TAKEN,
  issued: TAKEN,
  refunded: ['refunded'],
  // A void that overtook its authorisation leaves no payment, or a declined one.
  abandoned: ['voided', 'expired', 'declined', 'none'],
  // None where a shop's first attempt was lost, and the buyer's consent was over at the next.
  declined: ['declined', 'expired', 'none'],
};

async function rows(db: Executor, query: Sql<unknown>): Promise<Record<string, unknown>[]> {
  const found = await query.execute(db);
  return found.rows as Record<string, unknown>[];
}

async function ofOne(db: Executor, query: Sql<unknown>): Promise<unknown> {
  return (await rows(db, query))[0]?.n;
}
