import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
import {
  anOffer,
  anOrder,
  aReadBack,
  confirmReadBack,
  doneOf,
  eventsOf,
  messagesOf,
  stateOf,
} from '../../../test/builders/gifts.ts';
import {
  aManagement,
  CARD,
  MEMBER_ID,
  SHOP_MEMBER,
  SUBSCRIBER,
  type TestManagement,
} from '../../../test/builders/management.ts';
import { conservation } from '../books/conservation.ts';
import { settleUnknown } from '../settle-calls.ts';
import { checkWaitingPayments, releaseUnconfirmed } from './due-orders.ts';
import { abandonOrder } from './end-order.ts';
import { readOrder } from './orders.ts';
import { checkPayment } from './payment/check-payment.ts';
import { placeOrder } from './place-order.ts';
import { confirmRecipient } from './recipient/confirm-recipient.ts';
import { nameRecipient } from './recipient/name-recipient.ts';
import { readTimeline } from './timeline.ts';

let management: TestManagement;
beforeAll(async () => {
  management = await aManagement();
});
afterAll(() => management.close());

const input = { shop_id: 'haneul', amount_minor: 50_000, currency: 'KRW', payment_method_id: CARD };

describe('a purchase', () => {
  test('goes from the card to the offer', async () => {
    const orderId = await anOffer(management);
    expect(await stateOf(management, orderId)).toBe('offered');
    expect(management.payments.get(orderId)?.status).toBe('captured');
    expect(await messagesOf(management, orderId)).toEqual([
      'recipient.gift_arrived',
      'buyer.purchase_complete',
    ]);
    expect(await eventsOf(management, orderId)).toEqual([
      'ordered',
      'payment_authorised',
      'name_read_back',
      'recipient_confirmed',
      'payment_captured',
      'registered',
    ]);
    const { events } = await readTimeline(management.context, orderId);
    expect(JSON.stringify(events)).not.toContain(SHOP_MEMBER.phone.slice(-8));
  });

  test('pays through the shop server where the shop wants it', async () => {
    const before = management.shop.asked('/v1/peer/payments');
    const orderId = await anOffer(management, undefined, { shop_id: 'haneul-mall' });
    expect(management.shop.asked('/v1/peer/payments')).toBe(before + 1);
    expect(management.shop.asked(`${orderId}/captures`)).toBe(1);
    expect(management.settlement.asked(`${orderId}/captures`)).toBe(0);
  });

  test.each([
    ['a shop that is not there', { shop_id: 'nowhere', currency: 'USD', amount_minor: 1 }, 'shop_not_found'],
    ['another currency', { currency: 'USD', amount_minor: 1 }, 'currency_unsupported'],
    ['too little', { amount_minor: 999, payment_method_id: 'pm_nobodys' }, 'amount_out_of_range'],
    ['too much', { amount_minor: 1_000_001 }, 'amount_out_of_range'],
    ['a day too far', { deliver_at: '2999-01-01T00:00:00Z' }, 'delivery_date_out_of_range'],
    ["somebody else's card", { payment_method_id: 'pm_nobodys' }, 'payment_method_not_found'],
  ])('is refused for %s, and nothing is asked', async (_what, wrong, code) => {
    const asked = management.settlement.received.length;
    const result = await placeOrder(management.context, newId(), MEMBER_ID, { ...input, ...wrong });
    expect(result).toMatchObject({ ok: false, code });
    expect(management.settlement.received.length).toBe(asked);
  });

  test('ends with a declined card, and says why', async () => {
    management.nextPayments.push({ status: 'declined', decline_reason: 'insufficient_funds' });
    const orderId = await anOrder(management);
    expect(await stateOf(management, orderId)).toBe('declined');
    const named = await nameRecipient(management.context, orderId, MEMBER_ID, { phone: SHOP_MEMBER.phone });
    expect(named).toMatchObject({ ok: false, code: 'wrong_state' });
  });

  test('placed again under its id is the same order and one authorisation', async () => {
    const orderId = newId();
    const first = doneOf(await placeOrder(management.context, orderId, MEMBER_ID, input));
    expect(doneOf(await placeOrder(management.context, orderId, MEMBER_ID, input))).toEqual(first);
    expect(await eventsOf(management, orderId)).toEqual(['ordered', 'payment_authorised']);
  });

  test("waits for the buyer's second step, and for a bank that is late", async () => {
    management.nextPayments.push({ status: 'requires_action', action_url: 'http://bank.test/step' });
    const stepping = await anOrder(management);
    expect(await stateOf(management, stepping)).toBe('requires_action');
    const payment = management.payments.get(stepping);
    if (payment !== undefined) management.payments.set(stepping, { ...payment, status: 'authorised' });
    expect(doneOf(await checkPayment(management.context, stepping, MEMBER_ID)).state).toBe('authorised');

    management.nextPayments.push({ status: 'processing' });
    const late = await anOrder(management);
    expect(await stateOf(management, late)).toBe('authorising');
    management.settlement.goesWrong(`by-order/${late}`, { kind: 'not_reached' });
    management.pass(MINUTE_MS);
    await checkWaitingPayments(management.context);
    expect(await stateOf(management, late)).toBe('authorising');
    const waiting = management.payments.get(late);
    if (waiting !== undefined) management.payments.set(late, { ...waiting, status: 'authorised' });
    // The look that got no answer is not the last one.
    management.pass(MINUTE_MS);
    await checkWaitingPayments(management.context);
    expect(await stateOf(management, late)).toBe('authorised');
  });
});

