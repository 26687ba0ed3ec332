import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { minorToJson } from '../../../kit/money.ts';
import { conservation } from './conservation.ts';

type Account = { code: string; subject_id: string; currency: string; agrees: boolean };

/** What of the trial balance does not agree: accounts, payees, and currencies in which debits are not credits. */
export async function bookDifferences(executor: Executor): Promise<string[]> {
  const { accounts, totals, payees } = await readBooks(executor);
  return [
    ...accounts
      .filter(({ agrees }) => !agrees)
      .map((each) => `${each.code} ${each.subject_id} ${each.currency}`),
    ...payees.filter(({ holds }) => !holds).map(({ payee, currency }) => `payee ${payee} ${currency}`),
    ...totals
      .filter(({ debits_minor, credits_minor }) => debits_minor !== credits_minor)
      .map(({ currency }) => `totals ${currency}`),
  ];
}

/**
 * The trial balance: each account's debits and credits, whether its stored balance equals their difference, and the
 * totals; and invariant 2 by payee. `holds` is whether everything agrees.
 */
export async function readBooks(executor: Executor) {
  const found = await sql<Account & { debits_minor: bigint; credits_minor: bigint }>`
    with sides as (
      select debit_account_id as account_id, amount_minor as debit_minor, 0 as credit_minor
      from ledger_transfers where kind in ('posted', 'post')
      union all
      select credit_account_id, 0, amount_minor from ledger_transfers where kind in ('posted', 'post')),
    summed as (
      select a.account_id, coalesce(sum(debit_minor), 0)::bigint as debits_minor,
        coalesce(sum(credit_minor), 0)::bigint as credits_minor
      from ledger_accounts a left join sides using (account_id) group by a.account_id)
    select a.code, a.subject_id, a.currency, s.debits_minor, s.credits_minor,
      a.side = 'pooled' or coalesce(b.balance_minor, 0) =
        case a.side when 'debit' then debits_minor - credits_minor else credits_minor - debits_minor end as agrees
    from summed s join ledger_accounts a using (account_id) left join ledger_balances b using (account_id)
    order by a.currency, a.code, a.subject_id`.execute(executor);
  const totals = new Map<string, { debits: bigint; credits: bigint }>();
  for (const { currency, debits_minor, credits_minor } of found.rows) {
    const { debits, credits } = totals.get(currency) ?? { debits: 0n, credits: 0n };
    totals.set(currency, { debits: debits + debits_minor, credits: credits + credits_minor });
  }
  const payees = await conservation(executor);
  return {
    accounts: found.rows.map((account) => ({
      ...account,
      debits_minor: minorToJson(account.debits_minor),
      credits_minor: minorToJson(account.credits_minor),
    })),
    totals: [...totals].map(([currency, { debits, credits }]) => ({
      currency,
      debits_minor: minorToJson(debits),
      credits_minor: minorToJson(credits),
    })),
    payees: payees.map((payee) => ({
      ...payee,
      captured_minor: minorToJson(payee.captured_minor),
      refunded_minor: minorToJson(payee.refunded_minor),
      paid_out_minor: minorToJson(payee.paid_out_minor),
      commission_minor: minorToJson(payee.commission_minor),
      in_trust_minor: minorToJson(payee.in_trust_minor),
    })),
    holds:
      found.rows.every(({ agrees }) => agrees) &&
      payees.every(({ holds }) => holds) &&
      [...totals.values()].every(({ debits, credits }) => debits === credits),
  };
}
