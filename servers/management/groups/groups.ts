import { sql } from '../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { type Fact, factParts } from '../../../kit/journal/write.ts';
import { minorToJson } from '../../../kit/money.ts';
import { OWN_PARTY } from '../context.ts';
import { ORDER_COLUMNS, type OrderRow } from '../orders/orders.ts';
import type { Shop } from '../shops/shops.ts';
import { type GroupState, mayMoveGroup } from './group-states.ts';

/** Gifts to several people with one payment, which settlement knows by `group_id`. */
export type GroupRow = {
  group_id: string;
  member_id: string;
  shop_id: string;
  payment_method_id: string;
  payment_route: Shop['payment_route'];
  /** The sum of all shares, which is authorised. */
  amount_minor: bigint;
  /** The sum of the confirmed shares, which is captured; 0 before that. */
  confirmed_minor: bigint;
  currency: string;
  state: GroupState;
  action_url: string | null;
  decline_reason: string | null;
  end_reason: string | null;
  /** Of what was captured. */
  approval_number: string | null;
  authorise_by: Date;
  created_at: Date;
};

/** The columns of a GroupRow, from `order_groups g`. */
export const GROUP_COLUMNS = sql`
  g.group_id, g.member_id, g.shop_id, g.payment_method_id, g.payment_route, g.amount_minor,
  g.confirmed_minor, g.currency, g.state, g.action_url, g.decline_reason, g.end_reason, g.authorise_by,
  g.approval_number, g.created_at`;

/** A line of the list that a group was made from. */
export type GroupLine = {
  order_id: string;
  group_id: string;
  line_no: number;
  /** Number or email address, and name, as the buyer wrote them. */
  address: string;
  name: string | null;
  due_at: Date | null;
  attempts: number;
  problem: string | null;
};

/** Locks the group, before any of its orders; with a member, only if it is theirs. */
export async function lockGroup(tx: Tx, groupId: string, memberId?: string): Promise<GroupRow | undefined> {
  const found = await sql<GroupRow>`
    select ${GROUP_COLUMNS} from order_groups g where group_id = ${groupId}
      and ${memberId === undefined ? sql`true` : sql`member_id = ${memberId}`} for update`.execute(tx);
  return found.rows[0];
}

export async function readGroup(executor: Executor, groupId: string): Promise<GroupRow> {
  const found =
    await sql<GroupRow>`select ${GROUP_COLUMNS} from order_groups g where group_id = ${groupId}`.execute(
      executor,
    );
  const group = found.rows[0];
  if (group === undefined) throw new Error(`There is no group ${groupId}.`);
  return group;
}

/** Locks the gifts of a group, in the order of their ids. */
export async function lockShares(tx: Tx, groupId: string): Promise<OrderRow[]> {
  const found = await sql<OrderRow>`
    select ${ORDER_COLUMNS} from orders o where group_id = ${groupId} order by order_id for update`.execute(
    tx,
  );
  return found.rows;
}

/**
 * Gifts don't move with these: the first waits for the buyer or the bank, and in the second the confirmed gifts were
 * moved along with the group.
 */
const NOT_FOLLOWED_BY_GIFTS: ReadonlySet<GroupState> = new Set(['requires_action', 'capturing']);

/**
 * Moves a locked group to its next state and makes the next step of each of its gifts due, for any process to take. A
 * move that GROUP_STATES does not allow is a bug.
 */
export async function moveGroup(
  tx: Tx,
  group: GroupRow,
  to: GroupState,
  now: Date,
  endReason = group.end_reason,
): Promise<GroupRow> {
  if (!mayMoveGroup(group.state, to))
    throw new Error(`Group ${group.group_id} can't go from ${group.state} to ${to}.`);
  const moved = { ...group, state: to, end_reason: endReason };
  await sql`
    with ${factParts(groupFact(moved, group.state, now))}
    update order_groups set state = ${to}, end_reason = ${endReason}, check_payment_at = null
    where group_id = ${group.group_id}`.execute(tx);
  if (!NOT_FOLLOWED_BY_GIFTS.has(to))
    await sql`
      update group_lines set due_at = ${now}, attempts = 0 where group_id = ${group.group_id}`.execute(tx);
  return moved;
}

/** Where a group's payment is now, as its fact. Its gifts have facts of their own. */
export function groupFact(group: GroupRow, before: GroupState | null, now: Date): Fact {
  const { group_id, state, amount_minor, confirmed_minor, currency, decline_reason, end_reason } = group;
  return {
    party: OWN_PARTY,
    kind: before === null ? 'group_placed' : 'group_moved',
    fact_id: newId(),
    at: now,
    subject_id: group_id,
    content: {
      group_id,
      state_before: before,
      state_after: state,
      amount_minor: minorToJson(amount_minor),
      confirmed_minor: minorToJson(confirmed_minor),
      currency,
      decline_reason,
      end_reason,
    },
  };
}
