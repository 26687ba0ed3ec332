import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { minorToJson } from '../../../kit/money.ts';

export type Conservation = {
  currency: string;
  issued_minor: number;
  outstanding_minor: number;
  redeemed_minor: number;
  refunded_minor: number;
  expired_minor: number;
  held_minor: number;
  /** Names of the checks that failed; empty when the books balance. */
  differences: string[];
};

type Row = { [Name in keyof Omit<Conservation, 'currency' | 'differences'>]: bigint } & {
  currency: string;
  differences: (string | null)[];
};

/**
 * Checks invariant 1 in one query over all tables, per currency: issued = outstanding + redeemed + refunded + expired, and
 * certificate balances, their entries, redemptions and the double-entry ledger all agree on each of these.
 */
export async function conservation(executor: Executor): Promise<Conservation[]> {
  const found = await sql<Row>`
    with certs as (
      select currency, sum(amount_minor) as issued_minor, sum(balance_minor) as outstanding_minor,
        sum(held_minor) as held_minor
      from certificates join certificate_balances using (certificate_id) group by currency),
    moved as (
      select c.currency, sum(delta_minor) as entries_minor,
        coalesce(-sum(delta_minor) filter (where kind in ('redeemed', 'reversed')), 0) as redeemed_minor,
        coalesce(-sum(delta_minor) filter (where kind = 'refunded'), 0) as refunded_minor,
        coalesce(-sum(delta_minor) filter (where kind = 'expired'), 0) as expired_minor
      from certificate_movements join certificates c using (certificate_id) group by c.currency),
    carried as (
      select subject_id as certificate_id, last_entry_no as entry_no, after_minor from journal_carried
      where last_entry_no is not null),
    chained as (
      select c.currency,
        count(*) filter (where e.before_minor is distinct from coalesce(p.after_minor, k.after_minor, 0)) as broken
      from certificate_entries e join certificates c using (certificate_id)
      left join certificate_entries p on p.certificate_id = e.certificate_id and p.entry_no = e.entry_no - 1
      left join carried k on k.certificate_id = e.certificate_id and k.entry_no = e.entry_no - 1
      group by c.currency),
    ended as (
      select c.currency, count(*) filter (where b.balance_minor is distinct from e.after_minor) as stale
      from certificate_balances b join certificates c using (certificate_id)
      left join (
        select certificate_id, entry_no, after_minor from certificate_entries union all table carried) e
        on e.certificate_id = b.certificate_id and e.entry_no = b.entry_no
      group by c.currency),
    used as (
      select currency, sum(amount_minor) as used_minor from (
        select currency, amount_minor from redemptions
        union all select currency, -amount_minor from reversals
        union all select c.currency, -k.delta_minor
        from journal_carried k join certificates c on c.certificate_id = k.subject_id
        where k.kind in ('certificate_redeemed', 'redemption_reversed')) u
      group by currency),
    holding as (
      select c.currency, sum(h.amount_minor) as held_minor
      from holds h join certificates c using (certificate_id) where h.state = 'held' group by c.currency),
    sides as (
      select currency, credit_account_id as account_id, amount_minor from ledger_transfers
      union all select currency, debit_account_id, -amount_minor from ledger_transfers),
    booked as (
      select s.currency,
        coalesce(-sum(s.amount_minor) filter (where a.code = 'funds'), 0) as issued_minor,
        coalesce(sum(s.amount_minor) filter (where a.code = 'outstanding'), 0) as outstanding_minor,
        coalesce(sum(s.amount_minor) filter (where a.code = 'redeemed'), 0) as redeemed_minor,
        coalesce(sum(s.amount_minor) filter (where a.code = 'refunded'), 0) as refunded_minor,
        coalesce(sum(s.amount_minor) filter (where a.code = 'expired'), 0) as expired_minor
      from sides s join ledger_accounts a using (account_id) group by s.currency)
    select c.currency, c.issued_minor::bigint, c.outstanding_minor::bigint, m.redeemed_minor::bigint,
      m.refunded_minor::bigint, m.expired_minor::bigint, c.held_minor::bigint,
      array[
        case when c.issued_minor <> c.outstanding_minor + m.redeemed_minor + m.refunded_minor + m.expired_minor
          then 'issued' end,
        case when c.outstanding_minor <> m.entries_minor then 'entries' end,
        case when k.broken > 0 then 'entry_chain' end,
        case when d.stale > 0 then 'balance_of_last_entry' end,
        case when m.redeemed_minor <> coalesce(u.used_minor, 0) then 'uses' end,
        case when c.held_minor <> coalesce(h.held_minor, 0) then 'holds' end,
        case when b.issued_minor is distinct from c.issued_minor then 'ledger_issued' end,
        case when b.outstanding_minor is distinct from c.outstanding_minor then 'ledger_outstanding' end,
        case when b.redeemed_minor is distinct from m.redeemed_minor then 'ledger_redeemed' end,
        case when b.refunded_minor is distinct from m.refunded_minor then 'ledger_refunded' end,
        case when b.expired_minor is distinct from m.expired_minor then 'ledger_expired' end
      ] as differences
    from certs c join moved m using (currency) left join chained k using (currency)
    join ended d using (currency) left join used u using (currency)
    left join holding h using (currency) left join booked b using (currency)
    order by c.currency`.execute(executor);
  return found.rows.map((row) => ({
    currency: row.currency,
    issued_minor: minorToJson(row.issued_minor),
    outstanding_minor: minorToJson(row.outstanding_minor),
    redeemed_minor: minorToJson(row.redeemed_minor),
    refunded_minor: minorToJson(row.refunded_minor),
    expired_minor: minorToJson(row.expired_minor),
    held_minor: minorToJson(row.held_minor),
    differences: row.differences.filter((name) => name !== null),
  }));
}
