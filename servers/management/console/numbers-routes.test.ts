import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMs, DAY_MS, HOUR_MS, koreanDayOf } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { App } from '../../../kit/http/app.ts';
import { newId } from '../../../kit/ids.ts';
import { aDoor, type Door } from '../../../test/builders/door.ts';
import { anOffer, aReadBack, confirmReadBack, doneOf } from '../../../test/builders/gifts.ts';
import { aManagement, MEMBER_ID, type TestManagement } from '../../../test/builders/management.ts';
import { aStaffSession } from '../../../test/builders/sessions.ts';
import { bookUse } from '../../../test/builders/use-notices.ts';
import { createManagementApp } from '../app.ts';
import { acceptOffer } from '../offers/accept-offer.ts';
import { cancelOrder } from '../orders/end-order.ts';

let management: TestManagement;
let app: App;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
  // Noon in Korea, so that the day does not end during the test.
  management.pass(DAY_MS - ((management.context.clock().getTime() - 3 * HOUR_MS) % DAY_MS));
});
afterAll(async () => {
  await app.close();
  await management.close();
});

const as = async (role: string): Promise<Door> => aDoor(app, await aStaffSession(management, role));

describe('the numbers', () => {
  test('count today’s orders and what waits, and are not audited', async () => {
    const used = await anOffer(management);
    doneOf(await acceptOffer(management.context, used, { pin: '739258' }));
    const use = { order_id: used, redemption_id: newId() };
    await bookUse(management, { ...use, amount_minor: 20_000, balance_minor: 30_000, entry_no: 2 });
    const reversal = { kind: 'redemption_reversed', amount_minor: 5_000, balance_minor: 35_000 } as const;
    await bookUse(management, { ...use, ...reversal, entry_no: 3 });
    const back = await anOffer(management);
    doneOf(await cancelOrder(management.context, back, MEMBER_ID));
    const lost = await aReadBack(management);
    management.shop.goesWrong('/v1/peer/certificates', { kind: 'answer_lost' });
    await confirmReadBack(management, lost);
    const { db } = management.context;
    await sql`
      update messages set state = 'failed' where subject_id = ${back} and kind = 'recipient.gift_arrived'`.execute(
      db,
    );
    const support = await as('support');
    const before = await sql<{ lines: bigint }>`select count(*) as lines from audit_trail`.execute(db);
    const { body } = await support('GET', '/v1/staff/numbers');
    expect(body).toMatchObject({
      orders: [
        { state: 'accepted', count: 1 },
        { state: 'refunded', count: 1 },
        { state: 'registering', count: 1 },
      ],
      money: [{ currency: 'KRW', sold_minor: 150_000, used_minor: 15_000, refunded_minor: 50_000 }],
      stuck_orders: 1,
      calls: { unknown: 1, oldest_unknown_s: expect.any(Number) },
      messages: { failing: 0, failed_today: 1 },
    });
    expect(Number(Object(body.messages).waiting)).toBeGreaterThan(5);
    const after = await sql<{ lines: bigint }>`select count(*) as lines from audit_trail`.execute(db);
    expect(after.rows).toEqual(before.rows);
  });

  test('leave out the day before', async () => {
    management.pass(DAY_MS);
    const { body } = await (await as('auditor'))('GET', '/v1/staff/numbers');
    expect(body).toMatchObject({ orders: [], money: [], messages: { failed_today: 0 } });
    expect(await aDoor(app)('GET', '/v1/staff/numbers')).toMatchObject({ status: 401 });
  });

  test('of earlier days stand beside them, day by day', async () => {
    const { body } = await (await as('support'))('GET', '/v1/staff/trends?days=8');
    const { orders, currencies } = body as {
      orders: { day: string; count: number }[];
      currencies: { currency: string; days: Record<string, unknown>[] }[];
    };
    expect(orders.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 0, 3, 0]);
    expect(orders.map(({ day }) => day)).toEqual(
      [7, 6, 5, 4, 3, 2, 1, 0].map((ago) => koreanDayOf(addMs(management.context.clock(), -ago * DAY_MS))),
    );
    expect(currencies.map(({ currency }) => currency)).toEqual(['KRW']);
    const nothing = { sold_minor: 0, used_minor: 0, refunded_minor: 0 };
    expect(currencies[0]?.days.slice(-3)).toEqual([
      { day: orders[5]?.day, ...nothing },
      { day: orders[6]?.day, sold_minor: 150_000, used_minor: 15_000, refunded_minor: 50_000 },
      { day: orders[7]?.day, ...nothing },
    ]);
    const { body: short } = await (await as('auditor'))('GET', '/v1/staff/trends?days=1');
    expect(short).toMatchObject({ orders: [{ count: 0 }], currencies: [] });
    expect(await aDoor(app)('GET', '/v1/staff/trends')).toMatchObject({ status: 401 });
  });
});
