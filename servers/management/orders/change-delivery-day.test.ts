import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMs, DAY_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { App } from '../../../kit/http/app.ts';
import { newId } from '../../../kit/ids.ts';
import { aDoor, type Door } from '../../../test/builders/door.ts';
import { anOffer, eventsOf, messagesOf, stateOf } from '../../../test/builders/gifts.ts';
import { aManagement, type TestManagement } from '../../../test/builders/management.ts';
import { aMemberOf } from '../../../test/builders/members.ts';
import { aMemberSession } from '../../../test/builders/sessions.ts';
import { createManagementApp } from '../app.ts';
import { deliverScheduled } from './due-orders.ts';

let management: TestManagement;
let app: App;
let owner: Client;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
  owner = new Client({ connectionString: management.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await app?.close();
  await management?.close();
});

/** With a session of its own each time, since they end while days pass. */
const buyer: Door = async (...asked) => aDoor(app, await aMemberSession(management))(...asked);
const inDays = (days: number) => addMs(management.context.clock(), days * DAY_MS).toISOString();
const scheduled = (days: number) => anOffer(management, undefined, { deliver_at: inDays(days) });
const move = (orderId: string, deliver_at: string | null, door = buyer, key: string = randomUUID()) =>
  door('PUT', `/v1/orders/${orderId}/delivery-day`, { deliver_at }, key);
const refused = (status: number, code: string) => ({ status, body: { code } });

async function claimsOf(orderId: string) {
  const { pool } = management.context;
  return (await pool.query(`select from job_claims where subject_id = '${orderId}'`)).rowCount;
}

async function daysOf(orderId: string) {
  const found = await sql<{ detail: unknown }>`
    select detail from order_events where order_id = ${orderId} and kind = 'delivery_day_changed'
    order by event_id`.execute(management.context.db);
  return found.rows.map(({ detail }) => detail);
}

test('a scheduled gift is moved to a later day, once for each key, and comes then', async () => {
  const [before, after] = [inDays(3), inDays(5)];
  const orderId = await anOffer(management, undefined, { deliver_at: before });
  const key = randomUUID();
  const moved = await move(orderId, after, buyer, key);
  expect(moved).toMatchObject({
    status: 200,
    body: { gift_state: 'scheduled', deliver_at: after, actions: expect.arrayContaining(['change_day']) },
  });
  expect(await move(orderId, after, buyer, key)).toEqual(moved);
  expect(await move(orderId, after)).toMatchObject({ status: 200 });
  expect(await daysOf(orderId)).toEqual([{ before, after }]);

  management.pass(4 * DAY_MS);
  await deliverScheduled(management.context);
  expect(await stateOf(management, orderId)).toBe('scheduled');
  management.pass(2 * DAY_MS);
  await deliverScheduled(management.context);
  expect(await stateOf(management, orderId)).toBe('offered');
  expect(await move(orderId, inDays(1))).toMatchObject(refused(409, 'wrong_state'));
});

test('to an earlier day, or to now, where the recipient is told at once and has all the time to answer', async () => {
  const orderId = await scheduled(9);
  expect(await move(orderId, inDays(1))).toMatchObject({ status: 200 });
  const now = await move(orderId, null);
  expect(now).toMatchObject({ status: 200, body: { gift_state: 'waiting' } });
  expect(Date.parse(String(now.body.answer_by))).toBeGreaterThan(Date.parse(inDays(6.9)));
  expect(await messagesOf(management, orderId)).toEqual([
    'buyer.purchase_complete',
    'recipient.gift_arrived',
  ]);
  expect((await eventsOf(management, orderId)).slice(-2)).toEqual([
    'delivery_day_changed',
    'delivery_day_changed',
  ]);
  expect(await move(orderId, null)).toMatchObject(refused(409, 'wrong_state'));
  expect((await messagesOf(management, orderId)).length).toBe(2);
});

test('a job that found the gift due before it was moved leaves it for its new day', async () => {
  const orderId = await scheduled(1);
  management.pass(DAY_MS + MINUTE_MS);
  await owner.query('start transaction');
  await owner.query('update orders set deliver_at = $2 where order_id = $1', [orderId, inDays(2)]);
  const round = deliverScheduled(management.context);
  await expect.poll(() => claimsOf(orderId)).toBe(1);
  await owner.query('commit');
  await round;
  expect(await stateOf(management, orderId)).toBe('scheduled');
});

describe('is refused', () => {
  test('a day that is past, more than a year after the purchase, or too late to use it', async () => {
    const orderId = await scheduled(30);
    for (const days of [-1, 366])
      expect(await move(orderId, inDays(days))).toMatchObject(refused(422, 'delivery_date_out_of_range'));
    const { body } = await buyer('GET', `/v1/orders/${orderId}`);
    const year = addMs(new Date(String(body.created_at)), 365 * DAY_MS);
    const late = await move(orderId, inDays(366));
    expect(late.body.latest).toBe(year.toISOString());
    expect(late.body.detail).toContain(String(year.getUTCFullYear()));
    // As if the shop had registered it until then.
    const until = inDays(380);
    await owner.query(
      `update calls set body = jsonb_set(body::jsonb, '{expires_at}', to_jsonb($2::text))::text
       where subject_id = $1 and purpose = 'register'`,
      [orderId, until],
    );
    const latest = addMs(new Date(until), -180 * DAY_MS).toISOString();
    expect((await move(orderId, inDays(201))).body).toMatchObject({ latest });
    expect(await move(orderId, latest)).toMatchObject({ status: 200, body: { deliver_at: latest } });
  });

  test('somebody else’s gift, and one that is disputed', async () => {
    const orderId = await scheduled(3);
    const { member_id } = await aMemberOf(management, app);
    const stranger = aDoor(app, await aMemberSession(management, member_id));
    expect(await move(orderId, inDays(5), stranger)).toMatchObject(refused(404, 'order_not_found'));
    expect(await move(newId(), inDays(5))).toMatchObject(refused(404, 'order_not_found'));
    await sql`update orders set dispute = 'open' where order_id = ${orderId}`.execute(management.context.db);
    expect((await buyer('GET', `/v1/orders/${orderId}`)).body.actions).not.toContain('change_day');
    expect(await move(orderId, inDays(5))).toMatchObject(refused(423, 'certificate_frozen'));
  });

  test('the twenty-first change of a day', async () => {
    const orderId = await scheduled(3);
    for (let no = 0; no < 20; no++)
      expect(await move(orderId, inDays(4 + no))).toMatchObject({ status: 200 });
    expect(await move(orderId, inDays(3))).toMatchObject(refused(429, 'rate_limited'));
  });
});
