import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Dispute } from '../../../contracts/settlement-disputes.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
import {
  anAcceptedGift,
  anOffer,
  doneOf,
  eventsOf,
  messagesOf,
  stateOf,
} from '../../../test/builders/gifts.ts';
import { aGroup, expectBooksToHold, heard, settleShares } from '../../../test/builders/groups.ts';
import { aManagement, MEMBER_ID, type TestManagement } from '../../../test/builders/management.ts';
import { bookUse } from '../../../test/builders/use-notices.ts';
import { certificateBalance } from '../books/books.ts';
import { findStuck } from '../console/stuck-orders.ts';
import { confirmGroup } from '../groups/confirm-group.ts';
import { acceptOffer } from '../offers/accept-offer.ts';
import { expireOffers } from '../orders/due-orders.ts';
import { cancelOrder, withdrawOrder } from '../orders/end-order.ts';
import { readOrder } from '../orders/orders.ts';
import { settleUnknown } from '../settle-calls.ts';
import { driveDisputedGifts } from './drive-gift.ts';
import { listDisputes, listUnread } from './list-disputes.ts';
import { readDisputes } from './read-disputes.ts';

let management: TestManagement;
beforeAll(async () => {
  management = await aManagement({ otherSettlement: true });
});
afterAll(() => management.close());
beforeEach(() => management.pass(2 * MINUTE_MS));
afterEach(() => expectBooksToHold(management));

/** Settlement tells of a dispute, as it stands from now on. */
function tells(dispute: Partial<Dispute> & Pick<Dispute, 'order_id'>): Dispute {
  const { disputes } = management;
  const position = disputes.reduce((last, told) => Math.max(last, told.position), 0) + 1;
  const told: Dispute = {
    ...{ dispute_id: newId(), state: 'open', amount_minor: 50_000, currency: 'KRW', reason: 'fraudulent' },
    ...dispute,
    position,
  };
  const at = disputes.findIndex(({ dispute_id }) => dispute_id === told.dispute_id);
  if (at === -1) disputes.push(told);
  else disputes[at] = told;
  return told;
}

/** Management reads, and does all that is due. */
async function settle(): Promise<void> {
  const { context } = management;
  management.pass(11 * SECOND_MS);
  await readDisputes(context);
  for (let round = 0; round < 6; round++) {
    await driveDisputedGifts(context);
    management.pass(11 * SECOND_MS);
  }
}

async function disputed(orderId: string, more: Partial<Dispute> = {}): Promise<Dispute> {
  const told = tells({ order_id: orderId, ...more });
  await settle();
  return told;
}
async function ends(dispute: Dispute, state: 'won' | 'lost'): Promise<void> {
  tells({ ...dispute, state });
  await settle();
}

const shopHas = (orderId: string) => management.certificates.get(orderId);
const orderOf = (orderId: string) => readOrder(management.context.db, orderId);
const giftOf = async (orderId: string) => {
  const found = await sql<{ state: string; cancelled_minor: bigint }>`
    select state, cancelled_minor from disputed_gifts where order_id = ${orderId}`.execute(
    management.context.db,
  );
  return found.rows[0];
};
const asked = (path: string) => management.shop.asked(path);
const refunded = (paymentId: string) => management.payments.get(paymentId)?.refunded_minor;

/** 20,000 won were used, as the shop has told or is about to. */
async function used(orderId: string, told = true): Promise<void> {
  management.certificates.set(orderId, { state: shopHas(orderId)?.state ?? 'active', left: 30_000 });
  if (told)
    await bookUse(management, {
      ...{ order_id: orderId, redemption_id: newId(), amount_minor: 20_000, balance_minor: 30_000 },
      entry_no: 2,
    });
}

