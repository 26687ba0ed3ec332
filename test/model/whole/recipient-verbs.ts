import { expect } from 'vitest';
import { codeSentTo } from '../../builders/members.ts';
import { anOfferToken } from '../../builders/sessions.ts';
import { placeOrder } from './buyer-verbs.ts';
import type { Gift } from './model.ts';
import {
  cancelCertificate,
  expectRefusal,
  injectFault,
  payments,
  whyNotRequested,
  whyNotReturnable,
} from './rules.ts';
import type { Fault } from './wire.ts';
import type { World } from './world.ts';

/** One PIN for all phones: which PIN opens what is tested elsewhere. */
export const PIN = '739258';
const MAIL_PHONE = '+821012345678';

/** Mostly a gift that awaits its answer; sometimes another, possibly answered before. */
function pickOffer({ random, model, chance }: World): Gift | undefined {
  const { gifts } = model;
  return random.pick(
    chance(90) ? gifts.filter(({ state }) => state === 'offered').slice(-40) : gifts.slice(-80),
  );
}

async function offerPath(world: World, gift: Gift): Promise<string> {
  gift.offerToken ??= await anOfferToken(world.running.management, gift.order_id);
  return `/v1/offers/${gift.offerToken}`;
}

/** Receipt 2–3. */
export async function accept(world: World): Promise<void> {
  const gift = pickOffer(world);
  if (gift === undefined) return placeOrder(world);
  const { named, certificate } = gift;
  const poor = world.chance(4);
  const body = {
    pin: poor ? '123456' : PIN,
    ...(named?.phone === undefined ? { phone: MAIL_PHONE, code: await proveMailPhone(world, gift) } : {}),
  };
  const path = `${await offerPath(world, gift)}/acceptance`;
  const injected = injectFault(world, [{ at: 'shop', pathEnd: '/acceptance' }], 12);
  const said = await world.ask(world.doors.recipient, 'POST', path, body);
  const fault = injected();
  const closed = whyClosed(world, gift);
  if (closed !== undefined) return expectRefusal(said, closed);
  if (poor) {
    expect([said.status, certificate.state]).toEqual([422, 'registered']);
    return;
  }
  certificate.phone = named?.phone ?? MAIL_PHONE;
  if (fault?.kind !== 'request_lost') certificate.state = 'active';
  Object.assign(gift, {
    state: fault === undefined ? 'accepted' : 'accepting',
    unknown: fault !== undefined,
  });
  expect([said.status, said.body.state]).toEqual([200, fault === undefined ? 'accepted' : 'being_accepted']);
}

/** A recipient by mail names a number, which is told a code. Who is too late gets none, and enters anything. */
async function proveMailPhone(world: World, gift: Gift): Promise<string> {
  const closed = whyClosed(world, gift);
  const path = `${await offerPath(world, gift)}/phone-codes`;
  const said = await world.ask(world.doors.recipient, 'POST', path, { phone: MAIL_PHONE });
  if (closed !== undefined) {
    expectRefusal(said, closed);
    return '000000';
  }
  expect(said.status).toBe(202);
  return codeSentTo(world.running.management, MAIL_PHONE);
}

/** Receipt 2: the other answer. */
export async function refuseGift(world: World): Promise<void> {
  const gift = pickOffer(world);
  if (gift === undefined) return placeOrder(world);
  const path = `${await offerPath(world, gift)}/refusal`;
  const injected = injectReturnFault(world, gift);
  const said = await world.ask(world.doors.recipient, 'POST', path, { word: '마음만 받을게요' });
  const fault = injected();
  const closed = gift.endReason === 'refused' ? undefined : whyClosed(world, gift);
  if (closed !== undefined) return expectRefusal(said, closed);
  expect([said.status, said.body.state]).toEqual([200, 'refused']);
  returnGift(gift, 'refused', fault);
}

