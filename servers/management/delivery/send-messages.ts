import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { type Claim, claimDue, claimUnparted } from '../../../kit/due/claims.ts';
import { eachDue } from '../../../kit/due/each-due.ts';
import { newId } from '../../../kit/ids.ts';
import type { Mailer } from '../../../kit/mail/smtp.ts';
import type { TextProviders } from '../../../kit/texts/providers.ts';
import { submittedAs } from '../../../kit/texts/submissions.ts';
import type { NoticeKind } from '../../../kit/words/index.ts';
import type { ManagementContext } from '../context.ts';
import { PLAIN_TEXT } from '../messages/queue-message.ts';
import { draftsOf, wordsFor } from '../wordings/own-wordings.ts';
import { type AttemptOutcome, MESSAGE_COLUMNS, type Message } from './message.ts';
import { varsOf } from './message-vars.ts';
import { forgetExpiredContent, recordOutcome } from './record-outcome.ts';
import { renderMail } from './render-mail.ts';
import { supportLine } from './support-line.ts';

/** Longer than any attempt takes: older ones were left by a process that died. */
const SENDING_MS_MAX = 2 * MINUTE_MS;

export type Channels = { sms: Pick<TextProviders, 'send'>; mail: Pick<Mailer, 'send'> };

const CHANNELS = sql`select party from (values ('sms'), ('email')) channels (party)`;

/**
 * Sends the texts and mails that are due, those to one address in the order they were queued. Returns how many it tried.
 * Each is marked as being sent right before, under a claim of its own: if the process dies meanwhile, or takes too long,
 * the outcome is unknown.
 */
export async function sendDueMessages(context: ManagementContext, channels: Channels): Promise<number> {
  await forgetExpiredContent(context, context.clock());
  // `offset 0` keeps it from becoming a join: while few messages wait, as usual, PostgreSQL thinks that few ever do, and a
  // join would read all that wait for each that is looked at.
  const due = (now: Date) => sql`
    select m.message_id::text as subject_id, m.due_at from messages m
    where m.channel = p.party and m.state = 'due' and m.due_at <= ${now}
      and not exists (
        select 1 from messages before
        where before.address = m.address and before.message_id < m.message_id and before.channel = m.channel
          and (before.state = 'sending' or (before.state = 'due' and before.due_at <= ${now}))
        offset 0)`;
  const find = (claim: Claim) => claimDue(claim, CHANNELS, due(claim.now)).execute(context.db);
  return eachDue(context, 'messages', find, async (_within, { subject_id }) => {
    const message = await beginSending(context, subject_id);
    if (message === undefined) return false;
    await recordOutcome(context, message, await sendOne(context, channels, message));
  });
}

/** With `case`, PostgreSQL looks the message up by its id; otherwise it would look through an index of all that wait. */
async function beginSending(context: ManagementContext, messageId: string): Promise<Message | undefined> {
  const now = context.clock();
  const begun = await sql<Message>`
    update messages set state = 'sending', sending_since = ${now}, sending_claim = ${newId()}, attempts = attempts + 1,
      reads_entry = case when entry_no is not null then true end
    where message_id = ${messageId} and case when state = 'due' then due_at <= ${now} else false end and channel <> 'voice'
    returning ${MESSAGE_COLUMNS}`.execute(context.db);
  return begun.rows[0];
}

/** Settles attempts that nobody reported on: their process died, or takes so long that nobody waits for it. */
export function settleInterrupted(context: ManagementContext): Promise<number> {
  const isInterrupted = (now: Date) =>
    sql`state = 'sending' and sending_since <= ${addMs(now, -SENDING_MS_MAX)}`;
  const due = (now: Date) => sql`
    select message_id::text as subject_id, sending_since as due_at from messages where ${isInterrupted(now)}`;
  const find = (claim: Claim) => claimUnparted(claim, due(claim.now)).execute(context.db);
  return eachDue(context, 'interrupted_messages', find, async (_within, { subject_id }) => {
    const now = context.clock();
    // From here on the attempt is this process's, and its former owner's outcome comes too late.
    const taken = await sql<Message>`
      update messages set sending_claim = ${newId()} where message_id = ${subject_id} and ${isInterrupted(now)}
      returning ${MESSAGE_COLUMNS}`.execute(context.db);
    for (const message of taken.rows) {
      const id = await submittedAs(context.db, message.message_id);
      const outcome: AttemptOutcome =
        id === undefined
          ? { kind: 'unknown', reason: 'process_died' }
          : { kind: 'submitted', provider_message_ids: [id] };
      await recordOutcome(context, message, outcome);
    }
  });
}

async function sendOne(
  context: ManagementContext,
  channels: Channels,
  message: Message,
): Promise<AttemptOutcome> {
  const { channel, address, kind, message_id, locale } = message;
  const said = await varsOf(context, message);
  if (said === undefined) return { kind: 'refused', reason: 'nothing_to_say' };
  const vars: Record<string, unknown> = { ...said };
  if (channel === 'sms') {
    const { provider, number, shop } = await conversationOf(context, message);
    const about = { message_id, to: address, by: provider === null ? undefined : { provider, number } };
    if (kind === PLAIN_TEXT) return channels.sms.send({ ...about, text: String(vars.text), is_reply: true });
    const w = await wordsFor(context, message, draftsOf(vars));
    const text = w.sms(kind as NoticeKind, vars as never);
    const closing = await supportLine(context.db, message, text);
    return channels.sms.send({ ...about, text, closing, notice: { kind, locale }, shop: shop ?? undefined });
  }
  return channels.mail.send(await renderMail(context, message, vars as never));
}

/** Where the phone's owner last wrote to, and the shop of the gift that a message is about. */
async function conversationOf({ db }: ManagementContext, { address, subject_id }: Message) {
  const found = await sql<{ provider: string | null; number: string | null; shop: string | null }>`
    select d.provider, d.number, o.shop_id as shop
    from (values (1)) one (n)
    left join text_dialogues d on d.phone = ${address}
    left join orders o on o.order_id = ${subject_id}`.execute(db);
  return found.rows[0] ?? { provider: null, number: null, shop: null };
}
