import { sql } from '../../../kit/db/sql.ts';
import type { Receipt } from '../../../kit/texts/port.ts';
import type { ShopContext } from '../context.ts';
import { ATTEMPTS_MAX } from './text-messages.ts';

/** Records what became of a text. Whether that was taken: not before the text is recorded as sent. */
export async function recordReceipt(context: ShopContext, receipt: Receipt): Promise<boolean> {
  const state =
    receipt.state === 'delivered' ? 'delivered' : receipt.state === 'unknown' ? 'unknown' : 'failed';
  const known = await sql`
    update messages set state = case when state = 'sent' then ${state} else state end
    where provider_message_id = ${receipt.provider_message_id} returning 1`.execute(context.db);
  return known.rows.length > 0;
}

/** Records that a provider has a text whose attempt nobody heard the end of. Not taken while that lasts. */
export async function recordFound(
  context: ShopContext,
  messageId: string,
  providerMessageId: string,
): Promise<boolean> {
  await sql`
    update messages set state = 'sent', provider_message_id = ${providerMessageId}, problem = null, content_sealed = null
    where message_id = ${messageId} and state = 'unknown'`.execute(context.db);
  return !(await isBeingSent(context, messageId));
}

/** Records that a provider has no such text, so that it is sent again, or never said. Not taken while the attempt lasts. */
export async function recordLost(
  context: ShopContext,
  messageId: string,
  { kind, reason }: { kind: 'not_sent' | 'unknown'; reason: string },
): Promise<boolean> {
  const isMissing = kind === 'not_sent';
  await sql`
    update messages set problem = ${reason}, due_at = ${context.clock()},
      state = case when ${!isMissing} then 'unknown' when content_sealed is null or attempts >= ${ATTEMPTS_MAX} then 'failed' else 'due' end,
      content_sealed = case when ${isMissing} and attempts < ${ATTEMPTS_MAX} then content_sealed end
    where message_id = ${messageId} and state = 'unknown'`.execute(context.db);
  return !(await isBeingSent(context, messageId));
}

async function isBeingSent({ db }: ShopContext, messageId: string): Promise<boolean> {
  const found = await sql`
    select 1 from messages where message_id = ${messageId} and state = 'sending'`.execute(db);
  return found.rows.length > 0;
}
