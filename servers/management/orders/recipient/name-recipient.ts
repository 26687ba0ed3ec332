import { sql } from '../../../../kit/db/sql.ts';
import { inTransaction } from '../../../../kit/db/transaction.ts';
import { newId } from '../../../../kit/ids.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../../kit/result.ts';
import type { ManagementContext } from '../../context.ts';
import {
  lockOrder,
  moveOrder,
  ORDER_COLUMNS,
  type OrderRow,
  type OrderView,
  orderView,
  readOrder,
} from '../orders.ts';
import { LOOK_UP_NAME_REFUSALS, lookUpName, type Recipient } from './look-up-name.ts';

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
  const order = await findOpen(context, orderId, memberId);
  if (!order.ok) return order;
  const named = await lookUpName(context, order.value, memberId, recipient);
  return inTransaction(
    context.db,
    async (tx): Promise<Result<OrderView, RefusalOf<typeof NAME_RECIPIENT_REFUSALS>>> => {
      const now = context.clock();
      const locked = await lockOrder(tx, orderId, memberId);
      if (locked === undefined) return refuse('order_not_found');
      if (!OPEN.has(locked.state)) return refuse('wrong_state', { state_now: locked.state });
      if (!named.ok) {
        // Without a name there is nothing to confirm.
        if (locked.state === 'awaiting_confirmation') {
          await sql`update orders set recipient_name = null, read_back_id = null where order_id = ${orderId}`.execute(
            tx,
          );
          await moveOrder(tx, locked, 'authorised', now, {
            kind: 'recipient_not_named',
            detail: { code: named.code },
          });
        }
        return named;
      }
      const { channel, phone, email, name, source, recycled } = named.value;
      const readBackId = newId();
      await sql`
      update orders set recipient_channel = ${channel}, recipient_phone = ${phone}, recipient_email = ${email},
        recipient_name = ${name}, read_back_id = ${readBackId}, name_source = ${source}, recycled = ${recycled}
      where order_id = ${orderId}`.execute(tx);
      await moveOrder(tx, locked, 'awaiting_confirmation', now, {
        kind: 'name_read_back',
        detail: { source, read_back_id: readBackId },
      });
      return done(orderView(await readOrder(tx, orderId)));
    },
  );
}

async function findOpen(
  context: ManagementContext,
  orderId: string,
  memberId: string,
): Promise<Result<OrderRow, 'order_not_found' | 'wrong_state' | 'authorisation_expired'>> {
  const found = await sql<OrderRow>`
    select ${ORDER_COLUMNS} from orders o where order_id = ${orderId} and member_id = ${memberId}`.execute(
    context.db,
  );
  const order = found.rows[0];
  if (order === undefined) return refuse('order_not_found');
  if (!OPEN.has(order.state)) return refuse('wrong_state', { state_now: order.state });
  if (order.authorise_by <= context.clock()) return refuse('authorisation_expired');
  // The gifts of a group follow its payment a moment later: once it is being voided, nobody is looked up.
  const group = await sql<{ state: string }>`
    select state from order_groups where group_id = ${order.group_id} and state <> 'authorised'`.execute(
    context.db,
  );
  const released = group.rows[0];
  if (released !== undefined) return refuse('wrong_state', { state_now: released.state });
  return done(order);
}
