import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Door } from '../../builders/door.ts';
import { type Gift, sumOf } from './model.ts';
import { PIN } from './recipient-verbs.ts';
import { expectRefusal } from './rules.ts';
import type { World } from './world.ts';

type Visit = { till: number; door: Door; token: string; opened: Gift[] };

const PHONES = ['+821098765432', '+821055556666', '+821033334444', '+821044445555', '+821012345678'];

/** The gifts that a phone number and PIN open. */
export function openableBy({ model, nowMs }: World, phone: string): Gift[] {
  const now = nowMs();
  return model.gifts.filter(
    ({ certificate }) =>
      certificate.state === 'active' && certificate.phone === phone && certificate.expiresAt > now,
  );
}

/** A phone that opens something, if there is one. */
export function pickPhone(world: World): string {
  const phones = PHONES.filter((phone) => openableBy(world, phone).length > 0);
  return world.random.pick(phones) ?? '+821098765432';
}

/** The shop's balances must be the model's. */
export function expectBalances(certificates: unknown, held: readonly Gift[]): void {
  const said = new Map<string, unknown>();
  for (const { certificate_id, balance_minor, expires_at } of certificates as Record<string, string>[])
    said.set(String(certificate_id), [balance_minor, expires_at]);
  const known = held.map(({ order_id, certificate }): [string, unknown] => [
    order_id,
    [certificate.balance - certificate.held, new Date(certificate.expiresAt).toISOString()],
  ]);
  expect(said).toEqual(new Map(known));
}

/** Receipt 4–6. A terminal may continue with what it opened before. Undefined where nothing opens. */
async function visit(world: World): Promise<Visit | undefined> {
  const { random, model, doors, nowMs } = world;
  const till = random.upTo(2);
  const door = doors.tills[till];
  if (door === undefined) throw new Error('There is no such till.');
  const phone = pickPhone(world);
  const opened = openableBy(world, phone);
  const before = model.verifications.get(`${till} ${phone}`);
  const same =
    before?.opened.length === opened.length && before.opened.every((gift) => opened.includes(gift));
  if (before !== undefined && same && nowMs() < before.expiresAt)
    return { till, door, opened, token: before.token };
  const said = await door('POST', '/v1/verifications', { phone, pin: PIN });
  if (opened.length === 0) {
    const isLate = model.gifts.some(({ certificate: { state, phone: of, expiresAt } }) => {
      const isOver = state === 'expired' || (state === 'active' && expiresAt <= nowMs());
      return of === phone && isOver;
    });
    const isFrozen = model.gifts.some(
      ({ certificate }) => certificate.state === 'frozen' && certificate.phone === phone,
    );
    const late = isLate ? 'certificate_expired' : 'pin_or_phone_wrong';
    expect([isFrozen ? 'certificate_frozen' : late, 'certificate_locked']).toContain(said.body.code);
    return undefined;
  }
  expect(said.status).toBe(201);
  expectBalances(said.body.certificates, opened);
  const token = String(said.body.verification_token);
  const expiresAt = new Date(String(said.body.expires_at)).getTime();
  model.verifications.set(`${till} ${phone}`, { token, opened, expiresAt });
  return { till, door, token, opened };
}

/** Receipt 7–8. */
export async function issue(world: World): Promise<void> {
  const visited = await visit(world);
  const gift = world.random.pick(visited?.opened ?? []);
  if (visited === undefined || gift === undefined) return;
  const body = { verification_token: visited.token, certificate_id: gift.order_id };
  const said = await world.ask(visited.door, 'POST', '/v1/issues', body);
  expect(said.status).toBe(201);
  const { facts } = world.model;
  const first = !facts.some((fact) => fact.kind === 'issued' && fact.gift === gift);
  expect(said.body.print_no === 1).toBe(first);
  if (first) facts.push({ kind: 'issued', gift, amount: 0 });
}

/** Receipt 9: a part, all, or more than there is, of one certificate or several in one sale. */
export async function redeem(world: World): Promise<void> {
  const { random, model } = world;
  const visited = await visit(world);
  if (visited === undefined) return;
  const { door, token, opened, till } = visited;
  const gifts = new Set([random.pick(opened)]);
  while (gifts.size < opened.length && random.upTo(3) === 0) gifts.add(random.pick(opened));
  if (world.chance(4)) gifts.add(random.pick(model.gifts));
  const lines = [...gifts].flatMap((gift) =>
    gift === undefined ? [] : [{ gift, amount: part(world, gift) }],
  );
  const said = await world.ask(door, 'POST', '/v1/redemptions', {
    verification_token: token,
    sale_reference: 'whole',
    lines: lines.map(({ gift, amount }) => ({ certificate_id: gift.order_id, amount_minor: amount })),
  });
  const refused = lines
    .map(({ gift, amount }) => {
      if (!opened.includes(gift)) return 'certificate_not_found';
      return amount > availableOf(gift) ? 'insufficient_balance' : undefined;
    })
    .find((code) => code !== undefined);
  if (refused !== undefined) return expectRefusal(said, refused);
  expect(said.status).toBe(201);
  const told = new Map(
    (said.body.lines as Record<string, string>[]).map((line) => [line.certificate_id, line] as const),
  );
  for (const { gift, amount } of lines) {
    const line = told.get(gift.order_id);
    use(world, gift, amount, { redemption_id: String(line?.redemption_id), till });
    expect(line?.balance_minor).toBe(gift.certificate.balance);
  }
}

