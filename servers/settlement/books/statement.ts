import type { Statement } from '../../../contracts/settlement-payments.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { minorToJson } from '../../../kit/money.ts';

const LINES_MAX = 10_000;

type Line = {
  at: Date;
  kind: 'capture' | 'refund' | 'payout' | 'commission';
  reference: string;
  amount_minor: bigint;
  currency: string;
};

type Totals = {
  currency: string;
  captured_minor: bigint;
  refunded_minor: bigint;
  paid_out_minor: bigint;
  commission_minor: bigint;
  in_trust_minor: bigint;
};

/** What was taken, given back and paid out for a payee in a period, and its totals of all time. At most 10,000 lines. */
export async function readStatement(
  executor: Executor,
  payee: string,
  from: string,
  until: string,
): Promise<Statement> {
  const lines = await sql<Line>`
    select e.at, e.kind, p.order_id as reference, e.amount_minor, p.currency
    from payment_events e join payments p using (payment_id)
    where p.payee = ${payee} and e.kind in ('capture', 'refund') and e.amount_minor is not null and e.at >= ${from} and e.at < ${until}
    union all
    select paid_at, 'payout', payout_id, net_minor, currency from payouts
    where payee = ${payee} and net_minor > 0 and paid_at >= ${from} and paid_at < ${until}
    union all
    select paid_at, 'commission', payout_id, commission_minor, currency from payouts
    where payee = ${payee} and commission_minor > 0 and paid_at >= ${from} and paid_at < ${until}
    order by 1 limit ${LINES_MAX}`.execute(executor);
  const totals = (await conservation(executor)).filter((total) => total.payee === payee);
  return {
    payee,
    from,
    until,
    lines: lines.rows.map((line) => ({
      ...line,
      at: line.at.toISOString(),
      amount_minor: minorToJson(line.amount_minor),
    })),
    totals: totals.map(
      ({ currency, captured_minor, refunded_minor, paid_out_minor, commission_minor, in_trust_minor }) => ({
        currency,
        captured_minor: minorToJson(captured_minor),
        refunded_minor: minorToJson(refunded_minor),
        paid_out_minor: minorToJson(paid_out_minor),
        commission_minor: minorToJson(commission_minor),
        in_trust_minor: minorToJson(in_trust_minor),
      }),
    ),
  };
}

/**
 * Invariant 2, per payee and currency: captured = refunded + paid out + commission + in trust. The first four come
 * from the payments and payouts, the last from the ledger: that the two books agree is what is shown.
 */
export async function conservation(
  executor: Executor,
): Promise<(Totals & { payee: string; holds: boolean })[]> {
  const found = await sql<Totals & { payee: string; holds: boolean }>`
    with paid as (
      select payee, currency, sum(captured_minor)::bigint as captured_minor, sum(refunded_minor)::bigint as refunded_minor
      from payments group by payee, currency),
    out as (
      select payee, currency, sum(net_minor)::bigint as paid_out_minor, sum(commission_minor)::bigint as commission_minor
      from payouts group by payee, currency),
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