describe('the read-back', () => {
  test("asks the shop's members first, then the carrier, and shows the name masked", async () => {
    const orderId = await anOrder(management);
    const { context } = management;
    const member = doneOf(await nameRecipient(context, orderId, MEMBER_ID, { phone: '010-9876-5432' }));
    expect(member.recipient).toEqual({
      masked_name: '홍*동',
      masked_address: '010-****-5432',
      channel: 'sms',
      read_back_id: expect.any(String),
    });
    const corrected = doneOf(await nameRecipient(context, orderId, MEMBER_ID, { phone: SUBSCRIBER.phone }));
    expect(corrected.recipient?.masked_name).toBe('박*연');
    const nobody = await nameRecipient(context, orderId, MEMBER_ID, { phone: '010-5555-6666' });
    expect(nobody).toMatchObject({ ok: false, code: 'recipient_unknown' });
    // The name that was heard before the wrong number is not there to be confirmed.
    expect(await confirmReadBack(management, orderId)).toMatchObject({ code: 'wrong_state' });
  });

  test.each([
    ['no number', { phone: '12' }, 'phone_number_invalid'],
    ['a landline', { phone: '02-123-4567' }, 'phone_number_invalid'],
    ['no address', { email: 'nobody@', name: '홍길동' }, 'email_invalid'],
  ])('is refused for %s', async (_what, recipient, code) => {
    const orderId = await anOrder(management);
    const result = await nameRecipient(management.context, orderId, MEMBER_ID, recipient);
    expect(result).toMatchObject({ ok: false, code });
    expect(await stateOf(management, orderId)).toBe('authorised');
  });

  test("does not say that nobody has a number when the shop can't be asked", async () => {
    const orderId = await anOrder(management);
    management.shop.goesWrong('member-lookups', { kind: 'not_reached' });
    const result = await nameRecipient(management.context, orderId, MEMBER_ID, { phone: '010-5555-6666' });
    expect(result).toMatchObject({ ok: false, code: 'service_unavailable' });
  });

  test('is only for the buyer themself', async () => {
    const orderId = await anOrder(management);
    const stranger = await nameRecipient(management.context, orderId, newId(), { phone: SHOP_MEMBER.phone });
    expect(stranger).toMatchObject({ ok: false, code: 'order_not_found' });
  });
});

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

