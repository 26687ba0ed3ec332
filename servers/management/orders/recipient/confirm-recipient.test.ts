import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../../kit/clock.ts';
import {
  anOrder,
  aReadBack,
  confirmReadBack,
  doneOf,
  eventsOf,
  stateOf,
} from '../../../../test/builders/gifts.ts';
import {
  aManagement,
  MEMBER_ID,
  SHOP_MEMBER,
  SUBSCRIBER,
  type TestManagement,
} from '../../../../test/builders/management.ts';
import { abandonOrder } from '../end-order.ts';
import { readOrder } from '../orders.ts';
import { confirmRecipient } from './confirm-recipient.ts';
import { nameRecipient } from './name-recipient.ts';

let management: TestManagement;
beforeAll(async () => {
  management = await aManagement();
});
afterAll(() => management.close());

describe('the confirmation', () => {
  test('is of the name that was read back last, and of no other', async () => {
    const { context } = management;
    const orderId = await anOrder(management);
    const say = async (phone: string) =>
      doneOf(await nameRecipient(context, orderId, MEMBER_ID, { phone })).recipient?.read_back_id ?? '';
    const [first, again] = [await say(SHOP_MEMBER.phone), await say(SHOP_MEMBER.phone)];
    const changed = { ok: false, code: 'recipient_changed' };
    expect(await confirmRecipient(context, orderId, MEMBER_ID, first)).toMatchObject(changed);
    const newest = await say(SUBSCRIBER.phone);
    expect(await confirmRecipient(context, orderId, MEMBER_ID, again)).toMatchObject(changed);
    expect(management.settlement.asked(`${orderId}/captures`)).toBe(0);
    const confirmed = doneOf(await confirmRecipient(context, orderId, MEMBER_ID, newest));
    expect(confirmed).toMatchObject({ state: 'offered', recipient: { masked_name: '박*연' } });
    // Said again it is the same; what another tab still shows stays refused.
    expect(await confirmRecipient(context, orderId, MEMBER_ID, newest)).toMatchObject({ ok: true });
    expect(await confirmRecipient(context, orderId, MEMBER_ID, first)).toMatchObject(changed);
    expect(management.settlement.asked(`${orderId}/captures`)).toBe(1);
  });

  test('against another number at once: what is captured is for the name that was confirmed', async () => {
    const { context } = management;
    const orderId = await anOrder(management);
    const heard = doneOf(await nameRecipient(context, orderId, MEMBER_ID, { phone: SHOP_MEMBER.phone }));
    const [confirmed] = await Promise.all([
      confirmRecipient(context, orderId, MEMBER_ID, heard.recipient?.read_back_id ?? ''),
      nameRecipient(context, orderId, MEMBER_ID, { phone: SUBSCRIBER.phone }),
    ]);
    const order = await readOrder(context.db, orderId);
    expect(order.recipient_phone).toBe(confirmed.ok ? SHOP_MEMBER.phone : SUBSCRIBER.phone);
    expect(management.settlement.asked(`${orderId}/captures`)).toBe(confirmed.ok ? 1 : 0);
  });

  test('twice at once captures once', async () => {
    const orderId = await aReadBack(management);
    const both = await Promise.all([
      confirmReadBack(management, orderId),
      confirmReadBack(management, orderId),
    ]);
    expect(both.every(({ ok }) => ok)).toBe(true);
    expect(management.settlement.asked(`${orderId}/captures`)).toBe(1);
    expect((await eventsOf(management, orderId)).filter((kind) => kind === 'payment_captured')).toHaveLength(
      1,
    );
  });

  test('against giving up: one of them wins, and the money follows it', async () => {
    const orderId = await aReadBack(management);
    const { context } = management;
    await Promise.all([confirmReadBack(management, orderId), abandonOrder(context, orderId, MEMBER_ID)]);
    const state = await stateOf(management, orderId);
    expect(['offered', 'abandoned']).toContain(state);
    expect(management.payments.get(orderId)?.status).toBe(state === 'offered' ? 'captured' : 'voided');
  });

  test('comes too late when the authorisation is over', async () => {
    const orderId = await aReadBack(management);
    management.pass(15 * MINUTE_MS);
    const result = await confirmReadBack(management, orderId);
    expect(result).toMatchObject({ ok: false, code: 'authorisation_expired' });
    expect(management.payments.get(orderId)?.status).toBe('authorised');
  });
});
