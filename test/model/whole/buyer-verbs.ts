import { expect } from 'vitest';
import { CAMARA_PATHS } from '../../../contracts/carrier-camara.ts';
import { SHOP_PATHS } from '../../../contracts/shop-certificates.ts';
import { DAY_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { checkLookUps } from './books.ts';
import type { CardName } from './model.ts';
import {
  ANSWER_MS,
  AUTHORISATION_MS,
  BEFORE_CAPTURE,
  bookCapture,
  CONFIRM_MS,
  expectRefusal,
  injectFault,
  markCaptured,
  payments,
  pickOpen,
  registerCertificate,
  STATE_BY_CARD,
} from './rules.ts';
import type { World } from './world.ts';

const CARDS: readonly CardName[] = [
  ...Array<CardName>(8).fill('approved'),
  'declined',
  'secondStep',
  'late',
  'never',
];

/** Purchase 3–5. */
export async function placeOrder(world: World): Promise<void> {
  const { random, model, doors, cards } = world;
  const shop_id = random.pick(['haneul', 'haneul-mall'] as const) ?? 'haneul';
  const card = random.pick(CARDS) ?? 'approved';
  const amount = 1_000 + random.upTo(400) * 100;
  const createdAt = world.nowMs();
  const deliverAt = world.chance(8) ? createdAt + (1 + random.upTo(4)) * DAY_MS : undefined;
  const injected = injectFault(world, payments({ shop_id }, '/payments'));
  const said = await world.ask(doors.buyer, 'POST', '/v1/orders', {
    shop_id,
    amount_minor: amount,
    currency: 'KRW',
    payment_method_id: cards.get(card),
    ...(deliverAt === undefined ? {} : { deliver_at: new Date(deliverAt).toISOString() }),
  });
  const fault = injected();
  const state = fault === undefined ? STATE_BY_CARD[card] : 'authorising';
  expect([said.status, said.body.state]).toEqual([201, state]);
  const { order_id, action_url } = said.body;
  model.gifts.push({
    order_id: String(order_id),
    shop_id,
    card,
    amount,
    createdAt,
    authorisedAt: fault?.kind === 'request_lost' ? undefined : createdAt,
    deliverAt,
    state,
    unknown: fault !== undefined,
    actionUrl: action_url === undefined ? undefined : String(action_url),
    stepTaken: undefined,
    readBacks: [],
    named: undefined,
    answerBy: 0,
    endReason: undefined,
    refundUntil: 0,
    offerToken: undefined,
    captured: false,
    captureBooked: false,
    refunded: false,
    refundBooked: false,
    disputes: 0,
    chargedBack: undefined,
    certificate: { state: 'none', balance: 0, held: 0, expiresAt: 0, phone: '' },
  });
}

/** The second step at the card's bank, right or wrong, and usually the return to management. */
export async function takeSecondStep(world: World): Promise<void> {
  const { random, doors, model } = world;
  const gift = random.pick(
    model.gifts.filter(({ state, stepTaken }) => state === 'requires_action' && stepTaken === undefined),
  );
  if (gift?.actionUrl === undefined) return placeOrder(world);
  const right = world.chance(75);
  const path = new URL(gift.actionUrl).pathname;
  const said = await world.ask(doors.payer, 'POST', path, { code: right ? '123456' : '654321' });
  const status = right ? 'authorised' : 'declined';
  if (world.nowMs() >= (gift.authorisedAt ?? 0) + AUTHORISATION_MS)
    return expect(said.status).toBeGreaterThanOrEqual(400);
  expect([said.status, said.body.status]).toEqual([200, status]);
  gift.stepTaken = status;
  if (world.chance(20)) return;
  const back = await world.ask(doors.buyer, 'POST', `/v1/orders/${gift.order_id}/authentication`);
  expect([back.status, back.body.state]).toEqual([200, status]);
  gift.state = status;
}

const OPEN = ['authorised', 'awaiting_confirmation'] as const;

type Named = { body: object; phone?: string; known: 'shop' | 'both' | 'carrier' | 'nobody' | 'not_asked' };
const RECIPIENTS: readonly Named[] = [
  { body: { phone: '010-9876-5432' }, phone: '+821098765432', known: 'both' },
  { body: { phone: '01055556666' }, phone: '+821055556666', known: 'shop' },
  { body: { phone: '010-3333-4444' }, phone: '+821033334444', known: 'carrier' },
  { body: { phone: '010-4444-5555' }, phone: '+821044445555', known: 'carrier' },
  { body: { phone: '010-9999-0001' }, known: 'nobody' },
  { body: { email: 'seoyeon@example.com', name: '박서연' }, known: 'not_asked' },
  { body: { self: true }, phone: '+821012345678', known: 'not_asked' },
];

/** Purchase 6–10; the recipient may be corrected after the read-back. */
export async function nameRecipient(world: World): Promise<void> {
  const { random, doors } = world;
  const gift = pickOpen(world, ...(world.chance(80) ? OPEN.slice(0, 1) : OPEN));
  const named = random.pick(RECIPIENTS);
  if (gift === undefined || named === undefined) return placeOrder(world);
  const injected = injectFault(
    world,
    [
      { at: 'shop', pathEnd: SHOP_PATHS.memberLookups },
      { at: 'carrier', pathEnd: CAMARA_PATHS.fillIn },
      { at: 'carrier', pathEnd: CAMARA_PATHS.recycling },
    ],
    12,
  );
  // Operators that left several requests unanswered are spared; here, each is asked.
  await sql`delete from silent_parties where party like 'carrier:%'`.execute(
    world.running.management.context.db,
  );
  const said = await world.ask(doors.buyer, 'PUT', `/v1/orders/${gift.order_id}/recipient`, named.body);
  const fault = injected();
  if (world.nowMs() >= gift.createdAt + CONFIRM_MS) return expectRefusal(said, 'authorisation_expired');
  const code = whyUnnamed(world, named, fault);
  await checkLookUps(world);
  if (code !== undefined) {
    expect(said.body.code).toBe(code);
    gift.state = 'authorised';
    return;
  }
  expect([said.status, said.body.state]).toEqual([200, 'awaiting_confirmation']);
  const recipient = Object(said.body.recipient);
  gift.readBacks.push(String(recipient.read_back_id));
  Object.assign(gift, { state: 'awaiting_confirmation', named: { phone: named.phone } });
}

/** Counts the look-ups that are made, each once, and says why no name comes back. */
function whyUnnamed(
  { model }: World,
  { known }: Named,
  fault: ReturnType<ReturnType<typeof injectFault>>,
): string | undefined {
  if (known === 'not_asked') return undefined;
  const lostAt = (pathEnd: string) => (fault?.pathEnd === pathEnd ? fault.kind : undefined);
  const shopAnswer = lostAt(SHOP_PATHS.memberLookups);
  if (shopAnswer !== 'request_lost') model.lookUps.shop += 1;
  if (shopAnswer === undefined && (known === 'shop' || known === 'both')) return undefined;
  const nameAnswer = lostAt(CAMARA_PATHS.fillIn);
  if (nameAnswer !== 'request_lost') model.lookUps.carrier += 1;
  if (nameAnswer !== undefined) return 'service_unavailable';
  if (known === 'carrier' || known === 'both') return undefined;
  return shopAnswer === undefined ? 'recipient_unknown' : 'service_unavailable';
}

/** Purchase 11–13, with the newest read-back or, as if from another tab, an older one. */
export async function confirm(world: World): Promise<void> {
  const { random, doors } = world;
  const gift = pickOpen(world, 'awaiting_confirmation');
  if (gift === undefined) return nameRecipient(world);
  const newest = gift.readBacks.at(-1);
  const read_back_id = world.chance(90) ? newest : random.pick(gift.readBacks);
  const places = [...payments(gift, '/captures'), { at: 'shop', pathEnd: SHOP_PATHS.certificates } as const];
  const injected = injectFault(world, places, 12);
  const path = `/v1/orders/${gift.order_id}/confirmation`;
  const said = await world.ask(doors.buyer, 'POST', path, { read_back_id });
  const fault = injected();
  const now = world.nowMs();
  if (now >= gift.createdAt + CONFIRM_MS) return expectRefusal(said, 'authorisation_expired');
  if (read_back_id !== newest) return expectRefusal(said, 'recipient_changed');
  const done = fault?.kind === 'answer_lost';
  if (fault?.pathEnd === '/captures') {
    Object.assign(gift, { state: 'capturing', unknown: true });
    if (done) markCaptured(gift);
  } else {
    bookCapture(gift, now);
    if (fault === undefined || done) registerCertificate(gift);
    const later = gift.deliverAt !== undefined && gift.deliverAt > now;
    if (fault !== undefined) Object.assign(gift, { state: 'registering', unknown: true });
    else Object.assign(gift, { state: later ? 'scheduled' : 'offered', answerBy: now + ANSWER_MS });
  }
  expect([said.status, said.body.state]).toEqual([200, gift.state]);
}

/** Before the capture; also while the outcome of the authorisation is unknown. */
export async function abandon(world: World): Promise<void> {
  const { random, doors, model } = world;
  const open = model.gifts.filter(({ state }) => BEFORE_CAPTURE.includes(state));
  const gift = random.pick(world.chance(90) ? open : model.gifts.slice(-40));
  if (gift === undefined) return placeOrder(world);
  const injected = injectFault(world, payments(gift, '/voids'));
  const said = await world.ask(doors.buyer, 'POST', `/v1/orders/${gift.order_id}/abandonment`);
  const fault = injected();
  if (gift.group_id !== undefined) return expectRefusal(said, 'share_of_group');
  if (![...BEFORE_CAPTURE, 'voiding', 'abandoned'].includes(gift.state))
    return expectRefusal(said, 'wrong_state');
  // Abandoning again retries a void whose outcome is unknown.
  Object.assign(gift, {
    state: fault === undefined ? 'abandoned' : 'voiding',
    unknown: fault !== undefined,
  });
  expect([said.status, said.body.state]).toEqual([200, gift.state]);
}

export async function resend(world: World): Promise<void> {
  const { random, doors, model } = world;
  const gift = random.pick(model.gifts.slice(-60));
  if (gift === undefined) return placeOrder(world);
  const said = await world.ask(doors.buyer, 'POST', `/v1/orders/${gift.order_id}/resend`);
  if (gift.state !== 'offered') return expectRefusal(said, 'wrong_state');
  if (world.nowMs() >= gift.answerBy) return expectRefusal(said, 'offer_expired');
  expect(said.status).toBe(200);
}

/** Advances the clock without running the jobs that become due. */
export async function wait(world: World): Promise<void> {
  const short = [MINUTE_MS, 5 * MINUTE_MS];
  const long = [16 * MINUTE_MS, DAY_MS, 3 * DAY_MS, 8 * DAY_MS, 150 * DAY_MS];
  const spans = world.chance(75) ? short : long;
  world.pass(world.random.pick(spans) ?? 0);
}
