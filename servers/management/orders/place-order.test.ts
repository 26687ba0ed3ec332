import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../kit/clock.ts';
import { newId } from '../../../kit/ids.ts';
import { anOffer, anOrder, doneOf, eventsOf, messagesOf, stateOf } from '../../../test/builders/gifts.ts';
import {
  aManagement,
  CARD,
  MEMBER_ID,
  SHOP_MEMBER,
  type TestManagement,
} from '../../../test/builders/management.ts';
import { checkWaitingPayments } from './due-orders.ts';
import { readOrder } from './orders.ts';
import { checkPayment } from './payment/check-payment.ts';
import { placeOrder } from './place-order.ts';
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
    ['a day a year ago', { deliver_at: '2025-01-01T00:00:00Z' }, 'delivery_date_out_of_range'],
    [
      'a message with a link',
      { message: '여기 evil.com/x', payment_method_id: 'pm_nobodys' },
      'message_has_link',
    ],
    ['a message that is reversed', { message: '\u202eabc' }, 'message_invalid'],
    ["somebody else's card", { payment_method_id: 'pm_nobodys' }, 'payment_method_not_found'],
  ])('is refused for %s, and nothing is asked', async (_what, wrong, code) => {
    const asked = management.settlement.received.length;
    const result = await placeOrder(management.context, newId(), MEMBER_ID, { ...input, ...wrong });
    expect(result).toMatchObject({ ok: false, code });
    expect(management.settlement.received.length).toBe(asked);
  });

  test('keeps the words to the recipient clean, and none for blank ones', async () => {
    const words = async (message: string) =>
      (await readOrder(management.context.db, await anOrder(management, { message }))).message;
    expect(await words('  생일\u200b 축하해요\r\n\r\n\r\n🎂 ')).toBe('생일 축하해요\n\n🎂');
    expect(await words(' \n ')).toBeNull();
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
