import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOTICE_BATCHES_PATH } from '../../../contracts/notices.ts';
import { DAY_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { App } from '../../../kit/http/app.ts';
import { newId } from '../../../kit/ids.ts';
import { aDoor, aSignedDoor, type Door } from '../../../test/builders/door.ts';
import {
  anOffer,
  anOrder,
  aReadBack,
  confirmReadBack,
  doneOf,
  stateOf,
} from '../../../test/builders/gifts.ts';
import {
  aManagement,
  MEMBER_ID,
  SHOP_MEMBER,
  type TestManagement,
} from '../../../test/builders/management.ts';
import { aStaffSession } from '../../../test/builders/sessions.ts';
import { createManagementApp } from '../app.ts';
import { acceptOffer } from '../offers/accept-offer.ts';
import { cancelOrder } from '../orders/end-order.ts';
import type { StoryStep } from './read-story.ts';

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
const PIN = '739258';
let batches = 0;

/** The shop tells of a use, in a signed batch of its own. */
async function tellUse(orderId: string): Promise<{ notice_id: string; trace_id: string }> {
  batches += 1;
  const trace_id = randomUUID().replaceAll('-', '');
  const notice = {
    notice_id: newId(),
    kind: 'certificate_redeemed',
    occurred_at: management.context.clock().toISOString(),
    trace_id,
    content: {
      certificate_id: orderId,
      order_id: orderId,
      redemption_id: newId(),
      amount_minor: 20_000,
      balance_minor: 30_000,
      currency: 'KRW',
      store_id: newId(),
      store_name: '하늘상점 종로점',
      entry_no: 2,
      channel: 'store',
    },
  };
  const shop = aSignedDoor(app, management.shop.key, management.context);
  const told = await shop('POST', NOTICE_BATCHES_PATH, { batch_no: batches, notices: [notice] });
  expect(told).toMatchObject({ status: 200 });
  return { notice_id: notice.notice_id, trace_id };
}

async function aUsedGift(): Promise<{ orderId: string; notice_id: string; trace_id: string }> {
  const orderId = await anOffer(management);
  doneOf(await acceptOffer(management.context, orderId, { pin: PIN }));
  return { orderId, ...(await tellUse(orderId)) };
}

async function storyOf(door: Door, orderId: string) {
  const { status, body, text } = await door('GET', `/v1/staff/orders/${orderId}/story`);
  expect(status).toBe(200);
  return { text, body, steps: body.steps as StoryStep[] };
}

describe('the story of a gift', () => {
  test('tells events, calls, notices and messages in the order in which they happened', async () => {
    const { orderId, notice_id, trace_id } = await aUsedGift();
    const { body, steps, text } = await storyOf(await as('support'), orderId);
    expect(body).toMatchObject({ order: { order_id: orderId, state: 'accepted' }, balance_minor: 30_000 });
    expect(body).not.toHaveProperty('stuck');
    expect(steps.map(({ at }) => at)).toEqual(steps.map(({ at }) => at).sort());
    const said = steps.map((step) => [step.step, step.step === 'call' ? step.purpose : step.kind].join(' '));
    const inOrder = [
      'event ordered',
      'call authorise',
      'event payment_authorised',
      'call look_up_member',
      'event name_read_back',
      'event recipient_confirmed',
      'call capture',
      'event payment_captured',
      'call register',
      'event registered',
      'message recipient.gift_arrived',
      'event accepting',
      'call accept',
      'event accepted',
      'notice certificate_redeemed',
      'event used',
      'message buyer.certificate_used',
    ];
    expect(said.filter((step) => inOrder.includes(step))).toEqual(inOrder);
    const calls = steps.filter((step) => step.step === 'call');
    for (const call of calls) {
      expect(call).toMatchObject({ state: 'done', attempts: 1, evidence_id: expect.any(String) });
      expect(call.trace_id).toMatch(/^[0-9a-f]{32}$/);
    }
    expect(steps).toContainEqual(
      expect.objectContaining({ step: 'notice', notice_id, trace_id, batch_no: batches }),
    );
    const messages = steps.filter((step) => step.step === 'message');
    expect(messages).toContainEqual(
      expect.objectContaining({
        kind: 'recipient.gift_arrived',
        state: 'due',
        masked_address: '010-****-5432',
      }),
    );
    for (const message of messages) expect(message.trace_id).toMatch(/^[0-9a-f]{32}$/);
    for (const secret of [PIN, SHOP_MEMBER.name, SHOP_MEMBER.phone, '김하늘', 'offer_'])
      expect(text).not.toContain(secret);
  });

  test('shows what a text message provider said of each part', async () => {
    const orderId = await anOffer(management);
    const { db, clock } = management.context;
    const sent = await sql<{ message_id: string }>`
      update messages set state = 'sent', sent_at = ${clock()}
      where subject_id = ${orderId} and kind = 'recipient.gift_arrived' returning message_id`.execute(db);
    await sql`
      insert into message_parts (provider_message_id, message_id, state, received_at)
      values ('p-1', ${sent.rows[0]?.message_id ?? null}, 'delivered', ${new Date('2026-03-01T00:00:00.5Z')})`.execute(
      db,
    );
    const { steps } = await storyOf(await as('operator'), orderId);
    expect(steps).toContainEqual(
      expect.objectContaining({
        kind: 'recipient.gift_arrived',
        receipts: [
          { provider_message_id: 'p-1', state: 'delivered', received_at: '2026-03-01T00:00:00.500Z' },
        ],
      }),
    );
  });

  test('is found by either phone, mail address, member number and last digits', async () => {
    const { orderId } = await aUsedGift();
    const byMail = await anOffer(management, { email: 'minsu@example.com', name: '남궁민수' });
    const last4 = await sql<{ certificate_last4: string | null }>`
      select certificate_last4 from orders where order_id = ${orderId}`.execute(management.context.db);
    const operator = await as('operator');
    const find = async (query: string) => {
      const { body } = await operator('GET', `/v1/staff/orders?query=${encodeURIComponent(query)}`);
      return (body.orders as { order_id: string }[]).map(({ order_id }) => order_id);
    };
    for (const query of [orderId, last4.rows[0]?.certificate_last4 ?? '', '010-9876-5432', '010 1234 5678'])
      expect([query, await find(query)]).toEqual([query, expect.arrayContaining([orderId])]);
    for (const query of ['haneul@example.com', '2985091195', 'minsu@example.com'])
      expect([query, await find(query)]).toEqual([query, expect.arrayContaining([byMail])]);
    expect(await find('010-0000-0000')).toEqual([]);
  });

  test('of no gift is refused, and to nobody but staff', async () => {
    const url = `/v1/staff/orders/${newId()}/story`;
    expect(await (await as('auditor'))('GET', url)).toMatchObject({ body: { code: 'order_not_found' } });
    expect(await aDoor(app)('GET', url)).toMatchObject({ status: 401 });
  });
});

describe('evidence', () => {
  async function evidenceOf(door: Door, orderId: string, purpose: string) {
    const { steps } = await storyOf(door, orderId);
    const step = steps.find((each) => each.step === 'call' && each.purpose === purpose);
    const id = step?.step === 'call' ? step.evidence_id : undefined;
    return door('GET', `/v1/staff/evidence/${id}`);
  }

  test('of a call is the answer as it was signed, with what was asked; whoever reads it, no PIN is in it', async () => {
    const { orderId } = await aUsedGift();
    for (const role of ['operator', 'support', 'auditor']) {
      const { body, text } = await evidenceOf(await as(role), orderId, 'accept');
      expect(body).toMatchObject({
        direction: 'received_response',
        party: 'shop:haneul',
        status: 200,
        holds: true,
        hidden: [],
        asked: { hidden: ['sealed_pin'], body: '{"sealed_pin":"***"}' },
        key: { keyid: 'shop:haneul-test' },
      });
      expect(JSON.parse(String(body.body))).toMatchObject({ certificate_id: orderId, state: 'active' });
      expect(body.headers).toHaveProperty('signature');
      expect(text).not.toContain(PIN);
    }
  });

  test('shows people to the operator and the auditor, and masks them for support', async () => {
    const { orderId } = await aUsedGift();
    for (const role of ['operator', 'auditor']) {
      const { body } = await evidenceOf(await as(role), orderId, 'register');
      expect(body.asked).toMatchObject({ hidden: [], body: expect.stringContaining(SHOP_MEMBER.name) });
    }
    const support = await as('support');
    const registered = await evidenceOf(support, orderId, 'register');
    expect(registered.body).toMatchObject({
      holds: true,
      asked: { hidden: expect.arrayContaining(['buyer_name']) },
    });
    const lookedUp = await evidenceOf(support, orderId, 'look_up_member');
    expect(lookedUp.body).toMatchObject({ hidden: ['name'], body: '{"found":true,"name":"홍*동"}' });
    for (const { text } of [registered, lookedUp])
      for (const personal of [SHOP_MEMBER.name, SHOP_MEMBER.phone, '김하늘'])
        expect(text).not.toContain(personal);
  });

  test('of a notice is the batch that the shop signed; looking at it stands in the trail', async () => {
    const { orderId, notice_id } = await aUsedGift();
    const auditor = await as('auditor');
    const { steps } = await storyOf(auditor, orderId);
    const notice = steps.find((step) => step.step === 'notice');
    const id = notice?.step === 'notice' ? notice.evidence_id : '';
    const { body } = await auditor('GET', `/v1/staff/evidence/${id}`);
    expect(body).toMatchObject({ direction: 'received_request', holds: true });
    expect(String(body.body)).toContain(notice_id);
    const trail = await sql`
      select action, subject from audit_trail order by audit_id desc limit 1`.execute(management.context.db);
    expect(trail.rows[0]).toMatchObject({ action: 'look_at_evidence', subject: { subject_id: id } });
  });

  test('does not hold when a word of it is another, or the key is of somebody else', async () => {
    const { orderId } = await aUsedGift();
    const operator = await as('operator');
    const { body } = await evidenceOf(operator, orderId, 'register');
    const forged = async (change: ReturnType<typeof sql>) => {
      const id = newId();
      await sql`
        insert into signed_messages (message_id, direction, party, keyid, method, target_uri, status, headers,
          request_headers, body, received_at)
        select ${id}, direction, ${change}, method, target_uri, status, headers, request_headers,
          convert_to(replace(convert_from(body, 'UTF8'), '50000', '50001'), 'UTF8'), received_at
        from signed_messages where message_id = ${String(body.evidence_id)}`.execute(management.context.db);
      return operator('GET', `/v1/staff/evidence/${id}`);
    };
    expect(body).toMatchObject({ holds: true });
    expect((await forged(sql`party, keyid`)).body).toMatchObject({ holds: false });
    expect((await forged(sql`'settlement', keyid`)).body).toMatchObject({ holds: false });
    expect(await operator('GET', `/v1/staff/evidence/${newId()}`)).toMatchObject({ status: 404 });
  });

  test('of a payment that was asked about stands beside what it changed', async () => {
    management.nextPayments.push({ status: 'processing' });
    const orderId = await anOrder(management);
    const payment = management.payments.get(orderId);
    if (payment !== undefined) management.payments.set(orderId, { ...payment, status: 'authorised' });
    const operator = await as('operator');
    expect(await operator('POST', `/v1/staff/orders/${orderId}/retry`)).toMatchObject({ status: 200 });
    expect(await stateOf(management, orderId)).toBe('authorised');
    const { steps } = await storyOf(operator, orderId);
    const event = steps.find((step) => step.step === 'event' && step.kind === 'payment_authorised');
    const id = event?.step === 'event' ? event.evidence_id : undefined;
    const { body } = await operator('GET', `/v1/staff/evidence/${id}`);
    expect(body).toMatchObject({ party: 'settlement', method: 'GET', holds: true });
  });
});

describe('an order that does not go on', () => {
  const stuck = async (orderId: string, door?: Door) => {
    const { body } = await (door ?? (await as('support')))('GET', '/v1/staff/stuck-orders');
    return (body.orders as { order_id: string; stuck: object }[]).find(({ order_id }) => order_id === orderId)
      ?.stuck;
  };
  const retry = async (orderId: string, role = 'operator') =>
    (await as(role))('POST', `/v1/staff/orders/${orderId}/retry`);

  test('for an answer that nobody got says whose, and goes on when it is tried again', async () => {
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

  test('for a refund that was refused is refunded once when it is tried again', async () => {
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

  test('for a message that did not arrive is told again, so often a day', async () => {
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
    // Nothing is wrong, so nobody is told once more.
    expect(await retry(orderId)).toMatchObject({ status: 200 });
    expect(await storyOf(await as('support'), orderId)).toMatchObject({ steps: { length: steps.length } });
    for (let again = 0; again < 4; again++) {
      await fail();
      expect(await retry(orderId)).toMatchObject({ status: 200 });
    }
    await fail();
    expect(await retry(orderId)).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
  });

  test('for a message that fails time and again is tried at once', async () => {
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

  test('for a bank that thinks, a step, or a deadline says so once that took too long', async () => {
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

  test('that is not there is not tried', async () => {
    expect(await retry(newId())).toMatchObject({ status: 404, body: { code: 'order_not_found' } });
  });
});
