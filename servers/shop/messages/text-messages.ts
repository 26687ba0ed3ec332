import { addMs, MINUTE_MS, SECOND_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { type BackOff, backOffMs } from '../../../kit/due/back-off.ts';
import { type Claim, claimDue, claimUnparted } from '../../../kit/due/claims.ts';
import { eachDue } from '../../../kit/due/each-due.ts';
import { newId } from '../../../kit/ids.ts';
import { openText, sealText } from '../../../kit/sealed-text.ts';
import type { Notice } from '../../../kit/texts/port.ts';
import type { TextOutcome, TextProviders } from '../../../kit/texts/providers.ts';
import { submittedAs, willBeAsked } from '../../../kit/texts/submissions.ts';
import type { Locale } from '../../../kit/words/index.ts';
import type { ShopContext } from '../context.ts';

export const ATTEMPTS_MAX = 8;
/** Longer than any attempt takes: older ones were left by a process that died. */
const SENDING_MS_MAX = 2 * MINUTE_MS;
const RETRY: BackOff = { min_ms: SECOND_MS, max_ms: 5 * MINUTE_MS };
const PROVIDERS = sql`select 'sms' as party`;

/** Queues a text message in the transaction of the change it reports. Until it was sent it is encrypted. */
export async function queueText(
  context: ShopContext,
  tx: Executor,
  { phone, text, due_at, notice }: { phone: string; text: string; due_at: Date; notice: Notice },
): Promise<void> {
  const id = newId();
  await sql`
    insert into messages (message_id, channel, phone, content_sealed, kind, locale, state, due_at, created_at)
    values (${id}, 'sms', ${phone}, ${sealText(context, id, text)}, ${notice.kind}, ${notice.locale}, 'due', ${due_at},
      ${context.clock()})`.execute(tx);
}

type DueText = {
  message_id: string;
  phone: string;
  content_sealed: Buffer | null;
  text: string;
  /** Null for one that was queued before texts had a kind. */
  kind: string | null;
  locale: Locale | null;
  attempts: number;
  /** Whose attempt this is. */
  sending_claim: string | null;
};

/**
 * Sends texts that are due, those to one phone in the order they were queued. Each is marked as being sent right before,
 * under a claim of its own. What a text said is forgotten once it is done with. Returns how many are.
 */
export function sendDueTexts(context: ShopContext, texts: Pick<TextProviders, 'send'>): Promise<number> {
  // `offset 0` keeps it from becoming a join, as in management's `sendDueMessages`.
  const due = (now: Date) => sql`
    select m.message_id::text as subject_id, m.due_at from messages m
    where m.channel = p.party and m.state = 'due' and m.due_at <= ${now}
      and not exists (
        select 1 from messages before
        where before.phone = m.phone and before.message_id < m.message_id and before.channel = m.channel
          and (before.state = 'sending' or (before.state = 'due' and before.due_at <= ${now}))
        offset 0)`;
  const find = (claim: Claim) => claimDue(claim, PROVIDERS, due(claim.now)).execute(context.db);
  return eachDue(context, 'texts', find, async (_within, { subject_id }) => {
    const text = await beginSending(context, subject_id);
    return text !== undefined && recordOutcome(context, text, await sendOne(context, texts, text));
  });
}

/** With `case`, PostgreSQL looks the text up by its id; otherwise it would look through an index of all that wait. */
async function beginSending(context: ShopContext, messageId: string): Promise<DueText | undefined> {
  const now = context.clock();
  const begun = await sql<DueText>`
    update messages set state = 'sending', sending_since = ${now}, sending_claim = ${newId()}, attempts = attempts + 1
    where message_id = ${messageId} and case when state = 'due' then due_at <= ${now} else false end
    returning message_id, phone, content_sealed, text, kind, locale, attempts, sending_claim`.execute(
    context.db,
  );
  return begun.rows[0];
}

function sendOne(
  context: ShopContext,
  texts: Pick<TextProviders, 'send'>,
  { message_id, phone, content_sealed, text, kind, locale }: DueText,
): Promise<TextOutcome> {
  const said = content_sealed === null ? text : openText(context, message_id, content_sealed);
  const notice = kind === null || locale === null ? undefined : { kind, locale };
  return texts.send({ message_id, to: phone, text: said, notice });
}

/**
 * Returns whether the text is done with; one that was certainly not sent is tried again, and what one said stays while its
 * provider is to be asked whether it was. The outcome of an attempt that was
 * given up for lost meanwhile changes nothing.
 */
async function recordOutcome(
  context: ShopContext,
  { message_id, attempts, sending_claim }: DueText,
  outcome: TextOutcome,
): Promise<boolean> {
  if (outcome.kind === 'not_sent' && attempts < ATTEMPTS_MAX) {
    const wait = backOffMs(attempts + 1, RETRY);
    await sql`
      update messages set state = 'due', due_at = ${addMs(context.clock(), wait)}, sending_since = null, sending_claim = null
      where message_id = ${message_id} and state = 'sending' and sending_claim = ${sending_claim}`.execute(
      context.db,
    );
    return false;
  }
  const state = outcome.kind === 'submitted' ? 'sent' : outcome.kind === 'unknown' ? 'unknown' : 'failed';
  const providerId = outcome.kind === 'submitted' ? (outcome.provider_message_ids.at(-1) ?? null) : null;
  const isAsked = outcome.kind === 'unknown' && (await willBeAsked(context.db, message_id));
  const ended = await sql`
    update messages set state = ${state}, text = '', provider_message_id = ${providerId},
      content_sealed = case when ${isAsked} then content_sealed end,
      problem = ${outcome.kind === 'submitted' ? null : outcome.reason}, sending_since = null, sending_claim = null
    where message_id = ${message_id} and state = 'sending' and sending_claim = ${sending_claim} returning 1`.execute(
    context.db,
  );
  return ended.rows.length > 0;
}

/**
 * Settles attempts that nobody reported on: their process died, or takes so long that nobody waits for it. Such a text may
 * have been sent, so it is not sent again (ADR 15) unless its provider, where it can be asked, has none. Returns how many.
 */
export function settleInterrupted(context: ShopContext): Promise<number> {
  const since = (now: Date) => addMs(now, -SENDING_MS_MAX);
  const due = (now: Date) => sql`
    select message_id::text as subject_id, sending_since as due_at from messages
    where state = 'sending' and sending_since <= ${since(now)}`;
  const find = (claim: Claim) => claimUnparted(claim, due(claim.now)).execute(context.db);
  return eachDue(context, 'interrupted_texts', find, async (_within, { subject_id }) => {
    const id = await submittedAs(context.db, subject_id);
    const isSent = id !== undefined;
    const isAsked = !isSent && (await willBeAsked(context.db, subject_id));
    await sql`
      update messages set state = case when ${isSent} then 'sent' else 'unknown' end, text = '',
        content_sealed = case when ${isAsked} then content_sealed end, provider_message_id = ${id ?? null},
        problem = case when ${!isSent} then 'process_died' end, sending_since = null, sending_claim = null
      where message_id = ${subject_id} and state = 'sending' and sending_since <= ${since(context.clock())}`.execute(
      context.db,
    );
  });
}
