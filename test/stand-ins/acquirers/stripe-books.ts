import type { Clock } from '../../../kit/clock.ts';

/** A balance transaction. */
export type StripeLine = {
  id: string;
  amount: number;
  fee: number;
  currency: string;
  created: number;
  reporting_category: string;
  type: string;
  source: { id: string; object: string; payment_intent?: string; automatic?: boolean };
};
type Told = Pick<StripeLine, 'amount' | 'currency' | 'reporting_category'> &
  Partial<Pick<StripeLine, 'fee' | 'created'>> & { payment_intent?: string; automatic?: boolean };

const OBJECTS: Readonly<Record<string, string>> = {
  ...{ refund: 'refund', refund_failure: 'refund', partial_capture_reversal: 'refund' },
  ...{ dispute: 'dispute', dispute_reversal: 'dispute', payout: 'payout', payout_reversal: 'payout' },
};
const TYPES: Readonly<Record<string, string>> = {
  ...{ partial_capture_reversal: 'refund', fee: 'stripe_fee', payout_reversal: 'payout_failure' },
  ...{ dispute: 'adjustment', dispute_reversal: 'adjustment', other_adjustment: 'adjustment' },
};

/** Stripe's own books as its balance transactions. A test may add lines that nobody asked for, change them, and take them out. */
export class StripeBooks {
  readonly lines: StripeLine[] = [];
  /** No page has more; Stripe's have a hundred at most. */
  pageMax = 100;
  readonly #clock: Clock;
  readonly #newId: (prefix: string) => string;
  readonly #paidBy = new Map<string, string>();

  constructor(clock: Clock, newId: (prefix: string) => string) {
    this.#clock = clock;
    this.#newId = newId;
  }

  add(told: Told): StripeLine {
    const { payment_intent, automatic, ...line } = told;
    const object = OBJECTS[line.reporting_category] ?? 'charge';
    const source = {
      ...{ id: this.#newId(object.slice(0, 2)), object },
      ...(payment_intent === undefined ? {} : { payment_intent }),
      ...(object === 'payout' ? { automatic: automatic ?? true } : {}),
    };
    const made = {
      ...{ id: this.#newId('txn'), fee: 0, created: Math.floor(this.#clock().getTime() / 1_000) },
      ...{ type: TYPES[line.reporting_category] ?? line.reporting_category, ...line, source },
    };
    this.lines.push(made);
    return made;
  }

  /** Pays what has not been paid of a currency, or says so of another amount. */
  pay(currency: string, told?: number): StripeLine {
    const open = this.lines.filter((line) => line.currency === currency && !this.#paidBy.has(line.id));
    const net = open.reduce((sum, { amount, fee }) => sum + amount - fee, 0);
    const made = this.add({ amount: -(told ?? net), currency, reporting_category: 'payout' });
    for (const { id } of [...open, made]) this.#paidBy.set(id, made.source.id);
    return made;
  }

  /** GET /v1/balance_transactions and /v1/balance_transactions/:id; undefined for one that there isn't. */
  answer(id: string | undefined, query: URLSearchParams): object | undefined {
    if (id !== undefined) {
      const line = this.lines.find((each) => each.id === id);
      return line && bodyOf(line, query.getAll('expand[0]').includes('source'));
    }
    const payout = query.get('payout');
    const after = query.get('starting_after');
    const found = this.lines
      .filter(
        ({ id: of, created }) =>
          (payout === null || this.#paidBy.get(of) === payout) &&
          created >= Number(query.get('created[gte]') ?? 0) &&
          created < Number(query.get('created[lt]') ?? Number.POSITIVE_INFINITY),
      )
      .sort((a, b) => b.created - a.created || b.id.localeCompare(a.id));
    const start = after === null ? 0 : found.findIndex((each) => each.id === after) + 1;
    const size = Math.min(Number(query.get('limit') ?? 10), this.pageMax);
    return {
      ...{ object: 'list', url: '/v1/balance_transactions', has_more: start + size < found.length },
      data: found
        .slice(start, start + size)
        .map((line) => bodyOf(line, query.get('expand[0]') === 'data.source')),
    };
  }
}

function bodyOf({ source, ...line }: StripeLine, isExpanded: boolean): object {
  return {
    ...line,
    ...{ object: 'balance_transaction', available_on: line.created, net: line.amount - line.fee },
    ...{ fee_details: [], status: 'available', description: null, exchange_rate: null },
    source: isExpanded ? source : source.id,
  };
}
