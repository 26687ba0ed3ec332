import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { App } from '../../../kit/http/app.ts';
import { newId } from '../../../kit/ids.ts';
import { aDoor, type Door } from '../../../test/builders/door.ts';
import {
  anOffer,
  anOrder,
  aReadBack,
  confirmReadBack,
  doneOf,
  stateOf,
} from '../../../test/builders/gifts.ts';
import { aManagement, MEMBER_ID, type TestManagement } from '../../../test/builders/management.ts';
import { aStaffSession } from '../../../test/builders/sessions.ts';
import { storyOf } from '../../../test/builders/staff-story.ts';
import { createManagementApp } from '../app.ts';
import { cancelOrder } from '../orders/end-order.ts';

let management: TestManagement;
let app: App;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
});
afterAll(async () => {
  await app.close();
  await management.close();
});

const as = async (role: string): Promise<Door> => aDoor(app, await aStaffSession(management, role));

describe('an order that is stuck', () => {
  const stuck = async (orderId: string, door?: Door) => {
    const { body } = await (door ?? (await as('support')))('GET', '/v1/staff/stuck-orders');
    return (body.orders as { order_id: string; stuck: object }[]).find(({ order_id }) => order_id === orderId)
      ?.stuck;
  };
  const retry = async (orderId: string, role = 'operator') =>
    (await as(role))('POST', `/v1/staff/orders/${orderId}/retry`);

  test('on an unknown response names the party, and continues when retried', async () => {
    const orderId = await aReadBack(management);
    management.shop.goesWrong('/v1/peer/certificates', { kind: 'answer_lost' });
    await confirmReadBack(management, orderId);
    expect(await stuck(orderId)).toMatchObject({
      reason: 'call_unknown',
      step: 'register',
      party: 'shop:haneul',
      attempts: 1,
      next_attempt_at: expect.any(String),
      problem: expect.stringMatching(/^connection_/),
    });
    const { body } = await storyOf(await as('support'), orderId);
    expect(body).toMatchObject({ stuck: { reason: 'call_unknown' } });
    expect(await retry(orderId, 'support')).toMatchObject({ status: 403 });
    expect(await retry(orderId, 'auditor')).toMatchObject({ status: 403 });
    expect(await retry(orderId)).toMatchObject({ status: 200 });
    expect(await stateOf(management, orderId)).toBe('offered');
    expect(await stuck(orderId)).toBeUndefined();
  });

  test('on a refused refund is refunded once when retried', async () => {
    const orderId = await anOffer(management);
    management.settlement.goesWrong(`${orderId}/refunds`, {
      kind: 'refuses',
      status: 422,
      code: 'refund_exceeds_payment',
    });
    await cancelOrder(management.context, orderId, MEMBER_ID);
    expect(await stuck(orderId)).toMatchObject({
      reason: 'refund_failed',
      problem: 'refund_exceeds_payment',
    });
    const operator = await as('operator');
    const refunds = async (part: string) => {
      const { body } = await operator('GET', `/v1/staff/refunds?part=${part}`);
      return (body.refunds as { order_id: string }[]).filter(({ order_id }) => order_id === orderId);
    };
    expect(await refunds('failed')).toMatchObject([
      {
        end_reason: 'cancelled_by_buyer',
        part: 'failed',
        problem: 'refund_exceeds_payment',
        amount_minor: 50_000,
      },
    ]);
    expect(await refunds('done')).toEqual([]);
    const both = await Promise.all([retry(orderId), retry(orderId)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await stateOf(management, orderId)).toBe('refunded');
    expect(management.settlement.asked(`${orderId}/refunds`)).toBe(2);
    expect(await refunds('done')).toMatchObject([{ part: 'done' }]);
    expect(await stuck(orderId)).toBeUndefined();
  });

  test('on a failed message is messaged again, a limited number of times a day', async () => {
    const orderId = await anOffer(management);
    const fail = () =>
      sql`update messages set state = 'failed', problem = 'refused_by_provider', vars_sealed = null
        where subject_id = ${orderId} and kind = 'recipient.gift_arrived'`.execute(management.context.db);
    expect(await stuck(orderId)).toBeUndefined();
    await fail();
    expect(await stuck(orderId)).toMatchObject({
      reason: 'message_failed',
      step: 'recipient.gift_arrived',
      party: 'sms',
      problem: 'refused_by_provider',
    });
    expect(await retry(orderId)).toMatchObject({ status: 200 });
    const { steps } = await storyOf(await as('support'), orderId);
    expect(
      steps.filter((step) => step.step === 'message' && step.kind === 'recipient.gift_arrived'),
    ).toHaveLength(2);
    expect(await stuck(orderId)).toBeUndefined();
    // Nothing is wrong, so nothing is sent.
    expect(await retry(orderId)).toMatchObject({ status: 200 });
    expect(await storyOf(await as('support'), orderId)).toMatchObject({ steps: { length: steps.length } });
    for (let attempt = 0; attempt < 4; attempt++) {
      await fail();
      expect(await retry(orderId)).toMatchObject({ status: 200 });
    }
    await fail();
    expect(await retry(orderId)).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
  });

  test('on a message that keeps failing is retried right away', async () => {
    const orderId = await anOffer(management);
    const later = new Date(management.context.clock().getTime() + DAY_MS);
    await sql`
      update messages set attempts = 3, due_at = ${later}, problem = 'connection_refused'
      where subject_id = ${orderId} and kind = 'recipient.gift_arrived'`.execute(management.context.db);
    expect(await stuck(orderId)).toMatchObject({ reason: 'message_failed', attempts: 3 });
    await retry(orderId);
    const due = await sql<{ is_due: boolean }>`
      select due_at <= ${management.context.clock()} as is_due from messages
      where subject_id = ${orderId} and attempts = 3`.execute(management.context.db);
    expect(due.rows).toEqual([{ is_due: true }]);
  });

  test('on a payment, a step or a deadline says so once it is late', async () => {
    management.nextPayments.push({ status: 'processing' });
    const waiting = await anOrder(management);
    const offered = await anOffer(management);
    const [planned, halted] = [await aReadBack(management), await aReadBack(management)];
    management.shop.goesWrong('/v1/peer/certificates', { kind: 'not_reached' }, { kind: 'not_reached' });
    for (const orderId of [planned, halted]) await confirmReadBack(management, orderId);
    const { db, clock } = management.context;
    await sql`
      update calls set state = 'planned' where subject_id = ${planned} and purpose = 'register'`.execute(db);
    await sql`
      update calls set state = 'done', status = 201, settled_at = ${clock()}
      where subject_id = ${halted} and purpose = 'register'`.execute(db);
    for (const orderId of [waiting, planned, halted, offered]) expect(await stuck(orderId)).toBeUndefined();
    management.pass(3 * MINUTE_MS);
    expect(await stuck(waiting)).toMatchObject({ reason: 'payment_late', step: 'authorising' });
    expect(await stuck(planned)).toMatchObject({ reason: 'call_not_tried', step: 'register' });
    expect(await stuck(halted)).toMatchObject({ reason: 'step_late', step: 'registering' });
    management.pass(8 * DAY_MS);
    expect(await stuck(offered)).toMatchObject({ reason: 'deadline_late', step: 'offered' });
  });

  test('but does not exist can’t be retried', async () => {
    expect(await retry(newId())).toMatchObject({ status: 404, body: { code: 'order_not_found' } });
  });
});

test('refunds are listed page by page, newest gifts first', async () => {
  const ids: string[] = [];
  for (let gift = 0; gift < 3; gift++) {
    const orderId = await anOffer(management);
    doneOf(await cancelOrder(management.context, orderId, MEMBER_ID));
    ids.unshift(orderId);
  }
  // Never captured, so there is nothing to refund.
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
