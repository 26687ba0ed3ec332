import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { maskEmail } from '../../../kit/email.ts';
import { newId } from '../../../kit/ids.ts';
import { minorToJson } from '../../../kit/money.ts';
import { maskName } from '../../../kit/names.ts';
import { maskPhone } from '../../../kit/phone.ts';
import { currentTraceId } from '../../../kit/trace.ts';
import type { Shop } from '../shops/shops.ts';
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
  recycled: boolean | null;
  refusal_word: string | null;
  certificate_last4: string | null;
  acceptance_problem: string | null;
  authorise_by: Date;
  answer_by: Date | null;
  refund_until: Date | null;
  created_at: Date;
};

/** The columns of an OrderRow, from `orders o`. */
export const ORDER_COLUMNS = sql`
  o.order_id, o.group_id, o.member_id, o.shop_id, o.payment_method_id, o.payment_route, o.amount_minor,
  o.currency, o.message, o.card_design, o.deliver_at, o.state, o.action_url, o.decline_reason, o.end_reason,
  o.recipient_channel, o.recipient_phone, o.recipient_email, o.recipient_name, o.read_back_id, o.recycled,
  o.refusal_word, o.certificate_last4, o.acceptance_problem, o.authorise_by, o.answer_by, o.refund_until,
  o.created_at`;

export type OrderView = {
  order_id: string;
  group_id?: string;
  shop_id: string;
  state: OrderState;
  amount_minor: number;
  currency: string;
  message?: string;
  card_design?: string;
  deliver_at?: string;
  action_url?: string;
  decline_reason?: string;
  end_reason?: string;
  /** The read-back: masked, and whether the number changed hands recently. */
  recipient?: {
    masked_name: string;
    masked_address: string;
    channel: 'sms' | 'email' | 'voice';
    recycled?: boolean;
    /** What a confirmation must give, so that nobody confirms a name they were not told. */
    read_back_id?: string;
  };
  refusal_word?: string;
  certificate_last4?: string;
  answer_by?: string;
  /** Until when an accepted gift can be withdrawn, if none of it was used. */
  refund_until?: string;
  created_at: string;
};

/** An order as its buyer sees it. */
export function orderView(order: OrderRow): OrderView {
  const { recipient_name: name, recipient_channel: channel, read_back_id } = order;
  const address =
    channel === 'email' ? maskEmail(order.recipient_email ?? '') : maskPhone(order.recipient_phone ?? '');
  return {
    order_id: order.order_id,
    shop_id: order.shop_id,
    state: order.state,
    amount_minor: minorToJson(order.amount_minor),
    currency: order.currency,
    ...optional({
      group_id: order.group_id,
      message: order.message,
      card_design: order.card_design,
      deliver_at: order.deliver_at?.toISOString(),
      action_url: order.state === 'requires_action' ? order.action_url : null,
      decline_reason: order.decline_reason,
      end_reason: order.end_reason,
      refusal_word: order.refusal_word,
      certificate_last4: order.certificate_last4,
      answer_by: order.answer_by?.toISOString(),
      refund_until: isAccepted(order) ? order.refund_until?.toISOString() : null,
    }),
    ...(name === null || channel === null
      ? {}
      : {
          recipient: {
            masked_name: maskName(name),
            masked_address: address,
            channel,
            ...(order.recycled === null ? {} : { recycled: order.recycled }),
            ...(order.state === 'awaiting_confirmation' && read_back_id !== null ? { read_back_id } : {}),
          },
        }),
    created_at: order.created_at.toISOString(),
  };
}

/** Its certificate can be used. */
export const isAccepted = ({ state }: Pick<OrderRow, 'state'>) => state === 'accepted' || state === 'issued';

type Text = Record<string, string | null | undefined>;
function optional<T extends Text>(members: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value != null)) as {
    [K in keyof T]?: string;
  };
}

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

export async function readOrder(executor: Executor, orderId: string): Promise<OrderRow> {
  const found =
    await sql<OrderRow>`select ${ORDER_COLUMNS} from orders o where order_id = ${orderId}`.execute(executor);
  const order = found.rows[0];
  if (order === undefined) throw new Error(`There is no order ${orderId}.`);
  return order;
}

export type OrderChange = {
  kind: string;
  detail?: Record<string, unknown>;
  callId?: string;
  /** The signed message behind the change, if it was not the answer to a call. */
  evidenceId?: string;
};

/** Moves a locked order to its next state and records why. A move that ORDER_STATES does not allow is a bug. */
export async function moveOrder(
  tx: Executor,
  order: OrderRow,
  to: OrderState,
  now: Date,
  change: OrderChange,
): Promise<OrderRow> {
  if (!mayMove(order.state, to))
    throw new Error(`Order ${order.order_id} can't go from ${order.state} to ${to}.`);
  await sql`update orders set state = ${to} where order_id = ${order.order_id}`.execute(tx);
  await recordEvent(tx, order.order_id, order.state, to, now, change);
  return { ...order, state: to };
}

export async function recordEvent(
  tx: Executor,
  orderId: string,
  before: OrderState | null,
  after: OrderState,
  now: Date,
  { kind, detail = {}, callId, evidenceId }: OrderChange,
): Promise<void> {
  await sql`
    insert into order_events (event_id, order_id, kind, state_before, state_after, detail, call_id, evidence_id, trace_id,
      at)
    values (${newId()}, ${orderId}, ${kind}, ${before}, ${after}, ${JSON.stringify(detail)}::jsonb, ${callId ?? null},
      ${evidenceId ?? null}, ${currentTraceId()}, ${now})`.execute(tx);
}

/** Records why an order is ending, before it does. */
export async function endWith(tx: Executor, order: OrderRow, reason: string | null): Promise<OrderRow> {
  await sql`update orders set end_reason = ${reason} where order_id = ${order.order_id}`.execute(tx);
  return { ...order, end_reason: reason };
}
