import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NOTICE_BATCHES_PATH } from '../../../../contracts/notices.ts';
import { MINUTE_MS } from '../../../../kit/clock.ts';
import { sql } from '../../../../kit/db/sql.ts';
import type { App } from '../../../../kit/http/app.ts';
import { newId } from '../../../../kit/ids.ts';
import { noticeApplier } from '../../../../kit/notices/notice-applier.ts';
import { type SigningKey, storePartyKeys } from '../../../../kit/signing/index.ts';
import { isAppendOnly } from '../../../../test/builders/base.ts';
import { aDoor, aSignedDoor } from '../../../../test/builders/door.ts';
import {
  anAcceptedGift,
  anOffer,
  doneOf,
  eventsOf,
  messagesOf,
  stateOf,
} from '../../../../test/builders/gifts.ts';
import { aManagement, MEMBER_ID, type TestManagement } from '../../../../test/builders/management.ts';
import { aboutCertificate, aReversalOf, aUseOf } from '../../../../test/builders/notices.ts';
import { aParty } from '../../../../test/builders/parties.ts';
import { aStaffSession } from '../../../../test/builders/sessions.ts';
import { createManagementApp } from '../../app.ts';
import { certificateBalance } from '../../books/books.ts';
import { conservation } from '../../books/conservation.ts';
import { settleUnknown } from '../../settle-calls.ts';
import { payOutShop } from '../../shops/pay-out.ts';
import { cancelOrder, withdrawOrder } from '../end-order.ts';
import { readOrder } from '../orders.ts';
import { doubtfulNotices, noticeReader } from './notice-reader.ts';

let management: TestManagement;
let app: App;
let applier: ReturnType<typeof noticeApplier>;
let batches = 0;
const other = aParty('shop:other', 'other-shop-test');
beforeAll(async () => {
  management = await aManagement();
  const parties = [...management.context.parties, { ...other.entry, role: 'shop' }];
  await storePartyKeys(management.context.db, parties, management.context.clock());
  Object.assign(management.context, { parties });
  app = await createManagementApp(management.context);
  const reader = noticeReader(management.context, doubtfulNotices(app.metrics));
  applier = noticeApplier(management.context, reader);
});
beforeEach(async () => {
  await payOutShop(management.context, newId(), 'haneul');
});
afterAll(async () => {
  const books = await conservation(management.context.db);
  await app.close();
  await management.close();
  expect(books).toMatchObject([{ currency: 'KRW', holds: true }]);
});

type Content = Record<string, unknown>;

/** The shop tells, signed, in a batch; the batch is acknowledged whatever it tells. */
async function tell(
  kind: string,
  content: Content,
  from: { key: SigningKey; batch_no: number } = { key: management.shop.key, batch_no: ++batches },
): Promise<void> {
  const notice = {
    notice_id: newId(),
    kind,
    occurred_at: management.context.clock().toISOString(),
    trace_id: 'a'.repeat(32),
    content,
  };
  const shop = aSignedDoor(app, from.key, management.context);
  const told = await shop('POST', NOTICE_BATCHES_PATH, { batch_no: from.batch_no, notices: [notice] });
  expect(told).toMatchObject({ status: 200, body: { acknowledged_batch_no: from.batch_no } });
  await applier.applyAll();
}

const redeemed = 'certificate_redeemed';
const reversed = 'redemption_reversed';
const expiry = (orderId: string, amount_minor: number) =>
  aboutCertificate(orderId, { amount_minor, currency: 'KRW' });

const acceptedGift = () => anAcceptedGift(management);

/** What is left of it by management's book, and whether anybody heard of a use. */
async function standing(orderId: string) {
  const order = await readOrder(management.context.db, orderId);
  const heard = (await messagesOf(management, orderId)).filter((kind) => /used|reversed|issued$/.test(kind));
  return { left: Number(await certificateBalance(management.context.db, order)), heard: heard.length };
}

/** What the shop is paid now. */
async function paid(): Promise<number> {
  const payout = await payOutShop(management.context, newId(), 'haneul');
  return payout.ok ? payout.value.gross_minor : 0;
}

async function doubts(): Promise<Content[]> {
  const staff = aDoor(app, await aStaffSession(management, 'support'));
  const { status, body } = await staff('GET', '/v1/staff/doubtful-notices?limit=50');
  expect(status).toBe(200);
  return body.notices as Content[];
}

