import { expect } from 'vitest';
import { HOUR_MS, SECOND_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { driveDisputedGifts } from '../../../servers/management/disputes/drive-gift.ts';
import { readDisputes } from '../../../servers/management/disputes/read-disputes.ts';
import type { DisputeAtAcquirer } from '../../../servers/settlement/acquirers/port.ts';
import { pollDisputes } from '../../../servers/settlement/disputes/poll-disputes.ts';
import { takeHint } from '../../../servers/settlement/payments/take-hint.ts';
import { placeOrder } from './buyer-verbs.ts';
import { janitor, sendNotices } from './jobs.ts';
import type { Gift, Model } from './model.ts';
import { injectFault } from './rules.ts';
import type { World } from './world.ts';

type AtAcquirer = Extract<DisputeAtAcquirer, { kind: 'found' }>;
const ROUNDS_MAX = 20;

/**
 * The bank of a card's owner opens a dispute about an accepted gift that was paid for alone, or decides one that is open.
 * Requests and answers may be lost; in the end the gift is frozen, free, or cancelled for what was left.
 */
export async function disputePayment(world: World): Promise<void> {
  const { random, model, chance } = world;
  const accepted = model.gifts.filter(
    ({ state, certificate, group_id, unknown }) =>
      state === 'accepted' && certificate.state === 'active' && group_id === undefined && !unknown,
  );
  const frozen = model.gifts.filter(({ certificate }) => certificate.state === 'frozen');
  const ends = frozen.length > 0 && chance(60);
  const gift = random.pick(
    ends ? frozen : accepted.filter((one) => one.certificate.expiresAt > world.nowMs() + HOUR_MS),
  );
  if (gift === undefined) return placeOrder(world);
  const state = ends ? (isCovered(model) && chance(50) ? 'lost' : 'won') : 'open';
  await bankSays(world, gift, state);
  const verb = { open: '/freeze', won: '/unfreezing', lost: '/charge-back' }[state];
  const injected = injectFault(world, [{ at: 'shop', pathEnd: verb }], 25);
  await settle(world);
  injected();
  await follow(world, gift, state);
  world.count(`dispute ${state}`);
}

/**
 * Whether all that is outstanding is in trust. While a shop owes for uses that were reversed after they were paid out, settlement
 * refuses to cover a loss, or what it takes is missed elsewhere: staff are asked (`refund_refused`).
 */
function isCovered({ unpaid }: Model): boolean {
  return Object.values(unpaid).every((minor) => minor >= 0);
}

async function bankSays(world: World, gift: Gift, state: AtAcquirer['state']): Promise<void> {
  const { context } = world.running.settlement;
  gift.disputes += state === 'open' ? 1 : 0;
  const reference = `${gift.order_id}-${gift.disputes}`;
  // The test acquirer has no name of its own for a payment.
  const found = await sql<{ payment_id: string; acquirer: string }>`
    update payments set acquirer_reference = payment_id::text where order_id = ${gift.order_id}
    returning payment_id, acquirer`.execute(context.db);
  const { payment_id = '', acquirer = '' } = found.rows[0] ?? {};
  const told: AtAcquirer = {
    ...{ kind: 'found', payment_reference: payment_id, amount_minor: BigInt(gift.amount), currency: 'KRW' },
    ...{ reason: 'fraudulent', respond_by: null, state },
  };
  // Another one is asked about again later, as if nobody knew of it yet.
  const lookUpDispute = async (asked: string): Promise<DisputeAtAcquirer> =>
    asked === reference ? told : { kind: 'unknown' };
  Object.assign(context.acquirers.named(acquirer), { lookUpDispute });
  await takeHint(context, acquirer, { kind: 'dispute', reference });
  while ((await pollDisputes(context)) > 0);
}

/** All servers do what is due, until nothing about disputes is left to do. */
async function settle(world: World): Promise<void> {
  const { context } = world.running.management;
  for (let round = 0; ; round++) {
    world.pass(15 * SECOND_MS);
    await readDisputes(context);
    await driveDisputedGifts(context);
    await janitor(world);
    const waiting = await sql<{ gifts: bigint }>`
      select count(*) as gifts from disputed_gifts
      where due_at is not null or state in ('freezing', 'unfreezing', 'charging_back', 'charged_back', 'refunding')`.execute(
      context.db,
    );
    if (waiting.rows[0]?.gifts === 0n) return;
    expect(round, 'a disputed gift makes no progress').toBeLessThan(ROUNDS_MAX);
    await sendNotices(world);
  }
}

async function follow(world: World, gift: Gift, state: AtAcquirer['state']): Promise<void> {
  const { model } = world;
  const { certificate } = gift;
  if (state === 'open') {
    certificate.state = 'frozen';
    // What had opened it ends.
    for (const [at, { opened }] of model.verifications)
      if (opened.includes(gift)) model.verifications.delete(at);
    // A checkout is paid in whole or not at all.
    for (const begun of model.checkouts.filter(({ parts }) => parts.some((part) => part.gift === gift))) {
      for (const { gift: other, amount } of begun.parts) other.certificate.held -= amount;
      model.checkouts.splice(model.checkouts.indexOf(begun), 1);
    }
  } else if (state === 'won') {
    const found = await sql<{ expires_at: Date }>`
      select expires_at from certificates where certificate_id = ${gift.order_id}`.execute(
      world.running.shop.context.db,
    );
    const after = found.rows[0]?.expires_at.getTime() ?? 0;
    expect(after).toBeGreaterThan(certificate.expiresAt);
    Object.assign(certificate, { state: 'active', expiresAt: after });
  } else {
    gift.chargedBack = certificate.balance;
    model.holds.splice(0, model.holds.length, ...model.holds.filter((held) => held.gift !== gift));
    Object.assign(certificate, { state: 'cancelled', balance: 0, held: 0 });
  }
}
