import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import type { ManagementContext } from '../context.ts';
import { PLAIN_TEXT } from '../messages/queue-message.ts';
import { ORDER_COLUMNS, type OrderRow, recordEvent } from '../orders/orders.ts';
import { tellBuyer } from '../orders/tell.ts';
import type { AttemptOutcome, Message } from './message.ts';

/** Without these a recipient knows of nothing, so their buyer must hear that they did not arrive. */
const OFFER_MESSAGES: ReadonlySet<string> = new Set(['recipient.gift_arrived', 'recipient.gift_reminder']);

/**
 * A message that did not arrive, or of which nobody knows, goes by the other channel when there is one. That it certainly
 * did not arrive stands in the timeline of the gift that it was about; the buyer is told when it was the gift itself and
 * there is no other way to its recipient. The message's order, if it has one, is locked.
 */
export async function handleUndelivered(
  context: ManagementContext,
  tx: Executor,
  message: Message,
  why: Exclude<AttemptOutcome, { kind: 'submitted' }>,
): Promise<void> {
  const fallbackChannel = await switchChannel(context, tx, message);
  if (why.kind === 'unknown' || message.kind === PLAIN_TEXT) return;
  const found = await sql<OrderRow>`
    select ${ORDER_COLUMNS} from orders o where order_id = ${message.subject_id}`.execute(tx);
  const order = found.rows[0];
  if (order === undefined) return;
  const { kind, channel } = message;
  const detail = {
    message: kind,
    channel,
    reason: why.reason,
    ...(fallbackChannel === null ? {} : { goes_by: fallbackChannel }),
  };
  await recordEvent(tx, order.order_id, order.state, order.state, context.clock(), {
    kind: 'message_undelivered',
    detail,
  });
  if (fallbackChannel === null && OFFER_MESSAGES.has(kind) && order.state === 'offered')
    await tellBuyer(context, tx, order, 'buyer.recipient_not_reached');
}

async function switchChannel(
  context: ManagementContext,
  tx: Executor,
  message: Message,
): Promise<Message['channel'] | null> {
  const { message_id, channel, fallback_address, kind, vars_sealed } = message;
  if (fallback_address === null || vars_sealed === null || kind === PLAIN_TEXT) return null;
  const other = channel === 'sms' ? 'email' : 'sms';
  // The same row goes the other way, so that what it says stays under one seal; its trouble stands in `problem`.
  await sql`
    update messages set state = 'due', channel = ${other}, address = ${fallback_address}, fallback_address = null,
      vars_sealed = ${vars_sealed}, attempts = 0, due_at = ${context.clock()}, sent_at = null, forget_at = null
    where message_id = ${message_id}`.execute(tx);
  return other;
}
