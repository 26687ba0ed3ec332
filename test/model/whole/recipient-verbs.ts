import { expect } from 'vitest';
import { anOfferToken } from '../../builders/sessions.ts';
import { placeOrder } from './buyer-verbs.ts';
import type { Gift } from './model.ts';
import { expectRefusal, mayGoWrong, payments, takenBack, whyKept, whyNotAsked } from './rules.ts';
import type { Mishap } from './wire.ts';
import type { World } from './world.ts';

/** One PIN for all phones: which PIN opens what is tested elsewhere. */
export const PIN = '739258';
const MAIL_PHONE = '+821012345678';

/** Mostly a gift that waits for its answer; sometimes any other, or one that was answered before. */
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
    ...(named?.phone === undefined ? { phone: MAIL_PHONE } : {}),
  };
  const path = `${await offerPath(world, gift)}/acceptance`;
  const wentWrong = mayGoWrong(world, [{ at: 'shop', pathEnd: '/acceptance' }], 12);
  const said = await world.ask(world.doors.recipient, 'POST', path, body);
  const mishap = wentWrong();
  const closed = whyClosed(world, gift);
  if (closed !== undefined) return expectRefusal(said, closed);
  if (poor) {
    expect([said.status, certificate.state]).toEqual([422, 'registered']);
    return;
  }
  certificate.phone = named?.phone ?? MAIL_PHONE;
  if (mishap?.kind !== 'not_reached') certificate.state = 'active';
  Object.assign(gift, {
    state: mishap === undefined ? 'accepted' : 'accepting',
    unknown: mishap !== undefined,
  });
  expect([said.status, said.body.state]).toEqual([200, mishap === undefined ? 'accepted' : 'being_accepted']);
}

/** Receipt 2: the other answer. */
export async function refuseGift(world: World): Promise<void> {
  const gift = pickOffer(world);
  if (gift === undefined) return placeOrder(world);
  const path = `${await offerPath(world, gift)}/refusal`;
  const wentWrong = goingBackMayGoWrong(world, gift);
  const said = await world.ask(world.doors.recipient, 'POST', path, { word: '마음만 받을게요' });
  const mishap = wentWrong();
  const closed = gift.endReason === 'refused' ? undefined : whyClosed(world, gift);
  if (closed !== undefined) return expectRefusal(said, closed);
  expect([said.status, said.body.state]).toEqual([200, 'refused']);
  goBack(gift, 'refused', mishap);
}

/** The buyer takes it back before it is accepted. */
export async function cancelGift(world: World): Promise<void> {
  const gift = pickOffer(world);
  if (gift === undefined) return placeOrder(world);
  const wentWrong = goingBackMayGoWrong(world, gift);
  const path = `/v1/orders/${gift.order_id}/cancellation`;
  const said = await world.ask(world.doors.buyer, 'POST', path);
  const mishap = wentWrong();
  const again = gift.endReason === 'cancelled_by_buyer';
  if (['accepting', 'accepted'].includes(gift.state)) return expectRefusal(said, 'already_accepted');
  if (!again && !['offered', 'scheduled'].includes(gift.state))
    return expectRefusal(said, 'cancellation_not_allowed');
  expect(said.status).toBe(200);
  goBack(gift, 'cancelled_by_buyer', mishap);
  expect(said.body.state).toBe(gift.state);
}

/** The buyer takes it back after it was accepted; what is asked for again meanwhile is the janitor's to find out. */
export async function withdrawGift(world: World): Promise<void> {
  const { random, model, chance } = world;
  const inTime = model.gifts.filter((gift) => gift.state === 'accepted' && world.nowMs() < gift.refundUntil);
  const whole = inTime.filter((gift) => whyKept(world, gift) === undefined);
  const gift = random.pick(chance(60) ? whole : model.gifts.slice(-80));
  if (gift === undefined || gift.state === 'cancelling') return placeOrder(world);
  const wentWrong = goingBackMayGoWrong(world, gift);
  const said = await world.ask(world.doors.buyer, 'POST', `/v1/orders/${gift.order_id}/refund`);
  const mishap = wentWrong();
  if (gift.endReason !== 'withdrawn_by_buyer') {
    if (gift.state !== 'accepted') return expectRefusal(said, 'wrong_state');
    if (world.nowMs() >= gift.refundUntil) return expectRefusal(said, 'refund_period_over');
  }
  const untold = gift.endReason === 'withdrawn_by_buyer' ? undefined : whyNotAsked(world, gift);
  const kept = untold ?? whyKept(world, gift);
  if (kept !== undefined && mishap?.pathEnd === '/cancellation') {
    Object.assign(gift, { state: 'cancelling', endReason: 'withdrawn_by_buyer', unknown: true });
  } else if (kept !== undefined) {
    return expectRefusal(said, kept);
  } else {
    goBack(gift, 'withdrawn_by_buyer', mishap);
  }
  expect([said.status, said.body.state]).toEqual([200, gift.state]);
}

function goingBackMayGoWrong(world: World, gift: Gift): () => Mishap | undefined {
  return mayGoWrong(world, [...payments(gift, '/refunds'), { at: 'shop', pathEnd: '/cancellation' }], 12);
}

/** Back at the shop first, then at settlement, then in management's books: as far as the answers came. */
function goBack(gift: Gift, reason: Gift['endReason'], mishap: Mishap | undefined): void {
  if (gift.state === 'refunded') return;
  const done = mishap?.kind === 'answer_lost';
  gift.endReason = reason;
  gift.unknown = mishap !== undefined;
  if (mishap?.pathEnd === '/cancellation') {
    gift.state = 'cancelling';
    if (done) takenBack(gift);
    return;
  }
  takenBack(gift);
  if (mishap === undefined || done) gift.refunded = true;
  gift.refundBooked = mishap === undefined;
  gift.state = mishap === undefined ? 'refunded' : 'refunding';
}

function whyClosed(world: World, gift: Gift): string | undefined {
  if (['accepting', 'accepted'].includes(gift.state)) return 'already_accepted';
  if (gift.endReason === 'refused') return 'already_refused';
  const late = gift.state === 'offered' && world.nowMs() >= gift.answerBy;
  if (gift.endReason === 'not_answered' || late) return 'offer_expired';
  return gift.state === 'offered' ? undefined : 'wrong_state';
}
