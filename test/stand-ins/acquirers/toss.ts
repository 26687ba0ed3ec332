import { type Answer, type Asked, aJsonServer, type JsonServer } from './json-server.ts';

const KEY = 'test_sk_of_the_test';
const CLIENT_KEY = 'test_ck_of_the_test';

type Cancel = {
  cancelAmount: number;
  cancelReason: string;
  cancelStatus: string;
  transactionKey: string;
  canceledAt: string;
};
type Payment = {
  paymentKey: string;
  orderId: string;
  status: string;
  totalAmount: number;
  currency: 'KRW';
  balanceAmount: number;
  approvedAt: string;
  card: { approveNo: string };
  failure: { code: string; message: string } | null;
  cancels: Cancel[] | null;
};

type Transaction = { transactionKey: string; orderId: string; status: string; transactionAt: string };
type Settlement = {
  transactionKey: string;
  orderId: string;
  currency: 'KRW';
  amount: number;
  payOutAmount: number;
  paidOutDate: string;
};
const inKorea = (at: Date) => `${new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(0, 19)}+09:00`;

export type TossStandIn = JsonServer & {
  name: string;
  secret_key: string;
  client_key: string;
  payments: Map<string, Payment>;
  /** What was paid out, to be told of. */
  settlements: Settlement[];
  /** A card's token, which is charged or declined with this error. */
  aCard(declined?: string): string;
  /** The payer enters a card in the window that was opened for this customer; what the browser brings back. */
  enterCard(customerKey: string, declined?: string): Record<string, string>;
  /** An event about a payment, as it is told without a signature. */
  event(orderId: string, status: string): string;
};

