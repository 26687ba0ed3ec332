import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';

type PayeeTotals = {
  payee: string;
  currency: string;
  captured_minor: bigint;
  refunded_minor: bigint;
  paid_out_minor: bigint;
  commission_minor: bigint;
  in_trust_minor: bigint;
  holds: boolean;
};

/**
 * Invariant 2, per payee and currency: captured = refunded + paid out + commission + in trust. The first four come
 * from payments and payouts that were paid, the last from the ledger, so this shows that the two agree. What payouts hold is in
 * trust until they are paid.
 */
export async function conservation(executor: Executor): Promise<PayeeTotals[]> {
  const found = await sql<PayeeTotals>`
    with paid as (
      select payee, currency, sum(captured_minor)::bigint as captured_minor, sum(refunded_minor)::bigint as refunded_minor
      from payments group by payee, currency),
    out as (
      select payee, currency, sum(net_minor)::bigint as paid_out_minor, sum(commission_minor)::bigint as commission_minor
      from payouts where state = 'paid' group by payee, currency),
    trust as (
      select a.subject_id as payee, a.currency, b.balance_minor as in_trust_minor
      from ledger_accounts a join ledger_balances b using (account_id) where a.code = 'trust')
    select paid.payee, paid.currency, captured_minor, refunded_minor,
      coalesce(paid_out_minor, 0) as paid_out_minor, coalesce(commission_minor, 0) as commission_minor,
      coalesce(in_trust_minor, 0) as in_trust_minor,
      captured_minor = refunded_minor + coalesce(paid_out_minor, 0) + coalesce(commission_minor, 0)
        + coalesce(in_trust_minor, 0) as holds
    from paid left join out using (payee, currency) left join trust using (payee, currency)
    order by 1, 2`.execute(executor);
  return found.rows;
}
