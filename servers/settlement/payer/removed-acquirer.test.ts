import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import type { App } from '../../../kit/http/app.ts';
import { onlyAcquirer } from '../../../test/builders/acquirer.ts';
import { anEvidence } from '../../../test/builders/base.ts';
import { aCardSession, aStripeSettlement, PAYEE, PAYER } from '../../../test/builders/settlement.ts';
import { testAcquirer } from '../acquirers/test/test-acquirer.ts';
import { createSettlementApp } from '../app.ts';
import { readBooks } from '../books/read-books.ts';
import { authorise } from '../payments/authorise.ts';
import { findPayment } from '../payments/payment.ts';
import { pollRequests } from '../payments/poll-requests.ts';

let settlement: Awaited<ReturnType<typeof aStripeSettlement>>;
let app: App;
let listed: typeof settlement.context.acquirers;
beforeAll(async () => {
  settlement = await aStripeSettlement();
  app = await createSettlementApp(settlement.context);
  listed = settlement.context.acquirers;
});
afterAll(async () => {
  await app?.close();
  await settlement?.close();
});
beforeEach(() => {
  settlement.base.time.now = addMs(settlement.base.time.now, MINUTE_MS);
  settlement.context.acquirers = listed;
});
/** Its entry is taken out of the list; another one stays. */
const remove = () => {
  settlement.context.acquirers = onlyAcquirer(testAcquirer(settlement.acquirer));
};

async function paid(card = 'pm_card_visa') {
  const order = randomUUID();
  const method = await settlement.aCard(card);
  const answer = await authorise(settlement.context, {
    ...{ paymentId: randomUUID(), payerParty: 'management', evidence: anEvidence() },
    input: {
      ...{ order_id: order, payer_reference: PAYER, payee: PAYEE, amount_minor: 10_000, currency: 'KRW' },
      payment_method_id: method,
    },
  });
  return { order, method, answer };
}
const visit = async (path: string) => (await app.inject({ method: 'GET', url: path })).statusCode;

test('a card session of an acquirer that was removed is closed', async () => {
  const fresh = `/v1/card-entries/${await aCardSession(settlement.context)}`;
  const opened = `/v1/card-entries/${await aCardSession(settlement.context)}`;
  expect(await visit(opened)).toBe(303);
  remove();
  for (const link of [fresh, opened]) expect(await visit(link)).toBe(404);
});

test('a second step at an acquirer that was removed waits, and its link doesn’t fail', async () => {
  const { answer } = await paid('pm_card_threeDSecure2Required');
  if (!answer.ok) throw new Error(answer.code);
  const { pathname } = new URL(answer.value.action_url ?? '');
  expect(await visit(pathname)).toBe(303);
  remove();
  expect(await visit(pathname)).toBe(200);
  settlement.context.acquirers = listed;
  expect(await visit(pathname)).toBe(303);
});

test('a card and a code that are sent to an acquirer that was removed are refused', async () => {
  remove();
  const answer = await settlement.authorise(randomUUID(), 10_000, 'secondStep');
  if (!answer.ok) throw new Error(answer.code);
  const step = new URL(answer.value.action_url ?? '').pathname;
  const entry = `/v1/card-entries/${await aCardSession(settlement.context)}`;
  for (const link of [step, entry]) expect(await visit(link)).toBe(200);
  settlement.context.acquirers = listed;
  const card = { card_number: '4242424242424242', expiry: '12/90', security_code: '123' };
  for (const [link, typed] of [
    [step, { code: '123456' }],
    [entry, card],
  ] as const) {
    const sent = await app.inject({
      ...{ method: 'POST', url: link.replace('/v1', ''), payload: { key: randomUUID(), ...typed } },
      headers: { 'content-type': 'application/json', origin: settlement.context.publicUrl },
    });
    expect([link, sent.statusCode]).toEqual([link, expect.toSatisfy((status: number) => status < 500)]);
  }
  expect(await visit(step)).toBe(200);
});

test('what is left of its payments is among the failed work, and goes on when it is back', async () => {
  const [held, kept] = [await paid(), await paid()];
  expect(await settlement.capture(kept.order, 10_000)).toMatchObject({ ok: true });
  remove();
  expect(await settlement.void(held.order)).toMatchObject({ value: { status: 'voided' } });
  await settlement.refund(kept.order, 4_000).catch(() => undefined);
  settlement.base.time.now = addMs(settlement.base.time.now, MINUTE_MS);
  expect(await pollRequests(settlement.context)).toBe(0);
  settlement.context.acquirers = listed;
  settlement.base.time.now = addMs(settlement.base.time.now, 60 * MINUTE_MS);
  expect(await pollRequests(settlement.context)).toBe(2);
  const refunded = await findPayment(settlement.base.db, 'management', kept.order);
  expect(refunded).toMatchObject({ refunded_minor: 4_000n });
  expect((await readBooks(settlement.base.db)).holds).toBe(true);
});

test('a card of it pays nowhere', async () => {
  const { method } = await paid();
  remove();
  const refused = await authorise(settlement.context, {
    ...{ paymentId: randomUUID(), payerParty: 'management', evidence: anEvidence() },
    input: {
      ...{ order_id: randomUUID(), payer_reference: PAYER, payee: PAYEE, amount_minor: 10_000 },
      ...{ currency: 'KRW', payment_method_id: method },
    },
  });
  expect(refused).toMatchObject({ code: 'payment_method_elsewhere' });
});
