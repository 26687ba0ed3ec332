import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { RegisterCertificate } from '../../../contracts/shop-certificates.ts';
import { DAY_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { anOffer, doneOf, stateOf } from '../../../test/builders/gifts.ts';
import { aManagement, MEMBER_ID, type TestManagement } from '../../../test/builders/management.ts';
import { acceptOffer } from '../offers/accept-offer.ts';
import { deliverScheduled } from './due-orders.ts';
import { withdrawOrder } from './end-order.ts';
import { readOrder } from './orders.ts';

let management: TestManagement;
beforeAll(async () => {
  management = await aManagement();
});
beforeEach(async () => {
  await terms('Asia/Seoul', 60);
});
afterAll(() => management.close());

async function terms(time_zone: string, months: number): Promise<void> {
  await sql`update shops set time_zone = ${time_zone}, validity_months = ${months}`.execute(
    management.context.db,
  );
}

async function registered(orderId: string) {
  const found = await sql<{ body: string }>`
    select body from calls where subject_id = ${orderId} and purpose = 'register'`.execute(
    management.context.db,
  );
  const { expires_at, term }: RegisterCertificate = JSON.parse(found.rows[0]?.body ?? '{}');
  return { expires_at, term };
}

function passUntil(time: string): void {
  management.pass(Date.parse(time) - management.context.clock().getTime());
}

test.each([
  ['2027-02-28', 'Asia/Seoul', 60, '2027-03-01', '2032-03-01T14:59:59.999Z'],
  ['2027-08-30', 'Asia/Seoul', 18, '2027-08-31', '2029-02-28T14:59:59.999Z'],
  ['2026-08-30', 'Asia/Seoul', 18, '2026-08-31', '2028-02-29T14:59:59.999Z'],
  ['2027-02-28', 'America/New_York', 12, '2027-02-28', '2028-02-29T04:59:59.999Z'],
])(
  'a gift bought on %s at 20:00 UTC in %s is valid %i months from %s',
  async (day, zone, months, ...ends) => {
    passUntil(`${day}T20:00:00Z`);
    await terms(zone, months);
    const [delivered_on, expires_at] = ends;
    expect(await registered(await anOffer(management))).toEqual({
      expires_at,
      term: { delivered_on, months },
    });
  },
);

test('the terms of a gift for a chosen day count from that day', async () => {
  passUntil('2027-03-01T20:00:00Z');
  const deliver_at = '2027-03-20T20:00:00.000Z';
  const orderId = await anOffer(management, undefined, { deliver_at });
  expect(await registered(orderId)).toEqual({
    expires_at: '2032-03-21T14:59:59.999Z',
    term: { delivered_on: '2027-03-21', months: 60 },
  });
  management.pass(19 * DAY_MS);
  await deliverScheduled(management.context);
  doneOf(await acceptOffer(management.context, orderId, { pin: '739258' }));
  // Seven days, the first not counted.
  passUntil('2027-03-28T14:50:00Z');
  doneOf(await withdrawOrder(management.context, orderId, MEMBER_ID));
  expect(await stateOf(management, orderId)).toBe('refunded');
});

test('where a shop grants no days, an accepted gift can’t be withdrawn even on the day of its delivery', async () => {
  await sql`update shops set refund_days = 0`.execute(management.context.db);
  const orderId = await anOffer(management);
  doneOf(await acceptOffer(management.context, orderId, { pin: '739258' }));
  expect((await readOrder(management.context.db, orderId)).refund_until).toBeNull();
  expect(await withdrawOrder(management.context, orderId, MEMBER_ID)).toMatchObject({
    code: 'refund_period_over',
  });
  await sql`update shops set refund_days = 7`.execute(management.context.db);
});
