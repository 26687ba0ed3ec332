import { sql } from '../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import type { PaymentStatus } from '../payments/payment.ts';
import { compare, type Side } from './compare.ts';
import { closeAgreed, type FoundDifference, noteDifference } from './differences.ts';
import { MARGIN, type Reconciliation } from './reconciliation.ts';

/** So many are compared in one transaction. */
const BATCH = 200;
const UNDECIDED: ReadonlySet<PaymentStatus> = new Set(['processing', 'requires_action', 'authorised']);

type SideRow = Omit<Side, 'is_open'> & { payment_id: string; status: PaymentStatus };

/**
 * Compares the next payments with what their acquirer lists: those that it listed something new of, those that money of was booked
 * here in that time, and those that differed before. Returns the last one; undefined when all were compared.
 */
export async function compareNext(tx: Tx, run: Reconciliation, now: Date): Promise<string | undefined> {
  const ids = await nextPayments(tx, run);
  if (ids.length === 0) return undefined;
  const { acquirer } = run;
  const found: FoundDifference[] = [];
  for (const { payment_id, status, ...side } of await readSides(tx, acquirer, ids)) {
    const compared = compare({ ...side, is_open: UNDECIDED.has(status) });
    if (compared === undefined) continue;
    const { about, currency, their_currency } = side;
    const where = { acquirer, about, payment_id, movement_id: null };
    found.push({ ...compared, ...where, currency, theirs_currency: their_currency ?? currency });
  }
  await closeAgreed(tx, ids, found, now);
  for (const difference of found) await noteDifference(tx, difference, now);
  return ids.at(-1);
}

async function nextPayments(
  executor: Executor,
  { reconciliation_id, acquirer, from_at, until_at, compared_to }: Reconciliation,
): Promise<string[]> {
  const after = compared_to === null ? sql`true` : sql`payment_id > ${compared_to}`;
  const found = await sql<{ payment_id: string }>`
    select payment_id from (
      select payment_id from acquirer_movements
      where reconciliation_id = ${reconciliation_id} and payment_id is not null and ${after}
      union
      select payment_id from acquirer_requests
      where acquirer = ${acquirer} and state = 'done' and kind <> 'void' and closed_at >= ${from_at} and closed_at < ${until_at}
        and ${after}
      union
      select payment_id from differences
      where acquirer = ${acquirer} and state <> 'closed' and payment_id is not null and movement_id is null and ${after}) c
    where payment_id is not null order by payment_id limit ${BATCH}`.execute(executor);
  return found.rows.map(({ payment_id }) => payment_id);
}

/**
 * The three sides of each payment. What was booked in a time whose list was read must be in it. What the acquirer wasn't asked for,
 * because a charge-back had returned the money already, isn't in it. An open dispute may have taken the money or not.
 */
async function readSides(executor: Executor, acquirer: string, ids: readonly string[]): Promise<SideRow[]> {
  const found = await sql<SideRow>`
    with listed as (
      select coalesce(range_agg(tstzrange(from_at + ${MARGIN}::interval, until_at - ${MARGIN}::interval)), '{}') as times
      from reconciliations where acquirer = ${acquirer} and state <> 'listing'),
    booked as (
      select r.payment_id, case r.kind when 'capture' then 'charge' else 'refund' end as about, r.amount_minor, r.state = 'done' as is_done,
        r.state = 'open' as is_under_way, coalesce(r.closed_at <@ l.times, false) as is_listed
      from acquirer_requests r cross join listed l
      where r.payment_id = any(${ids}::uuid[]) and r.kind in ('capture', 'refund') and r.state <> 'refused'
      union all
      select d.payment_id, 'charge_back', d.amount_minor, d.state <> 'won', d.state = 'won',
        d.state = 'lost' and d.created_at <@ l.times
      from disputes d cross join listed l
      where d.payment_id = any(${ids}::uuid[]) and d.state in ('open', 'won', 'lost')),
    ours as (
      select payment_id, about, coalesce(sum(amount_minor) filter (where is_done and is_listed), 0) as listed_minor,
        count(*) filter (where is_done and is_listed)::int as listed_lines,
        coalesce(sum(amount_minor) filter (where is_done), 0) as done_minor,
        coalesce(array_agg(amount_minor) filter (where is_done), '{}') as amounts,
        coalesce(sum(amount_minor) filter (where is_under_way), 0) as under_way_minor
      from booked group by payment_id, about),
    covered as (
      select payment_id, sum(covered_minor) as covered_minor from disputes
      where payment_id = any(${ids}::uuid[]) group by payment_id),
    signed as (
      select payment_id, currency, case kind when 'charge' then 'charge' when 'refund' then 'refund' else 'charge_back' end as about,
        case kind when 'charge' then amount_minor else -amount_minor end as amount_minor
      from acquirer_movements
      where payment_id = any(${ids}::uuid[]) and acquirer = ${acquirer}
        and kind in ('charge', 'refund', 'charge_back', 'charge_back_reversal')),
    theirs as (
      select s.payment_id, s.about, sum(s.amount_minor) as theirs_minor, count(*) filter (where s.amount_minor > 0)::int as their_lines,
        coalesce(min(s.currency) filter (where s.currency <> p.currency), min(s.currency)) as their_currency
      from signed s join payments p using (payment_id) group by s.payment_id, s.about),
    sides as (
      select p.payment_id, p.status, p.currency, a.about,
        case a.about when 'refund' then coalesce(c.covered_minor, 0) else 0 end as covered_minor,
        case a.about when 'charge' then p.captured_minor when 'refund' then p.refunded_minor else 0 end as booked_minor
      from payments p cross join (
          select 'charge' as about union all select 'refund' union all select 'charge_back') a
        left join covered c using (payment_id)
      where p.payment_id = any(${ids}::uuid[]))
    select s.payment_id, s.status, s.currency, s.about,
      greatest(coalesce(o.listed_minor, 0) - s.covered_minor, 0)::bigint as least_minor,
      coalesce(o.listed_lines, 0) as least_lines,
      greatest(greatest(coalesce(o.done_minor, 0), s.booked_minor) - s.covered_minor, 0)::bigint as most_minor,
      coalesce(o.amounts, '{}') as amounts, coalesce(o.under_way_minor, 0)::bigint as under_way_minor,
      coalesce(t.theirs_minor, 0)::bigint as theirs_minor, coalesce(t.their_lines, 0) as their_lines, t.their_currency
    from sides s left join ours o using (payment_id, about) left join theirs t using (payment_id, about)
    order by s.payment_id, s.about`.execute(executor);
  return found.rows;
}
