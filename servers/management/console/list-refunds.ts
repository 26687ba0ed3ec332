import { sql } from '../../../kit/db/sql.ts';
import type { ManagementContext } from '../context.ts';
import { withViews } from '../orders/order-view.ts';
import { STAFF_ORDERS, type StaffOrder, type StaffOrderRow, staffOrder } from './search-orders.ts';

export type RefundPart = 'under_way' | 'done' | 'failed';
export type Refund = StaffOrder & {
  part: RefundPart;
  /** When the refund started, as far as that is kept, and when the order reached its current state. */
  begun_at: string;
  at: string;
  /** The refusal or problem that holds it up. */
  problem?: string;
};

const STATES = {
  under_way: ['cancelling', 'refunding'],
  done: ['refunded'],
  failed: ['refund_failed'],
} as const satisfies Record<RefundPart, readonly string[]>;

/** Gifts that are being or were refunded, newest first; `before` is the last gift of the previous page. */
export async function listRefunds(
  { db, clock }: ManagementContext,
  { part, before, limit }: { part?: RefundPart | undefined; before?: string | undefined; limit: number },
): Promise<Refund[]> {
  const states: readonly string[] = part === undefined ? Object.values(STATES).flat() : STATES[part];
  const found = await sql<StaffOrderRow & { begun_at: Date; at: Date; problem: string | null }>`
    select x.*, coalesce(b.at, e.at) as begun_at, e.at, coalesce(c.code, c.unknown_reason) as problem
    from (${STAFF_ORDERS}) x
    left join lateral (
      select at from order_events where order_id = x.order_id
        and state_after in ('cancelling', 'refunding') and state_before is distinct from state_after
      order by event_id limit 1) b on true
    cross join lateral (
      select at from order_events where order_id = x.order_id and state_before is distinct from state_after
      order by event_id desc limit 1) e
    left join lateral (
      select code, unknown_reason from calls
      where subject_id = x.order_id and purpose in ('cancel', 'refund') and x.state <> 'refunded'
      order by created_at desc limit 1) c on true
    where x.state in ('cancelling', 'refunding', 'refund_failed', 'refunded') and x.state = any (${[...states]}::text[])
      and ${before === undefined ? sql`true` : sql`x.order_id < ${before}`}
    order by x.order_id desc limit ${limit}`.execute(db);
  const viewed = await withViews(db, found.rows, clock());
  return viewed.map(({ row, view }) => ({
    ...staffOrder({ row, view }),
    part: row.state === 'refunded' ? 'done' : row.state === 'refund_failed' ? 'failed' : 'under_way',
    begun_at: row.begun_at.toISOString(),
    at: row.at.toISOString(),
    ...(row.problem === null ? {} : { problem: row.problem }),
  }));
}
