import { isCash } from '../../../contracts/cash.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { maskEmail } from '../../../kit/email.ts';
import type { BuyerAction, GiftState } from '../../../kit/gift-state.ts';
import { minorToJson } from '../../../kit/money.ts';
import { maskName } from '../../../kit/names.ts';
import { maskPhone } from '../../../kit/phone.ts';
import { type GiftFacts, readGiftFacts } from './gift-facts.ts';
import { actionsOfBuyer } from './gift-state.ts';
import type { OrderState } from './order-states.ts';
import { isAccepted, type OrderRow } from './orders.ts';

export type OrderView = {
  order_id: string;
  group_id?: string;
  shop_id: string;
  state: OrderState;
  /** The same for people, with what became of the certificate, and what the buyer can do now. */
  gift_state: GiftState;
  actions: BuyerAction[];
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
    /** The buyer typed the name of a number: nobody could be asked, and the recipient confirms it when accepting. */
    to_be_confirmed?: true;
    /** What a confirmation must give, so that nobody confirms a name they were not told. */
    read_back_id?: string;
  };
  refusal_word?: string;
  certificate_last4?: string;
  answer_by?: string;
  /** Until when an accepted gift can be withdrawn, if none of it was used. */
  refund_until?: string;
  /** Whether its payment is disputed, or was lost by that. */
  dispute?: 'open' | 'lost';
  /** If it is paid in cash: the number of the till's receipt, once a gift was bought or the cash is to be collected. */
  cash?: { receipt_no?: string };
  created_at: string;
};

/** Whether whoever accepts confirms the name: nobody could be asked whose number it is, so the buyer typed it. */
export function isNameToConfirm({ name_source, recipient_phone }: OrderRow): boolean {
  return name_source === 'typed' && recipient_phone !== null;
}

/** An order as its buyer sees it. */
export async function orderView(executor: Executor, order: OrderRow, now: Date): Promise<OrderView> {
  return viewOf(order, (await readGiftFacts(executor, [order])).get(order.order_id), now);
}

/** Rows of orders, each with its view, read for all of them at once. */
export async function withViews<Row extends OrderRow>(
  executor: Executor,
  orders: readonly Row[],
  now: Date,
): Promise<{ row: Row; view: OrderView }[]> {
  const facts = await readGiftFacts(executor, orders);
  return orders.map((row) => ({ row, view: viewOf(row, facts.get(row.order_id), now) }));
}

function viewOf(order: OrderRow, facts: GiftFacts | undefined, now: Date): OrderView {
  const { recipient_name: name, recipient_channel: channel, read_back_id } = order;
  const address =
    channel === 'email' ? maskEmail(order.recipient_email ?? '') : maskPhone(order.recipient_phone ?? '');
  return {
    order_id: order.order_id,
    shop_id: order.shop_id,
    state: order.state,
    ...actionsOfBuyer(order, facts, now),
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
      refund_until: isAccepted(order) && order.dispute === null ? order.refund_until?.toISOString() : null,
    }),
    ...(order.dispute === null ? {} : { dispute: order.dispute }),
    ...(isCash(order.payment_method_id) ? { cash: receiptOf(order) } : {}),
    ...(name === null || channel === null
      ? {}
      : {
          recipient: {
            masked_name: maskName(name),
            masked_address: address,
            channel,
            ...(order.recycled === null ? {} : { recycled: order.recycled }),
            ...(isNameToConfirm(order) ? { to_be_confirmed: true } : {}),
            ...(order.state === 'awaiting_confirmation' && read_back_id !== null ? { read_back_id } : {}),
          },
        }),
    created_at: order.created_at.toISOString(),
  };
}

function receiptOf({ approval_number }: OrderRow): { receipt_no?: string } {
  return approval_number === null ? {} : { receipt_no: approval_number };
}

type Text = Record<string, string | null | undefined>;
function optional<T extends Text>(members: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value != null)) as {
    [K in keyof T]?: string;
  };
}
