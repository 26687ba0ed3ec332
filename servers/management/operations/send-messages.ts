import { sql } from 'kysely';
import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { type Locale, type NoticeKind, words } from '../../../kit/messages/index.ts';
import type { SendOutcome } from '../../../kit/messaging/smpp.ts';
import type { SmsProviders } from '../../../kit/messaging/sms-providers.ts';
import type { Mailer } from '../../../kit/messaging/smtp.ts';
import { nationalDigits } from '../../../kit/phone.ts';
import type { ManagementContext } from '../context.ts';
import { PLAIN_TEXT } from './queue-message.ts';
import { recordOutcome } from './record-sending.ts';
import { openText } from './text-vault.ts';

const BATCH = 20;
/** Longer than any attempt takes: what was begun before that was left by a process that died. */
const SENDING_MS_MAX = 2 * MINUTE_MS;

export type Message = {
  message_id: string;
  channel: 'sms' | 'email';
  address: string;
  fallback_address: string | null;
  locale: Locale;
  kind: string;
  vars_sealed: Buffer | null;
  attempts: number;
};

export type Channels = { sms: Pick<SmsProviders, 'send'>; mail: Pick<Mailer, 'send'> };

/**
 * Sends what is due, to one person in the order in which it was told. Answers how many were tried. A message is marked as
 * begun before it is sent: should the process die, it is not simply sent again, since nobody knows.
 */
export async function sendDueMessages(context: ManagementContext, channels: Channels): Promise<number> {
  const now = context.clock();
  await settleBegun(context, now);
  const claimed = await sql<Message>`
    update messages set state = 'sending', sending_since = ${now}, attempts = attempts + 1
    where message_id in (
      select message_id from messages where state = 'due' and due_at <= ${now}
      order by due_at, message_id limit ${BATCH} for update skip locked)
    returning message_id, channel, address, fallback_address, locale, kind, vars_sealed, attempts`.execute(
    context.db,
  );
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

export type Tried = SendOutcome | { kind: 'suppressed'; reason: string };

async function sendOne(context: ManagementContext, channels: Channels, message: Message): Promise<Tried> {
  const { channel, address, kind, vars_sealed, message_id, locale } = message;
  if (vars_sealed === null) return { kind: 'refused', reason: 'nothing_to_say' };
  if (channel === 'sms' && (await wantsNoTexts(context, address, kind)))
    return { kind: 'suppressed', reason: 'stopped_by_owner' };
  const vars: Record<string, unknown> = JSON.parse(openText(context, message_id, vars_sealed));
  const said = words(locale);
  if (channel === 'sms') {
    const text = kind === PLAIN_TEXT ? String(vars.text) : said.sms(kind as NoticeKind, vars as never);
    return channels.sms.send({ to: nationalDigits(address), text });
  }
  const { subject, text } = said.mail(kind as NoticeKind, vars as never);
  return channels.mail.send({ to: address, subject, text, message_id });
}

/** Who wrote STOP gets codes that they ask for and answers to what they write, and nothing else. */
async function wantsNoTexts(context: ManagementContext, phone: string, kind: string): Promise<boolean> {
  if (kind === PLAIN_TEXT || kind.startsWith('account.')) return false;
  const stopped = await sql`
    select 1 from text_dialogues where phone = ${phone} and stopped_at is not null`.execute(context.db);
  return stopped.rows.length > 0;
}

async function settleBegun(context: ManagementContext, now: Date): Promise<void> {
  const left = await sql<Message>`
    update messages set sending_since = ${now}
    where message_id in (
      select message_id from messages
      where state = 'sending' and sending_since <= ${addMs(now, -SENDING_MS_MAX)}
      limit ${BATCH} for update skip locked)
    returning message_id, channel, address, fallback_address, locale, kind, vars_sealed, attempts`.execute(
    context.db,
  );
  for (const message of left.rows)
    await recordOutcome(context, message, { kind: 'unknown', reason: 'process_died' });
}