/** Records a use in the model. */
export function use(
  { model }: World,
  gift: Gift,
  amount: number,
  { redemption_id, till }: { redemption_id: string; till: number | undefined },
): void {
  gift.certificate.balance -= amount;
  model.uses.push({ redemption_id, gift, amount, reversed: 0, till });
  model.facts.push({ kind: 'redeemed', gift, amount });
}

/** Holds value at a till. */
export async function hold(world: World): Promise<void> {
  const visited = await visit(world);
  const gift = world.random.pick(visited?.opened ?? []);
  if (visited === undefined || gift === undefined) return;
  const amount = part(world, gift);
  const said = await world.ask(visited.door, 'POST', '/v1/holds', {
    verification_token: visited.token,
    certificate_id: gift.order_id,
    amount_minor: amount,
    sale_reference: 'whole',
  });
  if (amount > availableOf(gift)) return expectRefusal(said, 'insufficient_balance');
  expect(said.status).toBe(201);
  gift.certificate.held += amount;
  const { hold_id, expires_at } = said.body;
  const expiresAt = new Date(String(expires_at)).getTime();
  world.model.holds.push({ hold_id: String(hold_id), gift, amount, expiresAt, till: visited.till });
}

/** Redeems what is held, or part of it, or releases it. */
export async function endHold(world: World): Promise<void> {
  const { random, model, doors } = world;
  const held = random.pick(model.holds);
  const door = held === undefined ? undefined : doors.tills[held.till];
  if (held === undefined || door === undefined) return hold(world);
  const { gift, amount, till } = held;
  const url = `/v1/holds/${held.hold_id}`;
  if (world.chance(40)) {
    const said = await world.ask(door, 'POST', `${url}/release`);
    expect([said.status, said.body.state]).toEqual([200, 'released']);
  } else {
    const used = world.chance(50) ? amount : 1 + random.upTo(amount);
    const body = used === amount ? undefined : { amount_minor: used };
    const said = await world.ask(door, 'POST', `${url}/confirmation`, body);
    if (world.nowMs() >= held.expiresAt) return expectRefusal(said, 'hold_expired');
    expect(said.status).toBe(200);
    use(world, gift, used, { redemption_id: String(said.body.redemption_id), till });
    expect(said.body.balance_minor).toBe(gift.certificate.balance);
  }
  model.holds.splice(model.holds.indexOf(held), 1);
  gift.certificate.held -= amount;
}

/** Whoever reverses at a till signs in there; somebody may have been idle for days since the last time. */
async function signIn(door: Door): Promise<void> {
  const { clerks } = JSON.parse(
    readFileSync(new URL('../../../sandbox/demo/shop.json', import.meta.url), 'utf8'),
  );
  const { clerk_number, pin } = clerks[0];
  expect((await door('POST', '/v1/terminal/clerk-sessions', { clerk_number, pin })).status).toBe(201);
}

/** Reverses a use in full or in part, at the till's own store or, wherever it was, at the office. */
export async function reverse(world: World): Promise<void> {
  const { random, model, doors } = world;
  const used = random.pick(model.uses.slice(-100));
  if (used === undefined) return redeem(world);
  const remaining = used.amount - used.reversed;
  const amount = world.chance(50) ? undefined : 1 + random.upTo(used.amount);
  const at = world.chance(70) ? used.till : undefined;
  const door = at === undefined ? doors.owner : doors.tills[world.chance(95) ? at : 1 - at];
  if (door === undefined) throw new Error('There is no such till.');
  if (at !== undefined) await signIn(door);
  const elsewhere = at !== undefined && door !== doors.tills[at];
  const root = at === undefined ? '/v1/office' : '/v1';
  const said = await world.ask(
    door,
    'POST',
    `${root}/redemptions/${used.redemption_id}/reversal`,
    amount === undefined ? undefined : { amount_minor: amount },
  );
  if (elsewhere) return expectRefusal(said, 'redemption_not_found');
  if (remaining === 0) return expectRefusal(said, 'already_reversed');
  const taken = amount ?? remaining;
  const { certificate } = used.gift;
  if (taken > remaining || !['active', 'frozen'].includes(certificate.state))
    return expectRefusal(said, 'reversal_not_allowed');
  expect(said.status).toBe(201);
  used.reversed += taken;
  certificate.balance += taken;
  model.facts.push({ kind: 'reversed', gift: used.gift, amount: taken });
  expect(said.body.balance_minor).toBe(certificate.balance);
}

export function availableOf({ certificate }: Gift): number {
  return certificate.balance - certificate.held;
}

/** Part of what is available on some gifts, all of it, or a little more. */
export function part({ random }: World, ...gifts: Gift[]): number {
  const available = sumOf(gifts, availableOf);
  const kind = random.upTo(10);
  if (kind === 0) return available + 1 + random.upTo(500);
  return kind < 3 && available > 0 ? available : 1 + random.upTo(Math.max(available, 1));
}
