import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { isAccepted, type OrderRow } from './orders.ts';

/** What the books say of an accepted gift, as far as its shop has reported. */
export type GiftFacts = {
  /** After the last use or reversal; before the first, all of it. */
  left_minor: bigint;
  was_used: boolean;
  /** What was left went without a use. */
  is_expired: boolean;
  /** Whether somebody other than the recipient held it at the last use; null before the first, or if the shop didn't say. */
  handed_over: boolean | null;
};

type Row = {
  order_id: string;
  account_minor: bigint | null;
  used_to_minor: bigint | null;
  handed_over: boolean | null;
};

/**
 * The facts of those orders that are accepted, in one statement, each looked up by itself (`offset 0`); none if none is. That
 * one has expired is read from its account, which outlives the month of its history in which that was told.
 */
export async function readGiftFacts(
  executor: Executor,
  orders: readonly OrderRow[],
): Promise<Map<string, GiftFacts>> {
  const accepted = orders.filter(isAccepted);
  if (accepted.length === 0) return new Map();
  const found = await sql<Row>`
    select o.order_id, b.balance_minor as account_minor, u.balance_minor as used_to_minor, u.handed_over
    from unnest(${accepted.map(({ order_id }) => order_id)}::uuid[],
        ${accepted.map(({ currency }) => currency)}::text[]) as o(order_id, currency)
      left join lateral (
        select k.balance_minor from ledger_accounts a join ledger_balances k using (account_id)
        where a.code = 'certificate' and a.subject_id = o.order_id::text and a.currency = o.currency offset 0) b on true
      left join lateral (
        select balance_minor, handed_over from certificate_uses
        where order_id = o.order_id order by entry_no desc limit 1) u on true
    where o.order_id is not null`.execute(executor);
  const rows = new Map(found.rows.map((row) => [row.order_id, row]));
  return new Map(accepted.map((order) => [order.order_id, factsOf(order, rows.get(order.order_id))]));
}

function factsOf({ amount_minor }: OrderRow, row: Row | undefined): GiftFacts {
  const left_minor = row?.used_to_minor ?? amount_minor;
  return {
    left_minor,
    was_used: row?.used_to_minor != null,
    is_expired: row?.account_minor === 0n && left_minor > 0n,
    handed_over: row?.handed_over ?? null,
  };
}
