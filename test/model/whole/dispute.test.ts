import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ServerRole } from '../../../bin/stack/roles.ts';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { conservation as managementBooks } from '../../../servers/management/books/conservation.ts';
import { driveDisputedGifts } from '../../../servers/management/disputes/drive-gift.ts';
import { readDisputes } from '../../../servers/management/disputes/read-disputes.ts';
import { settleUnknown } from '../../../servers/management/settle-calls.ts';
import type { DisputeAtAcquirer } from '../../../servers/settlement/acquirers/port.ts';
import { readBooks as settlementBooks } from '../../../servers/settlement/books/read-books.ts';
import { pollDisputes } from '../../../servers/settlement/disputes/poll-disputes.ts';
import { pollRequests } from '../../../servers/settlement/payments/poll-requests.ts';
import { takeHint } from '../../../servers/settlement/payments/take-hint.ts';
import { conservation as shopBooks } from '../../../servers/shop/books/conservation.ts';
import { expireCertificates } from '../../../servers/shop/certificates/expire-certificates.ts';
import { retryRelays } from '../../../servers/shop/payments/relay-payment.ts';
import { applyNotices } from '../../builders/apply-notices.ts';
import type { Door } from '../../builders/door.ts';
import { rangeSenderOf, sequencerOf } from '../../builders/journal.ts';
import { anOfferToken } from '../../builders/sessions.ts';
import { SEED } from '../../harness/seed.ts';
import type { ShopId } from './model.ts';
import { PIN } from './recipient-verbs.ts';
import { aWorld, type World } from './world.ts';

/** Four servers over HTTP: the bank tells settlement, settlement management, and management the shop. */
let world: World;
let till: Door;
/** What the acquirer says of a dispute, by its reference. */
const atAcquirer = new Map<string, Extract<DisputeAtAcquirer, { kind: 'found' }>>();

beforeAll(async () => {
  world = await aWorld(SEED);
  const [first] = world.doors.tills;
  if (first === undefined) throw new Error('There is no till.');
  till = first;
  Object.assign(world.running.settlement.context.acquirers.named('test'), {
    lookUpDispute: async (reference: string): Promise<DisputeAtAcquirer> =>
      atAcquirer.get(reference) ?? { kind: 'not_found' },
  });
});
afterAll(async () => {
  await expectBooksToHold();
  await world.close();
});
beforeEach(() => world.pass(MINUTE_MS));

const db = (role: ServerRole) => world.running[role].context.db;

/** Nobody else has this phone, so what it opens is the gift. */
const PHONE = '010-3333-4444';
const E164 = '+821033334444';

/** A gift that was bought, and accepted unless the test says otherwise. */
async function aGift(shop_id: ShopId, { accepted = true } = {}): Promise<string> {
  const { buyer } = world.doors;
  const ordered = await buyer('POST', '/v1/orders', {
    ...{ shop_id, amount_minor: 50_000, currency: 'KRW', payment_method_id: world.cards.get('approved') },
  });
  const path = `/v1/orders/${ordered.body.order_id}`;
  const named = await buyer('PUT', `${path}/recipient`, { phone: PHONE });
  const { read_back_id } = Object(named.body.recipient);
  const confirmed = await buyer('POST', `${path}/confirmation`, { read_back_id });
  expect(confirmed.body.state, confirmed.text).toBe('offered');
  const orderId = String(ordered.body.order_id);
  if (accepted) expect((await accept(orderId)).status).toBe(200);
  return orderId;
}

async function accept(orderId: string) {
  const token = await anOfferToken(world.running.management, orderId);
  return world.doors.recipient('POST', `/v1/offers/${token}/acceptance`, { pin: PIN });
}

const open = () => till('POST', '/v1/verifications', { phone: E164, pin: PIN });

async function use(certificate_id: string, amount_minor: number) {
  const { verification_token } = (await open()).body;
  return till('POST', '/v1/redemptions', {
    ...{ verification_token, sale_reference: 'whole', lines: [{ certificate_id, amount_minor }] },
  });
}

/** The bank of the card's owner opens a dispute, or decides it. */
async function bankSays(orderId: string, state: 'open' | 'won' | 'lost', amount_minor = 50_000n) {
  const reference = `dispute-${orderId}`;
  await sql`
    update payments set acquirer_reference = payment_id::text where order_id = ${orderId}`.execute(
    db('settlement'),
  );
  const found = await sql<{ payment_id: string; acquirer: string }>`
    select payment_id, acquirer from payments where order_id = ${orderId}`.execute(db('settlement'));
  const { payment_id = '', acquirer = '' } = found.rows[0] ?? {};
  atAcquirer.set(reference, {
    ...{
      kind: 'found',
      payment_reference: payment_id,
      currency: 'KRW',
      reason: 'fraudulent',
      respond_by: null,
    },
    ...{ state, amount_minor },
  });
  const { context } = world.running.settlement;
  await takeHint(context, acquirer, { kind: 'dispute', reference });
  while ((await pollDisputes(context)) > 0);
  await settle();
}

/** All servers do what is due, until nothing is left to do. */
async function settle(): Promise<void> {
  const { management, shop, settlement } = world.running;
  for (let round = 0; round < 6; round++) {
    world.pass(15 * SECOND_MS);
    await readDisputes(management.context);
    await driveDisputedGifts(management.context);
    await settleUnknown(management.context);
    await retryRelays(shop.context);
    await pollRequests(settlement.context);
    await sequencerOf(shop.context).fixOrder();
    await rangeSenderOf(shop.context, () => {}).sendDue();
    await applyNotices(management);
  }
}

