import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import type { App } from '../../../kit/http/app.ts';
import { newId } from '../../../kit/ids.ts';
import { aDoor, type Door } from '../../../test/builders/door.ts';
import { anOffer, anOrder, aReadBack, confirmReadBack, doneOf } from '../../../test/builders/gifts.ts';
import { aManagement, MEMBER_ID, type TestManagement } from '../../../test/builders/management.ts';
import { aStaffSession } from '../../../test/builders/sessions.ts';
import { createManagementApp } from '../app.ts';
import { acceptOffer } from '../offers/accept-offer.ts';
import { cancelOrder } from '../orders/end-order.ts';
import { takeNotice } from '../orders/uses/take-notice.ts';

let management: TestManagement;
let app: App;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
  // Noon in Korea, so that no day ends while the test goes on.
  management.pass(DAY_MS - ((management.context.clock().getTime() - 3 * HOUR_MS) % DAY_MS));
});
afterAll(async () => {
  await app.close();
  await management.close();
});

const as = async (role: string): Promise<Door> => aDoor(app, await aStaffSession(management, role));

const redemption_id = newId();

async function use(
  orderId: string,
  amount: number,
  balance_minor: number,
  entry: number,
  kind = 'certificate_redeemed',
) {
  const { context } = management;
  const content = {
    certificate_id: orderId,
    order_id: orderId,
    redemption_id,
    amount_minor: amount,
    balance_minor,
    currency: 'KRW',
    store_id: newId(),
    store_name: '하늘상점 종로점',
    entry_no: entry,
    ...(kind === 'certificate_redeemed' ? { channel: 'store' } : { reversal_id: newId() }),
  };
  const notice = {
    notice_id: newId(),
    kind,
    occurred_at: context.clock().toISOString(),
    trace_id: '',
    content,
  };
  await inTransaction(context.db, (tx) => takeNotice(context, tx, 'shop:haneul', notice));
}

describe('the numbers', () => {
  test('count what the day brought and what waits, and write no line of who looked', async () => {
    const used = await anOffer(management);
    doneOf(await acceptOffer(management.context, used, { pin: '739258' }));
    await use(used, 20_000, 30_000, 2);
    await use(used, 5_000, 35_000, 3, 'redemption_reversed');
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

  test('of the day before are not of today', async () => {
    management.pass(DAY_MS);
    const { body } = await (await as('auditor'))('GET', '/v1/staff/numbers');
    expect(body).toMatchObject({ orders: [], money: [], messages: { failed_today: 0 } });
    expect(await aDoor(app)('GET', '/v1/staff/numbers')).toMatchObject({ status: 401 });
  });
});

describe('payouts', () => {
  test('show what is to be paid, then what was paid', async () => {
    const operator = await as('operator');
    const looked = async () => (await operator('GET', '/v1/staff/payouts')).body;
    expect(await looked()).toMatchObject({
      payable: [
        { shop_id: 'haneul', payable_minor: 15_000, uses: 2 },
        { shop_id: 'haneul-mall', payable_minor: 0, uses: 0 },
      ],
      payouts: [],
    });
    expect(await operator('POST', '/v1/staff/payouts', { shop_id: 'haneul' })).toMatchObject({ status: 201 });
    const paid = await looked();
    expect(paid).toMatchObject({
      payable: [{ shop_id: 'haneul', payable_minor: 0, uses: 0 }, {}],
      payouts: [{ gross_minor: 15_000, commission_minor: 375, net_minor: 14_625, state: 'paid' }],
    });
    const [payout] = paid.payouts as { payout_id: string }[];
    const rest = await operator('GET', `/v1/staff/payouts?before=${payout?.payout_id}`);
    expect(rest.body).toMatchObject({ payouts: [] });
  });

  test('are no business of support', async () => {
    expect(await (await as('support'))('GET', '/v1/staff/payouts')).toMatchObject({ status: 403 });
    expect(await (await as('auditor'))('GET', '/v1/staff/payouts')).toMatchObject({ status: 200 });
  });
});

test('refunds are listed page by page, newest gifts first', async () => {
  const ids: string[] = [];
  for (let gift = 0; gift < 3; gift++) {
    const orderId = await anOffer(management);
    doneOf(await cancelOrder(management.context, orderId, MEMBER_ID));
    ids.unshift(orderId);
  }
  // Given up before anything was paid: nothing goes back.
  await anOrder(management);
  const support = await as('support');
  const page = async (query: string) => {
    const { body } = await support('GET', `/v1/staff/refunds?${query}`);
    return (body.refunds as { order_id: string }[]).map(({ order_id }) => order_id);
  };
  expect(await page('limit=2')).toEqual(ids.slice(0, 2));
  expect((await page(`limit=2&before=${ids[1]}`))[0]).toBe(ids[2]);
  expect(await page('part=under_way')).toEqual([]);
});
