import { sql } from 'kysely';
import { addMs, MINUTE_MS, SECOND_MS } from '../../../kit/clock.ts';
import { type Locale, type NoticeKind, words } from '../../../kit/messages/index.ts';
import type { DeliveryState, SendOutcome, SmsGateway } from '../../../kit/messaging/smpp.ts';
import type { Mailer } from '../../../kit/messaging/smtp.ts';
import { nationalDigits } from '../../../kit/phone.ts';
import type { ManagementContext } from '../context.ts';

const ATTEMPTS_MAX = 10;
const BATCH = 20;
/** Texts of the dialogue are no notices: their words are ready when they are queued. */
export const PLAIN_TEXT = 'plain_text';

type Message = {
  message_id: string;
  channel: 'sms' | 'email';
  address: string;
  locale: Locale;
  kind: string;
  vars: Record<string, unknown>;
  attempts: number;
};

/** Sends what is due, each by its channel. Answers how many are done with. */
export async function sendDueMessages(
  context: ManagementContext,
  sms: SmsGateway,
  mail: Mailer,
): Promise<number> {
  const now = context.clock();
  // Claimed by being put off: should this process die, another tries after that.
  const claimed = await sql<Message>`
    update messages set attempts = attempts + 1, due_at = ${addMs(now, MINUTE_MS)}
    where message_id in (
      select message_id from messages where state = 'due' and due_at <= ${now}
      order by due_at limit ${BATCH} for update skip locked)
    returning message_id, channel, address, locale, kind, vars, attempts`.execute(context.db);
  const results = await Promise.all(
    claimed.rows.map(async (message) => recordOutcome(context, message, await send(message, sms, mail), now)),
  );
  return results.filter(Boolean).length;
}

async function send(message: Message, sms: SmsGateway, mail: Mailer): Promise<SendOutcome> {
  const { channel, address, kind, vars, message_id } = message;
  const said = words(message.locale);
  if (kind === PLAIN_TEXT) return sms.send({ to: nationalDigits(address), text: String(vars.text) });
  if (channel === 'sms')
    return sms.send({ to: nationalDigits(address), text: said.sms(kind as NoticeKind, vars as never) });
  const { subject, text } = said.mail(kind as NoticeKind, vars as never);
  return mail.send({ to: address, subject, text, message_id });
}

async function recordOutcome(
  context: ManagementContext,
  { message_id, attempts }: Message,
  outcome: SendOutcome,
  now: Date,
): Promise<boolean> {
  if (outcome.kind === 'not_sent' && attempts < ATTEMPTS_MAX) {
    const wait = Math.min(2 ** attempts * SECOND_MS, 10 * MINUTE_MS);
    await sql`
      update messages set due_at = ${addMs(now, wait)}, problem = ${outcome.reason}
      where message_id = ${message_id}`.execute(context.db);
    return false;
  }
  const state = outcome.kind === 'submitted' ? 'sent' : outcome.kind === 'unknown' ? 'unknown' : 'failed';
  const providerId = outcome.kind === 'submitted' ? (outcome.provider_message_ids.at(-1) ?? null) : null;
  // What was told may hold a link or a code: it is not kept longer than it takes to send it.
  await sql`
    update messages set state = ${state}, vars = '{}', provider_message_id = ${providerId}, sent_at = ${now},
      problem = ${outcome.kind === 'submitted' ? null : outcome.reason}
    where message_id = ${message_id}`.execute(context.db);
  return true;
}

/** A delivery receipt of the text message provider. One that comes before its message is noted as sent is brought again. */
export async function recordReceipt(
  context: ManagementContext,
  { provider_message_id, state }: { provider_message_id: string; state: DeliveryState },
): Promise<void> {
  const known = state === 'delivered' ? 'delivered' : state === 'unknown' ? 'unknown' : 'failed';
  const now = context.clock();
  await sql`
    update messages set state = ${known}, delivered_at = ${known === 'delivered' ? now : null}
    where provider_message_id = ${provider_message_id} and state = 'sent'`.execute(context.db);
}
