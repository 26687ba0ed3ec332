import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';

export type Books = {
  currency: string;
  issued_minor: bigint;
  outstanding_minor: bigint;
  redeemed_minor: bigint;
  refunded_minor: bigint;
  expired_minor: bigint;
  /** Whether issued = outstanding + redeemed + refunded + expired. */
  holds: boolean;
};

/**
 * Invariant 1 by management's own books, per currency, at one moment. Outstanding is read from the certificates' balances
 * and the rest from the transfers, so that the two sides of the equation come from different rows.
 */
export async function conservation(executor: Executor): Promise<Books[]> {
  const found = await sql<Books>`
    with moved as (
      select currency,
        coalesce(sum(amount_minor) filter (where code = 'capture'), 0)::bigint as issued_minor,
        (coalesce(sum(amount_minor) filter (where code = 'redeem'), 0)
          - coalesce(sum(amount_minor) filter (where code = 'reverse'), 0))::bigint as redeemed_minor,
        coalesce(sum(amount_minor) filter (where code = 'refund'), 0)::bigint as refunded_minor,
        coalesce(sum(amount_minor) filter (where code = 'expire'), 0)::bigint as expired_minor
      from ledger_transfers group by currency),
    outstanding as (
      select a.currency, sum(b.balance_minor)::bigint as outstanding_minor
      from ledger_accounts a join ledger_balances b using (account_id)
      where a.code = 'certificate' group by a.currency)
    select m.currency, m.issued_minor, coalesce(o.outstanding_minor, 0) as outstanding_minor, m.redeemed_minor,
      m.refunded_minor, m.expired_minor,
      m.issued_minor = coalesce(o.outstanding_minor, 0) + m.redeemed_minor + m.refunded_minor + m.expired_minor as holds
    from moved m left join outstanding o using (currency) order by m.currency`.execute(executor);
  return found.rows;
}
