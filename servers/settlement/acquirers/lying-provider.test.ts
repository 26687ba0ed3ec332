import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { Acquirer, CaptureRequest } from './port.ts';
import { portOneAcquirer } from './portone/portone.ts';
import { stripeAcquirer } from './stripe/stripe.ts';
import { tossAcquirer } from './toss/toss.ts';

/** What a provider answers to a request; a path that it has no answer for is not found. */
type Answers = Record<string, (body: string) => { status?: number; body: object }>;

/** Which requests were made, in order, as `GET /path`. */
const asked: string[] = [];
const close: (() => void)[] = [];
afterEach(() => {
  asked.length = 0;
  for (const each of close.splice(0)) each();
});

/** A provider that answers whatever a test has it say. */
async function aProvider(answers: Answers): Promise<string> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://provider.test');
    const key = `${request.method} ${decodeURIComponent(pathname)}`;
    asked.push(key);
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { status = 200, body } = answers[key]?.(Buffer.concat(chunks).toString()) ?? {
        status: 404,
        body: { code: 'NOT_FOUND_PAYMENT', type: 'PAYMENT_NOT_FOUND' },
      };
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  close.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const REFERENCE = 'pi_ours';
const ours = (amount_minor: bigint): CaptureRequest => ({
  ...{ payment_id: randomUUID(), request_id: randomUUID(), reference: REFERENCE },
  ...{ amount_minor, currency: 'KRW', token: 'customer/key' },
});

/** What a payment is said to be where it should be of 1,000 won; `refunded`, of one refund. */
type Said = { id?: string; amount?: number; currency?: string; refunded?: number };
type Provider = {
  name: string;
  open(request: CaptureRequest, said: Said, when: 'before' | 'at_once'): Promise<Acquirer>;
};

const toss: Provider = {
  name: 'Toss Payments',
  async open({ payment_id, request_id }, { id, amount = 1_000, currency = 'KRW', refunded }, when) {
    const cancels = [{ cancelAmount: refunded, cancelReason: `Refund ${request_id}`, cancelStatus: 'DONE' }];
    const payment = {
      ...{ paymentKey: 'pay_1', orderId: id ?? payment_id, status: 'DONE', totalAmount: amount, currency },
      balanceAmount: amount,
    };
    const paid = { body: refunded === undefined ? payment : { ...payment, cancels } };
    const url = await aProvider({
      ...(when === 'before'
        ? { [`GET /v1/payments/orders/${payment_id}`]: () => paid }
        : refunded === undefined
          ? {}
          : { [`GET /v1/payments/orders/${payment_id}`]: () => ({ body: payment }) }),
      'POST /v1/billing/key': () => paid,
      'POST /v1/payments/pay_1/cancel': () => paid,
    });
    return tossAcquirer({ name: 'toss', secret_key: 'test_sk_1234', client_key: 'test_ck_1234', url });
  },
};

const portOne: Provider = {
  name: 'PortOne',
  async open({ payment_id, request_id }, { id, amount = 1_000, currency = 'KRW', refunded }, when) {
    const made = {
      ...{ id: 'c_1', status: 'SUCCEEDED', totalAmount: refunded, reason: `Refund ${request_id}` },
      requestedAt: '2026-01-01T00:00:00Z',
    };
    const payment = {
      ...{ id: id ?? payment_id, status: 'PAID', amount: { total: amount, cancelled: 0 }, currency },
      ...(refunded !== undefined && when === 'before' ? { cancellations: [made] } : {}),
    };
    let isCharged = when === 'before' || refunded !== undefined;
    const url = await aProvider({
      [`GET /payments/${payment_id}`]: () =>
        isCharged ? { body: payment } : { status: 404, body: { type: 'PAYMENT_NOT_FOUND' } },
      [`POST /payments/${payment_id}/billing-key`]: () => {
        isCharged = true;
        return { body: { payment: { pgTxId: 'pg_1', paidAt: '2026-01-01T00:00:00Z' } } };
      },
      [`POST /payments/${payment_id}/cancel`]: () => ({ body: { cancellation: made } }),
    });
    const ids = { store_id: 'store-1', channel_key: 'channel-1' };
    return portOneAcquirer({ name: 'portone', api_secret: 'secret', webhook_secret: 'd2g=', ...ids, url });
  },
};

