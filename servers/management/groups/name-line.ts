import { addMs, SECOND_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { type BackOff, backOffMs } from '../../../kit/due/back-off.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { ManagementContext } from '../context.ts';
import { lockOrder } from '../orders/orders.ts';
import { NAME_RECIPIENT_REFUSALS, nameRecipient } from '../orders/recipient/name-recipient.ts';
import { type GroupView, groupView } from './group-view.ts';
import type { GroupLine } from './groups.ts';
import { nameOf } from './recipient-list.ts';

/** Attempts to look up a name while shop or carrier does not answer. */
const ATTEMPTS_MAX = 4;
const BACK_OFF: BackOff = { min_ms: 2 * SECOND_MS, max_ms: 10 * SECOND_MS };

export type LineRecipient = { phone: string; name?: string } | { email: string; name: string };

export const CORRECT_LINE_REFUSALS = refusals('group_not_found', ...NAME_RECIPIENT_REFUSALS);

/**
 * The buyer corrects a line of the list: sets its recipient and reads back the masked name; repeatable until the
 * group is confirmed. The line keeps what the buyer wrote even if no name is found.
 */
export async function correctLine(
  context: ManagementContext,
  ids: { groupId: string; orderId: string; memberId: string },
  recipient: LineRecipient,
): Promise<Result<GroupView, RefusalOf<typeof CORRECT_LINE_REFUSALS>>> {
  const { groupId, orderId, memberId } = ids;
  const own = await inTransaction(
    context.db,
    async (tx): Promise<Result<null, RefusalOf<typeof CORRECT_LINE_REFUSALS>>> => {
      const group = await sql`
      select 1 from order_groups where group_id = ${groupId} and member_id = ${memberId}`.execute(tx);
      if (group.rows.length === 0) return refuse('group_not_found');
      const order = await lockOrder(tx, orderId, memberId);
      if (order?.group_id !== groupId) return refuse('order_not_found');
      if (order.state !== 'authorised' && order.state !== 'awaiting_confirmation')
        return refuse('wrong_state', { state_now: order.state });
      await sql`
      update group_lines set address = ${'email' in recipient ? recipient.email : recipient.phone},
        name = ${nameOf(recipient)}, problem = null, due_at = null
      where order_id = ${orderId}`.execute(tx);
      return done(null);
    },
  );
  if (!own.ok) return own;
  const named = await nameRecipient(context, orderId, memberId, recipient);
  if (!named.ok) {
    await sql`update group_lines set problem = ${named.code} where order_id = ${orderId}`.execute(context.db);
    return named;
  }
  return done(await groupView(context.db, groupId, context.clock()));
}

/** Looks up the name for a line, and stores why there is none. Returns when to try again, if at all. */
export async function lookUpLine(
  context: ManagementContext,
  { order_id, address, name, attempts }: GroupLine,
  memberId: string,
): Promise<Date | null> {
  const recipient = address.includes('@')
    ? { email: address, name: name ?? '' }
    : { phone: address, ...(name === null ? {} : { name }) };
  const named = await nameRecipient(context, order_id, memberId, recipient);
  if (named.ok) return null;
  if (named.code === 'service_unavailable' && attempts < ATTEMPTS_MAX)
    return addMs(context.clock(), backOffMs(attempts, BACK_OFF));
  await sql`update group_lines set problem = ${named.code} where order_id = ${order_id}`.execute(context.db);
  return null;
}
