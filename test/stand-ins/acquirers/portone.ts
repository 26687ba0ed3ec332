import { createHmac } from 'node:crypto';
import { type Answer, type Asked, aJsonServer, type JsonServer } from './json-server.ts';

const SECRET = 'portone_secret_of_the_test';
const WEBHOOK_SECRET = `whsec_${Buffer.from('the webhook secret of the test').toString('base64')}`;

type Cancellation = {
  status: string;
  id: string;
  totalAmount: number;
  taxFreeAmount: number;
  vatAmount: number;
  reason: string;
  requestedAt: string;
};
type Payment = {
  id: string;
  status: string;
  total: number;
  cancelled: number;
  currency: string;
  billingKey: string;
  pgCode: string | undefined;
  cancellations: Cancellation[];
  at: string;
};

export type PortOneStandIn = JsonServer & {
  name: string;
  api_secret: string;
  webhook_secret: string;
  store_id: string;
  channel_key: string;
  test: true;
  payments: Map<string, Payment>;
  /** A billing key, which is charged or declined with this code of the payment company's. */
  aCard(declined?: string): string;
  deleteCard(billingKey: string): void;
  /** The payer enters a card in the window that was opened for this customer; what the browser brings back. */
  enterCard(customerId: string): Record<string, string>;
  /** An event about a payment, signed by Standard Webhooks. */
  event(paymentId: string, type: string, at: Date): { headers: Record<string, string>; body: string };
};

