import { expect } from 'vitest';
import type { ServerRole } from '../../../bin/stack/roles.ts';
import { addDays, dayIn, endOfDay, endOfTerm } from '../../../kit/calendar.ts';
import { DAY_MS, MINUTE_MS } from '../../../kit/clock.ts';
import type { OrderState } from '../../../servers/management/orders/order-states.ts';
import type { Said } from '../../builders/door.ts';
import type { CardName, Fact, Gift, Model } from './model.ts';
import type { Fault } from './wire.ts';
import type { World } from './world.ts';

export const CONFIRM_MS = 14 * MINUTE_MS;
export const AUTHORISATION_MS = 15 * MINUTE_MS;
export const ANSWER_MS = 7 * DAY_MS;
const REFUND_DAYS = 7;
const ZONE = 'Asia/Seoul';

export const STATE_BY_CARD: Record<CardName, OrderState> = {
  approved: 'authorised',
  declined: 'declined',
  secondStep: 'requires_action',
  late: 'authorising',
  never: 'authorising',
};

export const BEFORE_CAPTURE: readonly OrderState[] = [
  'authorising',
  'requires_action',
  'authorised',
  'awaiting_confirmation',
];

/** Now and then has one request or its answer get lost. The returned function says afterwards whether one was. */
export function injectFault(
  { wire, random, count }: World,
  places: readonly Pick<Fault, 'at' | 'pathEnd'>[],
  percent = 8,
): () => Fault | undefined {
  const place = random.pick(places);
  if (place === undefined || random.upTo(100) >= percent) return () => undefined;
  const fault: Fault = { ...place, kind: random.upTo(2) === 0 ? 'request_lost' : 'answer_lost' };
  wire.arm(fault);
  return () => {
    if (!wire.disarm()) return undefined;
    count(fault.kind);
    return fault;
  };
}

/** Mostly one whose authorisation is still valid. */
export function pickOpen({ model, random, chance, nowMs }: World, ...states: OrderState[]): Gift | undefined {
  const open = model.gifts.filter(({ state }) => states.includes(state));
  const running = open.filter(({ createdAt }) => nowMs() < createdAt + CONFIRM_MS);
  return random.pick(running.length > 0 && chance(95) ? running : open);
}

/** The requests that a verb about a gift's payment causes. */
export function payments(
  gift: Pick<Gift, 'shop_id'>,
  pathEnd: string,
): { at: ServerRole; pathEnd: string }[] {
  const direct = { at: 'settlement', pathEnd } as const;
  return gift.shop_id === 'haneul' ? [direct] : [direct, { at: 'shop', pathEnd }];
}

export function expectRefusal(said: Said, code: string): void {
  expect([said.status >= 400 && said.status < 500, said.body.code]).toEqual([true, code]);
}

/** The day from which a gift's terms count. */
function deliveryDay({ deliverAt = 0 }: Gift, nowMs: number): string {
  return dayIn(ZONE, new Date(Math.max(deliverAt, nowMs)));
}

/** The steps of capture and registration: settlement takes the money, management books it, the shop registers it. */
export function markCaptured(gift: Gift): void {
  gift.captured = true;
}

export function bookCapture(gift: Gift, nowMs: number): void {
  const day = deliveryDay(gift, nowMs);
  // A gift that is delivered later than was foreseen can be withdrawn for as much longer.
  gift.refundUntil = Math.max(gift.refundUntil, endOfDay(ZONE, addDays(day, REFUND_DAYS)).getTime());
  if (gift.captureBooked) return;
  Object.assign(gift, { captured: true, captureBooked: true });
  const months = gift.shop_id === 'haneul' ? 12 : 36;
  gift.certificate.expiresAt = endOfTerm(ZONE, { delivered_on: day, months }).getTime();
}

export function registerCertificate({ certificate, amount }: Gift): void {
  if (certificate.state === 'none') Object.assign(certificate, { state: 'registered', balance: amount });
}

export function cancelCertificate({ certificate }: Gift): void {
  Object.assign(certificate, { state: 'cancelled', balance: 0 });
}

/** Management books a shop's fact, and pays for it with the next payout. */
export function bookFact({ unpaid }: Model, fact: Fact): void {
  fact.waits = false;
  if (fact.kind === 'redeemed') unpaid[fact.gift.shop_id] += fact.amount;
  if (fact.kind === 'reversed') unpaid[fact.gift.shop_id] -= fact.amount;
}

/** Why management does not even ask the shop to cancel an accepted certificate, by the notices that it has. */
export function whyNotRequested({ model }: Pick<World, 'model'>, gift: Gift): string | undefined {
  const told = model.facts.slice(0, model.told).filter((fact) => fact.gift === gift);
  if (told.some(({ kind }) => kind === 'expired')) return 'wrong_state';
  return told.some(({ kind }) => kind === 'redeemed') ? 'certificate_used' : undefined;
}

/** Why the shop does not cancel an accepted certificate. */
export function whyNotReturnable({ model }: Pick<World, 'model'>, gift: Gift): string | undefined {
  const { state, held } = gift.certificate;
  if (state === 'cancelled') return undefined;
  if (state !== 'active') return 'wrong_state';
  const wasUsed = held > 0 || model.uses.some((use) => use.gift === gift);
  return wasUsed ? 'certificate_used' : undefined;
}

/** The states that jobs may take a gift to: by retrying a call, or because its time has run out. */
export function mayBecome(gift: Gift, nowMs: number): OrderState[] {
  const { state, card, certificate, deliverAt, authorisedAt } = gift;
  const unconfirmed = nowMs >= gift.createdAt + CONFIRM_MS;
  const ranOut = authorisedAt === undefined || nowMs >= authorisedAt + AUTHORISATION_MS;
  const offered: OrderState[] = deliverAt === undefined ? ['offered'] : ['offered', 'scheduled'];
  const possible: OrderState[] = unconfirmed ? ['abandoned'] : [];
  switch (state) {
    case 'authorising':
      if (gift.unknown) possible.push(STATE_BY_CARD[card]);
      if (card === 'late') possible.push('authorised');
      return unconfirmed ? [...possible, 'declined'] : possible;
    case 'requires_action':
      if (gift.stepTaken !== undefined) possible.push(gift.stepTaken);
      return unconfirmed ? [...possible, 'declined'] : possible;
    case 'authorised':
    case 'awaiting_confirmation':
      return possible;
    case 'capturing':
      return gift.captured || !ranOut ? offered : [...offered, 'abandoned'];
    case 'registering':
      return offered;
    case 'scheduled':
      return deliverAt !== undefined && nowMs >= deliverAt ? ['offered'] : [];
    case 'offered':
      return nowMs >= gift.answerBy ? ['refunded'] : [];
    case 'accepting':
      return nowMs >= certificate.expiresAt && certificate.state === 'registered'
        ? ['accepted', 'refunded']
        : ['accepted'];
    case 'cancelling':
      return gift.endReason === 'withdrawn_by_buyer' ? ['refunded', 'accepted'] : ['refunded'];
    case 'refunding':
      return ['refunded'];
    case 'voiding':
      return ['abandoned'];
    default:
      return [];
  }
}
