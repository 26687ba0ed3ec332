import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

const KEY = 'sk_test_of_the_test';
type Fault = 'break' | 'lose' | 500;
type Intent = {
  id: string;
  status: string;
  amount: number;
  currency: string;
  customer: string;
  payment_method: string;
  metadata: Record<string, string>;
  amount_received: number;
  last_payment_error: object | null;
};
type Refund = {
  id: string;
  amount: number;
  payment_intent: string;
  status: string;
  metadata: Record<string, string>;
};
type Answer = { status: number; body: unknown };

export type StripeStandIn = {
  url: string;
  secret_key: string;
  /** Every request and answer, to be compared with the specification. */
  exchanges: {
    method: string;
    path: string;
    form: Record<string, string>;
    status: number;
    answer: unknown;
  }[];
  /**
   * What becomes of the next request of this method: the connection breaks before it is carried out or after (`lose`), or it
   * is answered with a 500.
   */
  failNext(method: 'GET' | 'POST', fault: Fault): void;
  refunds: Refund[];
  /** Stripe forgets idempotency keys after a day. */
  passDay(): void;
  close(): Promise<void>;
};

/** PaymentIntents and Refunds as Stripe's OpenAPI document describes them, with Stripe's test payment methods. */
export async function aStripe(): Promise<StripeStandIn> {
  const intents = new Map<string, Intent>();
  const refunds: Refund[] = [];
  const answered = new Map<string, { request: string; answer: Answer }>();
  const exchanges: StripeStandIn['exchanges'] = [];
  const faults: { method: string; fault: Fault }[] = [];
  let last = 0;
  const newId = (prefix: string) => `${prefix}_${String(++last).padStart(14, '0')}`;

  const intentBody = (intent: Intent) => ({
    ...intent,
    ...{ object: 'payment_intent', created: 1_700_000_000, livemode: false, capture_method: 'manual' },
    ...{ confirmation_method: 'automatic', payment_method_types: ['card'] },
    amount_capturable: intent.status === 'requires_capture' ? intent.amount : 0,
  });
  const refundBody = (refund: Refund) => ({
    ...refund,
    ...{ object: 'refund', created: 1_700_000_000, currency: intents.get(refund.payment_intent)?.currency },
  });
  const ok = (body: unknown): Answer => ({ status: 200, body });
  const refusal = (status: number, error: object): Answer => ({
    status,
    body: { error: { type: 'invalid_request_error', message: 'Refused.', ...error } },
  });
  const unexpected = refusal(400, { code: 'payment_intent_unexpected_state' });

  function create(form: Record<string, string>): Answer {
    const intent: Intent = {
      ...{ id: newId('pi'), status: 'requires_confirmation', amount: Number(form.amount) },
      ...{
        currency: form.currency ?? '',
        customer: form.customer ?? '',
        payment_method: form.payment_method ?? '',
      },
      metadata: { payment_id: form['metadata[payment_id]'] ?? '' },
      ...{ amount_received: 0, last_payment_error: null },
    };
    intents.set(intent.id, intent);
    return ok(intentBody(intent));
  }
  function confirm(intent: Intent): Answer {
    if (intent.status !== 'requires_confirmation') return unexpected;
    if (intent.payment_method === 'pm_card_threeDSecure2Required') intent.status = 'requires_action';
    else if (intent.payment_method === 'pm_card_chargeDeclinedInsufficientFunds') {
      const error = { type: 'card_error', code: 'card_declined', decline_code: 'insufficient_funds' };
      Object.assign(intent, { status: 'requires_payment_method', last_payment_error: error });
      return refusal(402, error);
    } else intent.status = 'requires_capture';
    return ok(intentBody(intent));
  }
  function capture(intent: Intent, form: Record<string, string>): Answer {
    const amount = Number(form.amount_to_capture);
    if (intent.status !== 'requires_capture' || amount > intent.amount) return unexpected;
    Object.assign(intent, { status: 'succeeded', amount_received: amount });
    return ok(intentBody(intent));
  }
  function cancel(intent: Intent): Answer {
    if (['succeeded', 'canceled'].includes(intent.status)) return unexpected;
    intent.status = 'canceled';
    return ok(intentBody(intent));
  }
  function refund(form: Record<string, string>): Answer {
    const intent = intents.get(form.payment_intent ?? '');
    if (intent === undefined) return refusal(404, { code: 'resource_missing' });
    const amount = Number(form.amount);
    const before = refunds
      .filter(({ payment_intent }) => payment_intent === intent.id)
      .reduce((sum, made) => sum + made.amount, 0);
    if (before + amount > intent.amount_received) return refusal(400, { code: 'charge_already_refunded' });
    const made = {
      ...{ id: newId('re'), amount, payment_intent: intent.id, status: 'succeeded' },
      metadata: { request_id: form['metadata[request_id]'] ?? '' },
    };
    refunds.push(made);
    return ok(refundBody(made));
  }

  function carryOut(method: string, url: URL, form: Record<string, string>): Answer {
    const [, , resource, id, verb] = url.pathname.split('/');
    if (resource === 'refunds') {
      if (method === 'POST') return refund(form);
      const of = url.searchParams.get('payment_intent');
      const data = refunds.filter(({ payment_intent }) => payment_intent === of).map(refundBody);
      return ok({ object: 'list', url: '/v1/refunds', has_more: false, data });
    }
    if (id === undefined) return create(form);
    const intent = intents.get(id);
    if (intent === undefined) return refusal(404, { code: 'resource_missing' });
    if (verb === undefined) return ok(intentBody(intent));
    if (verb === 'confirm') return confirm(intent);
    return verb === 'capture' ? capture(intent, form) : cancel(intent);
  }

  /** Stripe answers a repeated key as the first time, even if that was a 500, and refuses it for another request. */
  function answerOnce(
    request: IncomingMessage,
    url: URL,
    form: Record<string, string>,
    broken: boolean,
  ): Answer {
    const { method = '', headers } = request;
    if (headers.authorization !== `Bearer ${KEY}`) return refusal(401, {});
    const key = headers['idempotency-key'];
    if (method !== 'POST' || typeof key !== 'string')
      return broken ? refusal(500, { type: 'api_error' }) : carryOut(method, url, form);
    const asked = JSON.stringify([url.pathname, form]);
    const known = answered.get(key);
    if (known !== undefined)
      return known.request === asked ? known.answer : refusal(400, { type: 'idempotency_error' });
    const answer = broken ? refusal(500, { type: 'api_error' }) : carryOut(method, url, form);
    answered.set(key, { request: asked, answer });
    return answer;
  }

  const server = createServer(async (request, response) => {
    const { method = '' } = request;
    const url = new URL(request.url ?? '', 'http://stripe.test');
    const form = Object.fromEntries(new URLSearchParams(await text(request)));
    const at = faults.findIndex((each) => each.method === method);
    const fault = at === -1 ? undefined : faults.splice(at, 1)[0]?.fault;
    if (fault === 'break') return void request.socket.destroy();
    const { status, body } = answerOnce(request, url, form, fault === 500);
    if (fault === 'lose') return void request.socket.destroy();
    exchanges.push({ method, path: url.pathname + url.search, form, status, answer: body });
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    secret_key: KEY,
    exchanges,
    failNext(method, fault) {
      faults.push({ method, fault });
      // Stripe's package repeats a request once by itself when its connection was closed.
      if (fault !== 500) faults.push({ method, fault });
    },
    refunds,
    passDay: () => answered.clear(),
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
