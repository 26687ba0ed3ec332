import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Mailer } from '../../../kit/mail/smtp.ts';
import { nationalDigits } from '../../../kit/phone.ts';
import { openText } from '../../../kit/sealed-text.ts';
import type { SmsProviders } from '../../../kit/texts/sms-providers.ts';
import { type NoticeKind, words } from '../../../kit/words/index.ts';
import type { ManagementContext } from '../context.ts';
import { PLAIN_TEXT } from '../messages/queue-message.ts';
import { type AttemptOutcome, MESSAGE_COLUMNS, type Message } from './message.ts';
import { forgetExpiredContent, recordOutcome } from './record-outcome.ts';
import { renderMail } from './render-mail.ts';

const BATCH = 20;
/** Longer than any attempt takes: older ones were left by a process that died. */
const SENDING_MS_MAX = 2 * MINUTE_MS;

export type Channels = { sms: Pick<SmsProviders, 'send'>; mail: Pick<Mailer, 'send'> };

/**
 * Sends the texts and mails that are due, those to one address in the order they were queued. Returns how many it tried. A message
 * is marked as being sent beforehand: if the process dies meanwhile, the outcome is unknown.
 */
export async function sendDueMessages(context: ManagementContext, channels: Channels): Promise<number> {
  const now = context.clock();
  await settleInterrupted(context, now);
  await forgetExpiredContent(context, now);
  const claimed = await sql<Message>`
    update messages set state = 'sending', sending_since = ${now}, attempts = attempts + 1
    where message_id in (
      select message_id from messages where state = 'due' and due_at <= ${now} and channel <> 'voice'
      order by due_at, message_id limit ${BATCH} for update skip locked)
    returning ${MESSAGE_COLUMNS}`.execute(context.db);
  const byAddress = Map.groupBy(
    claimed.rows.sort((a, b) => (a.message_id < b.message_id ? -1 : 1)),
    ({ address }) => address,
  );
  await Promise.all(
    [...byAddress.values()].map(async (messages) => {
      for (const message of messages) {
        const outcome = await sendOne(context, channels, message);
        await recordOutcome(context, message, outcome);
      }
    }),
  );
  return claimed.rows.length;
}

async function sendOne(
  context: ManagementContext,
  channels: Channels,
  message: Message,
): Promise<AttemptOutcome> {
  const { channel, address, kind, vars_sealed, message_id, locale } = message;
  if (vars_sealed === null) return { kind: 'refused', reason: 'nothing_to_say' };
  const phone = channel === 'sms' ? await textDialogueOf(context, address) : undefined;
  if (phone?.stopped_at != null && !ignoresStop(kind))
    return { kind: 'suppressed', reason: 'stopped_by_owner' };
  const vars: Record<string, unknown> = JSON.parse(openText(context, message_id, vars_sealed));
  if (channel === 'sms') {
    const text =
      kind === PLAIN_TEXT ? String(vars.text) : words(locale).sms(kind as NoticeKind, vars as never);
    return channels.sms.send({ to: dialledNumber(address), text, by: phone?.provider ?? null });
  }
  return channels.mail.send(await renderMail(context, message, vars as never));
}

/** After STOP a phone still gets the codes its owner requests and replies to their texts, but nothing else. */
function ignoresStop(kind: string): boolean {
  return kind === PLAIN_TEXT || kind.startsWith('account.');
}

/** Whether the phone's owner has sent STOP, and the provider whose number they last texted. */
async function textDialogueOf(context: ManagementContext, phone: string) {
  const found = await sql<{ stopped_at: Date | null; provider: string | null }>`
    select stopped_at, provider from text_dialogues where phone = ${phone}`.execute(context.db);
  return found.rows[0];
}

/** National format for Korean numbers, E.164 for foreign ones. */
function dialledNumber(e164: string): string {
  return e164.startsWith('+82') ? nationalDigits(e164) : e164;
}

async function settleInterrupted(context: ManagementContext, now: Date): Promise<void> {
  const interrupted = await sql<Message>`
    update messages set sending_since = ${now}
    where message_id in (
      select message_id from messages
      where state = 'sending' and sending_since <= ${addMs(now, -SENDING_MS_MAX)}
      limit ${BATCH} for update skip locked)
    returning ${MESSAGE_COLUMNS}`.execute(context.db);
  for (const message of interrupted.rows)
    await recordOutcome(context, message, { kind: 'unknown', reason: 'process_died' });
}
