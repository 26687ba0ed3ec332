import { expect } from 'vitest';
import type { Clock } from '../../kit/clock.ts';
import { sql } from '../../kit/db/sql.ts';
import type { Db } from '../../kit/db/transaction.ts';
import { Sequencer } from '../../kit/journal/sequencer.ts';
import { checkOrder } from './told.ts';

type Own = { db: Db; clock: Clock; party: string };

/** Puts everything that a server has written in order, as its job does, and checks that order. */
async function checkOwnOrder({ db, clock, party }: Own): Promise<void> {
  const sequencer = new Sequencer({ db, clock, party, entriesMax: 50, bytesMax: 100_000 });
  while ((await sequencer.fixOrder()) > 0);
  expect(await checkOrder(db)).toBeGreaterThan(0);
}

/** Checks that the ledger's entries are of accounts and transfers that are there, which no foreign key does. */
async function checkEntries(db: Db): Promise<void> {
  const lost = await sql`
    select e.account_id, e.version from ledger_entries e
    where not exists (select 1 from ledger_accounts a where a.account_id = e.account_id)
      or not exists (select 1 from ledger_transfers t where t.transfer_id = e.transfer_id)`.execute(db);
  expect(lost.rows).toEqual([]);
}

/**
 * Checks that settlement's journal says what its payments, payouts and ledger say: each payment's entries follow each other
 * and end where the payment is, each payout has its fact, and what payees have is what the facts add up to.
 */
export async function checkSettlementFacts(own: Omit<Own, 'party'>): Promise<void> {
  await checkOwnOrder({ ...own, party: 'settlement' });
  await checkEntries(own.db);
  const { db } = own;
  const broken = await sql`
    with entries as (
      select subject_id, entry_no, before_minor, after_minor,
        lag(entry_no, 1, 0) over by_payment as last_no, lag(after_minor, 1, 0) over by_payment as last_minor,
        lead(entry_no) over by_payment is null as is_last
      from journal where starts_with(kind, 'payment_') and entry_no is not null
      window by_payment as (partition by subject_id order by entry_no))
    select subject_id::text, 'entries' as what from entries
    where entry_no <> last_no + 1 or before_minor <> last_minor
    union all
    select p.payment_id::text, 'payment' from payments p left join entries e on e.subject_id = p.payment_id and e.is_last
    where p.captured_minor - p.refunded_minor <> coalesce(e.after_minor, 0)
    union all
    select p.payment_id::text, 'status' from payments p where p.status is distinct from (
      select status_after from payment_events e where e.payment_id = p.payment_id order by event_id desc limit 1)
    union all
    select p.payout_id::text, 'payout' from payouts p left join journal j
      on j.subject_id = p.payout_id and starts_with(j.kind, 'payout_') and substr(j.kind, 8) = p.state
    where (j.body::jsonb ->> 'gross_minor')::bigint is distinct from p.gross_minor
      or (j.body::jsonb ->> 'commission_minor')::bigint is distinct from p.commission_minor
    union all
    -- What is held of a payee's money is what its refunds and payouts are about to take.
    select a.subject_id, 'held' from ledger_accounts a join ledger_balances b using (account_id)
    where a.code = 'trust' and b.held_minor <> (
      select coalesce(sum(gross_minor), 0) from payouts o
      where o.payee = a.subject_id and o.currency = a.currency and o.state in ('planned', 'sent')) + (
      select coalesce(sum(r.amount_minor), 0) from acquirer_requests r join payments m using (payment_id)
      where r.kind = 'refund' and r.state = 'open' and m.payee = a.subject_id and m.currency = a.currency)
    union all
    select a.subject_id, 'trust' from ledger_accounts a join ledger_balances b using (account_id)
    where a.code = 'trust' and b.balance_minor <> (
      select coalesce(sum(case kind when 'payout_paid' then -(body::jsonb ->> 'gross_minor')::bigint
        when 'payout_returned' then (body::jsonb ->> 'gross_minor')::bigint else delta_minor end), 0) from journal
      where body::jsonb ->> 'payee' = a.subject_id and (entry_no is not null or kind = 'payout_paid'
        or (kind = 'payout_returned' and body::jsonb ->> 'was' = 'paid')))`.execute(db);
  expect(broken.rows).toEqual([]);
}

/**
 * Checks that management's journal says what its orders and its ledger say: each order's last fact is its state, each
 * use is of an order, and the facts add up to the transfers of each purpose.
 */
export async function checkManagementFacts(own: Omit<Own, 'party'>): Promise<void> {
  await checkOwnOrder({ ...own, party: 'management' });
  await checkEntries(own.db);
  const broken = await sql`
    with facts as (
      select case kind when 'certificates_redeemed' then 'redeem' when 'certificates_reversed' then 'reverse'
          when 'certificates_expired' then 'expire' end as code, (body::jsonb ->> 'amount_minor')::bigint as amount_minor
      from journal where starts_with(kind, 'certificates_')
      union all select 'capture', (body::jsonb ->> 'captured_minor')::bigint from journal where body::jsonb ? 'captured_minor'
      union all select 'refund', (body::jsonb ->> 'refunded_minor')::bigint from journal where body::jsonb ? 'refunded_minor'
      union all
      select case p.kind when 'payout_paid' then 'payout' else 'payout_returned' end, (a.body::jsonb ->> 'gross_minor')::bigint
      from journal p join journal a on a.kind = 'payout_asked' and a.subject_id = p.subject_id
      where p.kind = 'payout_paid' or (p.kind = 'payout_returned' and p.body::jsonb ->> 'was' = 'paid')),
    told as (select code, sum(amount_minor) as told_minor from facts group by code),
    moved as (
      select case code when 'commission' then 'payout' when 'commission_returned' then 'payout_returned' else code end as code, sum(amount_minor) as moved_minor
      from ledger_transfers group by 1)
    select u.order_id::text, null, null from certificate_uses u
    where not exists (select 1 from orders o where o.order_id = u.order_id)
    union all
    select code, told_minor, moved_minor from told full join moved using (code) where told_minor is distinct from moved_minor
    union all
    select o.order_id::text, null, null from orders o where o.state is distinct from (
      select state_after from order_events e where e.order_id = o.order_id order by event_id desc limit 1)`.execute(
    own.db,
  );
  expect(broken.rows).toEqual([]);
}
