import { sql } from '../../../../kit/db/sql.ts';
import type { Tx } from '../../../../kit/db/transaction.ts';
import type { Shop } from '../../shops/shops.ts';
import { isGoingBack } from '../order-states.ts';
import type { OrderRow } from '../orders.ts';
import { type LockedOrder, type LockedOrders, lockOrders } from './lock-orders.ts';

/** An entry of a certificate's history that was booked. */
type Entry = { kind: string; redemption_id: string; amount_minor: bigint };

/** How much of a use is known: null where only reversals of it would be. */
type KnownUse = { use_minor: bigint | null; reversed_minor: bigint };

/**
 * What management knows of a gift, as far as notices are checked against it. Each notice that is booked changes it, so that
 * the next one in the same set is checked against what is known by then.
 */
export type Standing = {
  order: OrderRow;
  shop: Pick<Shop, 'party' | 'name_ko' | 'name_en' | 'answer_days'>;
  /** The certificate's account, once the payment was captured. */
  account_id: string | null;
  balance_minor: bigint;
  /** The last entry that was booked; entry 1 is the acceptance. */
  last_no: bigint;
  /** Read only for a gift that is going back: before that, its state says so. */
  was_accepted: boolean;
  /** What was left when it expired; null before that. */
  expired_minor: bigint | null;
  /** The issues that were booked; read only where the set names one. */
  issues: Set<string>;
  entries: Map<bigint, Entry>;
  uses: Map<string, KnownUse>;
};

/** An entry that a notice names, and the redemption that it is about. */
export type NamedEntry = { order_id: string; entry_no: number; redemption_id: string; isReversal: boolean };

/** What the notices of a set name: entries, and orders of which an issue is told. */
type Named = { entries: readonly NamedEntry[]; issued: readonly string[] };

/** An order that does not exist is nowhere in it. */
export type Locked = Pick<LockedOrders, 'busy' | 'ofOthers'> & { standings: Map<string, Standing> };

/** What an order's history says that its row does not. */
type Past = { last_no: bigint | null; was_accepted: boolean; expired_minor: bigint | null };

/**
 * Locks the sender's orders and their balances, each once, and reads what is known of them. Waits for nobody. What is not the
 * sender's is not touched.
 */
export async function lockStandings(
  tx: Tx,
  sender: string,
  orderIds: readonly string[],
  named: Named,
): Promise<Locked> {
  const { own, busy, ofOthers } = await lockOrders(tx, sender, orderIds);
  const past = await readPast(tx, [...own.values()]);
  const standings = new Map(
    [...own].map(([order_id, order]) => [order_id, standingOf(order, past.get(order_id))]),
  );
  await readEntries(tx, standings, named.entries);
  await readUses(tx, standings, named.entries);
  await readIssues(tx, standings, named.issued);
  return { standings, busy, ofOthers };
}

/**
 * A statement of its own, since what is read beside a lock may be older than the lock. Expired is only what nothing is left of:
 * all that is left expires, and nothing comes back afterwards.
 */
async function readPast(tx: Tx, orders: readonly LockedOrder[]): Promise<Map<string, Past>> {
  const found = await sql<Past & { order_id: string }>`
    select o.order_id, (select max(entry_no) from certificate_uses u where u.order_id = o.order_id) as last_no,
      coalesce(o.is_going_back and exists (
        select 1 from order_events e where e.order_id = o.order_id and e.kind = 'accepted'), false) as was_accepted,
      case when o.is_used_up then (select (e.detail ->> 'amount_minor')::bigint from order_events e
        where e.order_id = o.order_id and e.kind = 'certificate_expired' limit 1) end as expired_minor
    from unnest(${orders.map(({ order_id }) => order_id)}::uuid[],
      ${orders.map(({ state }) => isGoingBack(state))}::boolean[],
      ${orders.map(({ balance_minor }) => balance_minor === 0n)}::boolean[]) as o(order_id, is_going_back, is_used_up)
    where o.order_id is not null`.execute(tx);
  return new Map(found.rows.map((row) => [row.order_id, row]));
}

