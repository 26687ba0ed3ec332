import { conservation as ofManagement } from '../../../servers/management/books/conservation.ts';
import { readBooks as ofSettlement } from '../../../servers/settlement/books/read-books.ts';
import { conservation as ofShop } from '../../../servers/shop/books/conservation.ts';
import type { Finding } from '../record/checks.ts';
import type { Books } from './books.ts';

const KEEP_LEDGERS = ['management', 'settlement', 'shop'] as const;

/**
 * Entries of an account follow each other and end where its balance is; those of a transfer are its amount, on each side that
 * has entries; and what accounts have, with its sign, is nothing in sum.
 */
const BROKEN = `
  with entries as (
    select account_id, version, transfer_id, before_minor, delta_minor, after_minor,
      lag(after_minor, 1, 0) over by_account as last_minor, lead(version) over by_account is null as is_last
    from ledger_entries window by_account as (partition by account_id order by version)),
  sides as (
    select transfer_id, kind, debit_account_id, credit_account_id, amount_minor from ledger_transfers),
  shares as (
    select transfer_id, sum(abs(delta_minor)) as moved_minor, count(distinct a.code) as codes
    from ledger_entries join ledger_accounts a using (account_id) group by transfer_id)
  select 'the entries of account ' || account_id || ' do not follow each other' as about
  from entries where before_minor <> last_minor or after_minor <> before_minor + delta_minor
  union all
  select 'account ' || b.account_id || ' has ' || b.balance_minor || ', its entries end at ' || coalesce(e.after_minor, 0)
  from ledger_balances b left join entries e on e.account_id = b.account_id and e.is_last
  where b.balance_minor <> coalesce(e.after_minor, 0)
  union all
  select 'an entry of account ' || e.account_id || ' has no account or no transfer' from ledger_entries e
  where not exists (select from ledger_accounts a where a.account_id = e.account_id)
    or not exists (select from ledger_transfers t where t.transfer_id = e.transfer_id)
  union all
  select 'transfer ' || transfer_id || ' is of ' || amount_minor || ', its entries of ' || moved_minor
  from sides join shares using (transfer_id)
  where kind = 'posted' and moved_minor <> amount_minor * codes
  union all
  select 'all accounts together have ' || sum(minor) from (
    select amount_minor as minor from sides where kind in ('posted', 'post')
      and credit_account_id in (select account_id from ledger_accounts)
    union all
    select -amount_minor from sides where kind in ('posted', 'post')
      and debit_account_id in (select account_id from ledger_accounts)) of_all having sum(minor) <> 0`;

export async function judgeSums(books: Books): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const role of KEEP_LEDGERS)
    for (const { about } of await books[role].rows(BROKEN))
      found.push({ check: 'sums', about: `${role}: ${about}` });
  return found;
}

/** What the servers' own books say of themselves, by the code that shows them to staff. */
export async function judgeConservation({ management, settlement, shop }: Books): Promise<Finding[]> {
  const found: Finding[] = [];
  const finds = (about: string) => found.push({ check: 'conservation', about });
  for (const { currency, holds } of await ofManagement(management))
    if (!holds) finds(`management's books do not hold in ${currency}`);
  for (const { currency, differences } of await ofShop(shop))
    if (differences.length > 0)
      finds(`the shop's books do not hold in ${currency}: ${differences.join(', ')}`);
  const { holds, payees, accounts } = await ofSettlement(settlement);
  if (!holds) {
    const wrong = payees.filter((payee) => !payee.holds).map(({ payee }) => payee);
    const differing = accounts.filter(({ agrees }) => !agrees).map(({ code }) => code);
    finds(`settlement's books do not hold: ${[...wrong, ...differing].join(', ')}`);
  }
  return found;
}
