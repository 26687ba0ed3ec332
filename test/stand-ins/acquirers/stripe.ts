import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type Clock, systemClock } from '../../../kit/clock.ts';
import { StripeBooks } from './stripe-books.ts';

const KEY = 'sk_test_of_the_test';
const WEBHOOK_SECRET = 'whsec_of_the_test';
const CHECKOUT = 'https://checkout.stripe.com/c/pay';
const BANK = 'https://hooks.stripe.com/3d_secure';
/** What the stand-in keeps of each charge. */
export const STRIPE_FEE = 100;
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
  next_action: object | null;
};
/** A page of Checkout in setup mode; `payment_method` is the card that was entered at it. */
type Session = {
  id: string;
  status: 'open' | 'complete' | 'expired';
  customer: string;
  success_url: string;
  payment_method?: string;
};
type Refund = {
  id: string;
  amount: number;
  payment_intent: string;
  status: string;
  metadata: Record<string, string>;
};
type Dispute = {
  object: 'dispute';
  id: string;
  payment_intent: string;
  amount: number;
  currency: string;
  reason: string;
  status: string;
  evidence_details: { due_by: number | null };
};
type Answer = { status: number; body: unknown };

export type StripeStandIn = {
  url: string;
  name: string;
  secret_key: string;
  webhook_secret: string;
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
  books: StripeBooks;
  /** Of a PaymentIntent; to be changed as the bank decides. */
  disputeOf(intent: string, amount: number): Dispute;
  /** The payer enters a card at Stripe's page, which sends the browser to the address that is returned. */
  enterCard(sessionUrl: string, paymentMethod?: string): string;
  /** The page is left alone for a day. */
  expirePage(sessionUrl: string): void;
  /** The bank's page for a PaymentIntent's second step. */
  secondStepOf(intent: string): string;
  /** The payer takes the second step at the bank's page, or fails it. */
  takeSecondStep(url: string, passes: boolean): string;
  /** An event about an object, signed as Stripe does, which tells it to our webhook. */
  event(type: string, object: object, at: Date): { headers: { 'stripe-signature': string }; body: string };
  /** Stripe forgets idempotency keys after a day. */
  passDay(): void;
  close(): Promise<void>;
};

