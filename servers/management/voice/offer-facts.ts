import type { Executor } from '../../../kit/db/transaction.ts';
import { minorToJson } from '../../../kit/money.ts';
import { maskName } from '../../../kit/names.ts';
import type { ManagementContext } from '../context.ts';
import { type Offered, waitingFor } from '../offers/gifts-of-phone.ts';
import { isNameToConfirm } from '../orders/order-view.ts';
import type { OfferFact } from './dialogues/types.ts';

/** The gift to offer to a phone: the one the call is about if it still waits, otherwise the oldest that does. */
export async function offerFor(
  context: ManagementContext,
  executor: Executor,
  phone: string,
  orderId?: string,
): Promise<{ fact: OfferFact; order: Offered } | undefined> {
  const waiting = await waitingFor(context, executor, phone);
  const order = waiting.find(({ order_id }) => order_id === orderId) ?? waiting[0];
  return order === undefined ? undefined : { fact: factOf(order, phone), order };
}

function factOf(order: Offered, phone: string): OfferFact {
  return {
    order_id: order.order_id,
    phone,
    sender_name: order.sender_name,
    shop_name_ko: order.shop_name_ko,
    shop_name_en: order.shop_name_en,
    amount_minor: minorToJson(order.amount_minor),
    currency: order.currency,
    message: order.message ?? '',
    answer_by: (order.answer_by ?? order.created_at).toISOString(),
    ...(isNameToConfirm(order) ? { name_to_confirm: maskName(order.recipient_name ?? '') } : {}),
  };
}
