import { sql } from '../../../../kit/db/sql.ts';
import type { Executor } from '../../../../kit/db/transaction.ts';
import type { Shop } from '../../shops/shops.ts';
import { ORDER_COLUMNS, type OrderRow } from '../orders.ts';
import { lockOrders } from './lock-orders.ts';

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
export type Locked = {
  standings: Map<string, Standing>;
  /** Somebody else has locked it, or its balance. */
  busy: Set<string>;
  /** Not the sender's. */
  ofOthers: Set<string>;
};

type Row = OrderRow &
  Standing['shop'] &
  Pick<Standing, 'account_id' | 'was_accepted' | 'expired_minor'> & {
    balance_minor: bigint | null;
    last_no: bigint | null;
  };

/**
 * Locks the sender's orders and their balances, each once, and reads what is known of them. Waits for nobody. What is not the
 * sender's is not touched.
 */
export async function lockStandings(
  tx: Executor,
  sender: string,
  orderIds: readonly string[],
  named: Named,
): Promise<Locked> {
  const { own, busy, ofOthers } = await lockOrders(tx, sender, orderIds);
  // A statement of its own, since what is read beside a lock may be older than the lock.
  const found = await sql<Row>`
    select ${ORDER_COLUMNS}, s.party, s.name_ko, s.name_en, s.answer_days, a.account_id, b.balance_minor,
      (select max(entry_no) from certificate_uses u where u.order_id = o.order_id) as last_no,
      o.state in ('cancelling', 'refunding', 'refunded', 'refund_failed') and exists (
        select 1 from order_events e where e.order_id = o.order_id and e.kind = 'accepted') as was_accepted,
      (select (e.detail ->> 'amount_minor')::bigint from order_events e
        where e.order_id = o.order_id and e.kind = 'certificate_expired' limit 1) as expired_minor
    from orders o join shops s using (shop_id)
    left join ledger_accounts a
      on a.code = 'certificate' and a.subject_id = o.order_id::text and a.currency = o.currency
    left join ledger_balances b using (account_id)
    where o.order_id = any(${[...own]}::uuid[])`.execute(tx);
  const standings = new Map(found.rows.map((row) => [row.order_id, standingOf(row)]));
  await readEntries(tx, standings, named.entries);
  await readIssues(tx, standings, named.issued);
  return { standings, busy, ofOthers };
}

function standingOf(row: Row): Standing {
  const { party, name_ko, name_en, answer_days, account_id, balance_minor, last_no, ...rest } = row;
  const { was_accepted, expired_minor, ...order } = rest;
  return {
    order,
    shop: { party, name_ko, name_en, answer_days },
    account_id,
    balance_minor: balance_minor ?? 0n,
    last_no: last_no ?? 1n,
    was_accepted,
    expired_minor,
    issues: new Set(),
    entries: new Map(),
    uses: new Map(),
  };
}

/** Reads the entries and the uses that the set names, where they were booked before. */
async function readEntries(
  tx: Executor,
  standings: ReadonlyMap<string, Standing>,
  named: readonly NamedEntry[],
): Promise<void> {
  const asked = named.filter(({ order_id }) => standings.has(order_id));
  if (asked.length === 0) return;
  const found = await sql<{
    order_id: string;
    entry_no: bigint;
    redemption_id: string;
    known_kind: string | null;
    known_redemption_id: string | null;
    known_minor: bigint | null;
    use_minor: bigint | null;
    reversed_minor: bigint | null;
  }>`
    select n.order_id, n.entry_no, n.redemption_id, e.kind as known_kind, e.redemption_id as known_redemption_id,
      e.amount_minor as known_minor, u.amount_minor as use_minor,
      case when n.is_reversal then (select coalesce(sum(r.amount_minor), 0)::bigint from certificate_uses r
        where r.order_id = n.order_id and r.redemption_id = n.redemption_id and r.kind = 'reversed') end as reversed_minor
    from unnest(${asked.map(({ order_id }) => order_id)}::uuid[],
      ${asked.map(({ entry_no }) => entry_no)}::bigint[],
      ${asked.map(({ redemption_id }) => redemption_id)}::uuid[],
      ${asked.map(({ isReversal }) => isReversal)}::boolean[]) as n(order_id, entry_no, redemption_id, is_reversal)
    left join certificate_uses e on e.order_id = n.order_id and e.entry_no = n.entry_no
    left join certificate_uses u
      on u.order_id = n.order_id and u.redemption_id = n.redemption_id and u.kind = 'redeemed'
    where n.order_id is not null and n.entry_no is not null and n.redemption_id is not null`.execute(tx);
  for (const row of found.rows) {
    const standing = standings.get(row.order_id);
    const { known_kind: kind, known_redemption_id: redemption_id, known_minor: amount_minor } = row;
    if (kind !== null && redemption_id !== null && amount_minor !== null)
      standing?.entries.set(row.entry_no, { kind, redemption_id, amount_minor });
    const { use_minor, reversed_minor } = row;
    const before = standing?.uses.get(row.redemption_id)?.reversed_minor ?? 0n;
    standing?.uses.set(row.redemption_id, { use_minor, reversed_minor: reversed_minor ?? before });
  }
}

async function readIssues(
  tx: Executor,
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