async function stands(orderId: string) {
  const shop = await sql<{ state: string; balance_minor: bigint }>`
    select state, balance_minor from certificates join certificate_balances using (certificate_id)
    where certificate_id = ${orderId}`.execute(db('shop'));
  const booked = await sql<{ balance_minor: bigint }>`
    select balance_minor from ledger_accounts join ledger_balances using (account_id)
    where code = 'certificate' and subject_id = ${orderId}`.execute(db('management'));
  const gift = await sql<{ state: string; dispute: string | null }>`
    select state, dispute from orders where order_id = ${orderId}`.execute(db('management'));
  const dispute = await sql<{ state: string; covered_minor: bigint }>`
    select d.state, d.covered_minor from disputes d join payments using (payment_id)
    where order_id = ${orderId}`.execute(db('settlement'));
  return {
    shop: shop.rows[0]?.state,
    left: Number(shop.rows[0]?.balance_minor),
    booked: Number(booked.rows[0]?.balance_minor),
    gift: gift.rows[0]?.state,
    held: gift.rows[0]?.dispute,
    dispute: dispute.rows[0]?.state,
    covered: Number(dispute.rows[0]?.covered_minor),
  };
}

async function expectBooksToHold(): Promise<void> {
  const [management, settlement, shop] = await Promise.all([
    managementBooks(db('management')),
    settlementBooks(db('settlement')),
    shopBooks(db('shop')),
  ]);
  expect(management.map(({ holds }) => holds)).toEqual(management.map(() => true));
  expect(settlement.holds).toBe(true);
  expect(shop.flatMap(({ differences }) => differences)).toEqual([]);
}

describe.each(['haneul', 'haneul-mall'] as const)('at the shop %s', (shop_id) => {
  test('a disputed gift is frozen, freed when the dispute is won, and used up', async () => {
    const orderId = await aGift(shop_id);
    const used = await use(orderId, 20_000);
    expect(used.status).toBe(201);
    await bankSays(orderId, 'open');
    expect(await stands(orderId)).toMatchObject({
      shop: 'frozen',
      left: 30_000,
      held: 'open',
      dispute: 'open',
    });
    // Others that were bought before may open, and it is named beside them.
    const { code, frozen } = (await open()).body;
    expect(code === 'certificate_frozen' || String(frozen).length === 4).toBe(true);
    const [line] = used.body.lines as { redemption_id: string }[];
    const reversal = `/v1/office/redemptions/${line?.redemption_id}/reversal`;
    expect((await world.doors.owner('POST', reversal, { amount_minor: 5_000 })).status).toBe(201);
    await bankSays(orderId, 'won');
    expect(await stands(orderId)).toMatchObject({ shop: 'active', left: 35_000, booked: 35_000, held: null });
    expect((await use(orderId, 35_000)).status).toBe(201);
    await settle();
    expect(await stands(orderId)).toMatchObject({ left: 0, booked: 0 });
    await expectBooksToHold();
  });

  test('what is left of it covers a dispute that is lost', async () => {
    const orderId = await aGift(shop_id);
    expect((await use(orderId, 20_000)).status).toBe(201);
    await bankSays(orderId, 'open');
    await bankSays(orderId, 'lost');
    expect(await stands(orderId)).toEqual({
      ...{ shop: 'cancelled', left: 0, booked: 0, gift: 'accepted', held: 'lost' },
      ...{ dispute: 'lost', covered: 30_000 },
    });
    await expectBooksToHold();
  });

  test('one that nobody has accepted waits, and is cancelled when the dispute is lost', async () => {
    const orderId = await aGift(shop_id, { accepted: false });
    await bankSays(orderId, 'open');
    expect((await accept(orderId)).body.code).toBe('certificate_frozen');
    await bankSays(orderId, 'lost');
    expect(await stands(orderId)).toMatchObject({
      ...{ shop: 'cancelled', gift: 'refunded', booked: 0, covered: 50_000 },
    });
    await expectBooksToHold();
  });

  test.each(['freeze', 'unfreezing', 'charge-back', 'refunds'])(
    'an answer to %s that is lost changes nothing in the end',
    async (verb) => {
      const orderId = await aGift(shop_id);
      expect((await use(orderId, 20_000)).status).toBe(201);
      world.wire.arm({
        at: verb === 'refunds' ? 'settlement' : 'shop',
        pathEnd: `/${verb}`,
        kind: 'answer_lost',
      });
      await bankSays(orderId, 'open');
      const end = verb === 'unfreezing' ? 'won' : 'lost';
      await bankSays(orderId, end);
      await settle();
      expect(world.wire.disarm()).toBe(true);
      expect(await stands(orderId)).toMatchObject(
        end === 'won'
          ? { shop: 'active', left: 30_000, booked: 30_000 }
          : { shop: 'cancelled', left: 0, booked: 0, covered: 30_000 },
      );
      // The next test has the phone to itself.
      if (end === 'won') expect((await use(orderId, 30_000)).status).toBe(201);
      await settle();
      await expectBooksToHold();
    },
  );
});

test('a certificate whose time is over while it is frozen has that time afterwards', async () => {
  const orderId = await aGift('haneul');
  await bankSays(orderId, 'open');
  world.pass(400 * DAY_MS);
  await expireCertificates(world.running.shop.context);
  expect(await stands(orderId)).toMatchObject({ shop: 'frozen', left: 50_000 });
  await bankSays(orderId, 'won');
  expect(await stands(orderId)).toMatchObject({ shop: 'active', left: 50_000 });
});
