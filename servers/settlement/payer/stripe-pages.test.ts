import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import type { App } from '../../../kit/http/app.ts';
import { onlyAcquirer } from '../../../test/builders/acquirer.ts';
import { anEvidence } from '../../../test/builders/base.ts';
import { aCardSession, aSettlement, PAYEE, PAYER } from '../../../test/builders/settlement.ts';
import { aStripe, type StripeStandIn } from '../../../test/stand-ins/acquirers/stripe.ts';
import { acquirers } from '../acquirers/acquirers.ts';
import { stripeAcquirer } from '../acquirers/stripe/stripe.ts';
import { createSettlementApp } from '../app.ts';
import { readPaymentMethod } from '../payment-methods/read.ts';
import { readUses } from '../payment-methods/uses.ts';
import { authorise } from '../payments/authorise.ts';
import { findPayment, paymentAnswer } from '../payments/payment.ts';
import { pollAcquirer } from '../payments/poll-acquirer.ts';

const BACK = 'http://management.test/give/card';

let settlement: Awaited<ReturnType<typeof aSettlement>>;
let standIn: StripeStandIn;
let app: App;
beforeAll(async () => {
  settlement = await aSettlement();
  standIn = await aStripe();
  settlement.context.acquirers = onlyAcquirer(stripeAcquirer(standIn));
  app = await createSettlementApp(settlement.context);
});
afterAll(async () => {
  await app?.close();
  await standIn?.close();
  await settlement?.base.drop();
});

const visit = async (url: string) => {
  const { pathname, search } = new URL(url, 'http://settlement.test');
  const answer = await app.inject({ method: 'GET', url: pathname + search });
  return { status: answer.statusCode, location: answer.headers.location ?? '', body: answer.body };
};
const aLink = async () => `/v1/card-entries/${await aCardSession(settlement.context, { returnUrl: BACK })}`;

async function aCard(paymentMethod: string): Promise<string> {
  const { location } = await visit(await aLink());
  const back = await visit(standIn.enterCard(location, paymentMethod));
  return new URL(back.location).searchParams.get('payment_method_id') ?? '';
}

describe('a card', () => {
  test('is entered at Stripe’s page, however often the link is opened, and saved once', async () => {
    const link = await aLink();
    const first = await visit(link);
    expect(first).toMatchObject({ status: 303, location: expect.stringMatching(/^https:.*stripe/) });
    expect((await visit(link)).location).toBe(first.location);
    const back = standIn.enterCard(first.location);
    const [one, other] = await Promise.all([visit(back), visit(back)]);
    expect(one.location).toMatch(/^http:\/\/management\.test\/give\/card\?payment_method_id=pm_/);
    expect(other).toEqual(one);
    expect(await visit(back)).toEqual(one);
    const id = new URL(one.location).searchParams.get('payment_method_id') ?? '';
    const method = await readPaymentMethod(settlement.context, 'management', id);
    expect(method).toMatchObject({ value: { payer_reference: PAYER, brand: 'visa', last4: '4242' } });
  });

  test('that was not entered in time is asked for anew', async () => {
    const link = await aLink();
    standIn.expirePage((await visit(link)).location);
    expect((await visit(link)).status).toBe(404);
    const late = await aLink();
    settlement.base.time.now = addMs(settlement.base.time.now, 31 * MINUTE_MS);
    expect((await visit(late)).status).toBe(404);
  });

  test('waits while Stripe does not answer', async () => {
    const link = await aLink();
    standIn.failNext('POST', 500);
    expect((await visit(link)).status).toBe(200);
    const { location } = await visit(link);
    standIn.failNext('GET', 'break');
    const back = standIn.enterCard(location);
    expect(await visit(back)).toMatchObject({ status: 200, location: '' });
    expect((await visit(back)).location).toContain('payment_method_id=');
  });

  test('can’t be given to settlement by a program', async () => {
    const answer = await app.inject({
      ...{ method: 'POST', url: await aLink(), headers: { 'idempotency-key': randomUUID() } },
      payload: { card_number: '4242424242424242', expiry_month: 12, expiry_year: 2090, security_code: '123' },
    });
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'payment_method_not_found']);
  });
});

