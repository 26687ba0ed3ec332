import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { App } from '../../../kit/http/app.ts';
import { anEvidence } from '../../../test/builders/base.ts';
import { aStripeSettlement, PAYEE, PAYER } from '../../../test/builders/settlement.ts';
import { createSettlementApp } from '../app.ts';
import { authorise } from './authorise.ts';
import { capture } from './capture.ts';
import { findPayment } from './payment.ts';
import { pollAcquirer } from './poll-acquirer.ts';
import { pollRequests } from './poll-requests.ts';

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
beforeEach(() => {
  settlement.base.time.now = addMs(settlement.base.time.now, MINUTE_MS);
});

const now = () => settlement.base.time.now;
async function tell({ headers, body }: { headers: object; body: string }, name = 'stripe') {
  const { statusCode } = await app.inject({
    ...{ method: 'POST', url: `/v1/acquirers/${name}/webhook`, payload: body },
    headers: { 'content-type': 'application/json', ...headers },
  });
  return statusCode;
}
const stateOf = async (order: string) => {
  const found = await findPayment(settlement.base.db, 'management', order);
  if (found === undefined) throw new Error('There is no payment.');
  return found;
};

async function authorised(card: string): Promise<string> {
  const order = randomUUID();
  await authorise(settlement.context, {
    ...{ paymentId: randomUUID(), payerParty: 'management', evidence: anEvidence() },
    input: {
      ...{ order_id: order, payer_reference: PAYER, payee: PAYEE, amount_minor: 10_000, currency: 'KRW' },
      payment_method_id: await settlement.aCard(card),
    },
  });
  return order;
}
const eventOf = async (order: string, type: string, at = now()) => {
  const object = { object: 'payment_intent', id: (await stateOf(order)).acquirer_reference };
  return settlement.standIn.event(type, object, at);
};

test('a hint has a payment asked about at once; one that is repeated or late changes nothing', async () => {
  const order = await authorised('pm_card_threeDSecure2Required');
  const { acquirer_reference } = await stateOf(order);
  settlement.standIn.takeSecondStep(settlement.standIn.secondStepOf(acquirer_reference ?? ''), true);
  expect(await pollAcquirer(settlement.context)).toBe(0);
  const event = await eventOf(order, 'payment_intent.amount_capturable_updated');
  expect(await Promise.all([tell(event), tell(event)])).toEqual([200, 200]);
  expect(await pollAcquirer(settlement.context)).toBe(1);
  expect((await stateOf(order)).status).toBe('authorised');
  expect(await tell(await eventOf(order, 'payment_intent.requires_action'))).toBe(200);
  expect(await pollAcquirer(settlement.context)).toBe(0);
  expect((await stateOf(order)).status).toBe('authorised');
});

test('a hint has an open capture asked for at once', async () => {
  const order = await authorised('pm_card_visa');
  settlement.standIn.failNext('POST', 'lose');
  const request = {
    requestId: randomUUID(),
    payerParty: 'management',
    orderId: order,
    evidence: anEvidence(),
  };
  const asked = await capture(settlement.context, { ...request, input: { amount_minor: 8_000 } });
  expect(asked).toMatchObject({ code: 'payment_unknown' });
  expect(await pollRequests(settlement.context)).toBe(0);
  expect(await tell(await eventOf(order, 'payment_intent.succeeded'))).toBe(200);
  expect(await pollRequests(settlement.context)).toBe(1);
  expect(await stateOf(order)).toMatchObject({ status: 'captured', captured_minor: 8_000n });
});

test('what Stripe did not sign, or signed too long ago, is refused', async () => {
  const order = await authorised('pm_card_visa');
  const event = await eventOf(order, 'payment_intent.succeeded');
  const other = await eventOf(order, 'payment_intent.canceled');
  const old = await eventOf(order, 'payment_intent.succeeded', addMs(now(), -6 * MINUTE_MS));
  for (const [wrong, name] of [
    [{ ...event, headers: {} }],
    [{ ...event, headers: other.headers }],
    [{ ...event, headers: { 'stripe-signature': 't=1,v1=é' } }],
    [{ ...event, body: `${event.body} ` }],
    [old],
  ] as [{ headers: object; body: string }, string?][])
    expect(await tell(wrong, name)).toBe(401);
  expect(await tell(event, 'nobody')).toBe(404);
});

test('what is about nothing of ours changes nothing', async () => {
  for (const object of [
    { object: 'payment_intent', id: 'pi_of_others' },
    { object: 'payout', id: 'po_1' },
    { object: 'dispute', id: 'dp_\0' },
    { object: 'dispute', id: `dp_${'1'.repeat(10_000)}` },
    { object: 'payment_intent', id: '\0' },
    {},
  ])
    expect(await tell(settlement.standIn.event('x', object, now()))).toBe(200);
  const kept = await sql`select 1 from disputes`.execute(settlement.base.db);
  expect(kept.rows).toEqual([]);
});
