import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SHOP_PATHS } from '../../contracts/shop-certificates.ts';
import { DAY_MS, MINUTE_MS } from '../../kit/clock.ts';
import { type Sql, sql } from '../../kit/db/sql.ts';
import { noteRestored } from '../../kit/restore/reconcile-now.ts';
import { conservation } from '../../servers/management/books/conservation.ts';
import { reconcileManagement } from '../../servers/management/restore/reconcile-management.ts';
import { settleUnknown } from '../../servers/management/settle-calls.ts';
import { aDoor, type Door } from '../builders/door.ts';
import { aMemberSession, anOfferToken } from '../builders/sessions.ts';
import { SEED } from '../harness/seed.ts';
import { PIN } from '../model/whole/recipient-verbs.ts';
import { aWorld, type World } from '../model/whole/world.ts';
import { backUp, findingsOf } from './restored-world.ts';

const PHONE = '010-3333-4444';

let world: World;
let backup: { restore(): Promise<void> };
beforeEach(async () => {
  world = await aWorld(SEED);
  backup = await backUp(world, 'management');
});
afterEach(async () => {
  await world.close();
});

async function order(buyer: Door, more: Record<string, unknown> = {}): Promise<string> {
  const { body, text } = await buyer('POST', '/v1/orders', {
    ...{ shop_id: 'haneul', amount_minor: 50_000, currency: 'KRW' },
    ...{ payment_method_id: world.cards.get('approved'), ...more },
  });
  const path = `/v1/orders/${body.order_id}`;
  const named = await buyer('PUT', `${path}/recipient`, { phone: PHONE });
  expect(named.status, text).toBe(200);
  const { read_back_id } = Object(named.body.recipient);
  await buyer('POST', `${path}/confirmation`, { read_back_id });
  return String(body.order_id);
}

async function restore(): Promise<void> {
  await backup.restore();
  const { context } = world.running.management;
  await noteRestored(context, undefined);
  expect(await reconcileManagement(context)).toBe(1);
}

async function settle(): Promise<void> {
  for (let round = 0; round < 3; round++) {
    world.pass(MINUTE_MS);
    while ((await settleUnknown(world.running.management.context)) > 0);
  }
}

async function one<Row>(
  role: 'management' | 'settlement' | 'shop',
  query: Sql<Row>,
): Promise<Row | undefined> {
  return (await query.execute(world.running[role].context.db)).rows[0];
}

const orderOf = (id: string) =>
  one(
    'management',
    sql<Record<string, unknown>>`
      select o.state, o.end_reason, o.shop_id, o.payment_route, o.deliver_at, o.recipient_phone,
        (select count(*)::integer from messages m where m.subject_id = o.order_id and m.kind = 'recipient.gift_arrived') as told,
        (select count(*)::integer from offer_links l where l.order_id = o.order_id) as links
      from orders o where order_id = ${id}`,
  );

test('a payment of which no shop has the gift is given back, once', async () => {
  world.wire.arm({ at: 'shop', pathEnd: SHOP_PATHS.certificates, kind: 'request_lost' });
  const id = await order(world.doors.buyer);
  expect(world.wire.disarm()).toBe(true);
  expect(await orderOf(id)).toMatchObject({ state: 'registering' });

  await restore();
  expect((await findingsOf(world, 'management')).map(({ kind, subject_id }) => [kind, subject_id])).toEqual([
    ['message_not_restored', id],
    ['recipient_lost', id],
  ]);
  await settle();
  expect(await orderOf(id)).toMatchObject({ state: 'refunded', end_reason: 'recipient_lost' });
  const payment = await one(
    'settlement',
    sql`select captured_minor, refunded_minor, status from payments where order_id = ${id}`,
  );
  expect(payment).toEqual({ captured_minor: 50_000n, refunded_minor: 50_000n, status: 'refunded' });
  expect(await one('shop', sql`select 1 from certificates where order_id = ${id}`)).toBeUndefined();
  const told = await one(
    'management',
    sql`
    select 1 from messages where subject_id = ${id} and kind = 'buyer.purchase_failed'`,
  );
  expect(told).toBeDefined();
});

test('whoever has not answered is sent a new link, and a day of delivery and a web shop are what they were', async () => {
  const deliver_at = new Date(world.nowMs() + 2 * DAY_MS).toISOString();
  const offered = await order(world.doors.buyer, { shop_id: 'haneul-mall' });
  const scheduled = await order(world.doors.buyer, { deliver_at });
  expect([await orderOf(offered), await orderOf(scheduled)]).toMatchObject([
    { state: 'offered', told: 1, links: 1 },
    { state: 'scheduled', told: 0 },
  ]);
  world.pass(MINUTE_MS);
  await restore();
  expect([await orderOf(offered), await orderOf(scheduled)]).toMatchObject([
    { state: 'offered', shop_id: 'haneul-mall', payment_route: 'through_shop', told: 1, links: 1 },
    { state: 'scheduled', shop_id: 'haneul', deliver_at: new Date(deliver_at), told: 0, links: 0 },
  ]);
  const token = await anOfferToken(world.running.management, offered);
  const accepted = await world.doors.recipient('POST', `/v1/offers/${token}/acceptance`, { pin: PIN });
  expect(accepted).toMatchObject({ status: 200, body: { state: 'accepted' } });
});

test('whoever signed up since and bought a gift is known by name and number, and so is the card', async () => {
  const memberId = randomUUID();
  const now = world.time.now;
  await sql`
    insert into members (member_id, member_number, name, email, mobile, email_verified_at, mobile_verified_at, password_hash,
      phone_pin_hash, locale, preferred_channel, created_at)
    select ${memberId}, '1234567890', '새회원', 'new@example.com', '+821077778888', ${now}, ${now}, password_hash,
      phone_pin_hash, 'ko', 'sms', ${now} from members limit 1`.execute(world.running.management.context.db);
  const buyer = aDoor(world.running.management.app, await aMemberSession(world.running.management, memberId));
  const { body: setUp } = await buyer('POST', '/v1/payment-method-setups');
  const card = { card_number: '4242424242424242', expiry_month: 12, expiry_year: 2090, security_code: '123' };
  const { body: entered } = await world.doors.payer(
    'POST',
    new URL(String(setUp.card_entry_url)).pathname,
    card,
  );
  const { payment_method_id } = entered;
  await buyer('POST', '/v1/payment-methods', { payment_method_id });
  const id = await order(buyer, { payment_method_id });
  expect(await orderOf(id)).toMatchObject({ state: 'offered' });

  await restore();
  expect(await orderOf(id)).toMatchObject({ state: 'offered' });
  const member = await one(
    'management',
    sql`
    select name, member_number, email, mobile from members where member_id = ${memberId}`,
  );
  expect(member).toEqual({ name: '새회원', member_number: '1234567890', email: null, mobile: null });
  const method = await one(
    'management',
    sql`
    select last4 from payment_methods where payment_method_id = ${String(payment_method_id)}`,
  );
  expect(method).toEqual({ last4: '4242' });
  expect((await findingsOf(world, 'management')).map(({ kind }) => kind).sort()).toEqual([
    'member_not_restored',
    'message_not_restored',
  ]);
  const [books] = await conservation(world.running.management.context.db);
  expect(books).toMatchObject({ holds: true, issued_minor: 50_000n });
});
