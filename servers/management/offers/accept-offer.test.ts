import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '../../../kit/clock.ts';
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
  MEMBER_ID,
  SHOP_MEMBER,
  type TestManagement,
} from '../../../test/builders/management.ts';
import { conservation } from '../books/conservation.ts';
import { expireOffers } from '../orders/due-orders.ts';
import { cancelOrder } from '../orders/end-order.ts';
import { nameRecipient } from '../orders/recipient/name-recipient.ts';
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

  test('by mail is not taken with a number that nobody has proved, such as a stranger’s', async () => {
    const orderId = await anOffer(management, { email: 'su@example.com', name: '남궁민수' });
    const without = await acceptOffer(management.context, orderId, { pin: PIN });
    expect(without).toMatchObject({ ok: false, code: 'phone_number_invalid' });
    const stranger = await acceptOffer(management.context, orderId, { pin: PIN, phone: '010 7777 1234' });
    expect(stranger).toMatchObject({ ok: false, code: 'contact_not_proved' });
    const service = await acceptOffer(management.context, orderId, { pin: PIN, phone: '1588-0000' });
    expect(service).toMatchObject({ ok: false, code: 'phone_number_invalid' });
    expect(await stateOf(management, orderId)).toBe('offered');
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

  test('of a gift to a typed name is taken only from somebody who says that it is theirs', async () => {
    const { carriers } = management.context;
    const { lookUpName } = carriers;
    carriers.lookUpName = async () => ({ kind: 'no_look_up' });
    const orderId = await anOffer(management, { phone: '+14155550123', name: 'John Smith' });
    carriers.lookUpName = lookUpName;
    const silent = await acceptOffer(management.context, orderId, { pin: PIN });
    expect(silent).toMatchObject({ ok: false, code: 'name_not_confirmed' });
    const confirmed = await acceptOffer(management.context, orderId, { pin: PIN, name_confirmed: true });
    expect(doneOf(confirmed).state).toBe('accepted');
  });

  test.each([
    ['whose SIM was changed', { wasSimSwapped: async () => true }, 'sim_changed'],
    ['that has a new owner', { wasRecycledSince: async () => true }, 'number_recycled'],
  ])(
    'from a phone %s is refused, the buyer sees it, and it can be tried again',
    async (_what, says, code) => {
      const { carriers } = management.context;
      const usual = { ...carriers };
      const orderId = await anOffer(management);
      Object.assign(carriers, says);
      const refused = await acceptOffer(management.context, orderId, { pin: PIN });
      Object.assign(carriers, usual);
      expect(refused).toMatchObject({ ok: false, code });
      expect((await eventsOf(management, orderId)).at(-1)).toBe('phone_check_failed');
      expect(doneOf(await acceptOffer(management.context, orderId, { pin: PIN })).state).toBe('accepted');
    },
  );

  test('asks the operator since when the buyer named the number, not since the order', async () => {
    const { carriers } = management.context;
    const { wasRecycledSince } = carriers;
    const orderId = await anOrder(management);
    management.pass(5 * MINUTE_MS);
    const namedAt = management.context.clock();
    doneOf(await nameRecipient(management.context, orderId, MEMBER_ID, { phone: SHOP_MEMBER.phone }));
    doneOf(await confirmReadBack(management, orderId));
    let since = new Date(0);
    carriers.wasRecycledSince = async (_phone, asked) => {
      since = asked;
      return false;
    };
    doneOf(await acceptOffer(management.context, orderId, { pin: PIN }));
    carriers.wasRecycledSince = wasRecycledSince;
    expect(since.getTime()).toBeGreaterThanOrEqual(namedAt.getTime());
  });

  test('from a phone that its operator says nothing about follows the policy', async () => {
    const { carriers, settings } = management.context;
    const usual = { ...carriers };
    const orderId = await anOffer(management);
    Object.assign(carriers, { wasSimSwapped: async () => undefined });
    const acceptancePolicy = { ...settings.acceptancePolicy, unknown: 'refuse' };
    Object.assign(management.context, { settings: { ...settings, acceptancePolicy } });
    const refused = await acceptOffer(management.context, orderId, { pin: PIN });
    Object.assign(management.context, { settings });
    expect(refused).toMatchObject({ ok: false, code: 'number_not_checked' });
    expect(doneOf(await acceptOffer(management.context, orderId, { pin: PIN })).state).toBe('accepted');
    Object.assign(carriers, usual);
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
