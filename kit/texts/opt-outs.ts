import { sql } from '../db/sql.ts';
import type { Executor } from '../db/transaction.ts';
import { type Notice, TEXT_CHANNELS, type TextChannel } from './port.ts';
import { EVERYBODY_ELSE } from './senders.ts';

/** What a phone's owner asks for at that moment: a code, what is said of their account, a link at the till. */
const ASKED_FOR = /^(account|certificate_page)[.]/;

/** After STOP a phone still gets what its owner asks for and replies to their texts, but nothing else. */
export function ignoresStop({
  notice,
  is_reply = false,
}: {
  notice?: Notice | undefined;
  is_reply?: boolean;
}): boolean {
  return is_reply || (notice !== undefined && ASKED_FOR.test(notice.kind));
}

/**
 * What somebody who wants no more from a sender is not sent. A notification message can't be answered, so whoever stops a
 * sender's texts stops those, too; what the provider itself stopped is only the texts from that number.
 */
export async function stopTexts(
  executor: Executor,
  { phone, sender, told_by }: { phone: string; sender: string; told_by: 'text' | 'provider' },
  now: Date,
): Promise<void> {
  const channels: readonly TextChannel[] = told_by === 'provider' ? ['text'] : TEXT_CHANNELS;
  await sql`
    insert into text_opt_outs (phone, sender, channel, stopped_at, told_by)
    select ${phone}, ${sender}, channel, ${now}, ${told_by} from unnest(${[...channels]}::text[]) c (channel)
    on conflict do nothing`.execute(executor);
}

/** Whoever writes START to a number gets everything again that this number or, before, any number sent. */
export async function resumeTexts(
  executor: Executor,
  { phone, sender }: { phone: string; sender: string },
  now: Date,
): Promise<void> {
  await sql`
    update text_opt_outs set resumed_at = ${now}
    where phone = ${phone} and sender = any(${[sender, EVERYBODY_ELSE]}::text[]) and resumed_at is null`.execute(
    executor,
  );
}

/** The channels on which the phone takes texts of the sender. Who has stopped the number for everybody else, stopped all. */
export async function channelsOpenTo(
  executor: Executor,
  { phone, sender }: { phone: string; sender: string },
): Promise<Set<TextChannel>> {
  const stopped = await sql<{ channel: string }>`
    select channel from text_opt_outs
    where phone = ${phone} and sender = any(${[sender, EVERYBODY_ELSE]}::text[]) and resumed_at is null`.execute(
    executor,
  );
  const closed = new Set(stopped.rows.map(({ channel }) => channel));
  return new Set(TEXT_CHANNELS.filter((channel) => !closed.has(channel)));
}