/** Billing keys and payments as Toss Payments' pages describe them; there is no machine-readable document. */
export async function aToss(): Promise<TossStandIn> {
  const payments = new Map<string, Payment>();
  const billingKeys = new Map<string, { customerKey: string; declined: string | undefined }>();
  const authKeys = new Map<string, { customerKey: string; declined: string | undefined }>();
  const answered = new Map<string, Answer>();
  const transactions: Transaction[] = [];
  const settlements: Settlement[] = [];
  let last = 0;
  const newKey = (prefix: string) => `${prefix}_${String(++last).padStart(14, '0')}=`;
  const ok = (body: unknown): Answer => ({ status: 200, body });
  const refusal = (status: number, code: string): Answer => ({ status, body: { code, message: code } });

  function issue({ authKey, customerKey }: { authKey: string; customerKey: string }): Answer {
    const entered = authKeys.get(authKey);
    if (entered?.customerKey !== customerKey) return refusal(400, 'INVALID_REQUEST');
    authKeys.delete(authKey);
    const billingKey = newKey('bill');
    billingKeys.set(billingKey, entered);
    const card = { issuerCode: '41', acquirerCode: '41', number: '43301234****123*' };
    const about = { mId: 'tvivarepublica', method: '카드', authenticatedAt: '2026-01-01T13:00:00+09:00' };
    return ok({ ...about, billingKey, customerKey, card: { ...card, cardType: '신용', ownerType: '개인' } });
  }

  function charge(
    billingKey: string,
    body: { customerKey: string; amount: number; orderId: string },
  ): Answer {
    const known = billingKeys.get(billingKey);
    if (known?.customerKey !== body.customerKey) return refusal(400, 'NOT_MATCHES_CUSTOMER_KEY');
    if (payments.has(body.orderId)) return refusal(400, 'DUPLICATED_ORDER_ID');
    if (known.declined !== undefined) return refusal(403, known.declined);
    const payment: Payment = {
      ...{ paymentKey: newKey('pay'), orderId: body.orderId, status: 'DONE', failure: null, cancels: null },
      ...{ totalAmount: body.amount, balanceAmount: body.amount, approvedAt: inKorea(new Date()) },
      ...{ currency: 'KRW', card: { approveNo: '00412345' } },
    };
    payments.set(body.orderId, payment);
    transactions.push(transactionOf(payment, newKey('tx'), body.amount));
    return ok(payment);
  }

  function cancel(paymentKey: string, body: { cancelReason: string; cancelAmount: number }): Answer {
    const payment = [...payments.values()].find((each) => each.paymentKey === paymentKey);
    if (payment === undefined) return refusal(404, 'NOT_FOUND_PAYMENT');
    if (payment.balanceAmount === 0) return refusal(400, 'ALREADY_CANCELED_PAYMENT');
    if (body.cancelAmount > payment.balanceAmount) return refusal(403, 'NOT_CANCELABLE_AMOUNT');
    payment.balanceAmount -= body.cancelAmount;
    payment.status = payment.balanceAmount === 0 ? 'CANCELED' : 'PARTIAL_CANCELED';
    const made = { ...body, cancelStatus: 'DONE', transactionKey: newKey('tx') };
    payment.cancels = [...(payment.cancels ?? []), { ...made, canceledAt: inKorea(new Date()) }];
    transactions.push(transactionOf(payment, made.transactionKey, payment.totalAmount));
    return ok(payment);
  }

  /** Everything that is listed has the payment's state when it happened. */
  const transactionOf = (
    { paymentKey, orderId, status }: Payment,
    transactionKey: string,
    amount: number,
  ) => ({
    ...{ mId: 'tvivarepublica', transactionKey, paymentKey, orderId, method: '카드', status, amount },
    ...{ currency: 'KRW', transactionAt: inKorea(new Date()) },
  });
  function list(query: URLSearchParams): Answer {
    const [from, until] = ['startDate', 'endDate'].map((name) => Date.parse(`${query.get(name)}+09:00`));
    const all = transactions.filter(({ transactionAt }) => {
      const at = Date.parse(transactionAt);
      return at >= (from ?? 0) && at <= (until ?? 0);
    });
    const begin = all.findIndex(({ transactionKey }) => transactionKey === query.get('startingAfter')) + 1;
    return ok(all.slice(begin, begin + Number(query.get('limit'))));
  }

  function carryOut({ method, url, body }: Asked): Answer {
    const [, , resource, id = '', more = ''] = url.pathname.split('/').map(decodeURIComponent);
    if (resource === 'transactions') return list(url.searchParams);
    if (resource === 'settlements') return ok(url.searchParams.get('page') === '1' ? settlements : []);
    if (method === 'GET' && resource === 'payments') {
      const payment = payments.get(more);
      return payment === undefined ? refusal(404, 'NOT_FOUND_PAYMENT') : ok(payment);
    }
    if (resource === 'billing') return id === 'authorizations' ? issue(body) : charge(id, body);
    return cancel(id, body);
  }

  /** A repeated key is answered as the first time. */
  function carryOutOnce(asked: Asked): Answer {
    const key = asked.headers['idempotency-key'];
    if (typeof key !== 'string') return carryOut(asked);
    const answer = answered.get(key) ?? carryOut(asked);
    answered.set(key, answer);
    return answer;
  }

  const credentials = `Basic ${Buffer.from(`${KEY}:`).toString('base64')}`;
  return {
    ...(await aJsonServer(credentials, carryOutOnce)),
    ...{ name: 'toss', secret_key: KEY, client_key: CLIENT_KEY, payments, settlements },
    aCard(declined) {
      const billingKey = newKey('bill');
      billingKeys.set(billingKey, { customerKey: 'customer_1', declined });
      return `customer_1/${billingKey}`;
    },
    enterCard(customerKey, declined) {
      const authKey = newKey('auth');
      authKeys.set(authKey, { customerKey, declined });
      return { customerKey, authKey };
    },
    event: (orderId, status) =>
      JSON.stringify({
        eventType: 'PAYMENT_STATUS_CHANGED',
        createdAt: '2026-01-01T13:00:00.000000',
        data: { orderId, status },
      }),
  };
}
