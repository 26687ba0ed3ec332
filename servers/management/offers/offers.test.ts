import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMs, DAY_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { newId } from '../../../kit/ids.ts';
import {
  anOffer,
  aReadBack,
  confirmReadBack,
  doneOf,
  eventsOf,
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
import { deliverScheduled, expireOffers, remindRecipients } from '../orders/due-orders.ts';
import { cancelOrder, withdrawOrder } from '../orders/end-order.ts';
import { orderView, readOrder } from '../orders/orders.ts';
import { resendOffer } from '../orders/resend-offer.ts';
import { settleUnknown } from '../settle-calls.ts';
import { acceptOffer } from './accept-offer.ts';
import { refuseOffer } from './refuse-offer.ts';

const PIN = '739258';
let management: TestManagement;
beforeAll(async () => {
  management = await aManagement();
});
afterAll(() => management.close());

describe('an acceptance', () => {
  test('gives the shop alone the number and the PIN, and tells both sides', async () => {
    const orderId = await anOffer(management);
    const offer = doneOf(await acceptOffer(management.context, orderId, { pin: PIN }));
    expect(offer.state).toBe('accepted');
    expect(management.certificates.get(orderId)).toEqual({
      state: 'active',
      pin: PIN,
      phone: SHOP_MEMBER.phone,
    });
    expect((await messagesOf(management, orderId)).slice(2)).toEqual([
      'recipient.gift_accepted',
      'buyer.gift_accepted',
    ]);
    expect(await isAnywhere(SHOP_MEMBER.name)).toBe(true);
    expect(await isAnywhere(PIN)).toBe(false);
  });

  test('by mail needs a number to open the certificate with', async () => {
    const orderId = await anOffer(management, { email: 'su@example.com', name: '남궁민수' });
    const without = await acceptOffer(management.context, orderId, { pin: PIN });
    expect(without).toMatchObject({ ok: false, code: 'phone_number_invalid' });
    doneOf(await acceptOffer(management.context, orderId, { pin: PIN, phone: '010 7777 1234' }));
    expect(management.certificates.get(orderId)?.phone).toBe('+821077771234');
  });

  test.each([
    ['letters', 'abcdef', 'pin_not_digits'],
    ['another length', '7392', 'pin_wrong_length'],
    ['a sequence', '123456', 'pin_sequence'],
    ['a repeat', '111111', 'pin_repeated'],
    ["the phone's digits", '543291', 'pin_contains_phone'],
  ])('with %s for a PIN is refused, and may be tried again', async (_what, pin, code) => {
    const orderId = await anOffer(management);
    expect(await acceptOffer(management.context, orderId, { pin })).toMatchObject({ ok: false, code });
    expect(await stateOf(management, orderId)).toBe('offered');
  });

  test('whose PIN the shop refuses is open again, and says why', async () => {
    const orderId = await anOffer(management);
    management.shop.goesWrong('/acceptance', { kind: 'refuses', status: 422, code: 'pin_common' });
    const refused = await acceptOffer(management.context, orderId, { pin: PIN });
    expect(refused).toMatchObject({ ok: false, code: 'pin_common' });
    expect(doneOf(await acceptOffer(management.context, orderId, { pin: PIN })).state).toBe('accepted');
  });

  test.each(['not_reached', 'answer_lost'] as const)(
    'whose answer is %s is asked again with the same seal',
    async (kind) => {
      const orderId = await anOffer(management);
      management.shop.goesWrong('/acceptance', { kind }, { kind });
      expect(doneOf(await acceptOffer(management.context, orderId, { pin: PIN })).state).toBe(
        'being_accepted',
      );
      const again = await acceptOffer(management.context, orderId, { pin: '825064' });
      expect(again).toMatchObject({ ok: false, code: 'already_accepted' });
      await untilSettled();
      expect(await stateOf(management, orderId)).toBe('accepted');
      expect(management.certificates.get(orderId)?.pin).toBe(PIN);
      expect(management.shop.asked(`${orderId}/acceptance`)).toBe(1);
      const asked = management.shop.received.filter(({ path }) => path.endsWith(`${orderId}/acceptance`));
      expect(new Set(asked.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    },
  );

  test('taken up again after a crash goes on with the first seal', async () => {
    const orderId = await anOffer(management);
    const callId = newId();
    management.shop.goesWrong('/acceptance', { kind: 'answer_lost' });
    await acceptOffer(management.context, orderId, { pin: PIN }, callId);
    const offer = doneOf(await acceptOffer(management.context, orderId, { pin: PIN }, callId));
    expect(offer.state).toBe('accepted');
    expect(management.shop.asked(`${orderId}/acceptance`)).toBe(1);
  });

  test('of a certificate that the shop does not have ends in a refund', async () => {
    const orderId = await anOffer(management);
    management.certificates.delete(orderId);
    await acceptOffer(management.context, orderId, { pin: PIN });
    expect(await stateOf(management, orderId)).toBe('refunded');
  });
});

describe('a refusal', () => {
  test('gives the money back, with a word to the sender', async () => {
    const orderId = await anOffer(management);
    const offer = doneOf(await refuseOffer(management.context, orderId, '마음만 받을게요'));
    expect(offer.state).toBe('refused');
    expect(await stateOf(management, orderId)).toBe('refunded');
    expect(management.payments.get(orderId)?.status).toBe('refunded');
    expect(await messagesOf(management, orderId)).toContain('buyer.gift_refused');
    expect(doneOf(await refuseOffer(management.context, orderId, undefined)).state).toBe('refused');
    const late = await acceptOffer(management.context, orderId, { pin: PIN });
    expect(late).toMatchObject({ ok: false, code: 'already_refused' });
  });

  test('whose answers are all lost is refunded once', async () => {
    const orderId = await anOffer(management);
    management.shop.goesWrong('/cancellation', { kind: 'answer_lost' }, { kind: 'not_reached' });
    management.settlement.goesWrong('/refunds', { kind: 'answer_lost' });
    await refuseOffer(management.context, orderId, undefined);
    expect(await stateOf(management, orderId)).toBe('cancelling');
    await untilSettled();
    expect(await stateOf(management, orderId)).toBe('refunded');
    expect(management.settlement.asked(`${orderId}/refunds`)).toBe(1);
  });

  test('that settlement does not refund stays for somebody to look at', async () => {
    const orderId = await anOffer(management);
    management.settlement.goesWrong('/refunds', {
      kind: 'refuses',
      status: 422,
      code: 'refund_exceeds_payment',
    });
    await refuseOffer(management.context, orderId, undefined);
    expect(await stateOf(management, orderId)).toBe('refund_failed');
  });
});

describe('two at once', () => {
  test.each([
    ['accept and refuse', (id: string) => refuseOffer(management.context, id, undefined)],
    ['accept and cancel', (id: string) => cancelOrder(management.context, id, MEMBER_ID)],
    [
      'accept and the deadline',
      async () => {
        management.pass(7 * DAY_MS);
        return expireOffers(management.context);
      },
    ],
  ])('%s: one wins, and money and certificate agree', async (_what, other) => {
    for (let round = 0; round < 5; round++) {
      const orderId = await anOffer(management);
      await Promise.all([acceptOffer(management.context, orderId, { pin: PIN }), other(orderId)]);
      const state = await stateOf(management, orderId);
      expect(['accepted', 'refunded']).toContain(state);
      const accepted = state === 'accepted';
      expect(management.certificates.get(orderId)?.state).toBe(accepted ? 'active' : 'cancelled');
      expect(management.payments.get(orderId)?.status).toBe(accepted ? 'captured' : 'refunded');
    }
  });

  test('two acceptances: the certificate has one PIN', async () => {
    const orderId = await anOffer(management);
    const both = await Promise.all([
      acceptOffer(management.context, orderId, { pin: PIN }),
      acceptOffer(management.context, orderId, { pin: '825064' }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(management.shop.asked(`${orderId}/acceptance`)).toBe(1);
  });
});

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
    const { refund_until = '' } = orderView(await readOrder(management.context.db, orderId));
    const days = (Date.parse(refund_until) - management.context.clock().getTime()) / DAY_MS;
    expect([days > 6.9, days <= 7]).toEqual([true, true]);
    management.pass(7 * DAY_MS);
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

describe('the message to the recipient', () => {
  test('can be sent again, but not without end', async () => {
    const orderId = await anOffer(management);
    for (let time = 0; time < 5; time++) doneOf(await resendOffer(management.context, orderId, MEMBER_ID));
    const once_more = await resendOffer(management.context, orderId, MEMBER_ID);
    expect(once_more).toMatchObject({ ok: false, code: 'rate_limited' });
  });
});

describe('a crash', () => {
  test('while an answer is stored leaves the answer to be asked for again', async () => {
    const orderId = await aReadBack(management);
    const broken = {
      ...management.context,
      random: () => {
        throw new Error('The process dies here.');
      },
    };
    await expect(confirmReadBack({ context: broken }, orderId)).rejects.toThrow('dies here');
    expect(await stateOf(management, orderId)).toBe('registering');
    await untilSettled();
    expect(await stateOf(management, orderId)).toBe('offered');
    expect(await messagesOf(management, orderId)).toEqual([
      'recipient.gift_arrived',
      'buyer.purchase_complete',
    ]);
    expect(management.shop.received.filter(({ body }) => isAbout(body, orderId))).not.toHaveLength(0);
    expect((await eventsOf(management, orderId)).filter((kind) => kind === 'registered')).toHaveLength(1);
  });

  test('and the books hold after all of that', async () => {
    expect(await conservation(management.context.db)).toMatchObject([{ currency: 'KRW', holds: true }]);
  });
});

function isAbout(body: unknown, orderId: string): boolean {
  return (
    typeof body === 'object' && body !== null && 'certificate_id' in body && body.certificate_id === orderId
  );
}

/** The janitor comes until nothing is unknown. */
async function untilSettled(): Promise<void> {
  for (let round = 0; round < 5; round++) {
    management.pass(2 * MINUTE_MS);
    await settleUnknown(management.context);
  }
}

/** Whether a text stands by itself in any row of the database: not within an id, a time or a seal. */
async function isAnywhere(text: string): Promise<boolean> {
  const { pool } = management.context;
  const tables = await pool.query(
    "select table_name as name from information_schema.tables where table_schema = 'public'",
  );
  for (const { name } of tables.rows) {
    const found = await pool.query(`select 1 from ${name} t where t::text ~ $1 limit 1`, [
      `(^|[^0-9A-Za-z_.-])${text}([^0-9A-Za-z]|$)`,
    ]);
    if (found.rows.length > 0) return true;
  }
  return false;
}
