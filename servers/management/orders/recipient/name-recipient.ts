import { type Answered, storeAnswer } from '../../../../kit/calls/calls.ts';
import { sql } from '../../../../kit/db/sql.ts';
import { inTransaction } from '../../../../kit/db/transaction.ts';
import { newId } from '../../../../kit/ids.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../../kit/result.ts';
import type { ManagementContext } from '../../context.ts';
import { GIFT_COLUMNS, GIFT_TABLES, type Gift, type GiftRow, giftOf } from '../gift.ts';
import { type OrderView, orderView } from '../order-view.ts';
import { lockOrder, moveOrder, type OrderRow, unlessOvertaken } from '../orders.ts';
import { LOOK_UP_NAME_REFUSALS, lookUpName, type NamedRecipient, type Recipient } from './look-up-name.ts';

const OPEN = new Set(['authorised', 'awaiting_confirmation']);

export const NAME_RECIPIENT_REFUSALS = refusals(
  'order_not_found',
  'wrong_state',
  'authorisation_expired',
  ...LOOK_UP_NAME_REFUSALS,
);

/**
 * Purchase 6–10: sets the recipient and reads back the masked name behind the number; repeatable until confirmed. The
 * number is looked up among the shop's members first, then at the carrier, and only for a buyer with an authorised
 * payment, up to a daily limit. Each read-back has its own `read_back_id`, which the confirmation must give.
 */
export async function nameRecipient(
  context: ManagementContext,
  orderId: string,
  memberId: string,
  recipient: Recipient,
): Promise<Result<OrderView, RefusalOf<typeof NAME_RECIPIENT_REFUSALS>>> {
  const gift = await findOpen(context, orderId, memberId);
  if (!gift.ok) return gift;
  const { named, answer } = await lookUpName(context, gift.value, recipient);
  const { order } = gift.value;
  if (named.ok && answer !== null) {
    const readBack = await readBackAtOnce(context, order, named.value, answer);
    if (readBack !== undefined) return done(await orderView(context.db, readBack, context.clock()));
  }
  return inTransaction(
    context.db,
    async (tx): Promise<Result<OrderView, RefusalOf<typeof NAME_RECIPIENT_REFUSALS>>> => {
      const now = context.clock();
      const locked = await lockOrder(tx, orderId, memberId);
      const isOpen = locked !== undefined && OPEN.has(locked.state);
      if (isOpen && named.ok) {
        const change = { ...readBackOf(named.value), ...(answer === null ? {} : { answer }) };
        const moved = await moveOrder(tx, locked, 'awaiting_confirmation', now, change);
        return done(await orderView(tx, moved, now));
      }
      if (answer !== null) await storeAnswer(tx, answer, now);
      if (locked === undefined) return refuse('order_not_found');
      if (!isOpen || named.ok) return refuse('wrong_state', { state_now: locked.state });
      // Without a name there is nothing to confirm.
      if (locked.state === 'awaiting_confirmation')
        await moveOrder(tx, locked, 'authorised', now, {
          kind: 'recipient_not_named',
          detail: { code: named.code },
          set: { recipient_name: null, read_back_id: null },
        });
      return named;
    },
  );
}

/** Stores a read-back in one statement; undefined if the order is in another state by now. */
function readBackAtOnce(
  { db, clock }: ManagementContext,
  order: OrderRow,
  named: NamedRecipient,
  answer: Answered,
): Promise<OrderRow | undefined> {
  const change = { ...readBackOf(named), answer };
  return unlessOvertaken(db, (tx) => moveOrder(tx, order, 'awaiting_confirmation', clock(), change));
}

function readBackOf(named: NamedRecipient) {
  const read_back_id = newId();
  const detail = { source: named.source, read_back_id };
  return { kind: 'name_read_back', detail, set: { ...recipientColumns(named), read_back_id } };
}

/** A recipient as columns of an order. */
export function recipientColumns({ channel, phone, email, name, source, recycled }: NamedRecipient) {
  return {
    recipient_channel: channel,
    recipient_phone: phone,
    recipient_email: email,
    recipient_name: name,
    name_source: source,
    recycled,
  };
}

async function findOpen(
  context: ManagementContext,
  orderId: string,
  memberId: string,
): Promise<Result<Gift, 'order_not_found' | 'wrong_state' | 'authorisation_expired'>> {
  const found = await sql<GiftRow & { group_state: string | null }>`
    select ${GIFT_COLUMNS}, g.state as group_state from ${GIFT_TABLES}
      left join order_groups g on g.group_id = o.group_id
    where o.order_id = ${orderId} and o.member_id = ${memberId}`.execute(context.db);
  const [order] = found.rows;
  if (order === undefined) return refuse('order_not_found');
  if (!OPEN.has(order.state)) return refuse('wrong_state', { state_now: order.state });
  if (order.authorise_by <= context.clock()) return refuse('authorisation_expired');
  // The gifts of a group follow its payment a moment later: once it is being voided, nobody is looked up.
  if (order.group_state !== null && order.group_state !== 'authorised')
    return refuse('wrong_state', { state_now: order.group_state });
  return done(giftOf(order));
}
