import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import {
  anOrder,
  aReadBack,
  confirmReadBack,
  doneOf,
  messagesOf,
  stateOf,
} from '../../../test/builders/gifts.ts';
import {
  aManagement,
  MEMBER_ID,
  SHOP_MEMBER,
  type TestManagement,
} from '../../../test/builders/management.ts';
import { conservation } from '../books/conservation.ts';
import { settleUnknown } from '../settle-calls.ts';
import { releaseUnconfirmed } from './due-orders.ts';
import { abandonOrder } from './end-order.ts';
import { nameRecipient } from './recipient/name-recipient.ts';

let management: TestManagement;
beforeAll(async () => {
  management = await aManagement();
});
afterAll(() => management.close());

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

  test('a card that is declined only at capture ends the order, and the buyer hears that it was the card', async () => {
    const orderId = await aReadBack(management);
    const before = management.shop.asked('/v1/peer/certificates');
    management.settlement.goesWrong(`${orderId}/captures`, {
      kind: 'refuses',
      status: 402,
      code: 'payment_declined',
    });
    const order = doneOf(await confirmReadBack(management, orderId));
    expect(order).toMatchObject({ state: 'declined', decline_reason: 'do_not_honor' });
    expect(await messagesOf(management, orderId)).toEqual(['buyer.card_declined']);
    expect(management.shop.asked('/v1/peer/certificates')).toBe(before);
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
