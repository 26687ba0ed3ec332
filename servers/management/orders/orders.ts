import { type Answered, answerParts, insertCall } from '../../../kit/calls/calls.ts';
import type { CallRow } from '../../../kit/calls/outcomes.ts';
import { type Sql, sql } from '../../../kit/db/sql.ts';
import { type Db, type Executor, inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { factParts, writeFact } from '../../../kit/journal/write.ts';
import type { Shop } from '../shops/shops.ts';
import { eventOf, moneyMoved, type OrderEvent, orderFact } from './order-events.ts';
import { mayMove, type OrderState } from './order-states.ts';

export type OrderRow = {
  order_id: string;
  /** Set if several gifts share one payment: this order's payment is its share of the group's. */
  group_id: string | null;
  member_id: string;
  shop_id: string;
  payment_method_id: string;
  payment_route: Shop['payment_route'];
  amount_minor: bigint;
  currency: string;
  message: string | null;
  card_design: string | null;
  deliver_at: Date | null;
  state: OrderState;
  action_url: string | null;
  decline_reason: string | null;
  end_reason: string | null;
  recipient_channel: 'sms' | 'email' | 'voice' | null;
  recipient_phone: string | null;
  recipient_email: string | null;
  recipient_name: string | null;
  read_back_id: string | null;
  /** Where the name comes from: `typed` by the buyer, the `shop`, the `carrier`, or the buyer's own (`self`). */
  name_source: string | null;
  recycled: boolean | null;
  refusal_word: string | null;
  certificate_last4: string | null;
  acceptance_problem: string | null;
  authorise_by: Date;
  answer_by: Date | null;
  refund_until: Date | null;
  /** Whether its payment is disputed, or was lost by that. */
  dispute: 'open' | 'lost' | null;
  /** By which the card's bank approved the payment, or the receipt that a till gave for cash; null if it isn't known. */
  approval_number: string | null;
  created_at: Date;
};

/** Whether nobody accepted it in time. While its payment is disputed, the deadline waits. */
export function isLate(
  { state, dispute, answer_by }: Pick<OrderRow, 'state' | 'dispute' | 'answer_by'>,
  now: Date,
): boolean {
  return state === 'offered' && dispute === null && answer_by !== null && answer_by <= now;
}

/** The columns of an OrderRow, from `orders o`. */
export const ORDER_COLUMNS = sql`
  o.order_id, o.group_id, o.member_id, o.shop_id, o.payment_method_id, o.payment_route, o.amount_minor,
  o.currency, o.message, o.card_design, o.deliver_at, o.state, o.action_url, o.decline_reason, o.end_reason,
  o.recipient_channel, o.recipient_phone, o.recipient_email, o.recipient_name, o.read_back_id, o.name_source, o.recycled,
  o.refusal_word, o.certificate_last4, o.acceptance_problem, o.authorise_by, o.answer_by, o.refund_until,
  o.dispute, o.approval_number, o.created_at`;

/** What an order is placed with. */
type Placed = Pick<
  OrderRow,
  | 'order_id'
  | 'member_id'
  | 'shop_id'
  | 'payment_method_id'
  | 'payment_route'
  | 'amount_minor'
  | 'currency'
  | 'message'
  | 'card_design'
  | 'deliver_at'
  | 'authorise_by'
  | 'created_at'
>;

/** An order as it is placed. */
export function newOrder(placed: Placed): OrderRow {
  return {
    ...placed,
    group_id: null,
    state: 'authorising',
    action_url: null,
    decline_reason: null,
    end_reason: null,
    recipient_channel: null,
    recipient_phone: null,
    recipient_email: null,
    recipient_name: null,
    name_source: null,
    read_back_id: null,
    recycled: null,
    refusal_word: null,
    certificate_last4: null,
    acceptance_problem: null,
    answer_by: null,
    refund_until: null,
    dispute: null,
    approval_number: null,
  };
}

/** Its certificate can be used. */
export const isAccepted = ({ state }: Pick<OrderRow, 'state'>) => state === 'accepted' || state === 'issued';
/** The same, or its recipient's yes is on its way to the shop. */
export const isTaken = (order: Pick<OrderRow, 'state'>) => order.state === 'accepting' || isAccepted(order);

/** Locks the order; with a member, only if it is theirs. */
export async function lockOrder(
  tx: Executor,
  orderId: string,
  memberId?: string,
): Promise<OrderRow | undefined> {
  const found = await sql<OrderRow>`
    select ${ORDER_COLUMNS} from orders o where order_id = ${orderId}
      and ${memberId === undefined ? sql`true` : sql`member_id = ${memberId}`} for update`.execute(tx);
  return found.rows[0];
}

export async function readOrderIfAny(executor: Executor, orderId: string): Promise<OrderRow | undefined> {
  const found =
    await sql<OrderRow>`select ${ORDER_COLUMNS} from orders o where order_id = ${orderId}`.execute(executor);
  return found.rows[0];
}

export async function readOrder(executor: Executor, orderId: string): Promise<OrderRow> {
  const order = await readOrderIfAny(executor, orderId);
  if (order === undefined) throw new Error(`There is no order ${orderId}.`);
  return order;
}

/** What a step may set beside the state. */
export type OrderColumns = Pick<
  OrderRow,
  | 'action_url'
  | 'decline_reason'
  | 'end_reason'
  | 'recipient_channel'
  | 'recipient_phone'
  | 'recipient_email'
  | 'recipient_name'
  | 'read_back_id'
  | 'recycled'
  | 'refusal_word'
  | 'certificate_last4'
  | 'acceptance_problem'
  | 'answer_by'
  | 'refund_until'
  | 'approval_number'
> & {
  name_source: string;
  accepted_phone: string | null;
  check_payment_at: Date | null;
  remind_at: Date;
  reminded_at: Date | null;
  confirmed_at: Date;
  captured_at: Date;
};

/** What is stored with a change of an order, all in one statement. */
type Stored = {
  set?: Partial<OrderColumns>;
  /** The call that the order waits for from now on. */
  call?: CallRow;
  /** The answer that caused the change. */
  answer?: Answered;
};

export type OrderChange = Stored & {
  kind: string;
  detail?: Record<string, unknown>;
  /** The call whose answer caused the change, if that is stored already. */
  callId?: string;
  /** The signed message behind the change, if it was not the answer to a call. */
  evidenceId?: string;
  /** What was done with the buyer's money. */
  money?: 'captured' | 'refunded';
};

/**
 * Moves an order to its next state and records why. A move that ORDER_STATES does not allow is a bug. The order is locked, or
 * becomes so with the answer that moves it: throws `Overtaken` if it is not in this state any more, or no longer waits for it.
 */
export async function moveOrder(
  tx: Tx,
  order: OrderRow,
  to: OrderState,
  now: Date,
  change: OrderChange,
): Promise<OrderRow> {
  if (!mayMove(order.state, to))
    throw new Error(`Order ${order.order_id} can't go from ${order.state} to ${to}.`);
  const { kind, detail, evidenceId, answer, money, callId = answer?.call.call_id } = change;
  const event = eventOf(order.order_id, order.state, to, {
    kind,
    ...(detail === undefined ? {} : { detail }),
    ...(callId === undefined ? {} : { callId }),
    ...(evidenceId === undefined ? {} : { evidenceId }),
    ...(money === undefined ? {} : { terms: moneyMoved(money, order) }),
  });
  await write(tx, order, { ...change.set, state: to }, event, now, change);
  return { ...order, ...change.set, state: to };
}

/** Changes an order that stays in its state; locked like one that is moved. */
export async function changeOrder(tx: Tx, order: OrderRow, now: Date, stored: Stored): Promise<OrderRow> {
  await write(tx, order, stored.set ?? {}, null, now, stored);
  return { ...order, ...stored.set };
}

export async function recordEvent(
  tx: Tx,
  orderId: string,
  before: OrderState | null,
  after: OrderState,
  now: Date,
  change: Pick<OrderChange, 'kind' | 'detail'>,
): Promise<void> {
  await writeFact(tx, orderFact(eventOf(orderId, before, after, change), now));
}

/** The order is in another state by now, or the call has its answer. The transaction can only be rolled back. */
class Overtaken extends Error {}

/** Runs `work` in one transaction; undefined if somebody else was faster. */
export async function unlessOvertaken<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T | undefined> {
  try {
    return await inTransaction(db, work);
  } catch (error) {
    if (error instanceof Overtaken) return undefined;
    throw error;
  }
}

async function write(
  tx: Tx,
  order: OrderRow,
  columns: Partial<OrderColumns> & { state?: OrderState },
  event: OrderEvent | null,
  now: Date,
  { call, answer }: Stored,
): Promise<void> {
  const planned = call === undefined ? sql`` : sql`planned as (${insertCall(call, now)}),`;
  const settling = answer === undefined ? sql`` : sql`${answerParts(answer, now)},`;
  const fact = event === null ? sql`` : sql`${factParts(orderFact(event, now), sql`held`)},`;
  const written = await sql`
    with held as materialized (${heldFor(order, answer)}), ${settling} ${planned} ${fact}
    n as (
      select g.given,
        c.state, c.action_url, c.decline_reason, c.end_reason, c.recipient_channel, c.recipient_phone,
        c.recipient_email, c.recipient_name, c.read_back_id, c.name_source, c.recycled, c.refusal_word,
        c.accepted_phone, c.certificate_last4, c.acceptance_problem, c.answer_by, c.remind_at,
        c.reminded_at, c.check_payment_at, c.confirmed_at, c.captured_at, c.refund_until,
        c.approval_number
      from (select ${JSON.stringify(columns)}::jsonb as given) g, jsonb_to_record(g.given) as c(
        state text, action_url text, decline_reason text, end_reason text, recipient_channel text,
        recipient_phone text, recipient_email text, recipient_name text, read_back_id uuid,
        name_source text, recycled boolean, refusal_word text, accepted_phone text, certificate_last4 text,
        acceptance_problem text, answer_by timestamptz, remind_at timestamptz, reminded_at timestamptz,
        check_payment_at timestamptz, confirmed_at timestamptz, captured_at timestamptz,
        refund_until timestamptz, approval_number text))
    update orders o set
      state = case when n.given ? 'state' then n.state else o.state end,
      action_url = case when n.given ? 'action_url' then n.action_url else o.action_url end,
      decline_reason = case when n.given ? 'decline_reason' then n.decline_reason else o.decline_reason end,
      end_reason = case when n.given ? 'end_reason' then n.end_reason else o.end_reason end,
      recipient_channel = case when n.given ? 'recipient_channel' then n.recipient_channel else o.recipient_channel end,
      recipient_phone = case when n.given ? 'recipient_phone' then n.recipient_phone else o.recipient_phone end,
      recipient_email = case when n.given ? 'recipient_email' then n.recipient_email else o.recipient_email end,
      recipient_name = case when n.given ? 'recipient_name' then n.recipient_name else o.recipient_name end,
      read_back_id = case when n.given ? 'read_back_id' then n.read_back_id else o.read_back_id end,
      name_source = case when n.given ? 'name_source' then n.name_source else o.name_source end,
      recycled = case when n.given ? 'recycled' then n.recycled else o.recycled end,
      refusal_word = case when n.given ? 'refusal_word' then n.refusal_word else o.refusal_word end,
      accepted_phone = case when n.given ? 'accepted_phone' then n.accepted_phone else o.accepted_phone end,
      certificate_last4 = case when n.given ? 'certificate_last4' then n.certificate_last4 else o.certificate_last4 end,
      acceptance_problem = case when n.given ? 'acceptance_problem' then n.acceptance_problem else o.acceptance_problem end,
      answer_by = case when n.given ? 'answer_by' then n.answer_by else o.answer_by end,
      remind_at = case when n.given ? 'remind_at' then n.remind_at else o.remind_at end,
      reminded_at = case when n.given ? 'reminded_at' then n.reminded_at else o.reminded_at end,
      check_payment_at = case when n.given ? 'check_payment_at' then n.check_payment_at else o.check_payment_at end,
      confirmed_at = case when n.given ? 'confirmed_at' then n.confirmed_at else o.confirmed_at end,
      captured_at = case when n.given ? 'captured_at' then n.captured_at else o.captured_at end,
      refund_until = case when n.given ? 'refund_until' then n.refund_until else o.refund_until end,
      approval_number = case when n.given ? 'approval_number' then n.approval_number else o.approval_number end
    from held, n
    where o.order_id = held.order_id
    returning 1`.execute(tx);
  if (written.rows.length === 0) throw new Overtaken();
}

/** The order, as the caller holds it, or locked with the call that it waits for the answer to. */
function heldFor({ order_id, state }: OrderRow, answer: Answered | undefined): Sql {
  return answer === undefined
    ? sql`select o.order_id from orders o where o.order_id = ${order_id}`
    : sql`
      select o.order_id from calls c join orders o on o.order_id = c.subject_id
      where c.call_id = ${answer.call.call_id} and c.state in ('planned', 'unknown')
        and o.order_id = ${order_id} and o.state = ${state} for update of c, o`;
}
