import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../../kit/db/sql.ts';
import type { App } from '../../../kit/http/app.ts';
import { newId } from '../../../kit/ids.ts';
import { aDoor, type Door } from '../../../test/builders/door.ts';
import { anOffer } from '../../../test/builders/gifts.ts';
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

describe('the story of a gift', () => {
  test('has events, calls, notices and messages in the order in which they happened', async () => {
    const { orderId, notice_id, trace_id } = await aUse();
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

  test('shows the delivery receipt of each part of a text message', async () => {
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

  test('is found by phone number, mail address, member number and last digits', async () => {
    const { orderId } = await aUse();
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
    for (const query of ['haneul@example.com', '298-509-1195', 'minsu@example.com'])
      expect([query, await find(query)]).toEqual([query, expect.arrayContaining([byMail])]);
    expect(await find('010-0000-0000')).toEqual([]);
  });

  test('of an unknown gift is refused, and so is anybody but staff', async () => {
    const url = `/v1/staff/orders/${newId()}/story`;
    expect(await (await as('auditor'))('GET', url)).toMatchObject({ body: { code: 'order_not_found' } });
    expect(await aDoor(app)('GET', url)).toMatchObject({ status: 401 });
  });
});
