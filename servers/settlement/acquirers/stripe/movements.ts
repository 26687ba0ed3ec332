import type Stripe from 'stripe';
import type { Acquirer, Movement, MovementsPage } from '../port.ts';

const PAGE = 100;
const EXPAND = ['data.source'];

/**
 * Stripe's own books: balance transactions, newest first, each with its source, which names the PaymentIntent
 * (https://docs.stripe.com/reports/reporting-categories).
 */
export function movementsOf(stripe: Stripe): Required<Pick<Acquirer, 'list' | 'listPaid'>> {
  async function read(params: Stripe.BalanceTransactionListParams): Promise<MovementsPage> {
    const { data, has_more } = await stripe.balanceTransactions.list({
      ...params,
      limit: PAGE,
      expand: EXPAND,
    });
    return {
      kind: 'page',
      movements: data.map(movementOf),
      next: has_more ? (data.at(-1)?.id ?? null) : null,
    };
  }

  return {
    async list({ from, until, after }) {
      try {
        return await read({ created: { gte: secondOf(from), lt: secondOf(until) }, ...startingAfter(after) });
      } catch {
        return { kind: 'unknown' };
      }
    },

    async listPaid({ payout, after }) {
      try {
        const { source } = await stripe.balanceTransactions.retrieve(payout, { expand: ['source'] });
        if (typeof source !== 'object' || source?.object !== 'payout') return { kind: 'unknown' };
        // Stripe can only say it of those that it makes by itself.
        if (!source.automatic) return { kind: 'not_told' };
        return await read({ payout: source.id, ...startingAfter(after) });
      } catch {
        return { kind: 'unknown' };
      }
    },
  };
}

const startingAfter = (after: string | null) => (after === null ? {} : { starting_after: after });
/** Whole seconds: what was created within one belongs to it. */
const secondOf = (at: Date) => Math.ceil(at.getTime() / 1_000);

function movementOf(line: Stripe.BalanceTransaction): Movement {
  const { id, reporting_category, amount, fee, currency, created, source } = line;
  const intent = intentOf(source);
  return {
    reference: id,
    kind: KINDS[reporting_category] ?? 'other',
    payment: intent === undefined ? null : { by: 'reference', value: intent },
    amount_minor: BigInt(amount),
    fee_minor: BigInt(fee),
    currency: currency.toUpperCase(),
    at: new Date(created * 1_000),
  };
}

/** What was authorised and not captured is listed as charged and given back, under a category of its own. */
const KINDS: Readonly<Record<string, Movement['kind']>> = {
  ...{ charge: 'charge', partial_capture_reversal: 'charge', charge_failure: 'charge' },
  ...{ refund: 'refund', refund_failure: 'refund' },
  ...{ dispute: 'charge_back', dispute_reversal: 'charge_back_reversal' },
  ...{ fee: 'fee', network_cost: 'fee', tax: 'fee' },
  ...{ payout: 'payout', payout_reversal: 'payout' },
};

/** Charges, refunds and disputes name their PaymentIntent. */
function intentOf(source: Stripe.BalanceTransaction['source']): string | undefined {
  if (typeof source !== 'object' || source === null || !('payment_intent' in source)) return undefined;
  const { payment_intent: intent } = source;
  return typeof intent === 'string' ? intent : intent?.id;
}
