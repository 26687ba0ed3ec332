import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { sealText } from '../../../kit/sealed-text.ts';
import type { ManagementContext } from '../context.ts';
import { PLAIN_TEXT, planCallFor } from '../messages/queue-message.ts';
import { ORDER_COLUMNS, type OrderRow, recordEvent } from '../orders/orders.ts';
import { tellBuyer } from '../orders/tell.ts';
import { readVarsOfUse } from '../orders/uses/vars-of-use.ts';
import type { AttemptOutcome, Message } from './message.ts';

/** Without these the recipient does not know of the gift, so the buyer is told if they do not arrive. */
const OFFER_MESSAGES: ReadonlySet<string> = new Set(['recipient.gift_arrived', 'recipient.gift_reminder']);

/**
 * A message that did not arrive, or may not have, falls back to the other channel if there is one. A certain failure goes
 * into the timeline of its gift; if it was the offer itself and there is no other channel, the buyer is told. The caller
 * holds the lock on the message's order, if it has one.
 */
export async function handleUndelivered(
  context: ManagementContext,
  tx: Tx,
  message: Message,
  outcome: Exclude<AttemptOutcome, { kind: 'submitted' }>,
): Promise<void> {
  const fallbackChannel = await switchChannel(context, tx, message);
  if (outcome.kind === 'unknown' || message.kind === PLAIN_TEXT) return;
  const found = await sql<OrderRow>`
    select ${ORDER_COLUMNS} from orders o where order_id = ${message.subject_id}`.execute(tx);
  const order = found.rows[0];
  if (order === undefined) return;
  const { kind, channel } = message;
  const detail = {
    message: kind,
    channel,
    reason: outcome.reason,
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
  tx: Tx,
  message: Message,
): Promise<Message['channel'] | null> {
  const { message_id, fallback_channel, fallback_address, kind, vars_sealed, entry_no } = message;
  if (fallback_channel === null || fallback_address === null) return null;
  if ((vars_sealed === null && entry_no === null) || kind === PLAIN_TEXT) return null;
  // A call says what was sealed for it.
  const said = vars_sealed ?? (fallback_channel === 'voice' ? await sealedVars(context, tx, message) : null);
  // The row itself is reused, since its content is sealed to its id; `problem` keeps what went wrong.
  await sql`
    update messages set state = 'due', channel = ${fallback_channel}, address = ${fallback_address},
      fallback_channel = null, fallback_address = null, vars_sealed = ${said}, attempts = 0,
      due_at = ${context.clock()}, sent_at = null, forget_at = null
    where message_id = ${message_id}`.execute(tx);
  if (fallback_channel === 'voice')
    await planCallFor(context, tx, { kind, messageId: message_id }, fallback_address);
  return fallback_channel;
}

async function sealedVars(
  context: ManagementContext,
  tx: Tx,
  { message_id, subject_id, entry_no, locale }: Message,
): Promise<Buffer | null> {
  if (entry_no === null) return null;
  const vars = await readVarsOfUse(tx, { subject_id, entry_no, locale });
  return sealText(context, message_id, JSON.stringify(vars));
}
