import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMs, DAY_MS } from '../../../kit/clock.ts';
import { anOffer, doneOf, messagesOf, stateOf } from '../../../test/builders/gifts.ts';
import { aManagement, MEMBER_ID, type TestManagement } from '../../../test/builders/management.ts';
import { acceptOffer } from '../offers/accept-offer.ts';
import { deliverScheduled, expireOffers, remindRecipients } from './due-orders.ts';
import { resendOffer } from './resend-offer.ts';

const PIN = '739258';
let management: TestManagement;
beforeAll(async () => {
  management = await aManagement();
});
afterAll(() => management.close());

describe('the deadline', () => {
  test('is reminded of once, then everything goes back', async () => {
    const orderId = await anOffer(management);
    management.pass(5 * DAY_MS);
    await remindRecipients(management.context);
    await remindRecipients(management.context);
    expect((await messagesOf(management, orderId)).filter((kind) => kind.endsWith('reminder'))).toHaveLength(
      1,
    );
    management.pass(2 * DAY_MS);
    const late = await acceptOffer(management.context, orderId, { pin: PIN });
    expect(late).toMatchObject({ ok: false, code: 'offer_expired' });
    await expireOffers(management.context);
    expect(await stateOf(management, orderId)).toBe('refunded');
    expect((await messagesOf(management, orderId)).slice(-2)).toEqual([
      'buyer.gift_expired',
      'recipient.gift_expired',
    ]);
  });

  test('of a gift for a chosen day begins on that day', async () => {
    const deliver_at = addMs(management.context.clock(), 3 * DAY_MS).toISOString();
    const orderId = await anOffer(management, undefined, { deliver_at });
    expect(await stateOf(management, orderId)).toBe('scheduled');
    expect(await messagesOf(management, orderId)).toEqual(['buyer.purchase_complete']);
    await deliverScheduled(management.context);
    expect(await stateOf(management, orderId)).toBe('scheduled');
    management.pass(3 * DAY_MS);
    await deliverScheduled(management.context);
    await expireOffers(management.context);
    expect(await stateOf(management, orderId)).toBe('offered');
    expect(await messagesOf(management, orderId)).toEqual([
      'buyer.purchase_complete',
      'recipient.gift_arrived',
    ]);
  });
});

describe('the message to the recipient', () => {
  test('can be sent again, but not without end', async () => {
    const orderId = await anOffer(management);
    for (let time = 0; time < 5; time++) doneOf(await resendOffer(management.context, orderId, MEMBER_ID));
    const once_more = await resendOffer(management.context, orderId, MEMBER_ID);
    expect(once_more).toMatchObject({ ok: false, code: 'rate_limited' });
  });
});
