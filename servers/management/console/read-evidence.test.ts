import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMs, DAY_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { KIT_ERASED } from '../../../kit/erase.ts';
import type { App } from '../../../kit/http/app.ts';
import { newId } from '../../../kit/ids.ts';
import { aDoor, type Door } from '../../../test/builders/door.ts';
import { anOrder, stateOf } from '../../../test/builders/gifts.ts';
import { keepNothing } from '../../../test/builders/keep-nothing.ts';
import { aManagement, SHOP_MEMBER, type TestManagement } from '../../../test/builders/management.ts';
import { aStaffSession } from '../../../test/builders/sessions.ts';
import { storyOf } from '../../../test/builders/staff-story.ts';
import { aUsedGift } from '../../../test/builders/use-notices.ts';
import { createManagementApp } from '../app.ts';

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
const aUse = () => aUsedGift(management, app, { pin: PIN, batch_no: ++batches });

describe('evidence', () => {
  async function evidenceOf(door: Door, orderId: string, purpose: string) {
    const { steps } = await storyOf(door, orderId);
    const step = steps.find((each) => each.step === 'call' && each.purpose === purpose);
    const id = step?.step === 'call' ? step.evidence_id : undefined;
    return door('GET', `/v1/staff/evidence/${id}`);
  }

  test('of a call is the signed response with our request, without PINs for any role', async () => {
    const { orderId } = await aUse();
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

  test('shows personal data to the operator and the auditor, and masks it for support', async () => {
    const { orderId } = await aUse();
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

  test('of a notice is the batch that the shop signed; looking at it is audited', async () => {
    const { orderId, notice_id } = await aUse();
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

  test('does not hold if the message was altered or the key is another party’s', async () => {
    const { orderId } = await aUse();
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

  test('whose text was forgotten still shows that its party signed it', async () => {
    const { orderId } = await aUse();
    const operator = await as('operator');
    const { body } = await evidenceOf(operator, orderId, 'register');
    expect(body).not.toHaveProperty('forgotten_at');
    await keepNothing(management.ownerUrl);
    const { db, clock } = management.context;
    for (const { erase } of KIT_ERASED)
      await erase(db, addMs(clock(), DAY_MS), { peopleKeptDays: 0, evidenceKeptDays: 0 });
    const kept = await operator('GET', `/v1/staff/evidence/${String(body.evidence_id)}`);
    expect(kept.body).toMatchObject({ holds: true, body: '', forgotten_at: expect.any(String) });
    expect(kept.body).not.toHaveProperty('asked');
    expect(kept.text).not.toContain(SHOP_MEMBER.name);
  });

  test('of a checked payment is linked from the event it caused', async () => {
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

test('a page of doubtful notices before a number that there can’t be is refused', async () => {
  const { status, body } = await (await as('operator'))(
    'GET',
    `/v1/staff/doubtful-notices?before=${'9'.repeat(30)}`,
  );
  expect([status, body.code]).toEqual([400, 'validation_failed']);
});
