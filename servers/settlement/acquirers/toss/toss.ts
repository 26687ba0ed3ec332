import { authorisationOf, type Charge, captureOf, DONE, UNKNOWN, voidOf } from '../charge-at-capture.ts';
import { logInBy, NO_PAYMENT } from '../json-client.ts';
import type { Acquirer, Authorisation, ChangeOutcome, ChangeRequest } from '../port.ts';
import { findTossPayment, readToss, TossPayment, tossApi } from './api.ts';
import { tossCardPage } from './card-page.ts';
import { tossDecline } from './declines.ts';
import { tossList } from './movements.ts';
import { hearToss } from './webhook.ts';

export type TossSettings = {
  name: string;
  secret_key: string;
  client_key: string;
  /** Another address than Toss Payments' own, such as a stand-in's. */
  url?: string;
};

/**
 * Toss Payments, by billing keys (https://docs.tosspayments.com/guides/v2/billing/integration), which charge at once and can't hold
 * an amount. Our id of a payment is its `orderId`, under which only one charge succeeds. A card's token is
 * `<customer key>/<billing key>`; there is nothing to ask about a billing key, so an authorisation only makes sure that Toss
 * Payments answers and that nothing was charged under the id. A charge has no Idempotency-Key, under which the first answer would
 * be repeated even if it was an error; what it did is looked up instead. A refund needs one, and is found by our request's id
 * in its reason.
 */
export function tossAcquirer({ name, secret_key, client_key, url }: TossSettings): Acquirer {
  const ask = tossApi({ secret_key, url: url ?? 'https://api.tosspayments.com' });

  async function lookUp(paymentId: string): Promise<Authorisation> {
    const found = await findTossPayment(ask, paymentId);
    if (found.kind === 'missing') return { kind: 'not_found' };
    if (found.kind === 'unknown') return found;
    return authorisationOf(chargeOf(found.body));
  }

  return {
    name,
    is_test: secret_key.startsWith('test_'),
    keyed_cards: false,
    charges_at_capture: true,
    takes: (currency) => currency === 'KRW',
    card_page: tossCardPage(ask, client_key),
    list: tossList(ask),
    webhook: { hear: hearToss },
    logIn: async () => logInBy(await ask('GET', `/v1/payments/orders/${NO_PAYMENT}`)),

    async authorise({ payment_id }) {
      const state = await lookUp(payment_id);
      return state.kind === 'not_found' ? { kind: 'authorised' } : state;
    },

    lookUp: ({ payment_id }) => lookUp(payment_id),

    async capture(request) {
      const { payment_id, amount_minor, token } = request;
      const found = await findTossPayment(ask, payment_id);
      if (found.kind === 'unknown') return found;
      if (found.kind === 'found') return chargedAs(found.body, request);
      if (token === null) return UNKNOWN;
      const slash = token.indexOf('/');
      const path = `/v1/billing/${encodeURIComponent(token.slice(slash + 1))}`;
      const charge = { customerKey: token.slice(0, slash), amount: Number(amount_minor) };
      const order = { orderId: payment_id, orderName: 'Seonmul' };
      const charged = readToss(TossPayment, await ask('POST', path, { ...charge, ...order }));
      if (charged.kind === 'found') return chargedAs(charged.body, request);
      const reason = charged.kind === 'refused' ? tossDecline(charged.code) : undefined;
      return reason === undefined ? UNKNOWN : { kind: 'declined', reason };
    },

    void: async ({ payment_id }) => voidOf(await lookUp(payment_id)),

    async refund(request) {
      const { payment_id, request_id, amount_minor } = request;
      const found = await findTossPayment(ask, payment_id);
      if (found.kind === 'missing') return { kind: 'not_found' };
      if (found.kind === 'unknown') return found;
      const before = refundOf(found.body, request);
      if (before !== undefined) return before;
      const path = `/v1/payments/${encodeURIComponent(found.body.paymentKey)}/cancel`;
      const body = { cancelReason: `Refund ${request_id}`, cancelAmount: Number(amount_minor) };
      const key = { 'idempotency-key': request_id };
      const made = readToss(TossPayment, await ask('POST', path, body, key));
      if (made.kind === 'found') return refundOf(made.body, request) ?? UNKNOWN;
      return made.kind === 'refused' && REFUSED_REFUNDS.has(made.code)
        ? { kind: 'refused', reason: made.code }
        : UNKNOWN;
    },
  };
}

/** https://docs.tosspayments.com/reference#payment-객체 */
function chargeOf({ status, failure, totalAmount, currency, card }: TossPayment): Charge {
  return {
    state: stateOf(status, failure),
    amount_minor: BigInt(totalAmount),
    currency,
    approval_number: card?.approveNo ?? null,
  };
}

function stateOf(status: string, failure: TossPayment['failure']): Charge['state'] {
  if (['DONE', 'PARTIAL_CANCELED', 'CANCELED'].includes(status)) return { kind: 'charged' };
  if (status !== 'ABORTED' && status !== 'EXPIRED') return { kind: 'processing' };
  return { kind: 'declined', reason: tossDecline(failure?.code ?? '') ?? 'do_not_honor' };
}

/** A payment of another order says nothing of this one. */
function chargedAs(payment: TossPayment, request: ChangeRequest): ChangeOutcome {
  return payment.orderId === request.payment_id ? captureOf(chargeOf(payment), request) : UNKNOWN;
}

/** What became of the refund that has our request's id in its reason; undefined if there is none. */
function refundOf(
  { cancels }: TossPayment,
  { request_id, amount_minor }: ChangeRequest,
): ChangeOutcome | undefined {
  const made = cancels?.find(({ cancelReason }) => cancelReason.includes(request_id));
  if (made === undefined) return undefined;
  if (BigInt(made.cancelAmount) !== amount_minor) return { kind: 'refused', reason: 'refunded_otherwise' };
  if ((made.cancelStatus ?? 'DONE') === 'DONE') return DONE;
  return made.cancelStatus === 'ABORTED' ? { kind: 'refused', reason: made.cancelStatus } : UNKNOWN;
}

/** Final refusals of a refund; anything else may be different tomorrow. */
const REFUSED_REFUNDS = new Set([
  'ALREADY_CANCELED_PAYMENT',
  'NOT_CANCELABLE_AMOUNT',
  'NOT_CANCELABLE_PAYMENT',
]);
