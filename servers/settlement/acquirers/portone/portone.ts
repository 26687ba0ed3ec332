import Type from 'typebox';
import { authorisationOf, type Charge, captureOf, DONE, UNKNOWN, voidOf } from '../charge-at-capture.ts';
import { logInBy, NO_PAYMENT } from '../json-client.ts';
import type { Acquirer, Authorisation, ChangeOutcome, ChangeRequest } from '../port.ts';
import { findPortOnePayment, type PortOnePayment, portOneApi, readPortOne } from './api.ts';
import { findBillingKey } from './billing-key.ts';
import { portOneCardPage } from './card-page.ts';
import { portOneDecline } from './declines.ts';
import { portOneList } from './movements.ts';
import { hearPortOne } from './webhook.ts';

export type PortOneSettings = {
  name: string;
  api_secret: string;
  webhook_secret: string;
  store_id: string;
  channel_key: string;
  /** Whether the channel is one of PortOne's test channels. */
  test?: boolean;
  /** Another address than PortOne's own, such as a stand-in's. */
  url?: string;
};

/**
 * PortOne, version 2, by billing keys (https://developers.portone.io/opi/ko/integration/start/v2/billing), which charge at once and
 * can't hold an amount. Our id of a payment is its `paymentId`, which is paid only once. An authorisation makes sure that the billing
 * key can still be charged. A refund is found by our request's id in its reason, and asked for with what is left to be cancelled, so
 * that of two at the same time one fails and is asked for again.
 */
export function portOneAcquirer(settings: PortOneSettings): Acquirer {
  const { name, api_secret, webhook_secret, store_id, channel_key, test = false, url } = settings;
  const ask = portOneApi({ api_secret, url: url ?? 'https://api.portone.io' });

  async function lookUp(paymentId: string): Promise<Authorisation> {
    const found = await findPortOnePayment(ask, store_id, paymentId);
    if (found.kind === 'missing') return { kind: 'not_found' };
    if (found.kind === 'unknown') return found;
    return authorisationOf(chargeOf(found.body));
  }

  return {
    name,
    is_test: test,
    keyed_cards: false,
    charges_at_capture: true,
    // Amounts are in the smallest unit of the currency.
    takes: (currency) => currency === 'KRW' || currency === 'USD',
    card_page: portOneCardPage(ask, { store_id, channel_key, test }),
    list: portOneList(ask, store_id),
    webhook: { hear: (request) => hearPortOne(webhook_secret, request) },
    logIn: async () =>
      logInBy(await ask('GET', `/payments/${NO_PAYMENT}?storeId=${encodeURIComponent(store_id)}`)),

    async authorise({ payment_id, token }) {
      const state = await lookUp(payment_id);
      if (state.kind !== 'not_found') return state;
      const key = await findBillingKey(ask, store_id, token);
      if (key.kind === 'unknown') return key;
      return key.kind === 'found' ? { kind: 'authorised' } : { kind: 'declined', reason: 'do_not_honor' };
    },

    lookUp: ({ payment_id }) => lookUp(payment_id),

    async capture(request) {
      const { payment_id, amount_minor, currency, token } = request;
      const found = await findPortOnePayment(ask, store_id, payment_id);
      if (found.kind === 'unknown') return found;
      if (found.kind === 'found') return captureOf(chargeOf(found.body), request);
      if (token === null) return UNKNOWN;
      const what = { orderName: 'Seonmul', amount: { total: Number(amount_minor) }, currency };
      const body = { storeId: store_id, channelKey: channel_key, billingKey: token, ...what };
      const answer = await ask('POST', `/payments/${payment_id}/billing-key`, body);
      const charged = readPortOne(Type.Object({}), answer);
      if (charged.kind === 'unknown') return UNKNOWN;
      if (charged.kind === 'refused' && CANNOT_CHARGE.has(charged.type))
        return { kind: 'declined', reason: 'do_not_honor' };
      // What was charged, and why not, is in the payment.
      const after = await findPortOnePayment(ask, store_id, payment_id);
      return after.kind === 'found' ? captureOf(chargeOf(after.body), request) : UNKNOWN;
    },

    void: async ({ payment_id }) => voidOf(await lookUp(payment_id)),

    async refund(request) {
      const { payment_id, request_id, amount_minor } = request;
      const found = await findPortOnePayment(ask, store_id, payment_id);
      if (found.kind === 'missing') return { kind: 'not_found' };
      if (found.kind === 'unknown') return found;
      const before = refundOf(found.body, request);
      if (before !== undefined) return before;
      const { total, cancelled } = found.body.amount;
      const amount = Number(amount_minor);
      if (amount > total - cancelled) return { kind: 'refused', reason: 'amount_too_large' };
      const what = { amount, reason: `Refund ${request_id}`, currentCancellableAmount: total - cancelled };
      const made = readPortOne(
        Cancelled,
        await ask('POST', `/payments/${payment_id}/cancel`, { storeId: store_id, ...what }),
      );
      if (made.kind === 'found') return outcomeOf(made.body.cancellation, amount_minor);
      return made.kind === 'refused' && REFUSED_REFUNDS.has(made.type)
        ? { kind: 'refused', reason: made.type }
        : UNKNOWN;
    },
  };
}

const Cancelled = Type.Object({
  cancellation: Type.Object({ status: Type.String(), totalAmount: Type.Integer() }),
});

function chargeOf({ status, failure, amount, currency, method }: PortOnePayment): Charge {
  return {
    state: stateOf(status, failure),
    amount_minor: BigInt(amount.total),
    currency,
    approval_number: method?.approvalNumber ?? null,
  };
}

function stateOf(status: string, failure: PortOnePayment['failure']): Charge['state'] {
  if (['PAID', 'PARTIAL_CANCELLED', 'CANCELLED'].includes(status)) return { kind: 'charged' };
  if (status === 'FAILED') return { kind: 'declined', reason: portOneDecline(failure?.pgCode) };
  return { kind: 'processing' };
}

/** What became of the refund that has our request's id in its reason; undefined if there is none. */
function refundOf(
  { cancellations }: PortOnePayment,
  { request_id, amount_minor }: ChangeRequest,
): ChangeOutcome | undefined {
  const made = cancellations?.find(({ reason }) => reason.includes(request_id));
  return made && outcomeOf(made, amount_minor);
}

function outcomeOf(
  { status, totalAmount }: { status: string; totalAmount: number },
  amountMinor: bigint,
): ChangeOutcome {
  if (BigInt(totalAmount) !== amountMinor) return { kind: 'refused', reason: 'refunded_otherwise' };
  if (status === 'SUCCEEDED') return DONE;
  return status === 'FAILED' ? { kind: 'refused', reason: status } : UNKNOWN;
}

/** Nothing was charged, and nothing ever will be with this card. */
const CANNOT_CHARGE = new Set(['BILLING_KEY_ALREADY_DELETED', 'BILLING_KEY_NOT_FOUND']);
/** Final refusals of a refund; anything else may be different tomorrow. */
const REFUSED_REFUNDS = new Set([
  'CANCEL_AMOUNT_EXCEEDS_CANCELLABLE_AMOUNT',
  'PAYMENT_ALREADY_CANCELLED',
  'PAYMENT_NOT_PAID',
]);
