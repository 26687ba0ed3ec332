import { expect } from 'vitest';
import { DAY_MS } from '../../../kit/clock.ts';
import { notCode } from '../../builders/members.ts';
import { textsTo } from '../../builders/shop-messages.ts';
import { type Gift, sumOf } from './model.ts';
import { PIN } from './recipient-verbs.ts';
import { expectRefusal } from './rules.ts';
import { availableOf, expectBalances, openableBy, part, pickPhone, use } from './till-verbs.ts';
import type { World } from './world.ts';

/** In the web shop, phone number and PIN hold value on one certificate or several. */
export async function beginCheckout(world: World): Promise<void> {
  const { model, doors } = world;
  const phone = pickPhone(world);
  const opened = openableBy(world, phone);
  const asked = part(world, ...opened);
  const part_allowed = world.chance(50);
  const said = await world.ask(doors.webShop, 'POST', '/v1/checkouts', {
    phone,
    pin: PIN,
    amount_minor: asked,
    currency: 'KRW',
    order_reference: 'whole',
    part_allowed,
    locale: 'ko',
  });
  const payable = Math.min(asked, sumOf(opened, availableOf));
  if (opened.length === 0) return expect(said.status).toBeGreaterThanOrEqual(400);
  if (payable < asked && !(part_allowed && payable > 0)) return expectRefusal(said, 'insufficient_balance');
  expect([said.status, said.body.amount_minor, said.body.left_over_minor]).toEqual([
    201,
    payable,
    asked - payable,
  ]);
  const parts = (said.body.parts as { certificate_id: string; amount_minor: number }[]).map((each) => ({
    gift: giftOf(opened, each.certificate_id),
    amount: each.amount_minor,
  }));
  expect(sumOf(parts, ({ amount }) => amount)).toBe(payable);
  for (const { gift, amount } of parts) {
    expect(amount).toBeLessThanOrEqual(availableOf(gift));
    gift.certificate.held += amount;
  }
  const { checkout_id, expires_at } = said.body;
  const expiresAt = new Date(String(expires_at)).getTime();
  const code = await lastCode(world, phone);
  model.checkouts.push({ checkout_id: String(checkout_id), code, expiresAt, parts, hasExpired: false });
}

/** The code from the phone redeems what is held, on all certificates. */
export async function confirmCheckout(world: World): Promise<void> {
  const { random, model, doors } = world;
  const begun = random.pick(model.checkouts.filter(({ hasExpired }) => !hasExpired));
  if (begun === undefined) return beginCheckout(world);
  const { code } = begun;
  const confirmWith = (given: string) =>
    doors.webShop('POST', `/v1/checkouts/${begun.checkout_id}/confirmation`, { code: given });
  if (world.chance(10)) expectRefusal(await confirmWith(notCode(code)), 'verification_code_wrong');
  const said = await confirmWith(code);
  if (world.nowMs() >= begun.expiresAt) {
    begun.hasExpired = true;
    return expectRefusal(said, 'hold_expired');
  }
  expect(said.status).toBe(200);
  model.checkouts.splice(model.checkouts.indexOf(begun), 1);
  for (const { certificate_id, redemption_id, amount_minor, balance_minor } of said.body.parts as {
    certificate_id: string;
    redemption_id: string;
    amount_minor: number;
    balance_minor: number;
  }[]) {
    const held = begun.parts.find(({ gift }) => gift.order_id === certificate_id);
    if (held === undefined) throw new Error(`${certificate_id} was not held.`);
    expect(amount_minor).toBe(held.amount);
    held.gift.certificate.held -= held.amount;
    use(world, held.gift, held.amount, { redemption_id, till: undefined });
    expect(balance_minor).toBe(held.gift.certificate.balance);
  }
}

async function lastCode({ running }: World, phone: string): Promise<string> {
  const texts = await textsTo(running.shop.context, phone);
  return /(?<![0-9])[0-9]{6}(?![0-9])/.exec(texts.at(-1) ?? '')?.[0] ?? '';
}

/** A holder views the balances and extends one of the certificates. */
export async function extend(world: World): Promise<void> {
  const { random, doors } = world;
  const phone = pickPhone(world);
  const held = openableBy(world, phone);
  const session = await doors.holder()('POST', '/v1/holder-sessions', { phone, pin: PIN });
  const gift = random.pick(held);
  if (gift === undefined) return expect(session.status).toBeGreaterThanOrEqual(400);
  expectBalances(usableOf(session.body.certificates, world.nowMs()), held);
  const url = `/v1/holder/certificates/${gift.order_id}/extensions`;
  const said = await world.ask(doors.holder(String(session.body.session_token)), 'POST', url);
  const { certificate, createdAt } = gift;
  if (certificate.expiresAt >= createdAt + (5 * 365 - 1) * DAY_MS)
    return expect([201, 409]).toContain(said.status);
  expect(said.status).toBe(201);
  const after = new Date(String(said.body.expires_at)).getTime();
  expect(after).toBeGreaterThan(certificate.expiresAt);
  certificate.expiresAt = after;
}

/** Without those that are only shown, since they can't be used for now or any more. What was used up stays so when its time is over. */
function usableOf(certificates: unknown, nowMs: number): { state: string }[] {
  const shown = certificates as { state: string; expires_at: string }[];
  return shown.filter(({ state, expires_at }) => state !== 'frozen' && Date.parse(expires_at) > nowMs);
}

function giftOf(gifts: readonly Gift[], certificateId: string): Gift {
  const gift = gifts.find(({ order_id }) => order_id === certificateId);
  if (gift === undefined) throw new Error(`${certificateId} was not opened.`);
  return gift;
}
