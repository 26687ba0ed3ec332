import type { STATEMENT_REFUSALS, Statement } from '../../../contracts/settlement-statements.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { minorToJson } from '../../../kit/money.ts';
import { done, type RefusalOf, type Result, refuse } from '../../../kit/result.ts';
import type { Banks } from '../banks/banks.ts';
import { conservation } from '../books/conservation.ts';
import { accountsOf } from '../payee-accounts/list-accounts.ts';
import { payoutsOf } from '../payouts/list.ts';

const LINES_MAX = 10_000;

type Line = {
  at: Date;
  kind: Statement['lines'][number]['kind'];
  reference: string;
  amount_minor: bigint;
  currency: string;
};

/**
 * A payee's captures, refunds and payouts in a period, at most 10,000 lines, its all-time totals, what is on its way to it, and
 * the accounts it is paid to.
 */
export async function readStatement(
  executor: Executor,
  banks: Banks,
  payee: string,
  from: string,
  until: string,
): Promise<Result<Statement, RefusalOf<typeof STATEMENT_REFUSALS>>> {
  const dropped = await sql`select 1 from journal_dropped_months where ends_at > ${from} limit 1`.execute(
    executor,
  );
  if (dropped.rows.length > 0) return refuse('period_not_kept');
  const lines = await sql<Line>`
    select e.at, e.kind, p.order_id as reference, e.amount_minor, p.currency
    from payments p cross join lateral (
      -- Offset 0: each payment's own events are read, by the index, and not all events there are.
      select at, kind, amount_minor from payment_events
      where payment_id = p.payment_id and kind in ('capture', 'refund') and at >= ${from} and at < ${until} offset 0) e
    where p.payee = ${payee} and e.amount_minor is not null
    union all
    select paid_at, 'payout', payout_id, net_minor, currency from payouts
    where payee = ${payee} and net_minor > 0 and paid_at >= ${from} and paid_at < ${until}
    union all
    select paid_at, 'commission', payout_id, commission_minor, currency from payouts
    where payee = ${payee} and commission_minor > 0 and paid_at >= ${from} and paid_at < ${until}
    union all
    select returned_at, 'payout_returned', payout_id, net_minor, currency from payouts
    where payee = ${payee} and net_minor > 0 and paid_at is not null and returned_at >= ${from} and returned_at < ${until}
    union all
    select returned_at, 'commission_returned', payout_id, commission_minor, currency from payouts
    where payee = ${payee} and commission_minor > 0 and paid_at is not null and returned_at >= ${from}
      and returned_at < ${until}
    order by 1 limit ${LINES_MAX}`.execute(executor);
  const totals = (await conservation(executor)).filter((total) => total.payee === payee);
  return done({
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
    payouts: await payoutsOf(executor, banks, { payee, from, until }),
    accounts: await accountsOf(executor, payee),
  });
}