describe('an accepted gift whose payment is disputed', () => {
  test('is frozen at its shop, and the buyer is told', async () => {
    const orderId = await anAcceptedGift(management);
    await disputed(orderId);
    expect(shopHas(orderId)?.state).toBe('frozen');
    expect(await orderOf(orderId)).toMatchObject({ state: 'accepted', dispute: 'open' });
    expect((await eventsOf(management, orderId)).slice(-2)).toEqual([
      'payment_disputed',
      'certificate_frozen',
    ]);
    expect((await messagesOf(management, orderId)).at(-1)).toBe('buyer.payment_disputed');
  });

  test('is frozen once, however often it is told', async () => {
    const orderId = await anAcceptedGift(management);
    const told = await disputed(orderId);
    await ends(told, 'won');
    tells(told);
    tells(told);
    await settle();
    await settle();
    expect(asked(`${orderId}/freeze`)).toBe(2);
    expect(shopHas(orderId)?.state).toBe('frozen');
  });

  test('can’t be withdrawn by its buyer meanwhile', async () => {
    const orderId = await anAcceptedGift(management);
    await disputed(orderId);
    expect(await withdrawOrder(management.context, orderId, MEMBER_ID)).toMatchObject({
      code: 'certificate_frozen',
    });
  });

  test('is freed when the dispute is won', async () => {
    const orderId = await anAcceptedGift(management);
    await ends(await disputed(orderId), 'won');
    expect(shopHas(orderId)?.state).toBe('active');
    expect((await orderOf(orderId)).dispute).toBeNull();
    expect((await messagesOf(management, orderId)).at(-1)).toBe('buyer.dispute_won');
    expect(refunded(orderId)).toBe(0);
  });

  test('is freed only when no other dispute is open', async () => {
    const orderId = await anAcceptedGift(management);
    const first = await disputed(orderId, { amount_minor: 20_000 });
    const second = await disputed(orderId, { amount_minor: 20_000 });
    await ends(first, 'won');
    expect(shopHas(orderId)?.state).toBe('frozen');
    await ends(second, 'won');
    expect(shopHas(orderId)?.state).toBe('active');
  });

  test('is cancelled when the dispute is lost, and what was left covers the loss', async () => {
    const orderId = await anAcceptedGift(management);
    await used(orderId);
    await ends(await disputed(orderId), 'lost');
    expect(shopHas(orderId)?.state).toBe('cancelled');
    expect(await giftOf(orderId)).toEqual({ state: 'cancelled', cancelled_minor: 30_000n });
    expect(refunded(orderId)).toBe(30_000);
    expect(await certificateBalance(management.context.db, await orderOf(orderId))).toBe(0n);
    expect(await orderOf(orderId)).toMatchObject({ state: 'accepted', dispute: 'lost' });
    expect((await eventsOf(management, orderId)).slice(-3)).toEqual([
      'dispute_lost',
      'charged_back',
      'loss_covered',
    ]);
    const [listed] = await listDisputes(management.context.db, { limit: 1 });
    expect(listed).toMatchObject({ state: 'lost', uncovered_minor: 20_000 });
  });

  test('is cancelled at once if management hears of it only when it is lost', async () => {
    const orderId = await anAcceptedGift(management);
    await disputed(orderId, { state: 'lost' });
    expect(asked(`${orderId}/freeze`)).toBe(0);
    expect(shopHas(orderId)?.state).toBe('cancelled');
    expect(refunded(orderId)).toBe(50_000);
  });

  test('waits with the refund until the uses before are booked', async () => {
    const orderId = await anAcceptedGift(management);
    await used(orderId, false);
    await ends(await disputed(orderId), 'lost');
    expect((await giftOf(orderId))?.state).toBe('charged_back');
    expect(refunded(orderId)).toBe(0);
    management.pass(5 * MINUTE_MS);
    expect(await findStuck(management.context, orderId)).toMatchObject({ reason: 'step_late' });
    await used(orderId);
    await settle();
    expect(refunded(orderId)).toBe(30_000);
  });

  test('is freed if less was lost than is left of it', async () => {
    const orderId = await anAcceptedGift(management);
    await ends(await disputed(orderId, { amount_minor: 49_000 }), 'lost');
    expect(shopHas(orderId)?.state).toBe('active');
    expect(await orderOf(orderId)).toMatchObject({ dispute: null });
    expect(refunded(orderId)).toBe(0);
  });
});

describe('a gift that nobody has accepted', () => {
  test('can’t be accepted, and doesn’t run out, while its payment is disputed', async () => {
    const orderId = await anOffer(management);
    const before = (await orderOf(orderId)).answer_by;
    const told = await disputed(orderId);
    const accept = () => acceptOffer(management.context, orderId, { pin: '739258' });
    expect(await accept()).toMatchObject({ code: 'certificate_frozen' });
    management.pass(30 * DAY_MS);
    await expireOffers(management.context);
    expect(await stateOf(management, orderId)).toBe('offered');
    await ends(told, 'won');
    const after = (await orderOf(orderId)).answer_by;
    expect((after?.getTime() ?? 0) - (before?.getTime() ?? 0)).toBeGreaterThan(30 * DAY_MS - HOUR_MS);
    doneOf(await accept());
    expect(asked(`${orderId}/freeze`)).toBe(0);
  });

  test('is cancelled and refunded when the dispute is lost', async () => {
    const orderId = await anOffer(management);
    await ends(await disputed(orderId), 'lost');
    expect(await stateOf(management, orderId)).toBe('refunded');
    expect(shopHas(orderId)?.state).toBe('cancelled');
    expect((await messagesOf(management, orderId)).slice(-2)).toEqual([
      'buyer.dispute_lost',
      'recipient.gift_charged_back',
    ]);
  });

  test('can be cancelled by its buyer meanwhile', async () => {
    const orderId = await anOffer(management);
    const told = await disputed(orderId);
    doneOf(await cancelOrder(management.context, orderId, MEMBER_ID));
    await ends(told, 'lost');
    expect(await stateOf(management, orderId)).toBe('refunded');
    expect(refunded(orderId)).toBe(50_000);
  });
});

