import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addMs, HOUR_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { App } from '../../../kit/http/app.ts';
import { accountBalance } from '../../../kit/ledger/ledger.ts';
import { anEvidence } from '../../../test/builders/base.ts';
import { aStripeSettlement, PAYEE, PAYER } from '../../../test/builders/settlement.ts';
import { createSettlementApp } from '../app.ts';
import { cardReceivable, chargedBack } from '../books/accounts.ts';
import { readBooks } from '../books/read-books.ts';
import { authorise } from '../payments/authorise.ts';
import { findPayment } from '../payments/payment.ts';
import { pollRequests } from '../payments/poll-requests.ts';
import { listDisputes } from './list-disputes.ts';
import { pollDisputes } from './poll-disputes.ts';
import { tellDisputes } from './tell-payer.ts';

let settlement: Awaited<ReturnType<typeof aStripeSettlement>>;
let app: App;
beforeAll(async () => {
  settlement = await aStripeSettlement();
  app = await createSettlementApp(settlement.context);
});
afterAll(async () => {
  await app?.close();
  await settlement?.close();
});
beforeEach(() => pass(MINUTE_MS));

const pass = (ms: number) => {
  settlement.base.time.now = addMs(settlement.base.time.now, ms);
};
type Dispute = ReturnType<typeof settlement.standIn.disputeOf>;

async function captured(): Promise<string> {
  const order = randomUUID();
  await authorise(settlement.context, {
    ...{ paymentId: randomUUID(), payerParty: 'management', evidence: anEvidence() },
    input: {
      ...{ order_id: order, payer_reference: PAYER, payee: PAYEE, amount_minor: 10_000, currency: 'KRW' },
      payment_method_id: await settlement.aCard('pm_card_visa'),
    },
  });
  expect(await settlement.capture(order, 10_000)).toMatchObject({ value: { status: 'captured' } });
  return order;
}
const paymentOf = async (order: string) => {
  const found = await findPayment(settlement.base.db, 'management', order);
  if (found === undefined) throw new Error('There is no payment.');
  return found;
};
async function dispute(order: string, amount = 10_000): Promise<Dispute> {
  const made = settlement.standIn.disputeOf((await paymentOf(order)).acquirer_reference ?? '', amount);
  await tell(made);
  return made;
}
async function tell(about: object): Promise<void> {
  const { headers, body } = settlement.standIn.event(
    'charge.dispute.updated',
    about,
    settlement.base.time.now,
  );
  const answer = await app.inject({
    ...{ method: 'POST', url: '/v1/acquirers/stripe/webhook', payload: body },
    headers: { 'content-type': 'application/json', ...headers },
  });
  expect(answer.statusCode).toBe(200);
}
async function decide(about: Dispute, status: string): Promise<void> {
  about.status = status;
  await tell(about);
  await pollDisputes(settlement.context);
}
const lost = () => accountBalance(settlement.base.db, chargedBack(PAYEE, 'KRW')).then((balance) => -balance);
const receivable = () => accountBalance(settlement.base.db, cardReceivable('KRW'));
const standing = async ({ id }: Dispute) => {
  const all = await listDisputes(settlement.base.db, { limit: 100 });
  return all.find(({ acquirer_reference }) => acquirer_reference === id);
};
const eventsOf = async (order: string) => {
  const { payment_id } = await paymentOf(order);
  const found = await sql<{ kind: string }>`
    select kind from payment_events where payment_id = ${payment_id} and kind like 'dispute%' order by event_id`.execute(
    settlement.base.db,
  );
  return found.rows.map(({ kind }) => kind);
};
const booksHold = async () => expect((await readBooks(settlement.base.db)).holds).toBe(true);

test('a dispute is listed and counted, with the day until which it can be answered', async () => {
  const order = await captured();
  const made = await dispute(order);
  expect(await standing(made)).toBeUndefined();
  expect(await pollDisputes(settlement.context)).toBe(1);
  expect(await standing(made)).toMatchObject({
    ...{ state: 'open', amount_minor: 10_000, order_id: order, reason: 'fraudulent' },
    respond_by: '2027-01-15T08:00:00.000Z',
  });
  expect(await eventsOf(order)).toEqual(['dispute_opened']);
  expect(await app.metrics.metrics()).toMatch(/^seonmul_disputes_open 1$/m);
  await decide(made, 'won');
  expect(await app.metrics.metrics()).toMatch(/^seonmul_disputes_open 0$/m);
});

test('its payer is told how it stands now, from any position on, and nobody else is', async () => {
  const told = (after: number, party = 'management') =>
    tellDisputes(settlement.base.db, party, BigInt(after));
  const { last_position: before } = await told(0);
  const order = await captured();
  const made = await dispute(order);
  expect((await told(before)).disputes).toEqual([]);
  await pollDisputes(settlement.context);
  const opened = { order_id: order, state: 'open', amount_minor: 10_000, position: before + 1 };
  expect(await told(before)).toMatchObject({ disputes: [opened], read_up_to: before + 1 });
  await decide(made, 'lost');
  await decide(made, 'lost');
  const ended = { order_id: order, state: 'lost', position: before + 2 };
  for (const after of [before, before + 1])
    expect(await told(after)).toMatchObject({ disputes: [ended], last_position: before + 2 });
  expect(await told(before + 2)).toEqual({ disputes: [], read_up_to: before + 2, last_position: before + 2 });
  expect(await told(0, 'shop:haneul')).toEqual({ disputes: [], read_up_to: 0, last_position: 0 });
});

