import { sql } from '../../../../kit/db/sql.ts';
import type { Executor } from '../../../../kit/db/transaction.ts';

export type LockedOrders = { own: Set<string>; busy: Set<string>; ofOthers: Set<string> };

/**
 * Locks those of these orders that are of the sender's shops, and their certificates' balances, in this order. Waits for
 * nobody: `busy` are those that somebody else has locked. What is of other shops is not touched.
 */
export async function lockOrders(
  tx: Executor,
  sender: string,
  orderIds: readonly string[],
): Promise<LockedOrders> {
  const locked = await sql<{ order_id: string }>`
    select order_id from orders
    where order_id = any(${orderIds}::uuid[]) and shop_id in (select shop_id from shops where party = ${sender})
    order by order_id for no key update skip locked`.execute(tx);
  const own = new Set(locked.rows.map(({ order_id }) => order_id));
  const rest = orderIds.filter((id) => !own.has(id));
  const others = await ownersOf(tx, rest);
  const busy = await busyBalances(tx, own);
  for (const order_id of busy) own.delete(order_id);
  const ofOthers = new Set<string>();
  for (const { order_id, party } of others) (party === sender ? busy : ofOthers).add(order_id);
  return { own, busy, ofOthers };
}

async function ownersOf(
  tx: Executor,
  orderIds: readonly string[],
): Promise<{ order_id: string; party: string }[]> {
  if (orderIds.length === 0) return [];
  const found = await sql<{ order_id: string; party: string }>`
    select o.order_id, s.party from orders o join shops s using (shop_id)
    where o.order_id = any(${orderIds}::uuid[])`.execute(tx);
  return found.rows;
}

/** Locks the balances of these orders' certificates. Returns the orders of which somebody else has the balance locked. */
async function busyBalances(tx: Executor, orderIds: ReadonlySet<string>): Promise<Set<string>> {
  const found = await sql<{ order_id: string }>`
    with accounts as materialized (
      select account_id, subject_id from ledger_accounts
      where code = 'certificate' and subject_id = any(${[...orderIds]}::text[])),
    locked as materialized (
      select account_id from ledger_balances where account_id in (select account_id from accounts)
      order by account_id for no key update skip locked)
    select subject_id::uuid as order_id from accounts
    where account_id not in (select account_id from locked)`.execute(tx);
  return new Set(found.rows.map(({ order_id }) => order_id));
}
