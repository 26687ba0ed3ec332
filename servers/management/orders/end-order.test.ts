import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayIn, endOfDay } from '../../../kit/calendar.ts';
import { DAY_MS } from '../../../kit/clock.ts';
import { newId } from '../../../kit/ids.ts';
import { anOffer, doneOf, messagesOf, stateOf } from '../../../test/builders/gifts.ts';
import { aManagement, MEMBER_ID, type TestManagement } from '../../../test/builders/management.ts';
import { acceptOffer } from '../offers/accept-offer.ts';
import { cancelOrder, withdrawOrder } from './end-order.ts';
import { orderView } from './order-view.ts';
import { readOrder } from './orders.ts';

const PIN = '739258';
let management: TestManagement;
beforeAll(async () => {
  management = await aManagement();
});
afterAll(() => management.close());

describe('a cancellation', () => {
  test('before the acceptance refunds; after it there is none', async () => {
    const orderId = await anOffer(management);
    const order = doneOf(await cancelOrder(management.context, orderId, MEMBER_ID));
    expect(order).toMatchObject({ state: 'refunded', end_reason: 'cancelled_by_buyer' });
    const accepted = await anOffer(management);
    doneOf(await acceptOffer(management.context, accepted, { pin: PIN }));
    const late = await cancelOrder(management.context, accepted, MEMBER_ID);
    expect(late).toMatchObject({ ok: false, code: 'already_accepted' });
  });

  test('that the shop refuses, of a gift that nobody accepted, refunds all the same', async () => {
    const orderId = await anOffer(management);
    management.certificates.set(orderId, { state: 'active' });
    await cancelOrder(management.context, orderId, MEMBER_ID);
    expect(await stateOf(management, orderId)).toBe('refunded');
    expect(management.payments.get(orderId)?.status).toBe('refunded');
  });
});

describe('a refund after the acceptance', () => {
  const accepted = async () => {
    const orderId = await anOffer(management);
    doneOf(await acceptOffer(management.context, orderId, { pin: PIN }));
    return orderId;
  };
  const withdrawn = (orderId: string) => withdrawOrder(management.context, orderId, MEMBER_ID);

  test('gives all back while nothing was used, and tells both', async () => {
    const orderId = await accepted();
    const order = doneOf(await withdrawn(orderId));
    expect(order).toMatchObject({ state: 'refunded', end_reason: 'withdrawn_by_buyer' });
    expect(management.payments.get(orderId)?.status).toBe('refunded');
    expect((await messagesOf(management, orderId)).slice(-2)).toEqual([
      'buyer.gift_cancelled',
      'recipient.gift_withdrawn',
    ]);
    expect(doneOf(await withdrawn(orderId)).state).toBe('refunded');
  });

  test('says until when it can be had, and not after it', async () => {
    const orderId = await accepted();
    const { refund_until = '' } = await orderView(
      management.context.db,
      await readOrder(management.context.db, orderId),
      management.context.clock(),
    );
    const last = addDays(dayIn('Asia/Seoul', management.context.clock()), 7);
    expect(new Date(refund_until)).toEqual(endOfDay('Asia/Seoul', last));
    management.pass(8 * DAY_MS);
    expect(await withdrawn(orderId)).toMatchObject({ ok: false, code: 'refund_period_over' });
    expect(await stateOf(management, orderId)).toBe('accepted');
  });

  test.each(['certificate_used', 'certificate_handed_over'])(
    'is not had where the shop says %s, and the gift stays what it was',
    async (kept) => {
      const orderId = await accepted();
      management.certificates.set(orderId, { state: 'active', kept });
      expect(await withdrawn(orderId)).toMatchObject({ ok: false, code: kept });
      expect(await stateOf(management, orderId)).toBe('accepted');
      expect(management.payments.get(orderId)?.status).toBe('captured');
      management.certificates.set(orderId, { state: 'active' });
      expect(doneOf(await withdrawn(orderId)).state).toBe('refunded');
    },
  );

  test('is for what was accepted, and for its buyer', async () => {
    const waiting = await anOffer(management);
    expect(await withdrawn(waiting)).toMatchObject({ ok: false, code: 'wrong_state' });
    expect(await withdrawOrder(management.context, await accepted(), newId())).toMatchObject({
      ok: false,
      code: 'order_not_found',
    });
  });

  test('asked for twice at once is given once', async () => {
    const orderId = await accepted();
    const both = await Promise.all([withdrawn(orderId), withdrawn(orderId)]);
    expect(both.every(({ ok }) => ok)).toBe(true);
    expect(await stateOf(management, orderId)).toBe('refunded');
    expect(
      (await messagesOf(management, orderId)).filter((kind) => kind === 'buyer.gift_cancelled'),
    ).toHaveLength(1);
  });
});