describe.each([
  ['with every event', false],
  ['without an event for its end', true],
])('a dispute %s', (_what, isQuiet) => {
  const end = async (made: Dispute, status: string) => {
    if (!isQuiet) return decide(made, status);
    made.status = status;
    pass(7 * HOUR_MS);
    await pollDisputes(settlement.context);
  };

  test('that is lost takes the money back once', async () => {
    const order = await captured();
    const [before, owed] = [await lost(), await receivable()];
    const made = await dispute(order);
    await pollDisputes(settlement.context);
    expect(await lost()).toBe(before);
    await end(made, 'lost');
    await decide(made, 'lost');
    expect(await standing(made)).toMatchObject({ state: 'lost', covered_minor: 0 });
    expect([await lost(), await receivable()]).toEqual([before + 10_000n, owed + 10_000n]);
    expect(await eventsOf(order)).toEqual(['dispute_opened', 'dispute_lost']);
    await booksHold();
  });

  test('that is won moves nothing', async () => {
    const before = await lost();
    const made = await dispute(await captured());
    await pollDisputes(settlement.context);
    await end(made, 'won');
    expect(await standing(made)).toMatchObject({ state: 'won' });
    expect(await lost()).toBe(before);
  });
});

test('a refund waits for the end of a dispute, and is made if that is won', async () => {
  const order = await captured();
  const made = await dispute(order);
  await pollDisputes(settlement.context);
  expect(await settlement.refund(order, 4_000)).toMatchObject({ code: 'payment_unknown' });
  pass(MINUTE_MS);
  expect(await pollRequests(settlement.context)).toBe(0);
  await decide(made, 'won');
  expect(await pollRequests(settlement.context)).toBe(1);
  expect(await paymentOf(order)).toMatchObject({ refunded_minor: 4_000n });
  expect(settlement.standIn.refunds.at(-1)).toMatchObject({
    amount: 4_000,
    payment_intent: made.payment_intent,
  });
});

test('a refund after a lost dispute covers the loss, and the acquirer is not asked', async () => {
  const order = await captured();
  const before = await lost();
  const made = await dispute(order);
  await pollDisputes(settlement.context);
  expect(await settlement.refund(order, 4_000)).toMatchObject({ code: 'payment_unknown' });
  await decide(made, 'lost');
  const asked = settlement.standIn.refunds.length;
  expect(await pollRequests(settlement.context)).toBe(1);
  expect(await settlement.refund(order, 6_000)).toMatchObject({ value: { status: 'refunded' } });
  expect(settlement.standIn.refunds).toHaveLength(asked);
  expect(await standing(made)).toMatchObject({ covered_minor: 10_000 });
  expect(await lost()).toBe(before);
  await booksHold();
  // Money that the card's owner owes again is for staff.
  await decide(made, 'won');
  expect(await standing(made)).toMatchObject({ state: 'lost' });
  const failing = await sql`select 1 from failing_work where job = 'disputes'`.execute(settlement.base.db);
  expect(failing.rows).toHaveLength(1);
});

test('an appeal changes nothing until it is won', async () => {
  const before = await lost();
  const made = await dispute(await captured());
  await pollDisputes(settlement.context);
  for (const status of ['lost', 'appeal_under_review']) await decide(made, status);
  expect(await lost()).toBe(before + 10_000n);
  await decide(made, 'won');
  expect(await lost()).toBe(before);
  await booksHold();
});

test('a lost dispute whose amount changes is booked at what was lost, and won back at that', async () => {
  const order = await captured();
  const [before, owed] = [await lost(), await receivable()];
  const made = await dispute(order, 4_000);
  await pollDisputes(settlement.context);
  await decide(made, 'lost');
  expect(await lost()).toBe(before + 4_000n);
  const { last_position } = await tellDisputes(settlement.base.db, 'management', 0n);
  for (const amount of [7_000, 3_000, 6_000]) {
    made.amount = amount;
    await decide(made, 'lost');
    expect([amount, await lost()]).toEqual([amount, before + BigInt(amount)]);
  }
  // The payer is told of the new amount.
  const { disputes } = await tellDisputes(settlement.base.db, 'management', BigInt(last_position));
  expect(disputes).toMatchObject([{ order_id: order, state: 'lost', amount_minor: 6_000 }]);
  made.amount = 10_000;
  await decide(made, 'won');
  expect([await lost(), await receivable()]).toEqual([before, owed]);
  await booksHold();
});

test('a dispute that is said to be about another payment later is left to staff', async () => {
  const [order, other] = [await captured(), await captured()];
  const before = await lost();
  const made = await dispute(order);
  await pollDisputes(settlement.context);
  made.payment_intent = (await paymentOf(other)).acquirer_reference ?? '';
  await decide(made, 'lost');
  expect(await lost()).toBe(before);
  expect(await standing(made)).toMatchObject({ state: 'open', order_id: order });
  expect(await eventsOf(other)).toEqual([]);
});

test('a dispute of others, or one that Stripe doesn’t know, is none of ours', async () => {
  const others = settlement.standIn.disputeOf('pi_of_others', 1_000);
  for (const about of [others, { object: 'dispute', id: 'dp_unknown' }]) await tell(about);
  expect(await pollDisputes(settlement.context)).toBe(2);
  expect(await standing(others)).toBeUndefined();
  await tell(others);
  expect(await pollDisputes(settlement.context)).toBe(0);
});

test('a dispute that can’t be asked about is asked about again', async () => {
  // Staff have made good what the one before has left.
  await sql`update disputes set due_at = null`.execute(settlement.base.db);
  const made = await dispute(await captured());
  settlement.standIn.failNext('GET', 500);
  expect(await pollDisputes(settlement.context)).toBe(0);
  pass(7 * HOUR_MS);
  expect(await pollDisputes(settlement.context)).toBe(1);
  expect(await standing(made)).toMatchObject({ state: 'open' });
});
