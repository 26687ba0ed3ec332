import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMs, DAY_MS } from '../../../../kit/clock.ts';
import { sql } from '../../../../kit/db/sql.ts';
import { newId } from '../../../../kit/ids.ts';
import { tokenDigest } from '../../../../kit/tokens.ts';
import { anOffer, doneOf, eventsOf, messagesOf, stateOf } from '../../../../test/builders/gifts.ts';
import {
  aManagement,
  MEMBER_ID,
  SHOP_MEMBER,
  SUBSCRIBER,
  type TestManagement,
} from '../../../../test/builders/management.ts';
import { conservation } from '../../books/conservation.ts';
import { acceptOffer } from '../../offers/accept-offer.ts';
import { findOffer, sameRecipient } from '../../offers/offers.ts';
import { settleUnknown } from '../../settle-calls.ts';
import { deliverScheduled } from '../due-orders.ts';
import { cancelOrder } from '../end-order.ts';
import { readOrder } from '../orders.ts';
import { confirmCorrection } from './confirm-correction.ts';
import { nameCorrection } from './name-correction.ts';

const PIN = '739258';
const RIGHT = { phone: SUBSCRIBER.phone };
let management: TestManagement;
beforeAll(async () => {
  management = await aManagement();
});
afterAll(() => management.close());

/** The name behind another number, as it is read back. */
async function named(
  orderId: string,
  recipient: Parameters<typeof nameCorrection>[3] = RIGHT,
): Promise<string> {
  const found = doneOf(await nameCorrection(management.context, orderId, MEMBER_ID, recipient));
  return found.read_back_id ?? '';
}

const confirm = (orderId: string, readBackId: string) =>
  confirmCorrection(management.context, orderId, MEMBER_ID, readBackId);

/** How many links lead to an order. */
async function linksTo(orderId: string): Promise<number> {
  const found = await sql<{ links: bigint }>`
    select count(*) as links from offer_links where order_id = ${orderId} and ended_at is null`.execute(
    management.context.db,
  );
  return Number(found.rows[0]?.links);
}

