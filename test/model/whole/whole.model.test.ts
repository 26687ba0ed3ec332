import { expect, test, vi } from 'vitest';
import { SERVER_ROLES } from '../../../bin/stack/roles.ts';
import { SECOND_MS } from '../../../kit/clock.ts';
import { SEED } from '../../harness/seed.ts';
import { checkAgreement } from './agreement.ts';
import { checkBooks } from './books.ts';
import { abandon, confirm, nameRecipient, placeOrder, resend, takeSecondStep, wait } from './buyer-verbs.ts';
import { disputePayment } from './dispute-verbs.ts';
import { giveToSeveral } from './group-verbs.ts';
import { beginCheckout, confirmCheckout, extend } from './holder-verbs.ts';
import { janitor, payOut, sendNotices, timers } from './jobs.ts';
import { accept, cancelGift, refundAcceptedGift, refuseGift } from './recipient-verbs.ts';
import { endHold, hold, issue, redeem, reverse } from './till-verbs.ts';
import { aWorld, type World } from './world.ts';

/** Ten thousand steps in `npm run test:long`, and in `npm test` a quarter of them. */
const WORLDS = process.env.SEONMUL_LONG === '1' ? 8 : 2;
const VERBS_IN_WORLD = 1_250;
const VERBS_BETWEEN_AGREEMENTS = 125;

/** How often each is chosen. */
const VERBS: readonly [verb: (world: World) => Promise<void>, weight: number][] = [
  [placeOrder, 5],
  [giveToSeveral, 2],
  [takeSecondStep, 1],
  [nameRecipient, 6],
  [confirm, 5],
  [abandon, 1],
  [accept, 5],
  [refuseGift, 1],
  [cancelGift, 1],
  [refundAcceptedGift, 2],
  [resend, 1],
  [issue, 5],
  [redeem, 24],
  [hold, 9],
  [endHold, 9],
  [reverse, 11],
  [beginCheckout, 5],
  [confirmCheckout, 5],
  [extend, 3],
  [payOut, 3],
  [disputePayment, 5],
  [sendNotices, 5],
  [janitor, 4],
  [timers, 2],
  [wait, 3],
  [retryWithSameKey, 9],
  [restartServer, 1],
];
const BAG = VERBS.flatMap(([verb, weight]) => Array<(world: World) => Promise<void>>(weight).fill(verb));

/** A request that was answered gets the same answer again, byte for byte, and has no further effect. */
async function retryWithSameKey(world: World): Promise<void> {
  const { door, request, said } = world.remembered() ?? {};
  if (door === undefined || request === undefined) return placeOrder(world);
  const again = await door(...request);
  expect([again.status, again.text]).toEqual([said?.status, said?.text]);
}

async function restartServer(world: World): Promise<void> {
  if (world.random.upTo(4) > 0) return redeem(world);
  const role = world.random.pick(SERVER_ROLES) ?? 'shop';
  await world.restart(role);
}

async function play(world: World, seed: number): Promise<void> {
  for (let n = 1; n <= VERBS_IN_WORLD; n++) {
    const verb = world.random.pick(BAG) ?? placeOrder;
    try {
      world.pass(world.random.upTo(6) * SECOND_MS);
      await verb(world);
      world.count(verb.name);
      await checkBooks(world);
      if (n % VERBS_BETWEEN_AGREEMENTS === 0) await checkAgreement(world);
    } catch (cause) {
      throw new Error(`Verb ${n}, ${verb.name}, of seed ${seed}: ${cause}`, { cause });
    }
  }
}

// Two worlds at a time, because each waits for its database most of the time. They share nothing.
test.each(Array.from({ length: WORLDS / 2 }, (_, index) => SEED + 2 * index))(
  `all books hold and agree after each of ${VERBS_IN_WORLD} random verbs in two worlds (seed %i)`,
  async (seed) => {
    // Without time-outs, only the test decides what gets lost, however slow the machine is.
    vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => new AbortController().signal);
    const worlds = [await aWorld(seed), await aWorld(seed + 1)];
    try {
      await Promise.all(worlds.map((world, index) => play(world, seed + index)));
      expectEnough(worlds);
    } finally {
      await Promise.all(worlds.map((world) => world.close()));
    }
  },
  600_000,
);

/** A run in which too little happens would prove nothing. */
function expectEnough(worlds: readonly World[]): void {
  const gifts = worlds.flatMap(({ model }) => model.gifts);
  const facts = worlds.flatMap(({ model }) => model.facts);
  const met = (what: string) => worlds.reduce((sum, { counts }) => sum + (counts.get(what) ?? 0), 0);
  const ended = (state: string) => gifts.filter((gift) => gift.state === state).length;
  expect(ended('accepted')).toBeGreaterThan(10);
  expect(ended('refunded')).toBeGreaterThan(5);
  expect(gifts.filter(({ endReason }) => endReason === 'withdrawn_by_buyer').length).toBeGreaterThan(0);
  expect(ended('abandoned')).toBeGreaterThan(5);
  expect(gifts.filter(({ group_id, state }) => group_id && state === 'refunded').length).toBeGreaterThan(0);
  expect(worlds.flatMap(({ model }) => model.uses).length).toBeGreaterThan(200);
  expect(worlds.flatMap(({ model }) => model.payouts).length).toBeGreaterThan(6);
  expect(facts.filter(({ kind }) => kind === 'reversed').length).toBeGreaterThan(20);
  for (const state of ['open', 'won', 'lost']) expect(met(`dispute ${state}`)).toBeGreaterThan(0);
  expect(met('answer_lost')).toBeGreaterThan(5);
  expect(met('request_lost')).toBeGreaterThan(5);
}