describe('when answers do not come', () => {
  test.each(['not_reached', 'answer_lost'] as const)(
    'an order whose %s is driven to its offer',
    async (kind) => {
      const { context, settlement, shop } = management;
      settlement.goesWrong('/v1/peer/payments', { kind }, { kind });
      const orderId = await anOrder(management);
      expect(await stateOf(management, orderId)).toBe('authorising');
      await untilSettled();
      expect(await stateOf(management, orderId)).toBe('authorised');

      settlement.goesWrong(`${orderId}/captures`, { kind });
      shop.goesWrong('/v1/peer/certificates', { kind }, { kind });
      doneOf(await nameRecipient(context, orderId, MEMBER_ID, { phone: SHOP_MEMBER.phone }));
      expect(doneOf(await confirmReadBack(management, orderId)).state).toBe('capturing');
      await untilSettled();
      expect(await stateOf(management, orderId)).toBe('offered');
      expect(settlement.asked(`${orderId}/captures`)).toBe(1);
      expect((await messagesOf(management, orderId)).length).toBe(2);
    },
  );

  test('a shop that can not be reached for a moment holds an order up for seconds, not for as long as a time-out', async () => {
    const orderId = await aReadBack(management);
    management.shop.goesWrong('/v1/peer/certificates', { kind: 'not_reached' }, { kind: 'not_reached' });
    expect(doneOf(await confirmReadBack(management, orderId)).state).toBe('registering');
    for (const waitMs of [1_000, 2_000]) {
      management.pass(waitMs);
      await settleUnknown(management.context);
    }
    expect(await stateOf(management, orderId)).toBe('offered');
  });

  test('a look-up that was not answered is not made again behind the buyer', async () => {
    const orderId = await anOrder(management);
    management.shop.goesWrong('/member-lookups', { kind: 'not_reached' });
    const { context, shop } = management;
    await nameRecipient(context, orderId, MEMBER_ID, { phone: SHOP_MEMBER.phone });
    const asked = () => shop.received.filter(({ path }) => path.endsWith('/member-lookups')).length;
    const before = asked();
    await untilSettled();
    expect(asked()).toBe(before);
  });

  test('a server that stays away is asked less and less often, but at least every ten minutes', async () => {
    const { db, clock } = management.context;
    const orderId = await aReadBack(management);
    const away = Array.from({ length: 12 }, () => ({ kind: 'not_reached' as const }));
    management.shop.goesWrong('/v1/peer/certificates', ...away);
    await confirmReadBack(management, orderId);
    const waits: number[] = [];
    for (let attempt = 1; attempt < 12; attempt++) {
      const call = await sql<{ next_attempt_at: Date }>`
        select next_attempt_at from calls where subject_id = ${orderId} and purpose = 'register'`.execute(db);
      const wait = (call.rows[0]?.next_attempt_at.getTime() ?? 0) - clock().getTime();
      waits.push(Math.ceil(wait / 1_000));
      management.pass(Math.max(wait, 0));
      await settleUnknown(management.context);
    }
    const longest = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 600];
    for (const [index, wait] of waits.entries()) expect(wait).toBeLessThanOrEqual(longest[index] ?? 0);
    expect(waits.at(-1)).toBeGreaterThan(60);
    management.pass(11 * MINUTE_MS);
    await settleUnknown(management.context);
    expect(await stateOf(management, orderId)).toBe('offered');
  });

  test('a cancel beats the authorise that is still on its way', async () => {
    const { context, settlement } = management;
    settlement.goesWrong('/v1/peer/payments', { kind: 'not_reached' });
    const orderId = await anOrder(management);
    expect(doneOf(await abandonOrder(context, orderId, MEMBER_ID)).state).toBe('abandoned');
    await untilSettled();
    expect(await stateOf(management, orderId)).toBe('abandoned');
    expect(management.payments.get(orderId)?.status).toBe('declined');
  });

  test('a refused capture leaves no authorisation open, and the buyer hears of it', async () => {
    const orderId = await aReadBack(management);
    management.settlement.goesWrong(`${orderId}/captures`, {
      kind: 'refuses',
      status: 410,
      code: 'authorisation_expired',
    });
    const order = doneOf(await confirmReadBack(management, orderId));
    expect(order).toMatchObject({ state: 'abandoned', end_reason: 'capture_refused' });
    expect(management.payments.get(orderId)?.status).toBe('voided');
    expect(await messagesOf(management, orderId)).toEqual(['buyer.purchase_failed']);
  });

  test('a shop that refuses to register leads to a refund', async () => {
    const orderId = await aReadBack(management);
    management.shop.goesWrong('/v1/peer/certificates', {
      kind: 'refuses',
      status: 422,
      code: 'amount_out_of_range',
    });
    const order = doneOf(await confirmReadBack(management, orderId));
    expect(order).toMatchObject({ state: 'refunded', end_reason: 'shop_refused' });
    expect(management.payments.get(orderId)?.status).toBe('refunded');
  });

  test('no authorisation hangs for longer than fifteen minutes', async () => {
    const orders = await Promise.all([anOrder(management), aReadBack(management)]);
    management.pass(14 * MINUTE_MS);
    while ((await releaseUnconfirmed(management.context)) > 0);
    for (const orderId of orders) {
      expect(await stateOf(management, orderId)).toBe('abandoned');
      expect(management.payments.get(orderId)?.status).toBe('voided');
    }
  });

  test('and the books hold after all of that', async () => {
    expect(await conservation(management.context.db)).toMatchObject([{ currency: 'KRW', holds: true }]);
  });
});

/** The janitor comes until nothing is unknown. */
async function untilSettled(): Promise<void> {
  for (let round = 0; round < 5; round++) {
    management.pass(2 * MINUTE_MS);
    await settleUnknown(management.context);
  }
}