describe('a correction', () => {
  test('is read back masked and changes nothing before it is confirmed', async () => {
    const orderId = await anOffer(management);
    const found = doneOf(await nameCorrection(management.context, orderId, MEMBER_ID, RIGHT));
    expect(found).toMatchObject({ masked_name: '박*연', channel: 'sms', recycled: false });
    const order = await readOrder(management.context.db, orderId);
    expect([order.state, order.recipient_phone]).toEqual(['offered', SHOP_MEMBER.phone]);
    expect(await linksTo(orderId)).toBe(1);
  });

  test('tells the shop, ends the first link, tells both people, and moves no money', async () => {
    const orderId = await anOffer(management);
    const before = await readOrder(management.context.db, orderId);
    const corrected = doneOf(await confirm(orderId, await named(orderId)));
    expect(corrected).toMatchObject({ state: 'offered', recipient: { masked_name: '박*연' } });
    const told = management.shop.received.find(({ path }) => path.endsWith(`${orderId}/recipient`));
    expect(told?.body).toEqual({ recipient_name: SUBSCRIBER.name, recipient_phone: SUBSCRIBER.phone });
    expect(await linksTo(orderId)).toBe(1);
    const links = await sql<{ ended_at: Date | null }>`
      select ended_at from offer_links where order_id = ${orderId} order by created_at`.execute(
      management.context.db,
    );
    expect(links.rows.map(({ ended_at }) => ended_at !== null)).toEqual([true, false]);
    expect((await messagesOf(management, orderId)).slice(-2)).toEqual([
      'recipient.gift_cancelled',
      'recipient.gift_arrived',
    ]);
    const addresses = await sql<{ address: string }>`
      select address from messages where subject_id = ${orderId} order by message_id desc limit 2`.execute(
      management.context.db,
    );
    expect(addresses.rows.map(({ address }) => address)).toEqual([SUBSCRIBER.phone, SHOP_MEMBER.phone]);
    const after = await readOrder(management.context.db, orderId);
    expect(after.amount_minor).toBe(before.amount_minor);
    expect(management.payments.get(orderId)).toMatchObject({ captured_minor: 50_000, refunded_minor: 0 });
    expect((await conservation(management.context.db)).every(({ holds }) => holds)).toBe(true);
    doneOf(await acceptOffer(management.context, orderId, { pin: PIN }));
    expect(management.certificates.get(orderId)?.phone).toBe(SUBSCRIBER.phone);
  });

  test('confirmed twice is made once', async () => {
    const orderId = await anOffer(management);
    const readBack = await named(orderId);
    doneOf(await confirm(orderId, readBack));
    doneOf(await confirm(orderId, readBack));
    expect(
      (await eventsOf(management, orderId)).filter((kind) => kind === 'recipient_corrected'),
    ).toHaveLength(1);
  });

  test('is refused for a name that was not the last to be read back', async () => {
    const orderId = await anOffer(management);
    const first = await named(orderId);
    await named(orderId, { email: 'su@example.com', name: '남궁민수' });
    expect(await confirm(orderId, first)).toMatchObject({ ok: false, code: 'recipient_changed' });
    expect(await confirm(orderId, newId())).toMatchObject({ ok: false, code: 'recipient_changed' });
    expect(await stateOf(management, orderId)).toBe('offered');
  });

  test('comes too late for a gift that was accepted or taken back', async () => {
    const accepted = await anOffer(management);
    const readBack = await named(accepted);
    doneOf(await acceptOffer(management.context, accepted, { pin: PIN }));
    expect(await confirm(accepted, readBack)).toMatchObject({ ok: false, code: 'already_accepted' });
    expect(await nameCorrection(management.context, accepted, MEMBER_ID, RIGHT)).toMatchObject({
      code: 'already_accepted',
    });
    const cancelled = await anOffer(management);
    doneOf(await cancelOrder(management.context, cancelled, MEMBER_ID));
    expect(await nameCorrection(management.context, cancelled, MEMBER_ID, RIGHT)).toMatchObject({
      code: 'wrong_state',
    });
  });

  test("is nobody else's to make", async () => {
    const orderId = await anOffer(management);
    const readBack = await named(orderId);
    expect(await nameCorrection(management.context, orderId, newId(), RIGHT)).toMatchObject({
      code: 'order_not_found',
    });
    expect(await confirmCorrection(management.context, orderId, newId(), readBack)).toMatchObject({
      code: 'order_not_found',
    });
  });

  test('that the shop refuses leaves the gift with the first recipient', async () => {
    const orderId = await anOffer(management);
    management.shop.goesWrong('/recipient', { kind: 'refuses', status: 409, code: 'wrong_state' });
    expect(await confirm(orderId, await named(orderId))).toMatchObject({ ok: false, code: 'wrong_state' });
    const order = await readOrder(management.context.db, orderId);
    expect([order.state, order.recipient_phone]).toEqual(['offered', SHOP_MEMBER.phone]);
    expect(await linksTo(orderId)).toBe(1);
  });

  test.each(['not_reached', 'answer_lost'] as const)('whose answer is %s is asked again', async (kind) => {
    const orderId = await anOffer(management);
    const readBack = await named(orderId);
    management.shop.goesWrong('/recipient', { kind });
    expect(doneOf(await confirm(orderId, readBack)).state).toBe('correcting');
    expect(await acceptOffer(management.context, orderId, { pin: PIN })).toMatchObject({
      code: 'wrong_state',
    });
    management.pass(60_000);
    await settleUnknown(management.context);
    expect((await readOrder(management.context.db, orderId)).recipient_phone).toBe(SUBSCRIBER.phone);
    expect(await stateOf(management, orderId)).toBe('offered');
  });

  test('of a gift for a later day tells nobody before that day', async () => {
    const deliver_at = addMs(management.context.clock(), 3 * DAY_MS).toISOString();
    const orderId = await anOffer(management, undefined, { deliver_at });
    expect(await stateOf(management, orderId)).toBe('scheduled');
    expect(doneOf(await confirm(orderId, await named(orderId))).state).toBe('scheduled');
    expect(await messagesOf(management, orderId)).toEqual(['buyer.purchase_complete']);
    management.pass(4 * DAY_MS);
    await deliverScheduled(management.context);
    expect(await stateOf(management, orderId)).toBe('offered');
    expect(await linksTo(orderId)).toBe(1);
  });

  test('between question and answer leaves the first recipient nothing to accept', async () => {
    const orderId = await anOffer(management);
    const asked = await readOrder(management.context.db, orderId);
    doneOf(await confirm(orderId, await named(orderId)));
    const late = await acceptOffer(management.context, orderId, { pin: PIN, isFor: sameRecipient(asked) });
    expect(late).toMatchObject({ ok: false, code: 'offer_not_found' });
    expect(await stateOf(management, orderId)).toBe('offered');
  });

  test('leaves the first link leading nowhere', async () => {
    const orderId = await anOffer(management);
    const token = 'offer_of_the_wrong_person';
    await sql`
      insert into offer_links (token_digest, order_id, created_at)
      values (${tokenDigest(token)}, ${orderId}, ${management.context.clock()})`.execute(
      management.context.db,
    );
    expect((await findOffer(management.context.db, token)).ok).toBe(true);
    doneOf(await confirm(orderId, await named(orderId)));
    expect(await findOffer(management.context.db, token)).toMatchObject({
      ok: false,
      code: 'offer_not_found',
    });
  });
});