describe('a shop is not paid for', () => {
  test.each([
    [
      'a use of a gift that is only offered',
      'not_accepted',
      redeemed,
      (id: string) => aUseOf(id, 50_000, 0, 2),
    ],
    [
      'the issue of one',
      'not_accepted',
      'certificate_issued',
      (id: string) => ({ ...aboutCertificate(id), issue_id: newId() }),
    ],
    ['the end of one', 'not_accepted', 'certificate_expired', (id: string) => expiry(id, 50_000)],
  ])('%s', async (_what, reason, kind, content) => {
    const orderId = await anOffer(management);
    await tell(kind, content(orderId));
    expect(await standing(orderId)).toEqual({ left: 50_000, heard: 0 });
    expect(await paid()).toBe(0);
    expect((await doubts())[0]).toMatchObject({ order_id: orderId, sender: 'shop:haneul', kind, reason });
    doneOf(await cancelOrder(management.context, orderId, MEMBER_ID));
    expect(await stateOf(management, orderId)).toBe('refunded');
  });

  test('a use that it tells after the buyer was refunded', async () => {
    const orderId = await acceptedGift();
    expect(doneOf(await withdrawOrder(management.context, orderId, MEMBER_ID)).state).toBe('refunded');
    await tell(redeemed, aUseOf(orderId, 50_000, 0, 2));
    expect(await standing(orderId)).toEqual({ left: 0, heard: 0 });
    expect(await paid()).toBe(0);
    expect((await doubts())[0]).toMatchObject({ order_id: orderId, reason: 'ended' });
  });

  const uses = (of: string, spent: Content) => ({
    beyond: [redeemed, aUseOf(of, 30_001, 0, 3), 'exceeds_balance'],
    anotherBalance: [redeemed, aUseOf(of, 1_000, 28_000, 3), 'balance_differs'],
    sameUseAgain: [redeemed, { ...spent, entry_no: 3, balance_minor: 10_000 }, 'use_known'],
    sameEntry: [redeemed, aUseOf(of, 1_000, 29_000, 2), 'entry_taken'],
    earlierEntry: [redeemed, aUseOf(of, 1_000, 29_000, 1), 'entry_out_of_order'],
    otherCurrency: [redeemed, aUseOf(of, 1_000, 29_000, 3, { currency: 'USD' }), 'currency_differs'],
    reversalOfNothing: [reversed, aReversalOf(aUseOf(of, 1, 1, 1), 1_000, 31_000, 3), 'use_unknown'],
    reversalOfMore: [reversed, aReversalOf(spent, 20_001, 50_001, 3), 'exceeds_use'],
    endOfMore: ['certificate_expired', expiry(of, 30_001), 'balance_differs'],
    otherCertificate: [
      redeemed,
      aUseOf(of, 1_000, 29_000, 3, { certificate_id: newId() }),
      'certificate_unknown',
    ],
    noOrder: [redeemed, aUseOf(newId(), 1_000, 29_000, 3), 'certificate_unknown'],
    noAmount: [redeemed, aUseOf(of, -1, 29_000, 3), 'malformed'],
  });
  test.each(Object.keys(uses('', {})) as (keyof ReturnType<typeof uses>)[])('%s', async (lie) => {
    const orderId = await acceptedGift();
    const spent = aUseOf(orderId, 20_000, 30_000, 2);
    await tell(redeemed, spent);
    const before = await standing(orderId);
    expect([before.left, await paid()]).toEqual([30_000, 20_000]);
    const [kind, content, reason] = uses(orderId, spent)[lie] as [string, Content, string];
    await tell(kind, content);
    expect(await standing(orderId)).toEqual(before);
    expect(await paid()).toBe(0);
    expect((await doubts())[0]).toMatchObject({ kind, reason, content });
    // What is true afterwards is still taken.
    await tell(redeemed, aUseOf(orderId, 5_000, 25_000, 4));
    expect(await paid()).toBe(5_000);
  });

  test('what it takes back twice, whole or in parts', async () => {
    const orderId = await acceptedGift();
    const spent = aUseOf(orderId, 20_000, 30_000, 2);
    await tell(redeemed, spent);
    await tell(reversed, aReversalOf(spent, 15_000, 45_000, 3));
    await tell(reversed, aReversalOf(spent, 5_001, 50_001, 4));
    expect((await standing(orderId)).left).toBe(45_000);
    await tell(reversed, aReversalOf(spent, 5_000, 50_000, 5));
    await tell(reversed, aReversalOf(spent, 1, 50_001, 6));
    expect((await standing(orderId)).left).toBe(50_000);
    expect(await paid()).toBe(0);
  });

  test('what it tells of a certificate that it said had run out', async () => {
    const orderId = await acceptedGift();
    const spent = aUseOf(orderId, 20_000, 30_000, 2);
    await tell(redeemed, spent);
    await tell('certificate_expired', expiry(orderId, 30_000));
    await tell(reversed, aReversalOf(spent, 20_000, 20_000, 4));
    expect((await standing(orderId)).left).toBe(0);
    expect((await doubts())[0]).toMatchObject({ order_id: orderId, reason: 'expired' });
  });

  test("another shop's certificate", async () => {
    const orderId = await acceptedGift();
    await tell(redeemed, aUseOf(orderId, 50_000, 0, 2), { key: other.key, batch_no: 1 });
    expect(await standing(orderId)).toEqual({ left: 50_000, heard: 0 });
    expect(await paid()).toBe(0);
    expect((await doubts())[0]).toMatchObject({
      sender: 'shop:other',
      reason: 'certificate_of_another_shop',
    });
  });

  test('a gift that it keeps although nobody accepted it', async () => {
    const orderId = await anOffer(management);
    management.certificates.set(orderId, { state: 'active' });
    await tell(redeemed, aUseOf(orderId, 50_000, 0, 2));
    expect(doneOf(await cancelOrder(management.context, orderId, MEMBER_ID)).state).toBe('refunded');
    expect(await paid()).toBe(0);
  });
});

