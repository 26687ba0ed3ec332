import type { Registry } from 'prom-client';
import { addMs, type Clock, DAY_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { serverGauge } from '../../../kit/metrics/definition.ts';
import { measure } from '../../../kit/metrics/measure.ts';
import type { ManagementContext } from '../context.ts';
import { withViews } from '../orders/order-view.ts';
import { ASKED_ONCE } from '../peer-calls.ts';
import { STAFF_ORDERS, type StaffOrder, type StaffOrderRow, staffOrder } from './search-orders.ts';

/** Why an order is stuck, in order of precedence. */
export const STUCK_REASONS = [
  'refund_failed',
  'call_unknown',
  'call_not_tried',
  'work_failed',
  'payment_late',
  'step_late',
  'deadline_late',
  'message_failed',
  'letter_needed',
] as const;
export type StuckReason = (typeof STUCK_REASONS)[number];

export type Stuck = {
  reason: StuckReason;
  since: string;
  /** What it waits for: a call's purpose, an order's state or a message's kind. */
  step: string;
  /** The server, or a message's channel, that it waits for. */
  party?: string;
  attempts: number;
  next_attempt_at?: string;
  /** The last error. */
  problem?: string;
  /** The message that only a letter can tell. */
  message_id?: string;
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
  message_id: string | null;
};

/** Steps take seconds; after this they are late. */
const LATE_MS = 2 * MINUTE_MS;
/** After this many attempts a message counts as failing, though it is still retried. */
const FAILING_ATTEMPTS = 3;
/** Older messages are not worth resending. */
const FAILED_MESSAGE_DAYS = 14;

/** Stuck orders, longest first, each with the first reason that applies. */
export async function listStuck(context: ManagementContext, limit: number): Promise<StuckOrder[]> {
  const found = await sql<StuckRow>`
    ${stuckQuery(context)} order by t.since, o.order_id limit ${limit}`.execute(context.db);
  const viewed = await withViews(context.db, found.rows, context.clock());
  return viewed.map((order) => ({ ...staffOrder(order), stuck: stuckOf(order.row) }));
}

/** Why an order is stuck, if it is. */
export async function findStuck(
  context: Pick<ManagementContext, 'db' | 'clock'>,
  orderId: string,
): Promise<Stuck | undefined> {
  const found = await sql<StuckRow>`${stuckQuery(context, sql`where o.order_id = ${orderId}`)}`.execute(
    context.db,
  );
  const row = found.rows[0];
  return row === undefined ? undefined : stuckOf(row);
}

export const STUCK_ORDERS = serverGauge(
  'seonmul_stuck_orders',
  'Orders that make no progress on their own, as the console lists them.',
);

export function measureStuck(registry: Registry, context: Pick<ManagementContext, 'db' | 'clock'>): void {
  const { clock } = context;
  measure(registry, context, [STUCK_ORDERS], async (tx) => [
    [STUCK_ORDERS, await countStuck({ db: tx, clock })],
  ]);
}

export async function countStuck({ db, clock }: { db: Executor; clock: Clock }): Promise<number> {
  const found = await sql<{ orders: bigint }>`
    with causes as (${causes(clock())}) select count(distinct order_id) as orders from causes`.execute(db);
  return Number(found.rows[0]?.orders ?? 0n);
}

function stuckQuery({ clock }: Pick<ManagementContext, 'clock'>, condition = sql``) {
  return sql`
    with causes as (${causes(clock())}),
    first_cause as (select distinct on (order_id) * from causes order by order_id, rank, since)
    select x.*, t.reason, t.since, t.step, t.party, t.attempts, t.next_attempt_at, t.problem, t.message_id
    from (${STAFF_ORDERS}) x join orders o using (order_id) join first_cause t using (order_id) ${condition}`;
}

/** Every reason for which an order is stuck: an overdue response, or an overdue job. */
function causes(now: Date) {
  const late = addMs(now, -LATE_MS);
  const noCall = sql`
    null::text as party, 0 as attempts, null::timestamptz as next_attempt_at, null::text as problem,
    null::uuid as message_id`;
  const lastEvent = sql`
    cross join lateral (
      select at, detail from order_events where order_id = o.order_id order by event_id desc limit 1) e`;
  // Of several that nobody heard, a letter tells the newest; none goes to a recipient who was the wrong one.
  const needsLetter = sql`(m.channel = 'voice' and m.state = 'failed')`;
  const inProgress = sql`o.state not in ('accepted', 'issued', 'refunded', 'abandoned', 'declined')`;
  return sql`
    select 1 as rank, o.order_id, 'refund_failed' as reason, e.at as since, 'refund' as step, null::text as party,
      0 as attempts, null::timestamptz as next_attempt_at, e.detail ->> 'code' as problem, null::uuid as message_id
    from orders o ${lastEvent} where ${inProgress} and o.state = 'refund_failed'
    union all
    select 2, o.order_id, case c.state when 'unknown' then 'call_unknown' else 'call_not_tried' end, c.created_at,
      c.purpose, c.party, c.attempts, c.next_attempt_at, c.unknown_reason, null::uuid
    from calls c join orders o on o.order_id = c.subject_id
    where c.state in ('planned', 'unknown') and (c.state = 'unknown' or c.created_at <= ${late})
      and c.purpose <> all (${[...ASKED_ONCE]}::text[]) and ${inProgress}
    union all
    select 1, g.order_id, 'refund_failed', g.since, 'refund_left', null::text, 0, null::timestamptz, g.code, null::uuid
    from disputed_gifts g where g.state = 'refund_refused'
    union all
    select 2, g.order_id, case c.state when 'unknown' then 'call_unknown' else 'call_not_tried' end, c.created_at,
      c.purpose, c.party, c.attempts, c.next_attempt_at, c.unknown_reason, null::uuid
    from disputed_gifts g join calls c on c.subject_id = g.order_id
    where g.state in ('freezing', 'unfreezing', 'charging_back', 'refunding') and c.state in ('planned', 'unknown')
      and c.purpose in ('freeze', 'unfreeze', 'charge_back', 'refund_left')
      and (c.state = 'unknown' or c.created_at <= ${late})
    union all
    select 5, g.order_id, 'step_late', c.settled_at, 'charge_back', ${noCall}
    from disputed_gifts g join calls c on c.subject_id = g.order_id
    where g.state = 'charged_back' and c.purpose = 'charge_back' and c.settled_at <= ${late}
    union all
    select 3, o.order_id, 'work_failed', w.first_failed_at, w.job, null::text, w.failures,
      case when w.dead_at is null then w.next_attempt_at end, w.problem,
      null::uuid
    from failing_work w
      cross join lateral (select case when w.job <> all (array['payouts', 'dispute_lists', 'compared_books']) then w.subject_id::uuid end as id) subject
      left join calls c on c.call_id = subject.id
      join orders o on o.order_id = coalesce(c.subject_id, subject.id) or o.group_id = subject.id
    union all
    select 4, o.order_id, 'payment_late', o.created_at, o.state, ${noCall}
    from orders o
    where ${inProgress} and ((o.state = 'authorising' and o.created_at <= ${late})
      or (o.state in ('authorising', 'requires_action', 'authorised', 'awaiting_confirmation')
        and o.authorise_by <= ${late}))
    union all
    select 5, o.order_id, 'step_late', e.at, o.state, ${noCall}
    from orders o ${lastEvent}
    where ${inProgress} and e.at <= ${late}
      and o.state in ('capturing', 'registering', 'correcting', 'accepting', 'cancelling', 'refunding', 'voiding')
    union all
    select 6, o.order_id, 'deadline_late', o.answer_by, o.state, ${noCall}
    from orders o where o.state = 'offered' and o.dispute is null and o.answer_by <= ${late}
    union all
    select 6, o.order_id, 'deadline_late', o.deliver_at, o.state, ${noCall}
    from orders o where o.state = 'scheduled' and o.dispute is null and o.deliver_at <= ${late}
    union all
    select 7, m.subject_id, case when ${needsLetter} then 'letter_needed' else 'message_failed' end, m.created_at,
      m.kind, m.channel, m.attempts, case m.state when 'due' then m.due_at end, m.problem,
      case when ${needsLetter} then m.message_id end
    from messages m join orders o on o.order_id = m.subject_id
    where (m.state in ('failed', 'unknown') or (m.state = 'due' and m.attempts >= ${FAILING_ATTEMPTS}))
      and m.created_at > ${addMs(now, -FAILED_MESSAGE_DAYS * DAY_MS)}
      and not (${needsLetter} and m.kind like 'recipient.%' and m.address is distinct from o.recipient_phone)
      and not exists (
        select 1 from messages later
        where later.subject_id = m.subject_id and later.message_id > m.message_id
          and split_part(later.kind, '.', 1) = split_part(m.kind, '.', 1)
          and (later.state in ('due', 'sending', 'sent', 'delivered') or (${needsLetter} and later.state = 'failed')))
      and not exists (
        select 1 from order_events e
        where e.order_id = m.subject_id and e.kind = 'letter_printed'
          and e.detail ->> 'message_id' = m.message_id::text
        -- Here and below: the order's own events are read, by the index, and not all events there are.
        offset 0)
    union all
    select 8, o.order_id, 'letter_needed', e.at, 'recipient.gift_arrived', 'voice', 0, null::timestamptz, null::text,
      null::uuid
    from orders o cross join lateral (
      select event_id, at, detail from order_events
      where order_id = o.order_id and kind = 'calls_given_up' order by event_id desc limit 1) e
    where ${inProgress} and o.state = 'offered' and o.recipient_channel = 'voice'
      and e.detail -> 'told_by_text' = 'false'
      and not exists (
        select 1 from voice_dials d
        where d.order_id = o.order_id and d.state in ('due', 'dialling', 'talking'))
      and not exists (
        select 1 from order_events l
        where l.order_id = o.order_id and l.kind = 'letter_printed' and not l.detail ? 'message_id'
          and not exists (
            select 1 from order_events c
            where c.order_id = o.order_id and c.kind = 'recipient_corrected' and c.event_id > l.event_id)
        offset 0)`;
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
    ...(row.message_id === null ? {} : { message_id: row.message_id }),
  };
}
