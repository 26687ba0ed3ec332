import { sql } from '../db/sql.ts';
import type { Executor } from '../db/transaction.ts';

type Wrong = { what: string; account: string };

/** So many differences are named; one may bring thousands along. */
const NAMED_MAX = 10;

/**
 * What does not add up in a ledger, a sentence each: a balance that is not the sum of its transfers, money that is held and
 * by no open transfer, and entries that don't follow each other up to the balance. That all accounts add up to zero follows,
 * since each transfer takes from one what it gives to the other.
 */
export async function ledgerProblems(executor: Executor): Promise<string[]> {
  const found = await sql<Wrong>`
    with sides as (
      select credit_account_id as account_id, amount_minor from ledger_transfers where kind in ('posted', 'post')
      union all
      select debit_account_id, -amount_minor from ledger_transfers where kind in ('posted', 'post')),
    moved as (select account_id, sum(amount_minor) as sum_minor from sides group by account_id),
    pending as (
      select debit_account_id as account_id, sum(amount_minor) as sum_minor from ledger_transfers p
      where kind = 'pending'
        and not exists (select from ledger_transfers r where r.pending_transfer_id = p.transfer_id)
      group by debit_account_id),
    entries as (
      select account_id, version, before_minor, after_minor,
        lag(after_minor) over w as last_minor, lag(version) over w as last_version,
        lead(version) over w is null as is_last
      from ledger_entries window w as (partition by account_id order by version)),
    broken as (
      select distinct account_id from entries
      where before_minor <> coalesce(last_minor, 0) or version <> coalesce(last_version, 0) + 1),
    ended as (select account_id, after_minor, version from entries where is_last)
    select w.what, a.code || ' ' || a.subject_id || ' ' || a.currency as account
    from ledger_accounts a left join ledger_balances b using (account_id)
      left join moved m using (account_id) left join pending p using (account_id)
      left join broken k using (account_id) left join ended e using (account_id)
    cross join lateral (values
      (a.side <> 'pooled' and coalesce(b.balance_minor, 0)
        <> (case a.side when 'debit' then -1 else 1 end) * coalesce(m.sum_minor, 0), 'balance'),
      (a.side = 'credit' and coalesce(b.held_minor, 0) <> coalesce(p.sum_minor, 0), 'hold'),
      (k.account_id is not null, 'entries'),
      (e.account_id is not null and b.account_id is not null
        and (e.after_minor, e.version) is distinct from (b.balance_minor, b.version), 'last_entry')
    ) w (is_wrong, what)
    where w.is_wrong order by account, what limit ${NAMED_MAX + 1}`.execute(executor);
  const named = found.rows
    .slice(0, NAMED_MAX)
    .map(({ what, account }) => `account ${account}: ${SAYS[what]}`);
  return found.rows.length > NAMED_MAX ? [...named, 'and more accounts'] : named;
}

const SAYS: Readonly<Record<string, string>> = {
  balance: 'its balance is not the sum of its transfers',
  hold: 'what it holds is not the sum of its open holds',
  entries: 'its entries do not follow each other',
  last_entry: 'its balance is not that of its last entry',
};