/** Billing keys and payments as PortOne's OpenAPI document describes them. */
export async function aPortOne(): Promise<PortOneStandIn> {
  const payments = new Map<string, Payment>();
  const billingKeys = new Map<
    string,
    { customer: string; declined: string | undefined; isDeleted: boolean }
  >();
  let last = 0;
  const newId = (prefix: string) => `${prefix}-${String(++last).padStart(14, '0')}`;
  const now = () => new Date().toISOString();
  const ok = (body: unknown): Answer => ({ status: 200, body });
  const refusal = (status: number, type: string, more = {}): Answer => ({ status, body: { type, ...more } });
  const CHANNEL = { type: 'TEST', pgProvider: 'TOSSPAYMENTS', pgMerchantId: 'tvivarepublica' };

  const METHOD = { type: 'PaymentMethodCard', approvalNumber: '00498765' };

  function paymentBody(payment: Payment) {
    const { id, status, total, cancelled, currency, billingKey, pgCode, cancellations, at } = payment;
    return {
      ...{
        status,
        id,
        transactionId: `tx-${id}`,
        merchantId: 'merchant-1',
        storeId: 'store-1',
        version: 'V2',
      },
      ...{ requestedAt: at, updatedAt: at, statusChangedAt: at, orderName: 'Seonmul', currency, billingKey },
      amount: { total, taxFree: 0, discount: 0, paid: total, cancelled, cancelledTaxFree: 0 },
      ...{ customer: {}, channel: CHANNEL, disputes: [], cancellations },
      ...(status === 'FAILED'
        ? { failedAt: at, failure: { pgCode } }
        : { paidAt: at, cancelledAt: at, method: METHOD }),
    };
  }

  function billingKey(key: string): Answer {
    const known = billingKeys.get(key);
    if (known === undefined) return refusal(404, 'BILLING_KEY_NOT_FOUND');
    const card = { issuer: 'SHINHAN_CARD', brand: 'LOCAL', name: '신한카드', number: '43301234****123*' };
    return ok({
      ...{ status: known.isDeleted ? 'DELETED' : 'ISSUED', billingKey: key, merchantId: 'merchant-1' },
      ...{ storeId: 'store-1', channels: [CHANNEL], customer: { id: known.customer }, issuedAt: now() },
      ...(known.isDeleted ? { deletedAt: now() } : {}),
      methods: [{ type: 'BillingKeyPaymentMethodCard', card }],
    });
  }

  function charge(id: string, body: { billingKey: string; amount: { total: number }; currency: string }) {
    const key = billingKeys.get(body.billingKey);
    if (key === undefined) return refusal(404, 'BILLING_KEY_NOT_FOUND');
    if (key.isDeleted) return refusal(409, 'BILLING_KEY_ALREADY_DELETED');
    if (payments.get(id)?.status === 'PAID') return refusal(409, 'ALREADY_PAID');
    const { declined: pgCode } = key;
    const payment = {
      ...{ id, status: pgCode === undefined ? 'PAID' : 'FAILED', total: body.amount.total, cancelled: 0 },
      ...{ currency: body.currency, billingKey: body.billingKey, pgCode, cancellations: [], at: now() },
    };
    payments.set(id, payment);
    return pgCode === undefined
      ? ok({ payment: { pgTxId: newId('pg'), paidAt: payment.at } })
      : refusal(502, 'PG_PROVIDER', { pgCode, pgMessage: 'The card was declined.' });
  }

  function cancel(
    payment: Payment | undefined,
    body: { amount: number; reason: string; currentCancellableAmount: number },
  ): Answer {
    if (payment === undefined) return refusal(404, 'PAYMENT_NOT_FOUND');
    const left = payment.total - payment.cancelled;
    if (payment.status === 'FAILED') return refusal(409, 'PAYMENT_NOT_PAID');
    if (left === 0) return refusal(409, 'PAYMENT_ALREADY_CANCELLED');
    if (body.amount > left) return refusal(409, 'CANCEL_AMOUNT_EXCEEDS_CANCELLABLE_AMOUNT');
    if (body.currentCancellableAmount !== left) return refusal(409, 'CANCELLABLE_AMOUNT_CONSISTENCY_BROKEN');
    payment.cancelled += body.amount;
    payment.status = payment.cancelled === payment.total ? 'CANCELLED' : 'PARTIAL_CANCELLED';
    const cancellation = {
      ...{ status: 'SUCCEEDED', id: newId('cancellation'), totalAmount: body.amount, reason: body.reason },
      ...{ taxFreeAmount: 0, vatAmount: 0, requestedAt: now() },
    };
    payment.cancellations.push(cancellation);
    return ok({ cancellation });
  }

  function list(requestBody: string): Answer {
    const { page, filter } = JSON.parse(requestBody);
    const all = [...payments.values()].filter(({ at }) => at >= filter.from).map(paymentBody);
    const items = all.slice(page.number * page.size, (page.number + 1) * page.size);
    return ok({ items, page: { ...page, totalCount: all.length } });
  }

  function carryOut({ method, url, body }: Asked): Answer {
    const [, resource, id = '', verb] = url.pathname.split('/').map(decodeURIComponent);
    if (resource === 'billing-keys') return billingKey(id);
    if (resource === 'payments' && id === '') return list(url.searchParams.get('requestBody') ?? '{}');
    const payment = payments.get(id);
    if (method === 'GET')
      return payment === undefined ? refusal(404, 'PAYMENT_NOT_FOUND') : ok(paymentBody(payment));
    return verb === 'cancel' ? cancel(payment, body) : charge(id, body);
  }

  function aCard(customer: string, declined?: string): string {
    const key = newId('billing-key');
    billingKeys.set(key, { customer, declined, isDeleted: false });
    return key;
  }
  return {
    ...(await aJsonServer(`PortOne ${SECRET}`, carryOut)),
    ...{ name: 'portone', api_secret: SECRET, webhook_secret: WEBHOOK_SECRET, test: true as const },
    ...{ store_id: 'store-00000001', channel_key: 'channel-key-1', payments },
    aCard: (declined) => aCard('customer-1', declined),
    deleteCard(billingKey) {
      const known = billingKeys.get(billingKey);
      if (known !== undefined) known.isDeleted = true;
    },
    enterCard: (customerId) => ({
      billingKey: aCard(customerId),
      transactionType: 'ISSUE_BILLING_KEY',
    }),
    event(paymentId, type, at) {
      const data = { paymentId, storeId: 'store-1', transactionId: `tx-${paymentId}` };
      const body = JSON.stringify({ type, timestamp: at.toISOString(), data });
      const id = newId('msg');
      const timestamp = String(Math.floor(at.getTime() / 1_000));
      const key = Buffer.from(WEBHOOK_SECRET.replace('whsec_', ''), 'base64');
      const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
      const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp };
      return { headers: { ...headers, 'webhook-signature': `v1,${signature}` }, body };
    },
  };
}
