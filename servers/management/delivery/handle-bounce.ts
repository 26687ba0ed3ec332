import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import type { DeliveryStatus } from '../../../kit/mail/delivery-status.ts';
import type { ManagementContext } from '../context.ts';
import { lockOrder } from '../orders/orders.ts';
import { handleUndelivered } from './handle-undelivered.ts';
import { MESSAGE_COLUMNS, type Message } from './message.ts';

/**
 * Handles a delivery report on one of our mails (RFC 3464). `failed` is final: the mail server has given up for whatever
 * reason, and the message falls back to the other channel. Any other action, such as `delayed`, changes nothing. Safe to
 * repeat.
 */
export async function handleBounce(
  context: ManagementContext,
  messageId: string,
  statuses: readonly DeliveryStatus[],
): Promise<void> {
  const failed = statuses.find(({ action }) => action === 'failed');
  if (failed === undefined) return;
  const reason = failed.status === '' ? 'bounced' : `bounced_${failed.status}`;
  await inTransaction(context.db, async (tx) => {
    const about = await sql<{ subject_id: string }>`
      select subject_id from messages where message_id = ${messageId}`.execute(tx);
    if (about.rows[0] === undefined) return;
    await lockOrder(tx, about.rows[0].subject_id);
    const found = await sql<Message>`
      select ${MESSAGE_COLUMNS} from messages
      where message_id = ${messageId} and channel = 'email' and state in ('sent', 'unknown') for update`.execute(
      tx,
    );
    const message = found.rows[0];
    if (message === undefined) return;
    await sql`
      update messages set state = 'failed', problem = ${reason}, vars_sealed = null, forget_at = null
      where message_id = ${messageId}`.execute(tx);
    await handleUndelivered(context, tx, message, { kind: 'refused', reason });
  });
}