test('a card pays only where its acquirer takes payments', async () => {
  const { context } = settlement;
  const everything = context.acquirers;
  const payment_method_id = await aCard('pm_card_visa');
  const pay = (currency: string) =>
    authorise(context, {
      ...{ paymentId: randomUUID(), payerParty: 'management', evidence: anEvidence() },
      input: {
        ...{ order_id: randomUUID(), payer_reference: PAYER, payee: PAYEE, amount_minor: 10_000, currency },
        payment_method_id,
      },
    });
  const acquirer = everything.named('stripe');
  context.acquirers = acquirers([{ acquirer, currencies: ['KRW'] }], { takesKeyedCards: true });
  expect(await pay('KRW')).toMatchObject({ value: { status: 'authorised' } });
  expect(await pay('USD')).toMatchObject({ code: 'payment_method_elsewhere' });
  const uses = async () => {
    const asked = { ids: [payment_method_id, 'pm_nobodys'], currencies: ['KRW', 'USD'] };
    return (await readUses(context, 'management', asked)).payment_methods;
  };
  expect(await uses()).toEqual([{ payment_method_id, acquirer: 'stripe', currencies: ['KRW'] }]);
  context.acquirers = acquirers([{ acquirer, payees: ['shop:other'] }], { takesKeyedCards: true });
  expect(await pay('KRW')).toMatchObject({ code: 'payment_method_elsewhere' });
  expect(await uses()).toMatchObject([{ payees: ['shop:other'], currencies: ['KRW', 'USD'] }]);
  context.acquirers = acquirers([], { takesKeyedCards: true });
  expect(await uses()).toMatchObject([{ currencies: [] }]);
  expect(await readUses(context, 'shop:haneul', { ids: [payment_method_id], currencies: ['KRW'] })).toEqual({
    payment_methods: [],
  });
  context.acquirers = everything;
});

describe('a second step at the bank’s page', () => {
  const statusOf = async (order: string) =>
    (await findPayment(settlement.base.db, 'management', order))?.status;

  async function anOpenStep(): Promise<{ order: string; link: string }> {
    const order = randomUUID();
    const authorised = await authorise(settlement.context, {
      ...{ paymentId: randomUUID(), payerParty: 'management', evidence: anEvidence() },
      input: {
        ...{ order_id: order, payer_reference: PAYER, payee: PAYEE, amount_minor: 10_000, currency: 'KRW' },
        payment_method_id: await aCard('pm_card_threeDSecure2Required'),
        return_url: BACK,
      },
    });
    if (!authorised.ok) throw new Error(authorised.code);
    expect(authorised.value.status).toBe('requires_action');
    return { order, link: authorised.value.action_url ?? '' };
  }

  test.each([
    [true, 'authorised'],
    [false, 'declined'],
  ] as const)('(passed: %s) leads back to the buyer’s page, with the payment %s', async (passes, status) => {
    const { order, link } = await anOpenStep();
    const { location } = await visit(link);
    expect(location).toMatch(/^https:.*stripe/);
    expect((await visit(link)).location).toBe(location);
    const back = standIn.takeSecondStep(location, passes);
    expect(await visit(back)).toMatchObject({ status: 303, location: BACK });
    expect(await statusOf(order)).toBe(status);
    expect((await visit(back)).location).toBe(BACK);
  });

  test('is found by the job if the payer does not come back', async () => {
    const { order, link } = await anOpenStep();
    standIn.takeSecondStep((await visit(link)).location, true);
    settlement.base.time.now = addMs(settlement.base.time.now, MINUTE_MS);
    expect(await pollAcquirer(settlement.context)).toBe(1);
    expect(await statusOf(order)).toBe('authorised');
    expect((await visit(link)).location).toBe(BACK);
  });

  test('waits while Stripe does not answer, and its link ends with the authorisation', async () => {
    const { order, link } = await anOpenStep();
    standIn.failNext('GET', 500);
    expect(await visit(link)).toMatchObject({ status: 200, location: '' });
    settlement.base.time.now = addMs(settlement.base.time.now, 16 * MINUTE_MS);
    expect((await visit(link)).location).toBe(BACK);
    const row = await findPayment(settlement.base.db, 'management', order);
    expect(row && paymentAnswer(settlement.context, row)).toMatchObject({ status: 'requires_action' });
  });
});