function standingOf(locked: LockedOrder, past: Past | undefined): Standing {
  const { party, name_ko, name_en, answer_days, account_id, balance_minor, ...order } = locked;
  return {
    order,
    shop: { party, name_ko, name_en, answer_days },
    account_id,
    balance_minor,
    last_no: past?.last_no ?? 1n,
    was_accepted: past?.was_accepted ?? false,
    expired_minor: past?.expired_minor ?? null,
    issues: new Set(),
    entries: new Map(),
    uses: new Map(),
  };
}

/** Reads the entries that the set names, where they were booked before; a number after the last one was not. */
async function readEntries(
  tx: Tx,
  standings: ReadonlyMap<string, Standing>,
  named: readonly NamedEntry[],
): Promise<void> {
  const asked = named.filter(({ order_id, entry_no }) => {
    const standing = standings.get(order_id);
    return standing !== undefined && BigInt(entry_no) <= standing.last_no;
  });
  if (asked.length === 0) return;
  const found = await sql<Entry & { order_id: string; entry_no: bigint }>`
    select e.order_id, e.entry_no, e.kind, e.redemption_id, e.amount_minor
    from unnest(${asked.map(({ order_id }) => order_id)}::uuid[],
      ${asked.map(({ entry_no }) => entry_no)}::bigint[]) as n(order_id, entry_no)
    cross join lateral (
      select e.order_id, e.entry_no, e.kind, e.redemption_id, e.amount_minor from certificate_uses e
      where e.order_id = n.order_id and e.entry_no = n.entry_no offset 0) e`.execute(tx);
  for (const { order_id, entry_no, ...entry } of found.rows)
    standings.get(order_id)?.entries.set(entry_no, entry);
}

/**
 * Reads the uses that the set names, where they were booked before, and what was taken back of them. Each is looked up by
 * itself (`offset 0`): joined, a plan that was made while there were few uses compares each notice with each use.
 */
async function readUses(
  tx: Tx,
  standings: ReadonlyMap<string, Standing>,
  named: readonly NamedEntry[],
): Promise<void> {
  const asked = named.filter(({ order_id }) => standings.has(order_id));
  if (asked.length === 0) return;
  const found = await sql<{
    order_id: string;
    redemption_id: string;
    use_minor: bigint;
    reversed_minor: bigint | null;
  }>`
    select u.order_id, u.redemption_id, u.amount_minor as use_minor,
      case when n.is_reversal then (select coalesce(sum(r.amount_minor), 0)::bigint from certificate_uses r
        where r.order_id = n.order_id and r.redemption_id = n.redemption_id and r.kind = 'reversed') end as reversed_minor
    from unnest(${asked.map(({ order_id }) => order_id)}::uuid[],
      ${asked.map(({ redemption_id }) => redemption_id)}::uuid[],
      ${asked.map(({ isReversal }) => isReversal)}::boolean[]) as n(order_id, redemption_id, is_reversal)
    cross join lateral (
      select u.order_id, u.redemption_id, u.amount_minor from certificate_uses u
      where u.order_id = n.order_id and u.redemption_id = n.redemption_id and u.kind = 'redeemed' offset 0) u`.execute(
    tx,
  );
  for (const { order_id, redemption_id, use_minor, reversed_minor } of found.rows) {
    const uses = standings.get(order_id)?.uses;
    const before = uses?.get(redemption_id)?.reversed_minor ?? 0n;
    uses?.set(redemption_id, { use_minor, reversed_minor: reversed_minor ?? before });
  }
}

async function readIssues(
  tx: Tx,
  standings: ReadonlyMap<string, Standing>,
  issued: readonly string[],
): Promise<void> {
  const asked = issued.filter((orderId) => standings.has(orderId));
  if (asked.length === 0) return;
  const found = await sql<{ order_id: string; issue_id: string | null }>`
    select subject_id as order_id, body::jsonb ->> 'issue_id' as issue_id from journal
    where subject_id = any(${asked}::uuid[]) and kind = 'order_issued'`.execute(tx);
  for (const { order_id, issue_id } of found.rows)
    if (issue_id !== null) standings.get(order_id)?.issues.add(issue_id);
}