const stripe: Provider = {
  name: 'Stripe',
  async open({ payment_id, request_id }, { id, amount = 1_000, currency = 'KRW', refunded }, when) {
    const intent = (status: string) => ({
      body: {
        ...{ id: id ?? REFERENCE, object: 'payment_intent', status, metadata: { payment_id } },
        ...{ amount: 1_000, amount_received: amount, currency: currency.toLowerCase() },
      },
    });
    const refund = {
      ...{ id: 're_1', object: 'refund', amount: refunded, status: 'succeeded' },
      metadata: { request_id },
    };
    const list = { object: 'list', has_more: false, data: when === 'before' ? [refund] : [] };
    const isCaptured = when === 'before' || refunded !== undefined;
    const url = await aProvider({
      [`GET /v1/payment_intents/${REFERENCE}`]: () => intent(isCaptured ? 'succeeded' : 'requires_capture'),
      [`POST /v1/payment_intents/${REFERENCE}/capture`]: () => intent('succeeded'),
      [`POST /v1/payment_intents/${REFERENCE}/confirm`]: () => intent('requires_capture'),
      'GET /v1/refunds': () => ({ body: list }),
      'POST /v1/refunds': () => ({ body: refund }),
    });
    return stripeAcquirer({ name: 'stripe', secret_key: 'sk_test_1234', webhook_secret: 'whsec_1', url });
  },
};

describe.each([toss, portOne, stripe])('$name', ({ open }) => {
  test.each(['before', 'at_once'] as const)(
    'is believed if it says what was asked for (%s)',
    async (when) => {
      const captured = ours(1_000n);
      expect(await (await open(captured, {}, when)).capture(captured)).toMatchObject({ kind: 'done' });
      const refunded = ours(400n);
      const acquirer = await open(refunded, { refunded: 400 }, when);
      expect(await acquirer.refund(refunded)).toEqual({ kind: 'done' });
    },
  );

  test.each(['before', 'at_once'] as const)(
    'that charged another amount or currency (%s) has not captured what was asked for',
    async (when) => {
      for (const said of [{ amount: 999 }, { amount: 1_001 }, { currency: 'USD' }]) {
        const request = ours(1_000n);
        const acquirer = await open(request, said, when);
        expect([said, await acquirer.capture(request)]).toEqual([
          said,
          { kind: 'refused', reason: 'captured_otherwise' },
        ]);
      }
    },
  );

  test.each(['before', 'at_once'] as const)(
    'that refunded another amount (%s) has not refunded what was asked for',
    async (when) => {
      for (const refunded of [399, 401]) {
        const request = ours(400n);
        const acquirer = await open(request, { refunded }, when);
        expect(await acquirer.refund(request)).toEqual({ kind: 'refused', reason: 'refunded_otherwise' });
      }
    },
  );

  test('that answers with another payment is not believed, and that one is not touched', async () => {
    const request = { ...ours(1_000n), return_url: 'https://settlement.test/', token: 'customer/key' };
    const acquirer = await open(request, { id: randomUUID() }, 'before');
    expect(await acquirer.lookUp(request)).toEqual({ kind: 'unknown' });
    expect(await acquirer.authorise(request)).toEqual({ kind: 'unknown' });
    for (const verb of ['capture', 'void', 'refund'] as const)
      expect(await acquirer[verb](request)).toEqual({ kind: 'unknown' });
    expect(asked.filter((each) => !each.startsWith('GET ') && !each.endsWith('/confirm'))).toEqual([]);
  });
});