/** PaymentIntents and Refunds as Stripe's OpenAPI document describes them, with Stripe's test payment methods. */
export async function aStripe(clock: Clock = systemClock): Promise<StripeStandIn> {
  const intents = new Map<string, Intent>();
  const refunds: Refund[] = [];
  const answered = new Map<string, { request: string; answer: Answer }>();
  const exchanges: StripeStandIn['exchanges'] = [];
  const faults: { method: string; fault: Fault }[] = [];
  const sessions = new Map<string, Session>();
  const disputes = new Map<string, Dispute>();
  let last = 0;
  const newId = (prefix: string) => `${prefix}_${String(++last).padStart(14, '0')}`;
  const books = new StripeBooks(clock, newId);

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
      ...{ amount_received: 0, last_payment_error: null, next_action: null },
    };
    intents.set(intent.id, intent);
    return ok(intentBody(intent));
  }
  function confirm(intent: Intent, form: Record<string, string>): Answer {
    if (intent.status !== 'requires_confirmation') return unexpected;
    if (intent.payment_method === 'pm_card_threeDSecure2Required') {
      const redirect_to_url = { return_url: form.return_url, url: `${BANK}/${intent.id}` };
      Object.assign(intent, {
        ...{ status: 'requires_action', next_action: { type: 'redirect_to_url', redirect_to_url } },
      });
    } else if (intent.payment_method === 'pm_card_chargeDeclinedInsufficientFunds') {
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
    // Stripe lists what was authorised, and what was not captured of it as given back.
    const about = { currency: intent.currency, payment_intent: intent.id };
    books.add({ ...about, reporting_category: 'charge', amount: intent.amount, fee: STRIPE_FEE });
    if (amount < intent.amount)
      books.add({ ...about, reporting_category: 'partial_capture_reversal', amount: amount - intent.amount });
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
    if ([...disputes.values()].some((each) => each.payment_intent === intent.id && each.status !== 'won'))
      return refusal(400, { code: 'charge_disputed' });
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
    const about = { currency: intent.currency, payment_intent: intent.id };
    books.add({ ...about, reporting_category: 'refund', amount: -amount });
    return ok(refundBody(made));
  }

  const sessionBody = (session: Session) => ({
    ...{ id: session.id, object: 'checkout.session', mode: 'setup', status: session.status },
    ...{ customer: session.customer, url: session.status === 'open' ? `${CHECKOUT}/${session.id}` : null },
    setup_intent: session.payment_method === undefined ? null : setUp(session.payment_method),
  });
  const setUp = (id: string) => ({
    ...{ id: 'seti_1', object: 'setup_intent', status: 'succeeded' },
    payment_method: {
      ...{ id, object: 'payment_method', type: 'card' },
      card: { brand: 'visa', last4: '4242', exp_month: 12, exp_year: 2090, fingerprint: `print of ${id}` },
    },
  });
  function checkout(method: string, id: string | undefined, form: Record<string, string>): Answer {
    if (method === 'GET') {
      const session = sessions.get(id ?? '');
      return session === undefined ? refusal(404, { code: 'resource_missing' }) : ok(sessionBody(session));
    }
    if (form.mode !== 'setup' || form.success_url === undefined || form.customer === undefined)
      return refusal(400, { code: 'parameter_missing' });
    const { customer, success_url } = form;
    const session: Session = { id: newId('cs'), status: 'open', customer, success_url };
    sessions.set(session.id, session);
    return ok(sessionBody(session));
  }
  const sessionAt = (url: string): Session => {
    const session = sessions.get(url.replace(`${CHECKOUT}/`, ''));
    if (session?.status !== 'open') throw new Error(`No page is open at ${url}.`);
    return session;
  };

  function carryOut(method: string, url: URL, form: Record<string, string>): Answer {
    const [, , resource, id, verb] = url.pathname.split('/');
    if (resource === 'customers') return ok({ object: 'customer', id: newId('cus') });
    if (resource === 'balance_transactions') {
      const found = books.answer(id, url.searchParams);
      return found === undefined ? refusal(404, { code: 'resource_missing' }) : ok(found);
    }
    if (resource === 'disputes') {
      const dispute = disputes.get(id ?? '');
      return dispute === undefined ? refusal(404, { code: 'resource_missing' }) : ok(dispute);
    }
    if (resource === 'checkout') return checkout(method, verb, form);
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
    if (verb === 'confirm') return confirm(intent, form);
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
    name: 'stripe',
    secret_key: KEY,
    webhook_secret: WEBHOOK_SECRET,
    exchanges,
    failNext(method, fault) {
      faults.push({ method, fault });
      // Stripe's package repeats a request once by itself when its connection was closed.
      if (fault !== 500) faults.push({ method, fault });
    },
    refunds,
    books,
    enterCard(sessionUrl, paymentMethod = 'pm_card_visa') {
      const session = Object.assign(sessionAt(sessionUrl), {
        ...{ status: 'complete', payment_method: paymentMethod },
      });
      return session.success_url;
    },
    expirePage(sessionUrl) {
      sessionAt(sessionUrl).status = 'expired';
    },
    disputeOf(intent, amount) {
      const dispute: Dispute = {
        ...{ object: 'dispute', id: newId('dp'), payment_intent: intent, amount },
        ...{
          currency: intents.get(intent)?.currency ?? 'krw',
          reason: 'fraudulent',
          status: 'needs_response',
        },
        evidence_details: { due_by: 1_800_000_000 },
      };
      disputes.set(dispute.id, dispute);
      return dispute;
    },
    secondStepOf: (intent) => `${BANK}/${intent}`,
    takeSecondStep(at, passes) {
      const intent = intents.get(at.replace(`${BANK}/`, ''));
      if (intent?.status !== 'requires_action') throw new Error(`No second step is open at ${at}.`);
      const { redirect_to_url } = intent.next_action as { redirect_to_url: { return_url: string } };
      const failed = { type: 'card_error', code: 'payment_intent_authentication_failure' };
      Object.assign(
        intent,
        { next_action: null },
        passes
          ? { status: 'requires_capture' }
          : { status: 'requires_payment_method', last_payment_error: failed },
      );
      return redirect_to_url.return_url;
    },
    event(type, object, at) {
      const body = JSON.stringify({ id: newId('evt'), object: 'event', type, data: { object } });
      const timestamp = Math.floor(at.getTime() / 1_000);
      const v1 = createHmac('sha256', WEBHOOK_SECRET).update(`${timestamp}.${body}`).digest('hex');
      return { headers: { 'stripe-signature': `t=${timestamp},v1=${v1}` }, body };
    },
    passDay: () => answered.clear(),
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
