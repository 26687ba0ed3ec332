import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { minorToJson } from '../../../kit/money.ts';
import { maskName } from '../../../kit/names.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { OrderState } from '../orders/order-states.ts';
import { type OrderView, withViews } from '../orders/order-view.ts';
import { ORDER_COLUMNS, type OrderRow } from '../orders/orders.ts';
import type { GroupState } from './group-states.ts';
import { GROUP_COLUMNS, type GroupLine, type GroupRow, readGroup } from './groups.ts';

/** How far a gift of a group has come, as its buyer sees it. */
export const STAGES = ['preparing', 'waiting', 'accepted', 'returned', 'left_out'] as const;
export type Stage = (typeof STAGES)[number];

const STAGE_OF: Record<OrderState, Stage> = {
  authorising: 'preparing',
  requires_action: 'preparing',
  authorised: 'preparing',
  awaiting_confirmation: 'preparing',
  capturing: 'preparing',
  registering: 'preparing',
  scheduled: 'waiting',
  offered: 'waiting',
  correcting: 'waiting',
  accepting: 'waiting',
  accepted: 'accepted',
  issued: 'accepted',
  cancelling: 'returned',
  refunding: 'returned',
  refunded: 'returned',
  refund_failed: 'returned',
  voiding: 'left_out',
  abandoned: 'left_out',
  declined: 'left_out',
};

export type GroupSummary = {
  group_id: string;
  shop_id: string;
  state: GroupState;
  /** The authorised sum; and how much of it was confirmed and captured. */
  amount_minor: number;
  confirmed_minor: number;
  /** How much of that was refunded. */
  refunded_minor: number;
  currency: string;
  /** The number of gifts, and of those at each stage. */
  gifts: number;
  stages: Record<Stage, number>;
  message?: string;
  card_design?: string;
  /** When its gifts are delivered, if that is still the same moment. */
  deliver_at?: string;
  action_url?: string;
  decline_reason?: string;
  end_reason?: string;
  /** When the authorisation is voided unless the buyer confirms. */
  confirm_by?: string;
  created_at: string;
};

export type LineView = {
  line: number;
  /** Number or email address, and name, as the buyer wrote them. */
  address: string;
  name?: string;
  /** Whether the name that was found differs, when masked, from the one that the buyer wrote. */
  name_differs?: boolean;
  stage: Stage;
  /** Whether the name is still being looked up. */
  looking_up: boolean;
  /** Why no name was found: a problem code. */
  problem?: string;
  order: OrderView;
};

export type GroupView = GroupSummary & { lines: LineView[] };

type Counted = GroupRow &
  Pick<OrderRow, 'message' | 'card_design' | 'deliver_at'> & {
    states: OrderState[];
    refunded_minor: bigint;
  };

/** Groups with the states of their gifts, and what their gifts have in common. */
const COUNTED = sql`
  select ${GROUP_COLUMNS}, x.states, x.refunded_minor, x.deliver_at, first.message, first.card_design
  from order_groups g
  cross join lateral (
    select coalesce(array_agg(o.state), '{}') as states, coalesce(sum(o.amount_minor) filter (where o.state = 'refunded'), 0)::bigint as refunded_minor,
      case when min(o.deliver_at) = max(o.deliver_at) then min(o.deliver_at) end as deliver_at
    from orders o where o.group_id = g.group_id) x
  cross join lateral (
    select o.message, o.card_design from orders o where o.group_id = g.group_id limit 1) first`;

/** A member's groups, newest first, only those older than `before` if given. */
export async function listGroups(
  executor: Executor,
  memberId: string,
  limit: number,
  before: string | undefined,
): Promise<GroupSummary[]> {
  const found = await sql<Counted>`
    ${COUNTED} where g.member_id = ${memberId} and ${before === undefined ? sql`true` : sql`g.group_id < ${before}`}
    order by g.group_id desc limit ${limit}`.execute(executor);
  return found.rows.map(summaryOf);
}

export const OWN_GROUP_REFUSALS = refusals('group_not_found');

/** */
export async function ownGroup(
  executor: Executor,
  memberId: string,
  groupId: string,
  now: Date,
): Promise<Result<GroupView, RefusalOf<typeof OWN_GROUP_REFUSALS>>> {
  const found = await sql`
    select 1 from order_groups where group_id = ${groupId} and member_id = ${memberId}`.execute(executor);
  return found.rows.length === 0 ? refuse('group_not_found') : done(await groupView(executor, groupId, now));
}

/** A group as its buyer sees it, line by line. */
export async function groupView(executor: Executor, groupId: string, now: Date): Promise<GroupView> {
  const { state } = await readGroup(executor, groupId);
  const found = await sql<Counted>`${COUNTED} where g.group_id = ${groupId}`.execute(executor);
  const lines = await sql<OrderRow & Pick<GroupLine, 'line_no' | 'address' | 'name' | 'due_at' | 'problem'>>`
    select ${ORDER_COLUMNS}, l.line_no, l.address, l.name, l.due_at, l.problem
    from group_lines l join orders o using (order_id) where l.group_id = ${groupId} order by l.line_no`.execute(
    executor,
  );
  const [counted] = found.rows;
  if (counted === undefined) throw new Error(`Group ${groupId} has no gifts.`);
  const viewed = await withViews(executor, lines.rows, now);
  return {
    ...summaryOf({ ...counted, state }),
    lines: viewed.map(({ row, view }) => {
      const isUnnamed = row.state === 'authorising' || row.state === 'authorised';
      const isOpen = state === 'authorising' || state === 'requires_action' || state === 'authorised';
      return {
        line: row.line_no,
        address: row.address,
        ...(row.name === null ? {} : { name: row.name }),
        ...differs(row),
        stage: STAGE_OF[row.state],
        looking_up: isOpen && isUnnamed && row.problem === null,
        ...(isUnnamed && row.problem !== null ? { problem: row.problem } : {}),
        order: view,
      };
    }),
  };
}

/** Compared masked, as the buyer hears them, so that nobody finds out a masked name by trying. */
function differs({ name, recipient_name, recipient_channel }: OrderRow & Pick<GroupLine, 'name'>) {
  if (name === null || recipient_name === null || recipient_channel === 'email') return {};
  return maskName(name.trim()) === maskName(recipient_name) ? {} : { name_differs: true };
}

function summaryOf(row: Counted): GroupSummary {
  const stages = Object.fromEntries(STAGES.map((stage) => [stage, 0])) as Record<Stage, number>;
  for (const state of row.states) stages[STAGE_OF[state]] += 1;
  const isOpen = row.state === 'requires_action' || row.state === 'authorised';
  return {
    group_id: row.group_id,
    shop_id: row.shop_id,
    state: row.state,
    amount_minor: minorToJson(row.amount_minor),
    confirmed_minor: minorToJson(row.confirmed_minor),
    refunded_minor: minorToJson(row.refunded_minor),
    currency: row.currency,
    gifts: row.states.length,
    stages,
    ...(row.message === null ? {} : { message: row.message }),
    ...(row.card_design === null ? {} : { card_design: row.card_design }),
    ...(row.deliver_at === null ? {} : { deliver_at: row.deliver_at.toISOString() }),
    ...(row.state === 'requires_action' && row.action_url !== null ? { action_url: row.action_url } : {}),
    ...(row.decline_reason === null ? {} : { decline_reason: row.decline_reason }),
    ...(row.end_reason === null ? {} : { end_reason: row.end_reason }),
    ...(isOpen ? { confirm_by: row.authorise_by.toISOString() } : {}),
    created_at: row.created_at.toISOString(),
  };
}
