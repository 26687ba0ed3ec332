import { sql } from '../../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import type { ManagementContext } from '../context.ts';
import { lockOrder } from '../orders/orders.ts';
import { handleUndelivered } from './handle-undelivered.ts';
import { MESSAGE_COLUMNS, type Message } from './message.ts';
import { ATTEMPTS_MAX, insertParts, settleDelivery } from './record-outcome.ts';

/**
 * Records that a provider has the text of a message whose attempt nobody heard the end of. Whether that was taken: not while
 * the attempt lasts.
 */
export function recordFound(
  context: ManagementContext,
  messageId: string,
  providerMessageId: string,
): Promise<boolean> {
  return whileUnknown(context, messageId, async (tx, message) => {
    const keepsContent = message.fallback_address !== null;
    await sql`
      update messages set state = 'sent', sent_at = ${context.clock()}, problem = null,
        vars_sealed = ${keepsContent ? message.vars_sealed : null}
      where message_id = ${messageId}`.execute(tx);
    if (await insertParts(tx, messageId, [providerMessageId])) await settleDelivery(context, tx, messageId);
  });
}

/**
 * Records that a provider has no such text, so that it is sent again, or never said. Whether that was taken: not while the
 * attempt lasts.
 */
export function recordLost(
  context: ManagementContext,
  messageId: string,
  outcome: { kind: 'not_sent' | 'unknown'; reason: string },
): Promise<boolean> {
  return whileUnknown(context, messageId, async (tx, message) => {
    const hasContent = message.vars_sealed !== null || message.entry_no !== null;
    const canRetry = outcome.kind === 'not_sent' && message.attempts < ATTEMPTS_MAX && hasContent;
    const state = canRetry ? 'due' : outcome.kind === 'not_sent' ? 'failed' : 'unknown';
    await sql`
      update messages set state = ${state}, problem = ${outcome.reason}, sent_at = null, forget_at = null,
        due_at = ${context.clock()}, vars_sealed = ${canRetry ? message.vars_sealed : null}
      where message_id = ${messageId}`.execute(tx);
    if (!canRetry) await handleUndelivered(context, tx, message, outcome);
  });
}

/** Does `work` if the text's outcome is unknown. Returns false while it is being sent. */
function whileUnknown(
  context: ManagementContext,
  messageId: string,
  work: (tx: Tx, message: Message) => Promise<void>,
): Promise<boolean> {
  return inTransaction(context.db, async (tx) => {
    const about = await sql<{ subject_id: string }>`
      select subject_id from messages where message_id = ${messageId}`.execute(tx);
    if (about.rows[0] !== undefined) await lockOrder(tx, about.rows[0].subject_id);
    const found = await sql<Message & { state: string }>`
      select ${MESSAGE_COLUMNS}, state from messages
      where message_id = ${messageId} and channel = 'sms' for update`.execute(tx);
    const message = found.rows[0];
    if (message?.state === 'sending') return false;
    if (message?.state === 'unknown') await work(tx, message);
    return true;
  });
}
