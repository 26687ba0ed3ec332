import Stripe from 'stripe';
import { SECOND_MS } from '../../../../kit/clock.ts';
import { currencyExponent } from '../../../../kit/money.ts';
import type { Acquirer, Authorisation, ChangeOutcome, ChangeRequest, PaymentAtAcquirer } from '../port.ts';
import { cardPage } from './card-page.ts';
import { declineReason } from './declines.ts';
import { lookUpDispute } from './disputes.ts';
import { hasCode, isLogInError } from './errors.ts';
import { movementsOf } from './movements.ts';
import { hearStripe } from './webhook.ts';

const TIMEOUT_MS = 10 * SECOND_MS;

export type StripeSettings = {
  name: string;
  secret_key: string;
  webhook_secret: string;
  /** Another address than Stripe's own, such as a stand-in's. */
  url?: string;
};

const UNKNOWN = { kind: 'unknown' } as const;

/** A payment that was announced. */
type Named = PaymentAtAcquirer & { reference: string };

/**
 * Stripe, by PaymentIntents that are captured later (https://docs.stripe.com/payments/place-a-hold-on-a-payment-method). A
 * payment is announced by creating its PaymentIntent, and authorised by confirming it. A card is a PaymentMethod that was
 * saved for a Customer by Stripe's own page: its token is `cus_…/pm_…`. Whatever an answer leaves open is read from the PaymentIntent, which can be
 * confirmed, captured and cancelled only once. So these need no Idempotency-Key, under which Stripe would repeat even a 500 for a
 * day. A refund needs one.
 */
export function stripeAcquirer({ name, secret_key, webhook_secret, url }: StripeSettings): Acquirer {
  const stripe = new Stripe(secret_key, {
    timeout: TIMEOUT_MS,
    // Whether and when to repeat is settlement's decision.
    maxNetworkRetries: 0,
    telemetry: false,
    ...(url === undefined ? {} : addressOf(url)),
  });
  const read = async (payment: Named) =>
    own(await stripe.paymentIntents.retrieve(payment.reference), payment);

  async function lookUp(payment: Named): Promise<Authorisation> {
    try {
      return authorisationOf(await read(payment));
    } catch {
      return UNKNOWN;
    }
  }

  /** What a PaymentIntent's state says of a change that is asked for. */
  async function change(
    { payment_id, reference }: ChangeRequest,
    ask: (payment: Named, intent: Stripe.PaymentIntent) => Promise<ChangeOutcome>,
  ): Promise<ChangeOutcome> {
    // Without a reference it was never confirmed, so it holds nothing.
    if (reference === null) return { kind: 'not_found' };
    try {
      const payment = { payment_id, reference };
      return await ask(payment, await read(payment));
    } catch (error) {
      return hasCode(error, 'resource_missing') ? { kind: 'not_found' } : UNKNOWN;
    }
  }

  return {
    name,
    is_test: secret_key.includes('_test_'),
    keyed_cards: false,
    charges_at_capture: false,
    takes: (currency) => currencyExponent(currency) === (WITHOUT_MINOR_UNIT.has(currency) ? 0 : 2),
    card_page: cardPage(stripe),
    lookUpDispute: (reference) => lookUpDispute(stripe, reference),
    ...movementsOf(stripe),
    webhook: { hear: (request) => hearStripe(stripe, webhook_secret, request) },

    async logIn() {
      try {
        await stripe.paymentIntents.retrieve('pi_seonmul_check');
        return { kind: 'done' };
      } catch (error) {
        if (hasCode(error, 'resource_missing')) return { kind: 'done' };
        return { kind: isLogInError(error) ? 'refused' : 'unknown' };
      }
    },

    async announce({ payment_id, token, amount_minor, currency }) {
      const [customer = '', payment_method = ''] = token.split('/');
      try {
        const intent = await stripe.paymentIntents.create({
          amount: Number(amount_minor),
          currency: currency.toLowerCase(),
          capture_method: 'manual',
          // Other methods that redirect are not among them; the second step of a card may.
          allowed_payment_method_types: ['card'],
          metadata: { payment_id },
          ...{ customer, payment_method },
        });
        return { kind: 'done', reference: intent.id };
      } catch {
        return UNKNOWN;
      }
    },

    async authorise({ payment_id, reference, return_url }) {
      if (reference === null) return { kind: 'not_found' };
      const payment = { payment_id, reference };
      try {
        const confirmed = await stripe.paymentIntents.confirm(reference, { return_url });
        return authorisationOf(own(confirmed, payment));
      } catch (error) {
        if (error instanceof Stripe.errors.StripeCardError)
          return { kind: 'declined', reason: declineReason(error.decline_code ?? error.code) };
        return hasCode(error, 'payment_intent_unexpected_state') ? lookUp(payment) : UNKNOWN;
      }
    },

    lookUp: async ({ payment_id, reference }) =>
      reference === null ? { kind: 'not_found' } : lookUp({ payment_id, reference }),

    capture: (request) =>
      change(request, async (payment, intent) => {
        const { status } = intent;
        if (status === 'succeeded') return captureOf(intent, request);
        if (status === 'processing') return UNKNOWN;
        if (status !== 'requires_capture') return { kind: 'refused', reason: status };
        const amount_to_capture = Number(request.amount_minor);
        const captured = own(
          await stripe.paymentIntents.capture(payment.reference, { amount_to_capture }),
          payment,
        );
        return captured.status === 'succeeded' ? captureOf(captured, request) : UNKNOWN;
      }),

    void: (request) =>
      change(request, async ({ reference }, { status }) => {
        if (status === 'canceled') return { kind: 'done' };
        if (status === 'succeeded') return { kind: 'refused', reason: 'captured' };
        const canceled = await stripe.paymentIntents.cancel(reference);
        return canceled.status === 'canceled' ? { kind: 'done' } : UNKNOWN;
      }),

    refund: (request) =>
      change(request, async ({ reference }) => {
        const { request_id, amount_minor } = request;
        for await (const refund of stripe.refunds.list({ payment_intent: reference, limit: 100 }))
          if (refund.metadata?.request_id === request_id) return refundOutcome(refund, amount_minor);
        try {
          const body = { payment_intent: reference, amount: Number(amount_minor), metadata: { request_id } };
          const made = await stripe.refunds.create(body, { idempotencyKey: request_id });
          return refundOutcome(made, amount_minor);
        } catch (error) {
          const code = error instanceof Stripe.errors.StripeInvalidRequestError ? error.code : undefined;
          return code !== undefined && REFUSED_REFUNDS.has(code)
            ? { kind: 'refused', reason: code }
            : UNKNOWN;
        }
      }),
  };
}