/** The buyer cancels before the gift is accepted. */
export async function cancelGift(world: World): Promise<void> {
  const gift = pickOffer(world);
  if (gift === undefined) return placeOrder(world);
  const injected = injectReturnFault(world, gift);
  const path = `/v1/orders/${gift.order_id}/cancellation`;
  const said = await world.ask(world.doors.buyer, 'POST', path);
  const fault = injected();
  const again = gift.endReason === 'cancelled_by_buyer';
  if (['accepting', 'accepted'].includes(gift.state)) return expectRefusal(said, 'already_accepted');
  if (!again && !['offered', 'scheduled'].includes(gift.state))
    return expectRefusal(said, 'cancellation_not_allowed');
  expect(said.status).toBe(200);
  returnGift(gift, 'cancelled_by_buyer', fault);
  expect(said.body.state).toBe(gift.state);
}

/** The buyer has an accepted gift refunded. A cancellation whose outcome is unknown is left to the janitor. */
export async function refundAcceptedGift(world: World): Promise<void> {
  const { random, model, chance } = world;
  const inTime = model.gifts.filter((gift) => gift.state === 'accepted' && world.nowMs() < gift.refundUntil);
  const whole = inTime.filter((gift) => whyNotReturnable(world, gift) === undefined);
  const gift = random.pick(chance(60) ? whole : model.gifts.slice(-80));
  if (gift === undefined || gift.state === 'cancelling') return placeOrder(world);
  const injected = injectReturnFault(world, gift);
  const said = await world.ask(world.doors.buyer, 'POST', `/v1/orders/${gift.order_id}/refund`);
  const fault = injected();
  if (gift.endReason !== 'withdrawn_by_buyer') {
    if (gift.state !== 'accepted') return expectRefusal(said, 'wrong_state');
    if (gift.certificate.state === 'frozen' || gift.chargedBack !== undefined)
      return expectRefusal(said, 'certificate_frozen');
    if (world.nowMs() >= gift.refundUntil) return expectRefusal(said, 'refund_period_over');
  }
  const untold = gift.endReason === 'withdrawn_by_buyer' ? undefined : whyNotRequested(world, gift);
  const kept = untold ?? whyNotReturnable(world, gift);
  if (kept !== undefined && fault?.pathEnd === '/cancellation') {
    Object.assign(gift, { state: 'cancelling', endReason: 'withdrawn_by_buyer', unknown: true });
  } else if (kept !== undefined) {
    return expectRefusal(said, kept);
  } else {
    returnGift(gift, 'withdrawn_by_buyer', fault);
  }
  expect([said.status, said.body.state]).toEqual([200, gift.state]);
}

function injectReturnFault(world: World, gift: Gift): () => Fault | undefined {
  return injectFault(world, [...payments(gift, '/refunds'), { at: 'shop', pathEnd: '/cancellation' }], 12);
}

/** The shop cancels first, then settlement refunds, then management books it: as far as the answers arrived. */
function returnGift(gift: Gift, reason: Gift['endReason'], fault: Fault | undefined): void {
  if (gift.state === 'refunded') return;
  const done = fault?.kind === 'answer_lost';
  gift.endReason = reason;
  gift.unknown = fault !== undefined;
  if (fault?.pathEnd === '/cancellation') {
    gift.state = 'cancelling';
    if (done) cancelCertificate(gift);
    return;
  }
  cancelCertificate(gift);
  if (fault === undefined || done) gift.refunded = true;
  gift.refundBooked = fault === undefined;
  gift.state = fault === undefined ? 'refunded' : 'refunding';
}

function whyClosed(world: World, gift: Gift): string | undefined {
  if (['accepting', 'accepted'].includes(gift.state)) return 'already_accepted';
  if (gift.endReason === 'refused') return 'already_refused';
  const late = gift.state === 'offered' && world.nowMs() >= gift.answerBy;
  if (gift.endReason === 'not_answered' || late) return 'offer_expired';
  return gift.state === 'offered' ? undefined : 'wrong_state';
}
