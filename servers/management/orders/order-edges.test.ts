import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../kit/clock.ts';
import { newId } from '../../../kit/ids.ts';
import { anOffer, anOrder, aReadBack, confirmReadBack, stateOf } from '../../../test/builders/gifts.ts';
import { aManagement, MEMBER_ID, type TestManagement } from '../../../test/builders/management.ts';
import { acceptOffer } from '../offers/accept-offer.ts';
import { refuseOffer } from '../offers/refuse-offer.ts';
import { abandonOrder, cancelOrder } from './end-order.ts';
import { confirmRecipient } from './recipient/confirm-recipient.ts';
import { nameRecipient } from './recipient/name-recipient.ts';
import { resendOffer } from './resend-offer.ts';

let management: TestManagement;
beforeAll(async () => {
  management = await aManagement();
});
afterAll(() => management.close());

const made = {
  authorised: () => anOrder(management),
  awaiting_confirmation: () => aReadBack(management),
  offered: () => anOffer(management),
  accepted: async () => {
    const orderId = await anOffer(management);
    await acceptOffer(management.context, orderId, { pin: '739258' });
    return orderId;
  },
  abandoned: async () => {
    const orderId = await anOrder(management);
    await abandonOrder(management.context, orderId, MEMBER_ID);
    return orderId;
  },
  refunded: async () => {
    const orderId = await anOffer(management);
    await refuseOffer(management.context, orderId, undefined);
    return orderId;
  },
};
const verbs = {
  name: (orderId: string) => nameRecipient(management.context, orderId, MEMBER_ID, { self: true }),
  confirm: (orderId: string) => confirmRecipient(management.context, orderId, MEMBER_ID, newId()),
  abandon: (orderId: string) => abandonOrder(management.context, orderId, MEMBER_ID),
  cancel: (orderId: string) => cancelOrder(management.context, orderId, MEMBER_ID),
  resend: (orderId: string) => resendOffer(management.context, orderId, MEMBER_ID),
  refuse: (orderId: string) => refuseOffer(management.context, orderId, undefined),
  accept: (orderId: string) => acceptOffer(management.context, orderId, { pin: '739258' }),
};

test.each([
  ['authorised', 'confirm', 'wrong_state'],
  ['authorised', 'cancel', 'cancellation_not_allowed'],
  ['authorised', 'resend', 'wrong_state'],
  ['authorised', 'accept', 'wrong_state'],
  ['authorised', 'refuse', 'wrong_state'],
  ['awaiting_confirmation', 'confirm', 'recipient_changed'],
  ['awaiting_confirmation', 'cancel', 'cancellation_not_allowed'],
  ['offered', 'name', 'wrong_state'],
  ['offered', 'confirm', 'recipient_changed'],
  ['offered', 'abandon', 'wrong_state'],
  ['accepted', 'name', 'wrong_state'],
  ['accepted', 'abandon', 'wrong_state'],
  ['accepted', 'cancel', 'already_accepted'],
  ['accepted', 'resend', 'wrong_state'],
  ['accepted', 'accept', 'already_accepted'],
  ['accepted', 'refuse', 'already_accepted'],
  ['abandoned', 'name', 'wrong_state'],
  ['abandoned', 'confirm', 'wrong_state'],
  ['abandoned', 'cancel', 'cancellation_not_allowed'],
  ['refunded', 'abandon', 'wrong_state'],
  ['refunded', 'cancel', 'cancellation_not_allowed'],
  ['refunded', 'accept', 'already_refused'],
  ['refunded', 'resend', 'wrong_state'],
] as const)('an order that is %s refuses to %s: %s, and stays so', async (state, verb, code) => {
  const orderId = await made[state]();
  expect(await stateOf(management, orderId)).toBe(state);
  expect(await verbs[verb](orderId)).toMatchObject({ ok: false, code });
  expect(await stateOf(management, orderId)).toBe(state);
});

test("an order that is nobody's, or somebody else's, is not there for any verb of a buyer's", async () => {
  const orderId = await anOffer(management);
  const { context } = management;
  const stranger = newId();
  const none = { ok: false, code: 'order_not_found' };
  for (const [id, member] of [
    [newId(), MEMBER_ID],
    [orderId, stranger],
  ] as const) {
    expect(await confirmRecipient(context, id, member, newId())).toMatchObject(none);
    expect(await nameRecipient(context, id, member, { phone: '12' })).toMatchObject(none);
    expect(await abandonOrder(context, id, member)).toMatchObject(none);
    expect(await cancelOrder(context, id, member)).toMatchObject(none);
    expect(await resendOffer(context, id, member)).toMatchObject(none);
  }
});

test('an authorisation that is over comes before what is wrong with the confirmation or the number', async () => {
  const [named, unnamed] = [await aReadBack(management), await anOrder(management)];
  management.pass(15 * MINUTE_MS);
  const over = { ok: false, code: 'authorisation_expired' };
  expect(await verbs.confirm(named)).toMatchObject(over);
  expect(await nameRecipient(management.context, unnamed, MEMBER_ID, { phone: '12' })).toMatchObject(over);
});

describe('said twice', () => {
  test('at once, giving up voids once', async () => {
    const orderId = await aReadBack(management);
    const both = await Promise.all([verbs.abandon(orderId), verbs.abandon(orderId)]);
    expect(both.every(({ ok }) => ok)).toBe(true);
    expect(management.settlement.asked(`${orderId}/voids`)).toBe(1);
  });

  test('at once, taking back cancels and refunds once', async () => {
    const orderId = await anOffer(management);
    const both = await Promise.all([verbs.cancel(orderId), verbs.cancel(orderId)]);
    expect(both.every(({ ok }) => ok)).toBe(true);
    expect(await verbs.cancel(orderId)).toMatchObject({ ok: true, value: { state: 'refunded' } });
    expect(management.shop.asked(`${orderId}/cancellation`)).toBe(1);
    expect(management.settlement.asked(`${orderId}/refunds`)).toBe(1);
  });

  test('after it was accepted, the confirmation still answers with the order', async () => {
    const orderId = await made.accepted();
    expect(await confirmReadBack(management, orderId)).toMatchObject({
      ok: true,
      value: { state: 'accepted' },
    });
  });
});