describe('what is told while its gift is being taken back', () => {
  async function beingTakenBack(): Promise<string> {
    const orderId = await acceptedGift();
    management.shop.goesWrong('/cancellation', { kind: 'not_reached' });
    await withdrawOrder(management.context, orderId, MEMBER_ID);
    expect(await stateOf(management, orderId)).toBe('cancelling');
    await tell('certificate_issued', { ...aboutCertificate(orderId), issue_id: newId() });
    await tell(redeemed, aUseOf(orderId, 20_000, 30_000, 2));
    await tell(redeemed, aUseOf(orderId, 30_000, 0, 3));
    // That it was issued moves no money, and is no doubt.
    expect(await standing(orderId)).toEqual({ left: 50_000, heard: 1 });
    expect(await paid()).toBe(0);
    expect((await doubts())[0]).toMatchObject({ order_id: orderId, reason: 'being_cancelled' });
    management.pass(MINUTE_MS);
    return orderId;
  }

  test('counts once the shop has said that it keeps the gift', async () => {
    const orderId = await beingTakenBack();
    management.certificates.set(orderId, { state: 'active', kept: 'certificate_used' });
    await settleUnknown(management.context);
    expect(await stateOf(management, orderId)).toBe('issued');
    expect(await standing(orderId)).toEqual({ left: 0, heard: 3 });
    expect((await eventsOf(management, orderId)).slice(-4)).toEqual([
      'issued',
      'cancel_refused',
      'used',
      'used',
    ]);
    expect(await paid()).toBe(50_000);
    expect((await doubts()).filter(({ order_id }) => order_id === orderId)).toEqual([]);
  });

  test('does not count when the shop gave the gift back', async () => {
    const orderId = await beingTakenBack();
    await settleUnknown(management.context);
    expect(await stateOf(management, orderId)).toBe('refunded');
    expect(await standing(orderId)).toEqual({ left: 0, heard: 1 });
    expect(await paid()).toBe(0);
    const open = (await doubts()).filter(({ order_id }) => order_id === orderId);
    expect(open.map(({ reason }) => reason)).toEqual(['ended', 'ended']);
  });

  test('is no doubt when it is only that the gift was issued, also after the refund; who has it back is not told', async () => {
    const orderId = await acceptedGift();
    expect(doneOf(await withdrawOrder(management.context, orderId, MEMBER_ID)).state).toBe('refunded');
    await tell('certificate_issued', { ...aboutCertificate(orderId), issue_id: newId() });
    expect((await eventsOf(management, orderId)).at(-1)).toBe('issued');
    expect(await standing(orderId)).toEqual({ left: 0, heard: 0 });
    expect((await doubts()).filter(({ order_id }) => order_id === orderId)).toEqual([]);
  });
});

test('what was told is not untold: a gift with a use does not go back, whatever the shop says', async () => {
  const orderId = await acceptedGift();
  await tell(redeemed, aUseOf(orderId, 20_000, 30_000, 2));
  const withdrawn = await withdrawOrder(management.context, orderId, MEMBER_ID);
  expect(withdrawn).toMatchObject({ ok: false, code: 'certificate_used' });
  expect(management.payments.get(orderId)?.status).toBe('captured');
});

test('the same entry told anew is no news, and no doubt', async () => {
  const orderId = await acceptedGift();
  const spent = aUseOf(orderId, 20_000, 30_000, 2);
  await tell(redeemed, spent);
  await tell(redeemed, spent);
  expect((await doubts()).filter(({ order_id }) => order_id === orderId)).toEqual([]);
  expect(await paid()).toBe(20_000);
});

test('doubts are history: none is changed or taken away, and each is counted', async () => {
  const { context } = management;
  expect(await isAppendOnly(context, 'doubtful_notices')).toBe(true);
  expect(await isAppendOnly(context, 'doubtful_notices_taken')).toBe(true);
  const metrics = await app.inject({ method: 'GET', url: '/metrics' });
  expect(metrics.body).toMatch(
    /seonmul_doubtful_notices_total\{sender="shop:haneul",reason="not_accepted"\} [1-9]/,
  );
});

test('a reversal beyond its use, or a use that is told twice, does not fit into the table', async () => {
  const orderId = await acceptedGift();
  const spent = aUseOf(orderId, 20_000, 30_000, 2);
  await tell(redeemed, spent);
  const insert = (entry: number, kind: string, reversed_minor: number | null) => sql`
    insert into certificate_uses (order_id, entry_no, kind, redemption_id, amount_minor, balance_minor, store_name,
      evidence_message_id, at, use_minor, reversed_minor)
    values (${orderId}, ${entry}, ${kind}, ${String(spent.redemption_id)}, 1, 1, 's', ${newId()}, now(), 20000, ${reversed_minor})`;
  const { db } = management.context;
  await expect(insert(3, 'reversed', 20_001).execute(db)).rejects.toThrow('reversal_within_use');
  await expect(insert(3, 'redeemed', null).execute(db)).rejects.toThrow('one_notice_a_use');
});
