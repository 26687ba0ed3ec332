import { sql } from '../../../../kit/db/sql.ts';
import type { Tx } from '../../../../kit/db/transaction.ts';
import type { Shop } from '../../shops/shops.ts';
import { ORDER_COLUMNS, type OrderRow } from '../orders.ts';

/** An order of the sender's, as it is while it is locked, with its certificate's balance. */
export type LockedOrder = OrderRow &
  Pick<Shop, 'party' | 'name_ko' | 'name_en' | 'answer_days'> & {
    /** The certificate's account, once the payment was captured. */
    account_id: string | null;
    balance_minor: bigint;
  };
export type LockedOrders = {
  own: Map<string, LockedOrder>;
  /** Somebody else has locked it, or its balance. */
  busy: Set<string>;
  /** Not the sender's. */
  ofOthers: Set<string>;
};

type ShopOrder = Omit<LockedOrder, 'account_id' | 'balance_minor'>;
type Balance = { order_id: string; currency: string; account_id: string; balance_minor: bigint | null };

/**
 * Locks those of these orders that are of the sender's shops, and their certificates' balances, in this order. Waits for
 * nobody. What is of other shops is not touched. What a row is read with its lock is never older than the lock.
 */
export async function lockOrders(tx: Tx, sender: string, orderIds: readonly string[]): Promise<LockedOrders> {
  const locked = await sql<ShopOrder>`
    select ${ORDER_COLUMNS}, s.party, s.name_ko, s.name_en, s.answer_days
    from orders o join shops s using (shop_id)
    where o.order_id = any(${orderIds}::uuid[]) and s.party = ${sender}
    order by o.order_id for no key update of o skip locked`.execute(tx);
  const orders = new Map(locked.rows.map((order) => [order.order_id, order]));
  const others = await ownersOf(
    tx,
    orderIds.filter((id) => !orders.has(id)),
  );
  const busy = new Set<string>();
  const ofOthers = new Set<string>();
  for (const { order_id, party } of others) (party === sender ? busy : ofOthers).add(order_id);
  const own = new Map<string, LockedOrder>();
  const balances = await lockBalances(tx, [...orders.keys()]);
  for (const [order_id, order] of orders) {
    const ofOrder = balances.get(order_id) ?? [];
    if (ofOrder.some(({ balance_minor }) => balance_minor === null)) busy.add(order_id);
    else {
      const account = ofOrder.find(({ currency }) => currency === order.currency);
      const { account_id = null, balance_minor } = account ?? {};
      own.set(order_id, { ...order, account_id, balance_minor: balance_minor ?? 0n });
    }
  }
  return { own, busy, ofOthers };
}

async function ownersOf(tx: Tx, orderIds: readonly string[]): Promise<{ order_id: string; party: string }[]> {
  if (orderIds.length === 0) return [];
  const found = await sql<{ order_id: string; party: string }>`
    select o.order_id, s.party from orders o join shops s using (shop_id)
    where o.order_id = any(${orderIds}::uuid[])`.execute(tx);
  return found.rows;
}

/** Locks the balances of these orders' certificates; one that somebody else has locked is null. */
async function lockBalances(tx: Tx, orderIds: readonly string[]): Promise<Map<string, Balance[]>> {
  const found = await sql<Balance>`
    with accounts as materialized (
      select account_id, subject_id, currency from ledger_accounts
      where code = 'certificate' and subject_id = any(${orderIds}::text[])),
    locked as materialized (
      select account_id, balance_minor from ledger_balances where account_id in (select account_id from accounts)
      order by account_id for no key update skip locked)
    select a.subject_id::uuid as order_id, a.currency, a.account_id, l.balance_minor
    from accounts a left join locked l using (account_id)`.execute(tx);
  return Map.groupBy(found.rows, ({ order_id }) => order_id);
}
