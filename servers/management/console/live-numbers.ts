import { sql } from '../../../kit/db/sql.ts';
import { minorToJson } from '../../../kit/money.ts';
import type { ManagementContext } from '../context.ts';
import type { OrderState } from '../orders/order-states.ts';
import { ASKED_ONCE } from '../peer-calls.ts';
import { countStuck } from './stuck-orders.ts';

export type LiveNumbers = {
  at: string;
  /** Midnight in Korea, where the stores are. */
  day_began_at: string;
  /** Orders placed today, by their current state. */
  orders: { state: OrderState; count: number }[];
  /** Booked today. `used_minor` is negative if reversals of earlier redemptions outweigh today's. */
  money: { currency: string; sold_minor: number; used_minor: number; refunded_minor: number }[];
  stuck_orders: number;
  messages: { waiting: number; failing: number; failed_today: number; oldest_waiting_s?: number };
  /** Messages that wait to be said by phone, which may take days. */
  to_say: { waiting: number; oldest_waiting_s?: number };
  calls: { unknown: number; oldest_unknown_s?: number };
  /** The last numbered batch received from each shop. */
  notices: { sender: string; last_batch_no: number; last_taken_at?: string }[];
};

/** Live counts and totals, with no personal data. */
export async function liveNumbers(context: ManagementContext): Promise<LiveNumbers> {
  const { db, clock } = context;
  const now = clock();
  const seoul = (at: Date) =>
    sql`(date_trunc('day', ${at}::timestamptz at time zone 'Asia/Seoul') at time zone 'Asia/Seoul')`;
  const began = await sql<{ at: Date }>`select ${seoul(now)} as at`.execute(db);
  const dayBegan = began.rows[0]?.at ?? now;
  const [orders, money, messages, toSay, calls, notices, stuck_orders] = await Promise.all([
    sql<{ state: OrderState; count: bigint }>`
      select state, count(*) from orders where created_at >= ${dayBegan} group by state order by state`.execute(
      db,
    ),
    sql<{ currency: string; sold: bigint; used: bigint; refunded: bigint }>`
      select currency, coalesce(sum(amount_minor) filter (where code = 'capture'), 0)::bigint as sold,
        (coalesce(sum(amount_minor) filter (where code = 'redeem'), 0)
          - coalesce(sum(amount_minor) filter (where code = 'reverse'), 0))::bigint as used,
        coalesce(sum(amount_minor) filter (where code = 'refund'), 0)::bigint as refunded
      from ledger_transfers where created_at >= ${dayBegan} group by currency order by currency`.execute(db),
    sql<{ waiting: bigint; failing: bigint; oldest: Date | null; failed: bigint }>`
      select count(*) as waiting, count(*) filter (where attempts > 0) as failing, min(created_at) as oldest,
        (select count(*) from messages where state in ('failed', 'unknown') and created_at >= ${dayBegan}) as failed
      from messages where state = 'due' and channel <> 'voice' and (due_at <= ${now} or attempts > 0)`.execute(
      db,
    ),
    sql<{ waiting: bigint; oldest: Date | null }>`
      select count(*) as waiting, min(created_at) as oldest
      from messages where state = 'due' and channel = 'voice'`.execute(db),
    sql<{ unknown: bigint; oldest: Date | null }>`
      select count(*) as unknown, min(created_at) as oldest from calls
      where state = 'unknown' and purpose <> all (${[...ASKED_ONCE]}::text[])`.execute(db),
    sql<{ sender: string; last_batch_no: bigint; last_taken_at: Date | null }>`
      select p.sender, p.last_batch_no, (
        select received_at from inbox_batches b where b.sender = p.sender and b.batch_no = p.last_batch_no) as last_taken_at
      from inbox_positions p order by p.sender limit 100`.execute(db),
    countStuck(context),
  ]);
  const age_s = (since: Date | null | undefined) =>
    since == null ? undefined : Math.max(0, Math.floor((now.getTime() - since.getTime()) / 1_000));
  const [messageCounts] = messages.rows;
  const [toSayCounts] = toSay.rows;
  const [callCounts] = calls.rows;
  return {
    at: now.toISOString(),
    day_began_at: dayBegan.toISOString(),
    orders: orders.rows.map(({ state, count }) => ({ state, count: Number(count) })),
    money: money.rows.map(({ currency, sold, used, refunded }) => ({
      currency,
      sold_minor: minorToJson(sold),
      used_minor: minorToJson(used),
      refunded_minor: minorToJson(refunded),
    })),
    stuck_orders,
    messages: {
      waiting: Number(messageCounts?.waiting ?? 0),
      failing: Number(messageCounts?.failing ?? 0),
      failed_today: Number(messageCounts?.failed ?? 0),
      ...optional('oldest_waiting_s', age_s(messageCounts?.oldest)),
    },
    to_say: {
      waiting: Number(toSayCounts?.waiting ?? 0),
      ...optional('oldest_waiting_s', age_s(toSayCounts?.oldest)),
    },
    calls: {
      unknown: Number(callCounts?.unknown ?? 0),
      ...optional('oldest_unknown_s', age_s(callCounts?.oldest)),
    },
    notices: notices.rows.map(({ sender, last_batch_no, last_taken_at }) => ({
      sender,
      last_batch_no: Number(last_batch_no),
      ...(last_taken_at === null ? {} : { last_taken_at: last_taken_at.toISOString() }),
    })),
  };
}

function optional<Name extends string>(name: Name, value: number | undefined): { [Key in Name]?: number } {
  return value === undefined ? {} : ({ [name]: value } as { [Key in Name]?: number });
}
