import { sql } from '../../../../kit/db/sql.ts';
import { inTransaction } from '../../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse, rollBack } from '../../../../kit/result.ts';
import type { ManagementContext } from '../../context.ts';
import { shopOf } from '../../shops/shops.ts';
import { reachesTooMany } from '../buyer-standing.ts';
import { driveOrder } from '../drive-order.ts';
import { planCapture } from '../order-calls.ts';
import { lockOrder, moveOrder, type OrderRow, type OrderView, orderView, readOrder } from '../orders.ts';
import { giveNamesBack } from './count-name.ts';

const CONFIRMED = new Set([
  'capturing',
  'registering',
  'offered',
  'scheduled',
  'correcting',
  'accepting',
  'accepted',
  'issued',
]);

export const CONFIRM_RECIPIENT_REFUSALS = refusals(
  'order_not_found',
  'share_of_group', // a group's gifts are confirmed together
  'wrong_state',
  'authorisation_expired',
  'recipient_changed',
  'strangers_limit', // too many people were reached who took nothing
);

/**
 * Purchase 11–13: the buyer confirms the name that was read back; the payment is captured, the certificate
 * registered, and the recipient told. `read_back_id` must be the newest read-back's, so that neither of two tabs or
 * lines confirms a name only the other one was told. Confirming the same read-back again returns the order as it is.
 */
export async function confirmRecipient(
  context: ManagementContext,
  orderId: string,
  memberId: string,
  readBackId: string,
): Promise<Result<OrderView, RefusalOf<typeof CONFIRM_RECIPIENT_REFUSALS>>> {
  const begun = await inTransaction(
    context.db,
    async (tx): Promise<Result<OrderRow[], RefusalOf<typeof CONFIRM_RECIPIENT_REFUSALS>>> => {
      const order = await lockOrder(tx, orderId, memberId);
      if (order === undefined) return refuse('order_not_found');
      if (order.group_id !== null) return refuse('share_of_group', { group_id: order.group_id });
      const isSame = order.read_back_id === readBackId;
      if (CONFIRMED.has(order.state)) return isSame ? done([]) : refuse('recipient_changed');
      if (order.state !== 'awaiting_confirmation') return refuse('wrong_state', { state_now: order.state });
      if (order.authorise_by <= context.clock()) return refuse('authorisation_expired');
      if (!isSame) return refuse('recipient_changed');
      const now = context.clock();
      await sql`update orders set confirmed_at = ${now} where order_id = ${orderId}`.execute(tx);
      if (await reachesTooMany(tx, memberId, now)) return rollBack(refuse('strangers_limit'));
      const moved = await moveOrder(tx, order, 'capturing', now, {
        kind: 'recipient_confirmed',
        detail: { read_back_id: readBackId },
      });
      await planCapture(context, tx, moved, await shopOf(tx, moved));
      return done([moved]);
    },
  );
  if (!begun.ok) return begun;
  await giveNamesBack(context, begun.value);
  await driveOrder(context, orderId);
  return done(orderView(await readOrder(context.db, orderId)));
}
