import { addMs, DAY_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { ManagementContext } from '../context.ts';
import { ASKED_ONCE } from '../peer-calls.ts';
import { STAFF_ORDERS, type StaffOrder, type StaffOrderRow, staffOrder } from './search-orders.ts';

/** Why an order does not go on by itself, the first that holds in this order. */
export const STUCK_REASONS = [
  'refund_failed',
  'call_unknown',
  'call_not_tried',
  'payment_late',
  'step_late',
  'deadline_late',
  'message_failed',
] as const;
export type StuckReason = (typeof STUCK_REASONS)[number];

export type Stuck = {
  reason: StuckReason;
  since: string;
  /** What is waited for: a call's purpose, an order's state, or a message's kind. */
  step: string;
  /** Which server does not answer. */
  party?: string;
  attempts: number;
  next_attempt_at?: string;
  /** What the other side, or the line, said last. */
  problem?: string;
};

export type StuckOrder = StaffOrder & { stuck: Stuck };

type StuckRow = StaffOrderRow & {
  reason: StuckReason;
  since: Date;
  step: string;
  party: string | null;
  attempts: number;
  next_attempt_at: Date | null;
  problem: string | null;
};

/** A step that others take within seconds is late after so long. */
const LATE_MS = 2 * MINUTE_MS;
/** A message that was not got rid of in so many tries is in trouble, though it is still tried. */
const ATTEMPTS_OF_TROUBLE = 3;
/** Who was not reached for so long is not told any more. */
const MESSAGES_DAYS = 14;

/** Orders that do not go on by themselves, those that wait longest first, each with the first reason that holds. */
export async function listStuck(context: ManagementContext, limit: number): Promise<StuckOrder[]> {
  const found = await sql<StuckRow>`
    ${joined(context)} order by t.since, o.order_id limit ${limit}`.execute(context.db);
  return found.rows.map((row) => ({ ...staffOrder(row), stuck: stuckOf(row) }));
}

/** Why one order does not go on, if it doesn't. */
export async function whyStuck(
  context: Pick<ManagementContext, 'db' | 'clock'>,
  orderId: string,
): Promise<Stuck | undefined> {
  const found = await sql<StuckRow>`${joined(context, sql`where o.order_id = ${orderId}`)}`.execute(
    context.db,
  );
  const row = found.rows[0];
  return row === undefined ? undefined : stuckOf(row);
}

export async function countStuck(context: Pick<ManagementContext, 'db' | 'clock'>): Promise<number> {
  const found = await sql<{ orders: bigint }>`
    with trouble as (${trouble(context.clock())}) select count(distinct order_id) as orders from trouble`.execute(
    context.db,
  );
  return Number(found.rows[0]?.orders ?? 0n);
}

function joined({ clock }: Pick<ManagementContext, 'clock'>, condition = sql``) {
  return sql`
    with trouble as (${trouble(clock())}),
    first_trouble as (select distinct on (order_id) * from trouble order by order_id, rank, since)
    select x.*, t.reason, t.since, t.step, t.party, t.attempts, t.next_attempt_at, t.problem
    from (${STAFF_ORDERS}) x join orders o using (order_id) join first_trouble t using (order_id) ${condition}`;
}

/** What is awaited of others, or of a janitor that should have come. */
function trouble(now: Date) {
  const late = addMs(now, -LATE_MS);
  const unasked = sql`null::text as party, 0 as attempts, null::timestamptz as next_attempt_at, null::text as problem`;
  const lastEvent = sql`
    cross join lateral (
      select at, detail from order_events where order_id = o.order_id order by event_id desc limit 1) e`;
  const underWay = sql`o.state not in ('accepted', 'issued', 'refunded', 'abandoned', 'declined')`;
  return sql`
    select 1 as rank, o.order_id, 'refund_failed' as reason, e.at as since, 'refund' as step, null::text as party,
      0 as attempts, null::timestamptz as next_attempt_at, e.detail ->> 'code' as problem
    from orders o ${lastEvent} where ${underWay} and o.state = 'refund_failed'
    union all
    select 2, o.order_id, case c.state when 'unknown' then 'call_unknown' else 'call_not_tried' end, c.created_at,
      c.purpose, c.party, c.attempts, c.next_attempt_at, c.unknown_reason
    from calls c join orders o on o.order_id = c.subject_id
    where c.state in ('planned', 'unknown') and (c.state = 'unknown' or c.created_at <= ${late})
      and c.purpose <> all (${[...ASKED_ONCE]}::text[]) and ${underWay}
    union all
    select 4, o.order_id, 'payment_late', o.created_at, o.state, ${unasked}
    from orders o
    where ${underWay} and ((o.state = 'authorising' and o.created_at <= ${late})
      or (o.state in ('authorising', 'requires_action', 'authorised', 'awaiting_confirmation')
        and o.authorise_by <= ${late}))
    union all
    select 5, o.order_id, 'step_late', e.at, o.state, ${unasked}
    from orders o ${lastEvent}
    where ${underWay} and e.at <= ${late}
      and o.state in ('capturing', 'registering', 'correcting', 'accepting', 'cancelling', 'refunding', 'voiding')
    union all
    select 6, o.order_id, 'deadline_late', o.answer_by, o.state, ${unasked}
    from orders o where o.state = 'offered' and o.answer_by <= ${late}
    union all
    select 6, o.order_id, 'deadline_late', o.deliver_at, o.state, ${unasked}
    from orders o where o.state = 'scheduled' and o.deliver_at <= ${late}
    union all
    select 7, m.subject_id, 'message_failed', m.created_at, m.kind, m.channel, m.attempts,
      case m.state when 'due' then m.due_at end, m.problem
    from messages m join orders o on o.order_id = m.subject_id
    where (m.state in ('failed', 'unknown') or (m.state = 'due' and m.attempts >= ${ATTEMPTS_OF_TROUBLE}))
      and m.created_at > ${addMs(now, -MESSAGES_DAYS * DAY_MS)}
      and not exists (
        select 1 from messages later
        where later.subject_id = m.subject_id and later.message_id > m.message_id
          and split_part(later.kind, '.', 1) = split_part(m.kind, '.', 1)
          and later.state in ('due', 'sending', 'sent', 'delivered'))`;
}

function stuckOf(row: StuckRow): Stuck {
  return {
    reason: row.reason,
    since: row.since.toISOString(),
    step: row.step,
    attempts: row.attempts,
    ...(row.party === null ? {} : { party: row.party }),
    ...(row.next_attempt_at === null ? {} : { next_attempt_at: row.next_attempt_at.toISOString() }),
    ...(row.problem === null ? {} : { problem: row.problem }),
  };
}