test('of gifts with one payment, each is frozen, and cancelled as far as the loss goes', async () => {
  const group = await aGroup(management);
  doneOf(await confirmGroup(management.context, group.group_id, MEMBER_ID, heard(group)));
  await settleShares(management);
  const ids = group.lines.map(({ order }) => order.order_id);
  for (const id of ids) doneOf(await acceptOffer(management.context, id, { pin: '739258' }));
  const [first = '', second = ''] = ids;
  // The shop's stand-in has 50,000 won on each unless told otherwise.
  management.certificates.set(second, { state: 'active', left: 20_000 });
  const told = await disputed(group.group_id, { amount_minor: 50_000 });
  expect(ids.map((id) => shopHas(id)?.state)).toEqual(['frozen', 'frozen']);
  await ends(told, 'lost');
  expect(ids.map((id) => shopHas(id)?.state).toSorted()).toEqual(['active', 'cancelled']);
  const covered = [await giftOf(first), await giftOf(second)].map((gift) => Number(gift?.cancelled_minor));
  expect(refunded(group.group_id)).toBe(Math.max(...covered));
});

describe('a settlement server that lies', () => {
  const doubtOf = async ({ dispute_id }: Dispute) => {
    const listed = await listDisputes(management.context.db, { limit: 100 });
    return listed.find((dispute) => dispute.dispute_id === dispute_id)?.doubt;
  };

  test('about a payment that is none of ours is not believed', async () => {
    expect(await doubtOf(await disputed(newId()))).toBe('payment_unknown');
  });

  test.each([
    ['exceeds_payment', { amount_minor: 50_001 }],
    ['currency_differs', { currency: 'USD' }],
  ] as const)('%s: nothing is frozen', async (doubt, lie) => {
    const orderId = await anAcceptedGift(management);
    const told = await disputed(orderId, lie);
    expect(await doubtOf(told)).toBe(doubt);
    expect(shopHas(orderId)?.state).toBe('active');
    expect((await orderOf(orderId)).dispute).toBeNull();
  });

  test('about a payment that another server took is not believed', async () => {
    const orderId = await anAcceptedGift(management);
    const told = { ...tells({ order_id: orderId }), position: 1 };
    management.disputes.pop();
    management.other?.disputes.push(told);
    await settle();
    expect(await doubtOf(told)).toBe('payment_of_another');
    expect(shopHas(orderId)?.state).toBe('active');
  });

  test('about another payment than before is not believed', async () => {
    const [first, second] = [await anAcceptedGift(management), await anAcceptedGift(management)];
    const told = await disputed(first);
    await disputed(second, { dispute_id: told.dispute_id });
    expect([shopHas(first)?.state, shopHas(second)?.state]).toEqual(['frozen', 'active']);
  });
});

describe('servers that are of before, or don’t answer', () => {
  test('a shop that can’t freeze is asked again and again, is seen, and holds up nobody', async () => {
    const orderId = await anAcceptedGift(management);
    const unknown = { kind: 'refuses', status: 404, code: 'not_found' } as const;
    management.shop.goesWrong(`${orderId}/freeze`, unknown, unknown);
    await disputed(orderId);
    expect(await findStuck(management.context, orderId)).toMatchObject({
      reason: 'call_unknown',
      step: 'freeze',
    });
    management.pass(HOUR_MS);
    await settleUnknown(management.context);
    management.pass(HOUR_MS);
    await settleUnknown(management.context);
    expect(asked(`${orderId}/freeze`)).toBe(1);
    expect(shopHas(orderId)?.state).toBe('frozen');
    expect(await findStuck(management.context, orderId)).toBeUndefined();
  });

  test('an answer that was lost is asked for again', async () => {
    const orderId = await anAcceptedGift(management);
    management.shop.goesWrong(`${orderId}/charge-back`, { kind: 'answer_lost' });
    await ends(await disputed(orderId), 'lost');
    management.pass(HOUR_MS);
    await settleUnknown(management.context);
    await settle();
    expect(asked(`${orderId}/charge-back`)).toBe(1);
    expect(refunded(orderId)).toBe(50_000);
  });

  test('a settlement server that doesn’t tell of disputes is seen', async () => {
    const { settlement } = management;
    const orderId = await anAcceptedGift(management);
    const last = management.disputes.reduce((newest, { position }) => Math.max(newest, position), 0);
    settlement.goesWrong(`disputes?after=${last}`, { kind: 'refuses', status: 404, code: 'not_found' });
    await disputed(orderId);
    expect(await listUnread(management.context.db)).toMatchObject([
      { party: 'settlement', problem: 'not_found' },
    ]);
    management.pass(MINUTE_MS);
    await settle();
    expect(await listUnread(management.context.db)).toEqual([]);
    expect(shopHas(orderId)?.state).toBe('frozen');
  });

  test('a settlement server that was restored from a backup is read from the beginning', async () => {
    const orderId = await anAcceptedGift(management);
    management.disputes.splice(0);
    const told = tells({ order_id: orderId });
    await settle();
    await settle();
    expect(told.position).toBe(1);
    expect(shopHas(orderId)?.state).toBe('frozen');
  });
});
