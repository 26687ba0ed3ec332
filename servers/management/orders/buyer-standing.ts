import { addMs, DAY_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';

/** What a buyer has done so far, together with every account that has one of their cards. */
export type BuyerStanding = {
  /** People whom their gifts of the last 30 days reached, who never took one of theirs. */
  strangers: number;
  /**
   * People for whom they really paid: who took a gift, or whose gift has been kept for them for a day. Counted only as far
   * as it matters, if not all are asked for.
   */
  paid_for: number;
  /** Digests of their cards. */
  cards: string[];
  /** Staff have lifted the limit. */
  lifted: boolean;
};

const STRANGERS_DAYS = 30;
const PAID_DAYS = 365;

/** A stranger to whom nothing was given counts against a buyer; each person they paid for gives them more room. */
const STRANGERS_AT_FIRST = 60;
const STRANGERS_EACH_PAID = 3;

/** Below so many, each person whom they paid for is counted. */
export const PAID_COUNTED_MIN = 10;

/**
 * Looks at gifts of the last month that nobody has taken, and walks through the people whom they paid for, one row each,
 * only as far as it matters: to as many as their strangers call for. So it takes no longer for a company that gives
 * thousands a year.
 * @param paid `all` counts everybody whom they paid for.
 */
export async function buyerStanding(
  executor: Executor,
  memberId: string,
  now: Date,
  paid: 'enough' | 'all' = 'enough',
): Promise<BuyerStanding> {
  const yearAgo = addMs(now, -PAID_DAYS * DAY_MS);
  const dayAgo = addMs(now, -DAY_MS);
  const found = await sql<{ strangers: bigint; paid_for: bigint; cards: string[]; lifted: boolean }>`
    with recursive cards as (
      select distinct card_fingerprint from payment_methods
      where member_id = ${memberId} and card_fingerprint is not null),
    circle as materialized (
      select ${memberId}::uuid as member_id
      union select p.member_id from payment_methods p join cards using (card_fingerprint)),
    untaken as materialized (
      select distinct coalesce(o.recipient_phone, o.recipient_email) as recipient
      from circle join orders o using (member_id)
      where o.confirmed_at > ${addMs(now, -STRANGERS_DAYS * DAY_MS)} and o.name_source <> 'self'
        and o.accepted_phone is null
        -- What is confirmed and not captured yet is not kept either.
        and (o.end_reason is not null or coalesce(o.captured_at >= ${dayAgo}, true))),
    strangers as materialized (
      select count(*) as n from untaken u
      where not exists (
        select 1 from circle cross join lateral (
          select 1 from orders o
          where o.member_id = circle.member_id and coalesce(o.recipient_phone, o.recipient_email) = u.recipient
            and o.confirmed_at > ${yearAgo} and o.name_source <> 'self'
            and (o.accepted_phone is not null or (o.end_reason is null and o.captured_at < ${dayAgo}))
          limit 1) took)),
    paid_for (recipient, n) as (
      select '', 0
      union all
      select (
        select min(next.recipient) from circle cross join lateral (
          select coalesce(o.recipient_phone, o.recipient_email) as recipient from orders o
          where o.member_id = circle.member_id and coalesce(o.recipient_phone, o.recipient_email) > p.recipient
            and o.confirmed_at > ${yearAgo} and o.name_source <> 'self' and o.end_reason is null
            and (o.accepted_phone is not null or o.captured_at < ${dayAgo})
          order by coalesce(o.recipient_phone, o.recipient_email) limit 1) next), p.n + 1
      from paid_for p
      where p.recipient is not null and (${paid === 'all'} or p.n < (
        select greatest(${PAID_COUNTED_MIN}, (n - ${STRANGERS_AT_FIRST}) / ${STRANGERS_EACH_PAID} + 1) from strangers)))
    select
      coalesce((select n from strangers), 0) as strangers,
      (select count(*) from paid_for where recipient is not null and n > 0) as paid_for,
      coalesce((select array_agg(card_fingerprint) from cards), '{}') as cards,
      exists (select 1 from members where member_id = ${memberId} and reach_lifted_until > ${now}) as lifted`.execute(
    executor,
  );
  const [row] = found.rows;
  if (row === undefined) throw new Error('A query of counts gave no row.');
  return { ...row, strangers: Number(row.strangers), paid_for: Number(row.paid_for) };
}

/** How many strangers their gifts may reach. */
export function strangersAllowed({ paid_for }: BuyerStanding): number {
  return STRANGERS_AT_FIRST + STRANGERS_EACH_PAID * paid_for;
}

/** Locks the buyer, after their orders, for `reachesTooMany`. */
export async function lockBuyer(tx: Tx, memberId: string): Promise<void> {
  await sql`select 1 from members where member_id = ${memberId} for no key update`.execute(tx);
}

/**
 * Whether the gifts that this transaction has confirmed reach more strangers than the buyer may. It holds the member's row:
 * confirmations of one buyer are looked at one after the other, since together they would not see each other.
 */
export async function reachesTooMany(tx: Tx, memberId: string, now: Date): Promise<boolean> {
  const standing = await buyerStanding(tx, memberId, now);
  return !standing.lifted && standing.strangers > strangersAllowed(standing);
}
