import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../../kit/db/sql.ts';
import type { App } from '../../../kit/http/app.ts';
import { newId } from '../../../kit/ids.ts';
import { aDoor, type Door } from '../../../test/builders/door.ts';
import { anAcceptedGift, anOffer, eventsOf, messagesOf, stateOf } from '../../../test/builders/gifts.ts';
import { aManagement, SUBSCRIBER, type TestManagement } from '../../../test/builders/management.ts';
import { aStaffSession } from '../../../test/builders/sessions.ts';
import { storyOf } from '../../../test/builders/staff-story.ts';
import { createManagementApp } from '../app.ts';

let management: TestManagement;
let app: App;
let [operator, support, auditor]: Door[] = [];
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
  const door = async (role: string) => aDoor(app, await aStaffSession(management, role));
  [operator, support, auditor] = [await door('operator'), await door('support'), await door('auditor')];
});
afterAll(async () => {
  await app.close();
  await management.close();
});

type Act = 'resend' | 'cancellation' | 'refund';
const act = (door: Door | undefined, orderId: string, what: Act, key?: string) =>
  (door as Door)('POST', `/v1/staff/orders/${orderId}/${what}`, { reason: '고객 요청' }, key);
const notesOf = async (orderId: string) => (await storyOf(auditor as Door, orderId)).body.notes;

describe('staff', () => {
  test('tell the recipient again, with a reason that stays', async () => {
    const orderId = await anOffer(management);
    const key = newId();
    const first = await act(support, orderId, 'resend', key);
    expect(first).toMatchObject({ status: 200, body: { state: 'offered' } });
    expect(await act(support, orderId, 'resend', key)).toEqual(first);
    const told = await messagesOf(management, orderId);
    expect(told.filter((kind) => kind === 'recipient.gift_arrived')).toHaveLength(2);
    expect(await notesOf(orderId)).toMatchObject([
      { action: 'resend', text: '고객 요청', staff_name: 'support' },
    ]);
  });

  test('cancel a gift before it is accepted, and the buyer reads who did', async () => {
    const orderId = await anOffer(management);
    expect(await act(support, orderId, 'cancellation')).toMatchObject({ status: 403 });
    expect(await act(operator, orderId, 'cancellation')).toMatchObject({ status: 200 });
    expect(await stateOf(management, orderId)).toBe('refunded');
    expect(await eventsOf(management, orderId)).toContain('cancelled_by_staff');
    expect(await eventsOf(management, orderId)).not.toContain('cancelled_by_buyer');
    expect(await messagesOf(management, orderId)).toContain('buyer.gift_cancelled');
    // Again, by somebody who did not see it: nothing is done and nothing is noted.
    expect((await act(operator, orderId, 'cancellation')).status).toBe(200);
    expect(await notesOf(orderId)).toMatchObject([{ action: 'cancel' }]);
    const trail = await sql<{ action: string }>`
      select action from audit_trail where subject ->> 'subject_id' = ${orderId} and not is_reading
      order by audit_id`.execute(management.context.db);
    expect(trail.rows.map(({ action }) => action)).toEqual(['cancel_gift', 'cancel_gift']);
  });

  test('refund an accepted gift by the rules that hold for its buyer', async () => {
    const orderId = await anAcceptedGift(management);
    expect(await act(operator, orderId, 'cancellation')).toMatchObject({
      ...{ status: 409, body: { code: 'already_accepted' } },
    });
    expect(await notesOf(orderId)).toEqual([]);
    expect(await act(operator, orderId, 'refund')).toMatchObject({ status: 200 });
    expect(await stateOf(management, orderId)).toBe('refunded');
    expect(await eventsOf(management, orderId)).toContain('withdrawn_by_staff');
    expect(await notesOf(orderId)).toMatchObject([{ action: 'refund', staff_name: 'operator' }]);
  });

  test('name another recipient, whose name is read back before anything changes', async () => {
    const orderId = await anOffer(management);
    const path = `/v1/staff/orders/${orderId}/correction`;
    const to = { phone: SUBSCRIBER.phone };
    expect(await (support as Door)('PUT', path, to)).toMatchObject({ status: 403 });
    const found = await (operator as Door)('PUT', path, to);
    expect(found).toMatchObject({ status: 200, body: { masked_name: '박*연' } });
    const { read_back_id } = found.body;
    const confirm = () =>
      (operator as Door)('POST', `${path}/confirmation`, { read_back_id, reason: '번호 오타' });
    expect(await confirm()).toMatchObject({
      ...{ status: 200, body: { state: 'offered', recipient: { masked_name: '박*연' } } },
    });
    expect((await confirm()).status).toBe(200);
    expect(await eventsOf(management, orderId)).toContain('correction_by_staff');
    expect(await notesOf(orderId)).toMatchObject([{ action: 'correct', text: '번호 오타' }]);
  });

  test('note something, as often as there is something to say', async () => {
    const orderId = await anOffer(management);
    const note = (text: string, of = orderId, door = support) =>
      (door as Door)('POST', `/v1/staff/orders/${of}/notes`, { text });
    expect((await note('전화함')).status).toBe(201);
    expect((await note('다시 전화함')).status).toBe(201);
    expect(await note(' ')).toMatchObject({ status: 400 });
    expect(await note('x', orderId, auditor)).toMatchObject({ status: 403 });
    expect(await note('x', newId())).toMatchObject({ status: 404, body: { code: 'order_not_found' } });
    expect(await notesOf(orderId)).toMatchObject([{ text: '다시 전화함' }, { text: '전화함' }]);
    const changed = management.context.pool.query(`update staff_notes set text = 'y'`);
    await expect(changed).rejects.toThrow(/permission denied/);
  });

  test.each([
    ['an offer', anOffer, ['resend', 'correct', 'cancel']],
    ['an accepted gift', anAcceptedGift, ['refund']],
  ])('are offered what works now with %s', async (_what, make, actions) => {
    const orderId = await make(management);
    expect((await storyOf(auditor as Door, orderId)).body.actions).toEqual(actions);
    await act(operator, orderId, actions.includes('cancel') ? 'cancellation' : 'refund');
    expect((await storyOf(auditor as Door, orderId)).body.actions).toEqual([]);
  });
});
