import { addMs, DAY_MS, MINUTE_MS, SECOND_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { type BackOff, backOffMs } from '../../../kit/due/back-off.ts';
import { willBeAsked } from '../../../kit/texts/submissions.ts';
import type { ManagementContext } from '../context.ts';
import { lockOrder } from '../orders/orders.ts';
import { handleUndelivered } from './handle-undelivered.ts';
import { type AttemptOutcome, MESSAGE_COLUMNS, type Message } from './message.ts';

export const ATTEMPTS_MAX = 10;
const RETRY: BackOff = { min_ms: SECOND_MS, max_ms: 10 * MINUTE_MS };
/** How long a message's content is kept while waiting for a receipt, report or answer. Most come within minutes. */
const REPORT_WAIT_MS_MAX = 3 * DAY_MS;

/**
 * Records the outcome of an attempt. Not sent: retried, up to ten times. Unknown: a mail is retried, since its Message-ID
 * identifies the duplicate; a text message is not, since nothing would (ADR 15), but its provider is asked, if it can be,
 * and until then nothing else is done. A permanent failure falls back to the other channel, if there is one. The outcome of an attempt that was given up for lost meanwhile changes nothing.
 */
export async function recordOutcome(
  context: ManagementContext,
  message: Message,
  outcome: AttemptOutcome,
): Promise<void> {
  const { message_id, attempts, channel, sending_claim } = message;
  const now = context.clock();
  const canRetry = outcome.kind === 'not_sent' || (outcome.kind === 'unknown' && channel === 'email');
  if (canRetry && attempts < ATTEMPTS_MAX) {
    const wait = backOffMs(attempts + 1, RETRY);
    await sql`
      update messages set state = 'due', sending_since = null, sending_claim = null, due_at = ${addMs(now, wait)},
        problem = ${outcome.reason}
      where message_id = ${message_id} and state = 'sending' and sending_claim = ${sending_claim}`.execute(
      context.db,
    );
    return;
  }
  await inTransaction(context.db, async (tx) => {
    // Orders are locked before messages; the subject of most messages is one.
    if (outcome.kind !== 'submitted') await lockOrder(tx, message.subject_id);
    const isAsked = outcome.kind === 'unknown' && channel === 'sms' && (await willBeAsked(tx, message_id));
    // The content is kept no longer than needed: until delivery if there is another channel to fall back on, otherwise
    // until it was submitted.
    const keepsContent =
      isAsked ||
      (outcome.kind === 'submitted' &&
        message.fallback_address !== null &&
        (channel === 'sms' || context.settings.bounceDomain !== ''));
    const ended = await sql`
      update messages set state = ${STATE_AFTER[outcome.kind]}, sending_since = null, sending_claim = null,
        vars_sealed = ${keepsContent ? message.vars_sealed : null}, forget_at = ${keepsContent ? addMs(now, REPORT_WAIT_MS_MAX) : null},
        sent_at = ${outcome.kind === 'submitted' || outcome.kind === 'unknown' ? now : null},
        problem = ${outcome.kind === 'submitted' ? null : outcome.reason}
      where message_id = ${message_id} and state = 'sending' and sending_claim = ${sending_claim} returning 1`.execute(
      tx,
    );
    if (ended.rows.length === 0 || isAsked) return;
    if (outcome.kind !== 'submitted') return handleUndelivered(context, tx, message, outcome);
    const hasReceipts =
      channel === 'sms' && (await insertParts(tx, message_id, outcome.provider_message_ids));
    if (hasReceipts) await settleDelivery(context, tx, message_id);
  });
}

/** Stores the parts that a message was sent in, in the order in which receipts lock them. Says whether any of them has its receipt already. */
export async function insertParts(
  tx: Tx,
  messageId: string,
  providerIds: readonly string[],
): Promise<boolean> {
  const stored = await sql<{ state: string }>`
    insert into message_parts (provider_message_id, message_id, state)
    select distinct id, ${messageId}::uuid, 'submitted' from unnest(${providerIds}::text[]) as p(id) order by id
    on conflict (provider_message_id) do update set message_id = excluded.message_id
    returning state`.execute(tx);
  return stored.rows.some(({ state }) => state !== 'submitted');
}

const STATE_AFTER = {
  submitted: 'sent',
  refused: 'failed',
  not_sent: 'failed',
  unknown: 'unknown',
  suppressed: 'suppressed',
} as const;

/** A message is delivered when all of its parts are, and failed as soon as one is. */
export async function settleDelivery(context: ManagementContext, tx: Tx, messageId: string): Promise<void> {
  const now = context.clock();
  const found = await sql<Message>`
    select ${MESSAGE_COLUMNS} from messages
    where message_id = ${messageId} and state = 'sent' for update`.execute(tx);
  const message = found.rows[0];
  // Mail has no receipts: any parts are those of an earlier attempt by text.
  if (message?.channel !== 'sms') return;
  const parts = await sql<{ state: string }>`
    select state from message_parts where message_id = ${messageId}`.execute(tx);
  const states = parts.rows.map(({ state }) => state);
  if (states.length === 0 || states.includes('submitted')) return;
  const state = ['failed', 'unknown'].find((bad) => states.includes(bad)) ?? 'delivered';
  await sql`
    update messages set state = ${state}, vars_sealed = null, forget_at = null,
      delivered_at = ${state === 'delivered' ? now : null}, problem = ${state === 'failed' ? NOT_DELIVERED : null}
    where message_id = ${messageId}`.execute(tx);
  if (state === 'failed')
    await handleUndelivered(context, tx, message, { kind: 'refused', reason: NOT_DELIVERED });
}

const NOT_DELIVERED = 'not_delivered';

/** Deletes the content of messages whose receipt or report never came. */
export async function forgetExpiredContent(context: ManagementContext, now: Date): Promise<void> {
  await sql`
    update messages set vars_sealed = null, forget_at = null
    where message_id in (
      select message_id from messages where forget_at <= ${now} and state <> 'sending'
      limit 100 for update skip locked)`.execute(context.db);
}