/** Stripe counts these in whole units, and all others in hundredths (https://docs.stripe.com/currencies#zero-decimal). */
const WITHOUT_MINOR_UNIT = new Set([
  ...['BIF', 'CLP', 'DJF', 'GNF', 'JPY', 'KMF', 'KRW', 'MGA'],
  ...['PYG', 'RWF', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'],
]);

function addressOf(url: string) {
  const { hostname, port, protocol } = new URL(url);
  return { host: hostname, port, protocol: protocol === 'http:' ? 'http' : 'https' } as const;
}

function authorisationOf(intent: Stripe.PaymentIntent): Authorisation {
  switch (intent.status) {
    case 'requires_capture':
    case 'succeeded':
      return { kind: 'authorised' };
    case 'processing':
      return { kind: 'processing' };
    case 'requires_action': {
      const url = intent.next_action?.redirect_to_url?.url;
      return typeof url === 'string' ? { kind: 'second_step', url } : UNKNOWN;
    }
    case 'canceled':
      return { kind: 'declined', reason: 'cancelled_by_caller' };
    case 'requires_confirmation':
      return { kind: 'not_found' };
    case 'requires_payment_method': {
      const error = intent.last_payment_error;
      return { kind: 'declined', reason: declineReason(error?.decline_code ?? error?.code) };
    }
    default:
      return UNKNOWN;
  }
}

/** The PaymentIntent that was asked about, announced for this payment of ours: what is said of another one is no answer. */
function own(intent: Stripe.PaymentIntent, { reference, payment_id }: Named): Stripe.PaymentIntent {
  if (intent.id !== reference || intent.metadata.payment_id !== payment_id)
    throw new Error('Stripe answered with another payment.');
  return intent;
}

function captureOf(
  { amount_received, currency }: Stripe.PaymentIntent,
  request: ChangeRequest,
): ChangeOutcome {
  return BigInt(amount_received) === request.amount_minor && currency.toUpperCase() === request.currency
    ? { kind: 'done' }
    : { kind: 'refused', reason: 'captured_otherwise' };
}

/** Final refusals of a refund; anything else may be different tomorrow. */
const REFUSED_REFUNDS = new Set(['charge_already_refunded', 'charge_disputed', 'amount_too_large']);

function refundOutcome(
  { status, failure_reason, amount }: Stripe.Refund,
  amountMinor: bigint,
): ChangeOutcome {
  if (BigInt(amount) !== amountMinor) return { kind: 'refused', reason: 'refunded_otherwise' };
  if (status === 'succeeded') return { kind: 'done' };
  return status === 'failed' || status === 'canceled'
    ? { kind: 'refused', reason: failure_reason ?? status }
    : UNKNOWN;
}
